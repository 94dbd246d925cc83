"""One question answered: a node of the graph, or a name."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.explain.find import matches
from kg.explain.graph import MEANS, Graph
from kg.explain.links import Link, link
from kg.explain.passages import Told, report_of
from kg.explain.records import Explanation, Finding
from kg.explain.rules import reason
from kg.model.namespaces import FZ, ITSRDF, NIF, RDF, VOCABULARY

ASSERTIONS = ("Claim", "Observation", "Plan", "Shortcoming")
MOST = 5
"""How many mentions of an entity are explained unless more are asked for."""


def explain(store: ox.Store, asked: str, *, most: int = MOST, vocabulary: Sequence[Path] = ()) -> Explanation:
    """Why the graph in ``store`` says what it says.

    ``asked``: the IRI of an entity, mention, claim, figure, shortcoming or plan (also without the data's base or the
    vocabulary's), or the name of an entity. ``most``: how many of an entity's mentions are explained. ``vocabulary``:
    the user's own files, for the lines of their entries. A name that several entities bear gives ``matches`` alone.
    Raises KgError KG019 when nothing is called so, and when the node is none of these.
    """
    graph = Graph(store)
    node = graph.resolved(asked)
    if not node:
        found = matches(graph, asked.strip())
        if not found:
            raise KgError("KG019", asked=asked)
        if len(found) > 1:
            return Explanation(asked=asked, matches=tuple(found))
        node = found[0].iri
    reader = _Reader(graph, tuple(vocabulary))
    cls, classes = graph.entity_class(node), graph.classes(node)
    if cls:
        spans = sorted(graph.pointing(MEANS, node), key=reader.place)
        findings = tuple(reader.mention(span) for span in spans[:most])
        return Explanation(
            asked=asked, iri=node, type=cls, name=graph.name(node), findings=findings, found=len(spans)
        )
    kind = next((c for c in ("Mention", *ASSERTIONS) if c in classes), "")
    if not kind:
        raise KgError("KG019", asked=asked)
    finding = reader.mention(node) if kind == "Mention" else reader.assertion(node, kind)
    return Explanation(asked=asked, iri=node, type=kind, findings=(finding,), found=1)


class _Reader:
    """Findings of one graph; a report is read once."""

    def __init__(self, graph: Graph, extra: tuple[Path, ...]) -> None:
        self.graph, self.extra = graph, extra
        self._told: dict[str, Told] = {}

    def told(self, report: str) -> Told:
        """What the graph holds of a report."""
        return self._told.setdefault(report, Told(self.graph, report))

    def place(self, span: str) -> tuple[str, int]:
        """Where a mention stands, for sorting."""
        return report_of(self.graph, span), int(self.graph.one(span, f"{NIF}beginIndex"))

    def mention(self, span: str) -> Finding:
        """A mention: its rule, its entity and why."""
        graph, told = self.graph, self.told(report_of(self.graph, span))
        return Finding(
            iri=span,
            type="Mention",
            says="",
            passages=(told.passage(span),),
            reasons=tuple(reason(rule, extra=self.extra) for rule in graph.all(span, f"{FZ}rule")),
            confidence=_share(graph.one(span, f"{ITSRDF}taConfidence")),
            links=tuple(link(graph, entity, told, span, self.extra) for entity in graph.all(span, MEANS)),
        )

    def assertion(self, node: str, kind: str) -> Finding:
        """A claim, figure or statement: its rule, and why its ends are who they are."""
        graph, told = self.graph, self.told(self.graph.one(node, f"{FZ}report"))
        spans = sorted(graph.all(node, f"{FZ}evidence"), key=self.place)
        predicate, indicator = graph.one(node, f"{RDF}predicate"), graph.one(node, f"{FZ}indicator")
        uses = f"fz:{predicate.removeprefix(FZ)}" if predicate else indicator.removeprefix(VOCABULARY)
        ends = [graph.one(node, path) for path in (f"{RDF}subject", f"{RDF}object", f"{FZ}about")]
        return Finding(
            iri=node,
            type=kind,
            says=self._says(node, kind, ends),
            passages=tuple(told.passage(span) for span in spans),
            reasons=tuple(reason(rule, uses, self.extra) for rule in graph.all(node, f"{FZ}rule")),
            confidence=_share(graph.one(node, f"{FZ}confidence")),
            links=tuple(self._end(end, told, spans) for end in ends if end),
        )

    def _says(self, node: str, kind: str, ends: Sequence[str]) -> str:
        graph = self.graph
        status = graph.one(node, f"{FZ}status").removeprefix(FZ)
        if kind == "Claim":
            predicate = graph.one(node, f"{RDF}predicate").removeprefix(FZ)
            return f"{graph.name(ends[0])} {predicate} {graph.name(ends[1])} ({status})"
        if kind == "Observation":
            value, unit, counts = (graph.one(node, f"{FZ}{name}") for name in ("value", "unit", "counts"))
            return f"{counts}: {value}{unit} ({graph.name(graph.one(node, f'{FZ}indicator'))}, {status})"
        return f"{graph.one(node, f'{FZ}text')} ({graph.name(graph.one(node, f'{FZ}topic'))})"

    def _end(self, entity: str, told: Told, spans: Sequence[str]) -> Link:
        """An end of an assertion, by its mention in the evidence, or else by its first in the report."""
        own = sorted(
            (s for s in self.graph.pointing(MEANS, entity) if report_of(self.graph, s) == told.iri),
            key=self.place,
        )
        inside = [s for s in own if any(self._holds(span, s) for span in spans)]
        span = next(iter(inside or own), "")
        return link(self.graph, entity, told, span, self.extra)

    def _holds(self, outer: str, inner: str) -> bool:
        (begin, end), (first, last) = (
            tuple(int(self.graph.one(span, f"{NIF}{name}Index")) for name in ("begin", "end"))
            for span in (outer, inner)
        )
        return begin <= first and last <= end


def _share(text: str) -> float | None:
    return float(text) if text else None
