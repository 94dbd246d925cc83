"""The graph as networkx sees it: entities as nodes, relations as edges with the reports that state them."""

from collections.abc import Iterable
from typing import get_args

import networkx as nx
import pyoxigraph as ox

from kg.graph.index import Index
from kg.lexicon import vocabulary
from kg.model import EntityType
from kg.model.namespaces import FZ, RDF, SKOS


def network(triples: Iterable[ox.Triple]) -> nx.MultiDiGraph:
    """Entities and relations of a graph (``store.triples(path)``, or ``quad.triple`` of a store's quads).

    Nodes are IRIs with ``label``, ``cls`` (local name), ``kind`` (Chinese label), ``scope`` (IRI or empty).
    Edges have the key ``implements/achieved`` and ``predicate``, ``status``, ``claims``, ``reports`` and
    ``years`` (sorted tuples; empty for a plain triple that no claim states). The order is that of the IRIs.
    """
    index = Index(triples)
    graph = nx.MultiDiGraph()
    types = index.of(f"{RDF}type")
    classes = {f"{FZ}{name}" for name in get_args(EntityType)}
    for iri in sorted(types):
        cls = next((name for name in types[iri] if name in classes), "")
        kinds = index.all(iri, f"{FZ}kind")
        if cls and (index.one(iri, f"{FZ}linkedBy") or kinds):
            kind = min((index.one(kind, f"{SKOS}prefLabel") for kind in kinds), default="")
            scope = index.one(iri, f"{FZ}scope")
            graph.add_node(iri, label=index.label(iri), cls=cls.removeprefix(FZ), kind=kind, scope=scope)
    claims = _claims(index)
    for subject, name, value, status in sorted({*claims, *_plain(index)}):
        if subject in graph and value in graph:
            stating = claims.get((subject, name, value, status), [])
            years = {index.one(claim, f"{FZ}year") for claim in stating} - {""}
            graph.add_edge(
                subject,
                value,
                key=f"{name}/{status}",
                predicate=name,
                status=status,
                claims=tuple(sorted(stating)),
                reports=tuple(sorted({index.one(claim, f"{FZ}report") for claim in stating})),
                years=tuple(sorted(years)),
            )
    return graph


def _claims(index: Index) -> dict[tuple[str, str, str, str], list[str]]:
    """The claims of each relation: subject, local name of the predicate, object, status."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for claim, (predicate, *_) in index.of(f"{RDF}predicate").items():
        subject, value = index.one(claim, f"{RDF}subject"), index.one(claim, f"{RDF}object")
        status = index.one(claim, f"{FZ}status").removeprefix(FZ)
        found.setdefault((subject, predicate.removeprefix(FZ), value, status), []).append(claim)
    return found


def _plain(index: Index) -> set[tuple[str, str, str, str]]:
    return {
        (subject, name, value, "achieved")
        for name in vocabulary.load().properties
        for subject, values in index.of(f"{FZ}{name}").items()
        for value in values
    }
