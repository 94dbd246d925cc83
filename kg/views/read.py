"""From a store to the picture that is drawn of it."""

from collections import Counter, defaultdict
from typing import get_args

import networkx as nx
import pyoxigraph as ox

from kg.model import EntityType, Status
from kg.views import said
from kg.views.columns import FZ, LABEL, MEANS, NIF, RDF, SKOS, Columns
from kg.views.picture import Claim, Edge, Name, Node, Picture, Quote, Source
from kg.views.quotes import Quotes

SHOWN = 6
"""How many of an entity's mentions are quoted."""
Ends = tuple[str, str, str]
"""Subject, predicate (local name), object."""


def read(store: ox.Store, most: int) -> Picture:
    """The picture of the ``most`` entities with the most relations; the reports' divisions come first."""
    columns = Columns(store)
    classes = columns.entities()
    reports = columns.instances("Report")
    claims = _claims(columns, classes)
    degree = Counter(end for s, o in {tuple(sorted((s, o))) for s, _, o in claims} for end in (s, o))
    hubs = {hub for report in reports if (hub := columns.one(report, FZ + "division")) in classes}
    ranked = sorted(classes, key=lambda iri: (iri not in hubs, -degree[iri], iri))[:most]
    number = {iri: index for index, iri in enumerate(ranked)}
    quotes = Quotes(columns, reports)
    mentions = _mentions(columns, number)
    edges = [
        Edge(source=number[s], predicate=p, target=number[o], claims=_stated(columns, stating, quotes))
        for (s, p, o), stating in sorted(claims.items())
        if s in number and o in number
    ]
    figures, remarks = said.figures(columns, quotes), said.remarks(columns, quotes)
    nodes = [
        Node(
            iri=iri,
            cls=classes[iri],
            kind=_kind(columns, iri),
            label=columns.name(iri, (LABEL, SKOS + "prefLabel")).zh,
            forms=_forms(columns, iri, mentions[iri]),
            mentioned=len(mentions[iri]),
            quotes=_first(quotes, columns, mentions[iri]),
            divisions=_divisions(columns, mentions[iri], number),
            figures=tuple(figures[iri]),
            remarks=tuple(remarks[iri]),
        )
        for iri in ranked
    ]
    loose = _loose(len(ranked), edges, {number[hub] for hub in hubs if hub in number})
    only = {(hub, node) for node in loose for hub in nodes[node].divisions}
    return Picture(
        nodes=tuple(nodes),
        edges=tuple(edges),
        mentions=tuple(sorted(only)),
        reports=tuple(_source(columns, report, number) for report in reports),
        sentences=tuple(quotes.sentences),
        classes={cls: columns.name(FZ + cls) for cls in get_args(EntityType)},
        predicates={p: columns.name(FZ + p) for p in sorted({p for _, p, _ in claims})},
        statuses={status: columns.name(FZ + status) for status in get_args(Status)},
        entities=len(classes),
        relations=len(claims),
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


def _loose(count: int, edges: list[Edge], hubs: set[int]) -> list[int]:
    """Of each part of the graph that no report's division is in, the node with the most relations."""
    graph = nx.Graph([(edge.source, edge.target) for edge in edges])
    graph.add_nodes_from(range(count))
    parts = [part for part in nx.connected_components(graph) if not part & hubs]
    return sorted(min(part, key=lambda node: (-graph.degree(node), node)) for part in parts)


def _stated(columns: Columns, claims: list[str], quotes: Quotes) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            status=columns.one(claim, FZ + "status").removeprefix(FZ),
            quotes=quotes.of(columns.all(claim, FZ + "evidence")),
        )
        for claim in claims
    )


def _mentions(columns: Columns, wanted: dict[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for mention, meant in columns.of(MEANS).items():
        for value in meant:
            if value.value in wanted:
                found[value.value].append(mention)
    return found


def _divisions(columns: Columns, mentions: list[str], number: dict[str, int]) -> tuple[int, ...]:
    reports = {columns.one(mention, NIF + "referenceContext") for mention in mentions}
    divisions = {columns.one(report, FZ + "division") for report in reports}
    return tuple(sorted(number[iri] for iri in divisions if iri in number))


def _first(quotes: Quotes, columns: Columns, mentions: list[str]) -> tuple[Quote, ...]:
    """The first mentions that stand in different sentences."""

    def place(mention: str) -> tuple[str, int]:
        begin = columns.one(mention, NIF + "beginIndex")
        return columns.one(mention, NIF + "referenceContext"), int(begin) if begin.isdecimal() else 0

    first = quotes.of(sorted(mentions, key=place)[: 3 * SHOWN])
    return tuple({quote.sentence: quote for quote in reversed(first)}.values())[::-1][:SHOWN]


def _forms(columns: Columns, iri: str, mentions: list[str]) -> tuple[str, ...]:
    names = [name for label in ("altLabel", "prefLabel") for name in columns.all(iri, SKOS + label)]
    return tuple(sorted({*names, *(columns.one(mention, NIF + "anchorOf") for mention in mentions)} - {""}))


def _kind(columns: Columns, iri: str) -> Name:
    kind = columns.one(iri, FZ + "kind")
    return columns.name(kind) if kind else Name(zh="", en="")


def _source(columns: Columns, iri: str, number: dict[str, int]) -> Source:
    return Source(
        iri=iri,
        title=columns.name(iri, (LABEL,)).zh,
        year=columns.one(iri, FZ + "year"),
        file=columns.one(iri, FZ + "fileName"),
        issuer=columns.one(iri, FZ + "issuer"),
        division=number.get(columns.one(iri, FZ + "division")),
    )
