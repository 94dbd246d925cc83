"""Running one query within limits."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import KgError
from kg.model import Record
from kg.query.answer import Answer, row
from kg.query.guard import NOTHING, Allow, blanked, is_update, refuse_unsafe
from kg.query.malformed import malformed

Item = TypeVar("Item")
_FILTER = re.compile(r"(?<![?$:\w])FILTER\s*\(", re.IGNORECASE)
_VARIABLE = re.compile(r"[?$](\w+)")
TOO_LONG = "it took more than {seconds:g} s; narrow its patterns, or allow it more time"


class LimitError(KgError):
    """A query took more time or memory than it may."""


class Limits(Record):
    """How far a query may go."""

    seconds: float = 10.0
    """Wall-clock time until a ``Worker`` gives it up."""
    rows: int = 10_000
    """Rows (of SELECT) or triples (of CONSTRUCT, DESCRIBE) kept; the answer says when there are more."""
    megabytes: int = 2_048
    """Memory that a query may take in a process of its own (``kg.query.worker``), beside the graph; Linux only."""
    allowed: frozenset[Allow] = NOTHING
    """What is not refused."""


def run(
    store: ox.Store,
    text: str,
    values: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    limits: Limits | None = None,
) -> Answer:
    """The answer to SPARQL query ``text``; ``values`` bind variables of its SELECT clause beforehand.

    The store is never changed. The engine has no limit of time or memory of its own, so here the query takes what it takes:
    whoever must go on asks a ``Worker``, whose process can be ended.

    Raises KgError KG013 when the query is refused, is not SPARQL, or fails.
    """
    try:
        return _answer(store, text, values or {}, limits or Limits())
    except KgError:
        raise
    except Exception as error:  # of the engine, which has several kinds
        raise failed(error) from error


def _answer(
    store: ox.Store, text: str, values: Mapping[str, ox.NamedNode | ox.Literal], limits: Limits
) -> Answer:
    found = results(store, text, values, limits)
    if isinstance(found, ox.QueryBoolean):
        return Answer(form="ask", truth=bool(found))
    kept, truncated = cut(found, limits.rows)
    if isinstance(found, ox.QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        rows = tuple(row([*solution]) for solution in kept)
        return Answer(form="select", variables=names, rows=rows, truncated=truncated)
    rows = tuple(row([*triple]) for triple in in_order(kept))
    return Answer(form="graph", variables=("subject", "predicate", "object"), rows=rows, truncated=truncated)


def results(
    store: ox.Store, text: str, values: Mapping[str, ox.NamedNode | ox.Literal], limits: Limits
) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean | Iterator[ox.Triple]:
    """What the engine gives for a query; for an update (when allowed) the triples of the changed copy.

    Raises KgError KG013 when it is refused or is not SPARQL.
    """
    refuse_unsafe(text, limits.allowed)
    if Allow.update in limits.allowed and is_update(text):
        copy = ox.Store()
        copy.bulk_extend(store)
        try:
            copy.update(text)
        except SyntaxError as error:
            raise malformed(error, text) from error
        return (quad.triple for quad in copy)
    given = {ox.Variable(name): value for name, value in values.items()}
    try:
        return store.query(inlined(text, values), substitutions={**given} or None)
    except SyntaxError:  # of the query as it is, or of a value where only a variable may stand (BOUND)
        try:
            return store.query(text, substitutions={**given} or None)
        except SyntaxError as error:
            raise malformed(error, text) from error


def inlined(text: str, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """The query with the values written into its filters.

    The engine plans a query before it substitutes, and applies a filter with a variable that no pattern binds last of
    all: a question about one town read all towns.
    """
    plain, parts, done = blanked(text), [], 0
    for filtering in _FILTER.finditer(plain):
        begin, end = filtering.end(), _closed(plain, filtering.end())
        if begin < done:
            continue  # a filter within a filter
        for variable in _VARIABLE.finditer(plain, begin, end):
            if (value := values.get(variable[1])) is not None:
                parts += [text[done : variable.start()], str(value)]
                done = variable.end()
    return "".join([*parts, text[done:]])


def _closed(text: str, begin: int) -> int:
    """The place of the parenthesis that closes the one before ``begin``; the end of the text when none does."""
    depth = 1
    for place in range(begin, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def cut(items: Iterator[Item], most: int) -> tuple[list[Item], bool]:
    """The first ``most`` items, and whether there are more."""
    found = list(islice(items, most + 1))
    return found[:most], len(found) > most


def in_order(triples: Sequence[ox.Triple]) -> list[ox.Triple]:
    """The triples, each once, sorted as text."""
    return list(dict.fromkeys(sorted(triples, key=lambda triple: [str(part) for part in triple])))


def failed(error: Exception) -> KgError:
    """What went wrong, for people."""
    return error if isinstance(error, KgError) else KgError("KG013", why=_short(error))


def _short(error: Exception) -> str:
    """The first line of the engine's message."""
    line = (str(error).strip() or type(error).__name__).splitlines()[0]
    return line if len(line) <= 160 else line[:159] + "…"
