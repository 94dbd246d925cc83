"""The records that the pages are drawn from: a graph's entities, relations and sentences, without RDF."""

from typing import Literal

from kg.model import Record


class Name(Record):
    """What something is called."""

    zh: str
    en: str


class Quote(Record):
    """A span inside a sentence of a report."""

    sentence: int
    """Index into the picture's sentences."""
    begin: int
    """Offset in the sentence, in code points."""
    end: int


class Sentence(Record):
    """A sentence of a report, as evidence is shown in."""

    report: int
    text: str


class Figure(Record):
    """A counted figure about an entity."""

    counts: str
    value: str
    unit: str
    period: str
    status: str
    approximate: bool
    quotes: tuple[Quote, ...]


class Remark(Record):
    """A shortcoming or a plan that a report of the division states."""

    kind: Literal["Shortcoming", "Plan"]
    topic: Name
    text: str
    quotes: tuple[Quote, ...]


class Node(Record):
    """An entity."""

    iri: str
    cls: str
    """Local name of its class: ``Programme``."""
    kind: Name
    label: str
    forms: tuple[str, ...]
    """Other names by which it can be searched for."""
    mentioned: int
    """How often it is mentioned."""
    quotes: tuple[Quote, ...]
    """The first mentions."""
    divisions: tuple[int, ...] = ()
    """Indexes of the nodes of the divisions whose reports mention it."""
    figures: tuple[Figure, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Claim(Record):
    """That a report states a relation, with a status."""

    status: str
    """``achieved``, ``planned``, ``shortcoming``; empty where no report says so (a place in its district)."""
    quotes: tuple[Quote, ...]


class Edge(Record):
    """A relation between two nodes (indexes), with all that states it."""

    source: int
    predicate: str
    target: int
    claims: tuple[Claim, ...]


class Source(Record):
    """A report."""

    iri: str
    title: str
    year: str
    file: str
    issuer: str
    division: int | None
    """Index of its division's node."""


class Picture(Record):
    """One graph."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    mentions: tuple[tuple[int, int], ...]
    """Pairs of indexes: a report's division, and an entity that it names but no relation ties to it."""
    reports: tuple[Source, ...]
    sentences: tuple[Sentence, ...]
    classes: dict[str, Name]
    predicates: dict[str, Name]
    statuses: dict[str, Name]
    entities: int
    """How many entities the graph has; the nodes are those with the most relations."""
    relations: int
    """How many relations the graph has between all of them."""
