"""What follows from the entries of a vocabulary, said outright: a store does not infer it."""

from collections.abc import Container, Iterator
from typing import get_args

from kg.graph.terms import LABEL, A, Triple
from kg.model import EntityType
from kg.model.namespaces import FZ, SKOS

_CONCEPT, _NAME, _SCHEME, _BROADER, _TOP_OF, _HAS_TOP = (
    f"<{SKOS}{name}>"
    for name in ("Concept", "prefLabel", "inScheme", "broader", "topConceptOf", "hasTopConcept")
)
_THINGS = frozenset(f"<{FZ}{name}>" for name in get_args(EntityType))


def entailments(said: set[Triple], classes: Container[str]) -> set[Triple]:
    """What follows from what the vocabularies say (``said``); ``classes``: the ontology's classes of concepts."""
    return {*_concepts(said, classes), *_labels(said), *_tops(said)}


def _concepts(said: set[Triple], classes: Container[str]) -> Iterator[Triple]:
    """Each member of a scheme is a ``skos:Concept``: a store needs it for a hierarchy, and a cube's code list needs it.

    That is said of the entry, not of its class: an honour that a vocabulary lists (全国文明村镇) is a concept, one that only
    a report names is not.
    """
    for subject, predicate, value in said:
        if predicate == _SCHEME or (predicate == A and value in classes):
            yield subject, A, _CONCEPT


def _labels(said: set[Triple]) -> Iterator[Triple]:
    """The preferred names of entries and schemes as ``rdfs:label``, as the ontology's own terms have it: 种类 and Kinds.

    Of what reports speak of only the Chinese one: such a thing has one label, whether a vocabulary knows it or not, so that
    a query that asks for it gives one row a thing.
    """
    things = {subject for subject, predicate, value in said if predicate == A and value in _THINGS}
    for subject, predicate, value in said:
        if predicate == _NAME and (subject not in things or value.endswith("@zh")):
            yield subject, LABEL, value


def _tops(said: set[Triple]) -> Iterator[Triple]:
    """Where each scheme begins: the members in use that have no broader one there."""
    members = {(subject, value) for subject, predicate, value in said if predicate == _SCHEME}
    broader: dict[str, list[str]] = {}
    for subject, predicate, value in said:
        if predicate == _BROADER:
            broader.setdefault(subject, []).append(value)
    for entry, scheme in members:
        if not any((above, scheme) in members for above in broader.get(entry, ())):
            yield entry, _TOP_OF, scheme
            yield scheme, _HAS_TOP, entry
