"""The templates of generated clauses (``grammar.toml``), compiled."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("grammar.toml")
_PIECE = re.compile(
    r"\((?P<words>[^()]*)\)"
    r"|\{(?P<mark>[=?])(?P<cls>\w+) (?P<name>[^{}]+)\}"
    r"|\{(?P<slot>(?!year|next)\w+)(?P<many>\*?)\}"
    r"|\[(?P<concept>\w+)(?P<doubt>\??) (?P<unit>\S+) (?P<range>[\d.=-]+)(?P<han>汉?)\|(?P<read>[^\[\]]*)\]"
    r"|<(?P<unsure>\??)(?P<topic>[\w-]+)\|(?P<said>[^<>]*)>"
)
_RELATION = re.compile(r"(?P<doubt>\??)(?:(?P<s>\S+) )?(?P<p>\w+) (?P<o>[^\s*]+)(?P<many>\*?)")


class Words(NamedTuple):
    """One of several words."""

    words: tuple[str, ...]


class Slot(NamedTuple):
    """Something of a kind; ``many``: a list of such."""

    key: str
    """How relations call it: the kind with the number that keeps two apart."""
    kind: str
    many: bool


class Fixed(NamedTuple):
    """A name that stands in the template."""

    cls: str
    name: str
    optional: bool


class Figure(NamedTuple):
    """A number with the words that it is read from."""

    concept: str
    unit: str
    low: float
    high: float
    digits: int
    han: bool
    optional: bool
    pieces: tuple["Piece", ...]


class Statement(NamedTuple):
    """A shortcoming or a plan; which of the two the section tells."""

    topic: str
    """Empty: it hangs on what is drawn."""
    optional: bool
    pieces: tuple["Piece", ...]


Piece = str | Words | Slot | Fixed | Figure | Statement


class Relation(NamedTuple):
    """What a clause states between two of its entities; ``s`` empty: the reporting division."""

    s: str
    p: str
    o: str
    many: bool
    optional: bool


class Template(NamedTuple):
    """A clause and what is true of it."""

    line: str
    """Its notation."""
    pieces: tuple[Piece, ...]
    relations: tuple[Relation, ...]

    @property
    def has_subject(self) -> bool:
        """Whether it begins with an entity, so that it must be a sentence of its own."""
        return bool(self.pieces) and isinstance(self.pieces[0], Slot)


class Part(NamedTuple):
    """What one heading may stand over."""

    topic: str
    headings: tuple[Template, ...]
    templates: tuple[Template, ...]


class Section(NamedTuple):
    """A main part of a report."""

    role: str
    headings: tuple[Template, ...]
    parts: tuple[Part, ...]


class Grammar(NamedTuple):
    """All of it."""

    words: dict[str, Any]
    front: dict[str, tuple[str, ...]]
    sections: dict[str, Section]
    """By role."""


@cache
def load() -> Grammar:
    """The grammar of ``grammar.toml``. Raises ValueError for a template that is none."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    sections = [_section(one) for one in read["sections"]]
    front = {name: tuple(lines) for name, lines in read["front"].items()}
    return Grammar(read["words"], front, {one.role: one for one in sections})


def _section(read: dict[str, Any]) -> Section:
    parts = [
        Part(one["topic"], tuple(map(template, one["headings"])), tuple(map(template, one["clauses"])))
        for one in read["parts"]
    ]
    return Section(read["role"], tuple(map(template, read["headings"])), tuple(parts))


def template(line: str) -> Template:
    """A template of its notation. Raises ValueError when a relation in it cannot be read.

    >>> template("宣传{law*} :: publicises law*").relations
    (Relation(s='', p='publicises', o='law', many=True, optional=False),)
    """
    text, _, said = line.partition(" :: ")
    relations = []
    for one in filter(None, map(str.strip, said.split(";"))):
        found = _RELATION.fullmatch(one)
        if not found:
            raise ValueError(f"no relation: {one}")
        relations.append(
            Relation(found["s"] or "", found["p"], found["o"], bool(found["many"]), bool(found["doubt"]))
        )
    return Template(line, tuple(_pieces(text)), tuple(relations))


def _pieces(text: str) -> Iterator[Piece]:
    done = 0
    for found in _PIECE.finditer(text):
        if found.start() > done:
            yield text[done : found.start()]
        done = found.end()
        yield _piece(found)
    if done < len(text):
        yield text[done:]


def _piece(found: re.Match[str]) -> Piece:
    if found["words"] is not None:
        return Words(tuple(found["words"].split("|")))
    if found["cls"]:
        return Fixed(found["cls"], found["name"], found["mark"] == "?")
    if found["slot"]:
        return Slot(found["slot"], found["slot"].rstrip("0123456789"), bool(found["many"]))
    if found["topic"]:
        return Statement(found["topic"].strip("-"), bool(found["unsure"]), tuple(_pieces(found["said"])))
    low, _, high = found["range"].lstrip("=").partition("-")
    return Figure(
        found["concept"],
        found["unit"],
        float(low),
        float(high or low),
        len(low.partition(".")[2]),
        bool(found["han"]),
        bool(found["doubt"]),
        tuple(_pieces(found["read"])),
    )
