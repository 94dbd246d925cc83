"""The ontology as a page to read: every term in Chinese and English, with a diagram, made from ``fazhi.ttl``."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, get_args

import rdflib
from markupsafe import Markup
from rdflib import DCTERMS, OWL, RDF, RDFS
from rdflib.term import Node

from kg import resources
from kg.model import EntityType
from kg.views.diagram import Box, diagram
from kg.views.pages import environment

FZ = "https://fazhi.example/ontology#"
_TEXT = ("Report", "Section", "Mention")
_HEADINGS = {
    "entities": ("实体", "Entities"),
    "above": ("上位类", "Classes above them"),
    "text": ("文本", "The text"),
    "assertions": ("陈述", "Assertions"),
    "concepts": ("概念", "Concepts"),
    "values": ("取值", "Values"),
    "relations": ("关系", "Relations"),
    "properties": ("其他属性", "Other properties"),
    "cube": ("数据立方体", "Data cube"),
    "configuration": ("抽取配置（数据中不用）", "The extractor’s configuration (not used in data)"),
}
"""Parts of the page, in their order."""


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
    terms = []
    for name, node in names.items():
        above = (
            *graph.objects(node, RDFS.subClassOf),
            *graph.objects(node, RDFS.subPropertyOf),
            *(cls for cls in graph.objects(node, RDF.type) if str(cls).startswith(FZ)),
        )
        terms.append(
            Term(
                name=name,
                part=_part(graph, name, node, entities, assertions),
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
                    sorted(
                        str(cls).rpartition("#")[2]
                        for cls in graph.objects(node, RDF.type)
                        if str(cls).endswith(("TransitiveProperty", "DimensionProperty", "MeasureProperty"))
                    )
                ),
            )
        )
    return Ontology(
        title=_texts(graph, header, DCTERMS.title),
        about=_texts(graph, header, DCTERMS.description),
        version=str(graph.value(header, OWL.versionInfo)),
        licence=str(graph.value(header, DCTERMS.license)),
        terms=tuple(sorted(terms, key=_order)),
    )


def page(ontology: Ontology) -> str:
    """The page: one HTML file that needs nothing else."""
    parts = {key: [t for t in ontology.terms if t.part == key] for key in _HEADINGS}
    classes = {t.name: t for t in ontology.terms if t.part in ("entities", "above")}
    boxes = [
        Box(t.name, t.label["zh"], tuple(a[3:] for a in t.above if a[3:] in classes), t.part == "entities")
        for t in classes.values()
    ]
    return (
        environment()
        .get_template("ontology.html")
        .render(
            ontology=ontology,
            headings=_HEADINGS,
            parts=parts,
            hierarchy=Markup(diagram(boxes)),
            names={t.name: t for t in ontology.terms},
        )
    )


def _part(graph: rdflib.Graph, name: str, node: Node, entities: set[str], said: set[str]) -> str:
    types = {str(cls).rpartition("#")[2] for cls in graph.objects(node, RDF.type)}
    if (node, RDFS.isDefinedBy, None) in graph:
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
    return [*_HEADINGS].index(term.part), place, term.domain + term.name
