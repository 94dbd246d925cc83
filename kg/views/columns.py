"""Reading a store by predicate: the graph as columns."""

from collections.abc import Sequence
from functools import lru_cache
from typing import get_args

import pyoxigraph as ox

from kg.graph.iris import DEFAULT_BASE
from kg.model import EntityType
from kg.views.picture import Name

FZ = "https://fazhi.example/ontology#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
DCTERMS = "http://purl.org/dc/terms/"
VOID = "http://rdfs.org/ns/void#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
MEANS = "http://www.w3.org/2005/11/its/rdf#taIdentRef"


class Columns:
    """A store's default graph, one predicate at a time; values come in one order, whatever the store's."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, predicate: str) -> dict[str, list[ox.NamedNode | ox.Literal]]:
        """Subject → its values."""
        found: dict[str, list[ox.NamedNode | ox.Literal]] = {}
        quads = self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, ox.DefaultGraph())
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                found.setdefault(quad.subject.value, []).append(quad.object)
        for values in found.values():
            if len(values) > 1:
                values.sort(key=str)
        return found

    def instances(self, cls: str) -> list[str]:
        """The subjects of class ``fz:cls``, sorted."""
        kind = ox.NamedNode(RDF + "type")
        quads = self._store.quads_for_pattern(None, kind, ox.NamedNode(FZ + cls), ox.DefaultGraph())
        return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))

    def entities(self) -> dict[str, str]:
        """The things that reports speak of, with their classes; a concept copied for its label is none."""
        linked = self.of(FZ + "linkedBy")
        classes = get_args(EntityType)
        return {iri: cls for cls in classes for iri in self.instances(cls) if iri in linked}

    def base(self) -> str:
        """What the IRIs of the data start with."""
        spaces = self.of(VOID + "uriSpace")
        return next((values[0].value for _, values in sorted(spaces.items())), DEFAULT_BASE)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Every value, as a string."""
        return [value.value for value in self.of(predicate).get(subject, ())]

    def one(self, subject: str, predicate: str) -> str:
        """The first value, or the empty string."""
        values = self.of(predicate).get(subject)
        return values[0].value if values else ""

    def name(self, subject: str, predicates: Sequence[str] = (SKOS + "prefLabel", LABEL)) -> Name:
        """What it is called in Chinese and in English; without a label, the end of its IRI."""
        by_language: dict[str, str] = {}
        for predicate in predicates:
            for value in self.of(predicate).get(subject, ()):
                if isinstance(value, ox.Literal):
                    by_language.setdefault(value.language or "", value.value)
        zh = by_language.get("zh") or by_language.get("")
        en = by_language.get("en")
        tail = subject.replace("#", "/").rsplit("/", 1)[-1]
        return Name(zh=zh or en or tail, en=en or zh or tail)
