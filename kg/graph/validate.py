"""Is a written graph right? SHACL by pyshacl over ``ontology/shapes.ttl``, and the checks in code."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH, Graph
from rdflib.term import BNode, Literal, Node, URIRef

from kg import resources
from kg.graph import checks, store
from kg.graph.findings import Finding, severity
from kg.graph.index import Index
from kg.graph.spans import spans
from kg.lexicon import vocabulary

_PARTS = ("fazhi.ttl", "shapes.ttl")


def validate(
    path: Path, sources: Mapping[str, str] | None = None, extra: Sequence[Path] = ()
) -> list[Finding]:
    """What is wrong with the graph at ``path`` (a file or a build's folder): errors first, then by node.

    ``sources``: the decoded characters of source files by the SHA-256 of their bytes; spans are held against
    those that are given. ``extra``: the user's own vocabularies. An empty list: all is well.
    Raises KgError KG012 when the graph cannot be read, KG014 when a vocabulary cannot.
    """
    triples = store.triples(path)
    triples = list(dict.fromkeys([*triples, *store.triples(resources.ontology() / "fazhi.ttl")]))
    index = Index(triples)
    found = [*shacl(triples, index), *checks.form(triples, index), *checks.claims(index)]
    found += spans(index, sources or {})
    words = {label for unit in vocabulary.load(tuple(extra)).of("Unit") for label in unit.labels}
    found += checks.units(index, words)
    return sorted(set(found), key=lambda f: (f.severity, f.node, f.path, f.en, f.value))


def shacl(triples: Sequence[ox.Triple], index: Index) -> Iterator[Finding]:
    """The findings of the shapes; ``triples`` hold the ontology, so that subclasses are known."""
    shapes = _graph(store.triples(resources.ontology() / "shapes.ttl"))
    _, results, _ = pyshacl.validate(_graph(triples), shacl_graph=shapes, inplace=True, do_owl_imports=False)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        messages = results.objects(result, SH.resultMessage)
        texts = {message.language: str(message) for message in messages if isinstance(message, Literal)}
        about = (SH.focusNode, SH.resultPath, SH.value)
        node, path, value = ("" if (v := results.value(result, p)) is None else str(v) for p in about)
        yield Finding(
            severity=severity(str(results.value(result, SH.resultSeverity))),
            node=node,
            label=index.label(node),
            path=path,
            value=value,
            zh=texts.get("zh", ""),
            en=texts.get("en", ""),
        )


def _graph(triples: Sequence[ox.Triple]) -> Graph:
    """The same for rdflib, which takes eight times as long to parse Turtle itself."""
    graph, known = Graph(), dict[Any, Node]()

    def term(given: Any) -> Node:
        node = known.get(given)
        if node is None:
            node = known[given] = _term(given)
        return node

    for s, p, o in triples:
        graph.add((term(s), term(p), term(o)))
    return graph


def _term(given: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(given, ox.NamedNode):
        return URIRef(given.value)
    if isinstance(given, ox.Literal):
        if given.language:
            return Literal(given.value, lang=given.language)
        return Literal(given.value, datatype=URIRef(given.datatype.value), normalize=False)
    return BNode(str(given))
