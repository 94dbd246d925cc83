"""The records that the graph page is drawn from: a graph's entities, relations and sentences, without RDF."""

from typing import Literal, NamedTuple

from kg.model import Record
from kg.views.wording import Name, as_shown


class Span(NamedTuple):
    """Some characters of a report: what a quote is cut from."""

    report: int
    """Index into the picture's reports."""
    begin: int
    """Offset in the report's cleaned text, in code points."""
    end: int


Spans = tuple[Span, ...]


class Figure(Record):
    """A counted figure about an entity."""

    counts: str
    value: str
    unit: str
    period: str
    status: str
    approximate: bool
    spans: Spans

    @property
    def shown(self) -> str:
        """The number as the pages show it, without its measure word."""
        return as_shown(self.value, approximate=self.approximate)


class Remark(Record):
    """A shortcoming or a plan that a report of the division states."""

    kind: Literal["Shortcoming", "Plan"]
    topic: Name
    text: str
    spans: Spans


class Node(Record):
    """An entity."""

    iri: str
    cls: str
    """Local name of its class: ``Programme``."""
    kind: Name
    label: Name
    forms: tuple[str, ...]
    """Other names by which it can be searched for."""
    linked: str
    """By what authority it was identified: ``division``, ``law``, ``vocabulary``, ``local``, ``unlinked``."""
    mentioned: int
    """How often it is mentioned."""
    reports: tuple[int, ...]
    """The reports that mention it."""
    spans: Spans
    """The first mentions."""
    figures: tuple[Figure, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Claim(Record):
    """That a report states a relation, with a status."""

    status: str
    """``achieved``, ``planned``, ``shortcoming``; ``mentioned``: the report names both, and relates them to
    nothing."""
    report: int
    spans: Spans


class Edge(Record):
    """A relation between two nodes (indexes), with all that states it: nothing, for a place in its district."""

    source: int
    predicate: str
    target: int
    claims: tuple[Claim, ...]


class Source(Record):
    """A report."""

    title: str
    year: str
    name: str
    """Of its page, without ``.html``."""
    division: int | None
    """Index of its division's node."""
    text: str


class Picture(Record):
    """One graph."""

    base: str
    """What the data's IRIs start with."""
    nodes: tuple[Node, ...]
    """What matters most comes first."""
    edges: tuple[Edge, ...]
    """By source, predicate, target."""
    reports: tuple[Source, ...]
    classes: dict[str, Name]
    predicates: dict[str, Name]
    statuses: dict[str, Name]

    def homes(self, node: int) -> tuple[int, ...]:
        """The nodes of the divisions whose reports mention ``node``, sorted."""
        divisions = {self.reports[report].division for report in self.nodes[node].reports}
        return tuple(sorted(home for home in divisions if home is not None))
