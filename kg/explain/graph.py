"""A store, asked one triple at a time."""

from collections.abc import Iterator
from typing import get_args

import pyoxigraph as ox

from kg.model import EntityType
from kg.model.namespaces import FZ, ITSRDF, NIF, RDF, RDFS, SKOS, VOCABULARY, VOID

TYPE, LABEL = f"{RDF}type", f"{RDFS}label"
NAMES = (LABEL, f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel")
MEANS, CONTEXT, ANCHOR = f"{ITSRDF}taIdentRef", f"{NIF}referenceContext", f"{NIF}anchorOf"
CLASSES = tuple(get_args(EntityType))


class Graph:
    """Values as strings: IRIs without brackets, literals without language or type."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def all(self, node: str, predicate: str) -> list[str]:
        """The values of a property, sorted."""
        quads = self.store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None)
        return sorted({_value(quad.object) for quad in quads})

    def one(self, node: str, predicate: str) -> str:
        """The first value of a property, or the empty string."""
        return next(iter(self.all(node, predicate)), "")

    def pointing(self, predicate: str, node: str) -> list[str]:
        """The subjects of which an IRI is a value, sorted."""
        quads = self.store.quads_for_pattern(None, ox.NamedNode(predicate), ox.NamedNode(node))
        return sorted({_value(quad.subject) for quad in quads})

    def having(self, predicate: str, text: str) -> list[str]:
        """The subjects of which a text is a value, in Chinese or in no language, sorted."""
        literals = (ox.Literal(text, language="zh"), ox.Literal(text))
        quads = (q for v in literals for q in self.store.quads_for_pattern(None, ox.NamedNode(predicate), v))
        return sorted({_value(quad.subject) for quad in quads})

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Subject and value of every triple with this predicate."""
        for quad in self.store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            yield _value(quad.subject), _value(quad.object)

    def name(self, node: str) -> str:
        """The Chinese label of a node, or the end of its IRI."""
        for predicate in NAMES[:2]:
            for quad in self.store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None):
                if isinstance(quad.object, ox.Literal) and quad.object.language in ("zh", None):
                    return quad.object.value
        return node.rpartition("/")[2]

    def classes(self, node: str) -> list[str]:
        """The local names of a node's classes of this ontology, sorted."""
        return [cls.removeprefix(FZ) for cls in self.all(node, TYPE) if cls.startswith(FZ)]

    def entity_class(self, node: str) -> str:
        """The class of an entity that reports speak of; empty for everything else."""
        own = next((cls for cls in self.classes(node) if cls in CLASSES), "")
        return own if own and self.one(node, f"{FZ}linkedBy") else ""

    def base(self) -> str:
        """What the IRIs of the data begin with."""
        return next((value for _, value in self.pairs(f"{VOID}uriSpace")), "")

    def resolved(self, words: str) -> str:
        """The IRI of a node of the graph that is named by its IRI, or by what follows the data's or the vocabularies'
        base; the empty string when there is none."""
        local = words.strip("<>")
        if not local.isascii() or any(mark in local for mark in ' "{}|\\^`'):
            return ""
        given = [local] if ":" in local.partition("/")[0] else [self.base() + local, VOCABULARY + local]
        return next((iri for iri in given if ":" in iri and self.all(iri, TYPE)), "")


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
