"""The vocabularies of ``ontology/`` as records: SKOS concepts by class, and the relations' triggers.

The Turtle is parsed by pyoxigraph, because every build reads it and rdflib needs forty times as long.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

import pyoxigraph as ox

from kg import resources
from kg.cache import kept
from kg.errors import KgError
from kg.lexicon.own import while_same
from kg.model import EntityType, frozen

FZ = "https://fazhi.example/ontology#"
VOCABULARY = "https://fazhi.example/vocabulary/"
PARTITIVE = "http://purl.org/iso25964/skos-thes#broaderPartitive"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABELS = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
CLASSES: dict[str, EntityType] = {name: name for name in get_args(EntityType)}
"""The classes of entities by their names."""


@frozen
class Concept:
    """One SKOS concept of the vocabularies."""

    id: str
    """``scheme/slug``: the IRI without the vocabulary's base."""
    cls: str
    """Local name of its class: ``Programme``."""
    label: str
    """The preferred Chinese label."""
    labels: tuple[str, ...]
    """Every Chinese label, preferred first."""
    kind: str
    """The Chinese label of its kind, or empty."""
    notation: str
    broader: tuple[str, ...]
    """Identifiers of broader concepts."""
    wholes: tuple[str, ...]
    """Identifiers of the systems that it is a part of (ISO 25964 ``broaderPartitive``)."""
    facts: dict[str, tuple[str, ...]]
    """Values of the ``fz:`` properties, by local name: ``reach`` → ``("local",)``; concepts by identifier."""

    def one(self, name: str) -> str:
        """The first value of a ``fz:`` property, or the empty string."""
        values = self.facts.get(name)
        return values[0] if values else ""

    @property
    def entity(self) -> EntityType:
        """The class of the entities that it names: that of ``fz:ofType``, or its own. Raises KgError KG014 when that is none."""
        return _entity_class(self.one("ofType") or self.cls, self.id)

    def runs_on(self, text: str, end: int) -> bool:
        """Whether a label that ends at ``end`` is the beginning of another word (司法所长, 律师事务所)."""
        return text.startswith(self.facts.get("notBefore", ()), end)


@frozen
class Property:
    """A relation of ``fazhi.ttl`` as the extractor reads it."""

    name: str
    triggers: tuple[str, ...]
    frames: tuple[tuple[str, str], ...]
    """Pairs around the object: ``("以", "为指导")``."""
    domain: tuple[str, ...]
    range: tuple[str, ...]
    implied_by: tuple[str, ...]
    """Classes of which a mention that no verb governs states the relation."""


class Vocabulary:
    """Concepts by identifier and by class; relations by name."""

    def __init__(self, concepts: Iterable[Concept], properties: Iterable[Property]) -> None:
        self.concepts = {concept.id: concept for concept in concepts}
        self.properties = {prop.name: prop for prop in properties}
        self._labels: dict[str, dict[str, Concept]] = {}
        self._by_class: dict[str, list[Concept]] = {}
        for concept in self.concepts.values():
            self._by_class.setdefault(concept.cls, []).append(concept)

    def of(self, cls: str) -> Sequence[Concept]:
        """The concepts of one class, in order of identifier."""
        return self._by_class.get(cls, ())

    def labelled(self, cls: str, names: Iterable[str]) -> Concept | None:
        """The concept of a class that bears one of ``names`` as a label, the first name first."""
        index = self._labels.get(cls)
        if index is None:
            index = self._labels[cls] = {label: c for c in self.of(cls) for label in c.labels}
        return next((index[name] for name in names if name in index), None)

    def words(self, concept_id: str) -> tuple[str, ...]:
        """Every label of one concept (a word list such as ``boundary/light-verb``)."""
        return self.concepts[concept_id].labels


@while_same(maxsize=4)
def load(extra: tuple[Path, ...] = ()) -> Vocabulary:
    """The shipped vocabularies and the user's own files (Turtle, the same format).

    Raises KgError KG014 when a file is missing or is not Turtle.
    """
    root = resources.ontology()
    files = [root / "fazhi.ttl", *sorted((root / "vocabulary").glob("*.ttl")), *extra]
    known = kept("vocabulary", files, lambda: _read(files))
    return Vocabulary(
        (Concept(**facts) for facts in known["concepts"]),
        (Property(**facts) for facts in known["properties"]),
    )


