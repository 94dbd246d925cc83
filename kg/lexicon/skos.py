"""The Turtle of ``ontology/`` read as concepts and relations.

It is parsed by pyoxigraph, because every build reads it and rdflib needs forty times as long.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UNREADABLE, raised_as
from kg.lexicon.concept import Concept, Property, entity_class
from kg.lexicon.located import RDF_TYPE
from kg.model.namespaces import FZ, ISO_THES, RDFS, SKOS, VOCABULARY

PARTITIVE = f"{ISO_THES}broaderPartitive"
LABELS = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))

Facts = dict[str, list[ox.NamedNode | ox.Literal]]
"""What is said of one subject, by predicate."""


def read(files: Sequence[Path]) -> dict[str, list[Concept] | list[Property]]:
    """The concepts and the relations of ``files``, in order of identifier."""
    graph: dict[str, Facts] = {}
    for path in files:
        for subject, predicate, value in _triples(path):
            graph.setdefault(subject, {}).setdefault(predicate, []).append(value)
    kinds = {
        iri: next(iter(_zh(facts, LABELS[:1])), "") for iri, facts in graph.items() if _cls(facts) == "Kind"
    }
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


def _triples(path: Path) -> Iterable[tuple[str, str, ox.NamedNode | ox.Literal]]:
    with raised_as("KG014", path, UNREADABLE):
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                yield quad.subject.value, quad.predicate.value, quad.object


def _cls(facts: Facts) -> str:
    types = [t.value[len(FZ) :] for t in facts.get(RDF_TYPE, ()) if t.value.startswith(FZ)]
    return types[0] if types else ""


def _zh(facts: Facts, properties: Sequence[str]) -> list[str]:
    found = [
        value.value
        for name in properties
        for value in facts.get(name, ())
        if isinstance(value, ox.Literal) and value.language == "zh"
    ]
    return list(dict.fromkeys(found))


def _concept(iri: str, facts: Facts, kinds: dict[str, str]) -> Concept:
    labels = _zh(facts, LABELS)
    kind = facts.get(FZ + "kind", [])
    own = {
        name[len(FZ) :]: tuple(v.value.removeprefix(VOCABULARY).removeprefix(FZ) for v in values)
        for name, values in facts.items()
        if name.startswith(FZ) and name != FZ + "kind"
    }
    for name in own.get("ofType", ()):
        entity_class(name, iri[len(VOCABULARY) :])
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


def _is_relation(facts: Facts) -> bool:
    """Whether a term is one of the relations that reports state: an object property between entities."""
    return FZ + "relation" in facts


def _property(iri: str, facts: Facts, inside: dict[str, list[str]]) -> Property:
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


def _classes(facts: Facts, name: str, inside: dict[str, list[str]]) -> tuple[str, ...]:
    """The classes that a domain or range admits: the class itself and its subclasses, by local name."""
    todo, found = [v.value for v in facts.get(name, ())], []
    while todo:
        iri = todo.pop()
        if iri in found:
            continue
        found.append(iri)
        todo += inside.get(iri, ())
    return tuple(sorted(iri[len(FZ) :] for iri in found if iri.startswith(FZ)))
