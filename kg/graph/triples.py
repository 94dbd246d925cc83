"""A report's records → triples of N-Triples terms, ready for the writers: no duplicates, no blank nodes."""

from typing import NamedTuple

from kg.graph import assertions, iris, passages
from kg.graph import entities as _entities
from kg.graph.concepts import Concepts, concepts
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple
from kg.model import Report


class Triples(NamedTuple):
    """What one report gives, parted by who else may say it."""

    own: list[Triple]
    """About the report, its spans and its assertions: no other report says it. In the order of the text, the
    triples of one subject together."""
    shared: list[Triple]
    """About entities, with the plain relations: sorted."""
    concepts: frozenset[str]
    """The vocabulary's concepts that they point to."""


def split_triples(report: Report, base: str = DEFAULT_BASE, known: Concepts | None = None) -> Triples:
    """The triples of ``report``; the order of its records does not matter.

    Raises KgError KG014 for a kind, indicator or topic that the vocabularies lack.
    """
    known = known or concepts()
    doc = iris.report(base, report.key)
    things = [f"<{iris.entity(base, entity)}>" for entity in report.entities]
    area = None if report.area is None else things[report.area]
    own = passages.letterhead(report.text, report.outline, doc, area)
    own += passages.sections(report.outline, doc)
    own += passages.mentions(report, doc, things)
    own += assertions.claims(report, doc, things, base)
    own += assertions.observations(report, doc, things, base, known)
    own += assertions.statements(report, doc, known)
    shared = _entities.entities(report.entities, things, known)
    shared += _entities.plain_relations(report, things)
    return Triples(own, sorted(set(shared)), _used(report, things, known))


def report_triples(report: Report, base: str = DEFAULT_BASE, known: Concepts | None = None) -> list[Triple]:
    """Every triple of ``report`` (see ``split_triples``)."""
    own, shared, _ = split_triples(report, base, known)
    return own + shared


def _used(report: Report, things: list[str], known: Concepts) -> frozenset[str]:
    used = {known.kinds[entity.kind] for entity in report.entities}
    used.update(s for s, entity in zip(things, report.entities, strict=True) if entity.linked == "vocabulary")
    used.update(known.indicators[figure.concept] for figure in report.observations)
    used.update(known.topics[statement.topic] for statement in report.statements)
    return frozenset(used)
