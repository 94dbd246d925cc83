"""The terms of the ontology, read from ``fazhi.ttl``: what its page shows of each, and in which part."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, get_args

import rdflib
from rdflib import DCTERMS, OWL, RDF, RDFS
from rdflib.term import Node

from kg import resources
from kg.model import EntityType
from kg.model.namespaces import FZ

_TELLING = ("TransitiveProperty", "DimensionProperty", "MeasureProperty")
_TEXT = ("Report", "Section", "Mention")
PARTS = (
    *("entities", "above", "text", "assertions", "concepts"),
    *("values", "relations", "properties", "cube", "configuration"),
)
"""Parts of the page, in their order; the page's template names them."""


class Term(NamedTuple):
    """One class, property or individual."""

    name: str
    """Without its namespace; the fragment of its IRI and the anchor on the page."""
    part: str
    """A key of the page's parts."""
    label: dict[str, str]
    comment: dict[str, str]
    above: tuple[str, ...]
    """Classes or properties directly above it, as prefixed names; an individual's class."""
    domain: str
    range: str
    also: tuple[str, ...]
    """Terms of other vocabularies to see."""
    disjoint: tuple[str, ...]
    characteristics: tuple[str, ...]
    """``TransitiveProperty`` and the like."""


class Ontology(NamedTuple):
    """What the page shows."""

    title: dict[str, str]
    about: dict[str, str]
    version: str
    licence: str
    terms: tuple[Term, ...]


def read(path: Path | None = None) -> Ontology:
    """The ontology in a Turtle file; none given: the one that ships with the program."""
    graph = rdflib.Graph(bind_namespaces="none").parse(path or resources.ontology() / "fazhi.ttl")
    header = rdflib.URIRef(FZ.removesuffix("#"))
    names = {
        str(s).removeprefix(FZ): s
        for s in graph.subjects(RDF.type, None)
        if str(s).startswith(FZ) and (s, RDFS.label, None) in graph
    }
    entities = _below(graph, "Entity")
    assertions = _below(graph, "Assertion")
    terms = (
        _term(graph, name, node, _part(graph, name, node, entities, assertions))
        for name, node in names.items()
    )
    return Ontology(
        title=_texts(graph, header, DCTERMS.title),
        about=_texts(graph, header, DCTERMS.description),
        version=str(graph.value(header, OWL.versionInfo)),
        licence=str(graph.value(header, DCTERMS.license)),
        terms=tuple(sorted(terms, key=_order)),
    )


def _term(graph: rdflib.Graph, name: str, node: Node, part: str) -> Term:
    types = list(graph.objects(node, RDF.type))
    above = (
        *graph.objects(node, RDFS.subClassOf),
        *graph.objects(node, RDFS.subPropertyOf),
        *(cls for cls in types if str(cls).startswith(FZ)),
    )
    return Term(
        name=name,
        part=part,
        label=_texts(graph, node, RDFS.label),
        comment=_texts(graph, node, RDFS.comment),
        above=_names(graph, above),
        domain=next(iter(_names(graph, graph.objects(node, RDFS.domain))), ""),
        range=next(iter(_names(graph, graph.objects(node, RDFS.range))), ""),
        also=_names(graph, graph.objects(node, RDFS.seeAlso)),
        disjoint=_names(
            graph, (*graph.objects(node, OWL.disjointWith), *graph.subjects(OWL.disjointWith, node))
        ),
        characteristics=tuple(
            sorted(str(cls).rpartition("#")[2] for cls in types if str(cls).endswith(_TELLING))
        ),
    )


def _part(graph: rdflib.Graph, name: str, node: Node, entities: set[str], said: set[str]) -> str:
    types = {str(cls).rpartition("#")[2] for cls in graph.objects(node, RDF.type)}
    if any(str(whole).endswith("/configuration") for whole in graph.objects(node, RDFS.isDefinedBy)):
        return "configuration"
    if "DataStructureDefinition" in types:
        return "cube"
    if "NamedIndividual" in types:
        return "values"
    if "Class" not in types:
        return "relations" if (node, rdflib.URIRef(f"{FZ}relation"), None) in graph else "properties"
    if name in get_args(EntityType):
        return "entities"
    return (
        "above"
        if name in entities
        else "text"
        if name in _TEXT
        else "assertions"
        if name in said
        else "concepts"
    )


def _below(graph: rdflib.Graph, name: str) -> set[str]:
    """The class and all classes below it."""
    return {
        str(s).removeprefix(FZ) for s in graph.transitive_subjects(RDFS.subClassOf, rdflib.URIRef(FZ + name))
    }


def _texts(graph: rdflib.Graph, node: Node, predicate: rdflib.URIRef) -> dict[str, str]:
    return {
        str(text.language): str(text)
        for text in graph.objects(node, predicate)
        if isinstance(text, rdflib.Literal)
    }


def _names(graph: rdflib.Graph, nodes: Iterable[Node]) -> tuple[str, ...]:
    """Prefixed names, our own first."""
    found = {graph.namespace_manager.normalizeUri(str(node)).strip("<>") for node in nodes}
    return tuple(sorted(found, key=lambda name: (not name.startswith("fz:"), name)))


def _order(term: Term) -> tuple[int, int, str]:
    """By part; entities as the model lists them, properties by domain, everything else by name."""
    listed = get_args(EntityType)
    place = listed.index(term.name) if term.name in listed else len(listed)
    return PARTS.index(term.part), place, term.domain + term.name
