"""From a graph to the picture that is drawn of it."""

from collections import Counter, defaultdict
from typing import get_args

import networkx as nx

from kg.model import EntityType, Status
from kg.model.namespaces import FZ, NIF, RDF, SKOS
from kg.views.columns import LABEL, MEANS, Columns
from kg.views.graph import said
from kg.views.graph.picture import Claim, Edge, Node, Picture, Source, Spans
from kg.views.graph.rank import ranked
from kg.views.graph.spans import Places
from kg.views.wording import Name

SHOWN = 12
"""How many of an entity's mentions are quoted."""
MENTIONS = "mentions"
"""The predicate of what joins a town to an entity that its report names and relates to nothing."""
Ends = tuple[str, str, str]
"""Subject, predicate (local name), object."""


def read(columns: Columns) -> Picture:
    """The picture of a graph: all its entities, relations, figures and statements."""
    classes, reports = columns.entities(), columns.instances("Report")
    claims, mentions, places = (
        _claims(columns, classes),
        _mentions(columns, classes),
        Places(columns, reports),
    )
    spans = {iri: places.of(mentions[iri]) for iri in classes}
    divisions = [columns.one(report, FZ + "division") for report in reports]
    at_home = {iri: {divisions[span.report] for span in spans[iri]} for iri in classes}
    order = ranked(classes, at_home, set(divisions) & classes.keys(), ((s, o) for s, _, o in claims))
    number = {iri: index for index, iri in enumerate(order)}
    homes = [number.get(division) for division in divisions]
    nodes = _nodes(columns, {iri: classes[iri] for iri in order}, mentions, spans, places)
    edges = _edges(columns, claims, number, reports, places)
    edges += _loose(nodes, edges, homes, spans)
    return Picture(
        base=columns.base(),
        nodes=nodes,
        edges=tuple(sorted(edges, key=lambda edge: (edge.source, edge.predicate, edge.target))),
        reports=tuple(_source(columns, *one) for one in zip(reports, homes, strict=True)),
        classes={cls: columns.name(FZ + cls) for cls in get_args(EntityType)},
        predicates={p: columns.name(FZ + p) for p in sorted({p for _, p, _ in claims})},
        statuses={status: columns.name(FZ + status) for status in get_args(Status)},
    )


def _nodes(
    columns: Columns,
    classes: dict[str, str],
    mentions: dict[str, list[str]],
    spans: dict[str, Spans],
    places: Places,
) -> tuple[Node, ...]:
    """The entities in the order of ``classes``."""
    figures, remarks = said.figures(columns, places), said.remarks(columns, places)
    return tuple(
        Node(
            iri=iri,
            cls=cls,
            kind=_kind(columns, iri),
            label=columns.name(iri, (LABEL, SKOS + "prefLabel")),
            forms=_forms(columns, iri, mentions[iri]),
            linked=columns.one(iri, FZ + "linkedBy"),
            mentioned=len(mentions[iri]),
            reports=tuple(sorted({span.report for span in spans[iri]})),
            spans=spans[iri][:SHOWN],
            figures=tuple(figures[iri]),
            remarks=tuple(remarks[iri]),
        )
        for iri, cls in classes.items()
    )


def _edges(
    columns: Columns,
    claims: dict[Ends, list[str]],
    number: dict[str, int],
    reports: list[str],
    places: Places,
) -> list[Edge]:
    """The relations; ``number``: the place of each node."""
    known = {iri: index for index, iri in enumerate(reports)}
    return [
        Edge(
            source=number[s],
            predicate=predicate,
            target=number[o],
            claims=tuple(_claim(columns, claim, known, places) for claim in stating),
        )
        for (s, predicate, o), stating in claims.items()
    ]


def _source(columns: Columns, report: str, home: int | None) -> Source:
    """``home``: the node of the report's division."""
    return Source(
        title=columns.name(report, (LABEL,)).zh,
        year=columns.one(report, FZ + "year"),
        name=columns.report_names[report],
        division=home,
        text=columns.one(report, NIF + "isString"),
    )


def _claims(columns: Columns, entities: dict[str, str]) -> dict[Ends, list[str]]:
    """Relations between entities, each with the claims that state it; none for a plain triple alone."""
    found: dict[Ends, list[str]] = {}
    for claim in columns.instances("Claim"):
        s, o = columns.one(claim, RDF + "subject"), columns.one(claim, RDF + "object")
        if s in entities and o in entities:
            predicate = columns.one(claim, RDF + "predicate").removeprefix(FZ)
            found.setdefault((s, predicate, o), []).append(claim)
    for predicate in ("locatedIn", "partOf"):
        for s, values in columns.of(FZ + predicate).items():
            for value in values:
                if s in entities and value.value in entities:
                    found.setdefault((s, predicate, value.value), [])
    return found


def _claim(columns: Columns, claim: str, reports: dict[str, int], places: Places) -> Claim:
    return Claim(
        status=columns.one(claim, FZ + "status").removeprefix(FZ),
        report=reports[columns.one(claim, FZ + "report")],
        spans=places.of(columns.all(claim, FZ + "evidence")),
    )


def _loose(
    nodes: tuple[Node, ...],
    edges: list[Edge],
    homes: list[int | None],
    spans: dict[str, Spans],
) -> list[Edge]:
    """What hangs on a town's mention alone.

    Of each part of the graph that no report's town is in, the node with the most relations is joined to the
    towns whose reports name it.
    """
    graph = nx.Graph([(edge.source, edge.target) for edge in edges])
    graph.add_nodes_from(range(len(nodes)))
    hubs = {home for home in homes if home is not None}
    found = []
    for part in nx.connected_components(graph):
        if part & hubs:
            continue
        node = min(part, key=lambda node: (-graph.degree(node), node))
        claims: dict[int, list[Claim]] = defaultdict(list)
        for report in nodes[node].reports:
            if (home := homes[report]) is not None:
                said_there = tuple(span for span in spans[nodes[node].iri] if span.report == report)
                claims[home].append(Claim(status="mentioned", report=report, spans=said_there[:SHOWN]))
        found += [
            Edge(source=home, predicate=MENTIONS, target=node, claims=tuple(said))
            for home, said in claims.items()
        ]
    return found


def _mentions(columns: Columns, wanted: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for mention, meant in columns.of(MEANS).items():
        for value in meant:
            if value.value in wanted:
                found[value.value].append(mention)
    return found


def _forms(columns: Columns, iri: str, mentions: list[str]) -> tuple[str, ...]:
    """Other names, those first by which reports call it most often."""
    surfaces = Counter(columns.one(mention, NIF + "anchorOf") for mention in mentions)
    for label in ("altLabel", "prefLabel"):
        surfaces.update(columns.all(iri, SKOS + label))
    return tuple(sorted(surfaces.keys() - {""}, key=lambda form: (-surfaces[form], form)))


def _kind(columns: Columns, iri: str) -> Name:
    kind = columns.one(iri, FZ + "kind")
    return columns.name(kind) if kind else Name(zh="", en="")