def _read(files: Sequence[Path]) -> dict[str, list[Concept] | list[Property]]:
    """The concepts and the relations of ``files``, in order of identifier."""
    graph: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for path in files:
        for subject, predicate, value in _triples(path):
            graph.setdefault(subject, {}).setdefault(predicate, []).append(value)
    kinds = {iri: _zh(facts, LABELS[:1])[0] for iri, facts in graph.items() if _cls(facts) == "Kind"}
    concepts = [
        _concept(iri, graph[iri], kinds)
        for iri in sorted(graph)
        if iri.startswith(VOCABULARY) and _cls(graph[iri]) and _zh(graph[iri], LABELS)
    ]
    inside: dict[str, list[str]] = {}
    for iri, facts in graph.items():
        for outer in facts.get(RDFS + "subClassOf", ()):
            inside.setdefault(outer.value, []).append(iri)
    properties = [_property(iri, graph[iri], inside) for iri in sorted(graph) if _is_relation(graph[iri])]
    return {"concepts": concepts, "properties": properties}


def load_named(extra: Sequence[str]) -> Vocabulary:
    """``load`` for paths given as strings, as a spaCy configuration holds them."""
    return load(tuple(Path(path) for path in extra))


def _triples(path: Path) -> Iterable[tuple[str, str, ox.NamedNode | ox.Literal]]:
    try:
        data = path.read_bytes()
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                yield quad.subject.value, quad.predicate.value, quad.object
    except OSError as error:
        raise KgError("KG014", str(path), why=str(error.strerror)) from error
    except SyntaxError as error:
        place = f"line {error.lineno}" if error.lineno else ""
        raise KgError("KG014", str(path), place, why=str(error.msg)) from error


def _cls(facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> str:
    types = [t.value[len(FZ) :] for t in facts.get(RDF_TYPE, ()) if t.value.startswith(FZ)]
    return types[0] if types else ""


def _zh(facts: dict[str, list[ox.NamedNode | ox.Literal]], properties: Sequence[str]) -> list[str]:
    found = [
        value.value
        for name in properties
        for value in facts.get(name, ())
        if isinstance(value, ox.Literal) and value.language == "zh"
    ]
    return list(dict.fromkeys(found))


def _concept(iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]], kinds: dict[str, str]) -> Concept:
    labels = _zh(facts, LABELS)
    kind = facts.get(FZ + "kind", [])
    own = {
        name[len(FZ) :]: tuple(v.value.removeprefix(VOCABULARY).removeprefix(FZ) for v in values)
        for name, values in facts.items()
        if name.startswith(FZ) and name != FZ + "kind"
    }
    for name in own.get("ofType", ()):
        _entity_class(name, iri[len(VOCABULARY) :])
    return Concept(
        id=iri[len(VOCABULARY) :],
        cls=_cls(facts),
        label=labels[0],
        labels=tuple(labels),
        kind=kinds.get(kind[0].value, "") if kind else "",
        notation=next((v.value for v in facts.get(SKOS + "notation", ())), ""),
        broader=tuple(v.value.removeprefix(VOCABULARY) for v in facts.get(SKOS + "broader", ())),
        wholes=tuple(v.value.removeprefix(VOCABULARY) for v in facts.get(PARTITIVE, ())),
        facts=own,
    )


def _entity_class(name: str, concept: str) -> EntityType:
    """The class of entities of that name, which ``concept`` says it has. Raises KgError KG014."""
    if name not in CLASSES:
        raise KgError("KG014", concept, why=f"{name} is no class of entities ({', '.join(CLASSES)})")
    return CLASSES[name]


def _is_relation(facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> bool:
    """Whether a term is one of the relations that reports state: an object property between entities."""
    return FZ + "relation" in facts


def _property(
    iri: str, facts: dict[str, list[ox.NamedNode | ox.Literal]], inside: dict[str, list[str]]
) -> Property:
    """``inside``: the subclasses of each class, directly below it."""
    frames = (v.value.partition("|") for v in facts.get(FZ + "triggerFrame", ()))
    return Property(
        name=iri[len(FZ) :],
        triggers=tuple(v.value for v in facts.get(FZ + "trigger", ())),
        frames=tuple((before, after) for before, _, after in frames),
        domain=_classes(facts, RDFS + "domain", inside),
        range=_classes(facts, RDFS + "range", inside),
        implied_by=tuple(v.value.removeprefix(FZ) for v in facts.get(FZ + "impliedBy", ())),
    )


def _classes(
    facts: dict[str, list[ox.NamedNode | ox.Literal]], name: str, inside: dict[str, list[str]]
) -> tuple[str, ...]:
    """The classes that a domain or range admits: the class itself and its subclasses, by local name."""
    todo, found = [v.value for v in facts.get(name, ())], []
    while todo:
        iri = todo.pop()
        if iri in found:
            continue
        found.append(iri)
        todo += inside.get(iri, ())
    return tuple(sorted(iri[len(FZ) :] for iri in found if iri.startswith(FZ)))
