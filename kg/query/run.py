"""Running one query within limits."""

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from kg.errors import KgError
from kg.model import Record
from kg.query.answer import Answer, row
from kg.query.guard import refuse_unsafe

Item = TypeVar("Item")


class Limits(Record):
    """How far a query may go."""

    seconds: float = 10.0
    """Wall-clock time until it is given up."""
    rows: int = 10_000
    """Rows (of SELECT) or triples (of CONSTRUCT, DESCRIBE) kept; the answer says when there are more."""


def run(
    store: ox.Store,
    text: str,
    values: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    limits: Limits | None = None,
) -> Answer:
    """The answer to SPARQL query ``text``; ``values`` bind variables of its SELECT clause beforehand.

    Read-only. The engine has no time limit of its own, so the query runs in a thread that is left behind
    when its time is over: it stops at its next row, or with the process. A server should ask from a worker
    process that it can end.

    Raises KgError KG013 when the query is refused, is not SPARQL, fails, or takes too long.
    """
    refuse_unsafe(text)
    limits = limits or Limits()
    given = {ox.Variable(name): value for name, value in (values or {}).items()}
    late = threading.Event()
    return _within(limits.seconds, late, lambda: _answer(store, text, given, limits.rows, late))


def _answer(
    store: ox.Store,
    text: str,
    given: dict[ox.Variable, ox.NamedNode | ox.Literal],
    most: int,
    late: threading.Event,
) -> Answer:
    result = store.query(text, substitutions={**given} or None)
    if isinstance(result, ox.QueryBoolean):
        return Answer(form="ask", truth=bool(result))
    if isinstance(result, ox.QueryTriples):
        triples = list(islice(_until(late, result), most + 1))
        shown = sorted(triples[:most], key=lambda triple: [str(part) for part in triple])
        rows = tuple(row([*triple]) for triple in dict.fromkeys(shown))
        names = ("subject", "predicate", "object")
        return Answer(form="graph", variables=names, rows=rows, truncated=len(triples) > most)
    variables = result.variables
    found = [row([*solution]) for solution in islice(_until(late, result), most + 1)]
    return Answer(
        form="select",
        variables=tuple(variable.value for variable in variables),
        rows=tuple(found[:most]),
        truncated=len(found) > most,
    )


def _until(late: threading.Event, items: Iterator[Item]) -> Iterator[Item]:
    for item in items:
        if late.is_set():
            return
        yield item


def _within(seconds: float, late: threading.Event, work: Callable[[], Answer]) -> Answer:
    """What ``work`` gives, waited for in this thread; sets ``late`` when the time is over."""
    answers: list[Answer] = []
    errors: list[Exception] = []

    def target() -> None:
        try:
            answers.append(work())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=target, daemon=True, name="kg-query")
    thread.start()
    thread.join(seconds)
    if answers:
        return answers[0]
    if errors:
        raise KgError("KG013", why=_short(errors[0])) from errors[0]
    late.set()
    raise KgError("KG013", why=f"it took more than {seconds:g} s; narrow its patterns, or allow it more time")


def _short(error: Exception) -> str:
    """The engine's message without the long list of what it expected instead."""
    if isinstance(error, SyntaxError) and (place := re.match(r"error at (\d+):(\d+)", str(error.msg))):
        return f"it is not SPARQL at line {place[1]}, column {place[2]}"
    line = (str(error).strip() or type(error).__name__).splitlines()[0]
    return line if len(line) <= 160 else line[:159] + "…"
