"""A report's records → what the graph says of it: no duplicates, no blank nodes."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kg.graph import assertions, iris, passages
from kg.graph import entities as _entities
from kg.graph.ancestors import ancestors
from kg.graph.concepts import Concepts
from kg.graph.contradictions import contradictions
from kg.graph.ink import Ink
from kg.model import Entity, Report
from kg.model.namespaces import VOCABULARY


class Said(NamedTuple):
    """What one report says, parted by who else may say it."""

    own: Ink
    """About the report, its spans and its assertions: no other report says it. In the order of the text."""
    shared: list[str]
    """About entities, with the plain relations: lines of N-Triples without their full stop, sorted."""
    concepts: frozenset[str]
    """The vocabulary's concepts that they point to."""
    things: Counter[str]
    """How many things of each class are its own, by the class's local name."""
    figures: list[str]
    """The IRI of each of the report's observations."""


def write_down(report: Report, base: str, known: Concepts) -> Said:
    """All that ``report`` says; the order of its records does not matter.

    Raises KgError KG014 for a kind, indicator or topic that the vocabularies lack.
    """
    doc = iris.report(base, report.key)
    things = [f"<{iris.entity(base, entity)}>" for entity in report.entities]
    ink = Ink(base, doc)
    passages.letterhead(ink, report, None if report.area is None else things[report.area])
    passages.sections(ink, report)
    own = Counter(assertions.CLASSES[statement.kind] for statement in report.statements)
    own.update(Report=1, Section=ink.subjects - 1, Observation=len(report.observations))
    before = ink.subjects
    passages.mentions(ink, report, things)
    own.update(Mention=ink.subjects - before)
    before = ink.subjects
    assertions.claims(ink, report, doc, things, base)
    own.update(Claim=ink.subjects - before)
    figures = assertions.observations(ink, report, doc, things, base, known)
    assertions.statements(ink, report, known)
    before = ink.subjects
    contradictions(ink, report, doc, figures, base)
    own.update(Contradiction=ink.subjects - before)
    all_ = (*report.entities, *ancestors(report.entities))
    terms = [*things, *(f"<{iris.entity(base, entity)}>" for entity in all_[len(things) :])]
    shared = _entities.entities(all_, terms, known)
    shared += _entities.plain_relations(report, things)
    return Said(ink, sorted(set(shared)), _used(report, all_, terms, known), +own, figures)


def _used(report: Report, found: Sequence[Entity], things: list[str], known: Concepts) -> frozenset[str]:
    used = {known.kinds[entity.kind] for entity in found}
    used.update(s for s, entity in zip(things, found, strict=True) if entity.linked == "vocabulary")
    parts = (concept for entity in found for name, concept in entity.facts if name == "part")
    used.update(f"<{VOCABULARY}{concept}>" for concept in parts)
    used.update(known.indicators[figure.concept] for figure in report.observations)
    used.update(known.topics[statement.topic] for statement in report.statements)
    return frozenset(used)
