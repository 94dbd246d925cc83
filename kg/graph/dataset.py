"""What the default graph holds beside the data set's description: the ontology and the vocabulary in use."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg import resources
from kg.cache import kept
from kg.errors import UNREADABLE, raised_as
from kg.graph.entailments import entailments
from kg.graph.terms import Triple
from kg.lexicon.own import while_same
from kg.model.namespaces import OWL, RDFS, SKOS, VOCABULARY

_CONCEPT = f"<{SKOS}Concept>"


def vocabulary_triples(used: Iterable[str], extra: tuple[Path, ...]) -> list[Triple]:
    """The ontology and the vocabularies' entries in use, sorted.

    ``used``: terms of the concepts that the reports point to; ``extra``: the user's own vocabularies.
    Raises KgError KG014 when a vocabulary is not Turtle.
    """
    return sorted({*_ontology(), *entries(used, extra)})


def entries(used: Iterable[str], extra: tuple[Path, ...] = ()) -> set[Triple]:
    """What the vocabularies say of the concepts in ``used`` and of those that they point to in turn, and what follows."""
    known = _vocabulary(extra)
    todo, seen, found = list(used), set[str](), set[Triple]()
    while todo:
        concept = todo.pop()
        if concept in seen:
            continue
        seen.add(concept)
        for predicate, value in known.get(concept, ()):
            found.add((concept, predicate, value))
            if value.startswith(f"<{VOCABULARY}"):
                todo.append(value)
    return found | entailments(found, _concept_classes())


def ontology_version() -> str:
    """The term of the ontology's version IRI."""
    return next(value for _, predicate, value in _ontology() if predicate == f"<{OWL}versionIRI>")


@lru_cache(maxsize=1)
def _ontology() -> tuple[Triple, ...]:
    return _parse(resources.ontology() / "fazhi.ttl")


@lru_cache(maxsize=1)
def _concept_classes() -> frozenset[str]:
    return frozenset(s for s, p, o in _ontology() if (p, o) == (f"<{RDFS}subClassOf>", _CONCEPT))


@while_same(maxsize=4)
def _vocabulary(extra: tuple[Path, ...]) -> dict[str, list[tuple[str, str]]]:
    """What the vocabularies say, by subject."""
    files = (*sorted((resources.ontology() / "vocabulary").glob("*.ttl")), *extra)
    said: dict[str, list[tuple[str, str]]] = kept("entries", files, lambda: _by_subject(files))
    return said


def _by_subject(files: Iterable[Path]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for path in files:
        for subject, predicate, value in _parse(path):
            found.setdefault(subject, []).append((predicate, value))
    return found


def _parse(path: Path) -> tuple[Triple, ...]:
    with raised_as("KG014", path, UNREADABLE):
        quads = list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))
    triples = ((str(q.subject), str(q.predicate), str(q.object)) for q in quads)
    return tuple(t for t in triples if not t[0].startswith("_:") and not t[2].startswith("_:"))
