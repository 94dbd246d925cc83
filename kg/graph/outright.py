"""What follows from the entries of a vocabulary, said outright: a store does not infer it."""

from collections.abc import Iterable, Iterator
from typing import get_args

from kg.graph.iris import ONTOLOGY
from kg.graph.terms import RDF, RDFS, SKOS, Triple
from kg.model import EntityType

_A = f"<{RDF}type>"
_NAME, _LABEL = f"<{SKOS}prefLabel>", f"<{RDFS}label>"
_THINGS = frozenset(f"<{ONTOLOGY}{name}>" for name in get_args(EntityType))


def labels(said: Iterable[Triple]) -> Iterator[Triple]:
    """The preferred names of entries and schemes as ``rdfs:label``, as the ontology's own terms have it: 种类 and Kinds.

    Of what reports speak of only the Chinese one: such a thing has one label, whether a vocabulary knows it or not, so that
    a query that asks for it gives one row a thing.
    """
    triples = list(said)
    things = {subject for subject, predicate, value in triples if predicate == _A and value in _THINGS}
    for subject, predicate, value in triples:
        if predicate == _NAME and (subject not in things or value.endswith("@zh")):
            yield subject, _LABEL, value
