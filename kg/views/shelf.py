"""A library with its indexes: what is said of each entity, and in which reports."""

from collections import defaultdict
from typing import NamedTuple

from kg.views.library import Library
from kg.views.records import Claim, Contradiction, Figure, Mark, Report


class Told(NamedTuple):
    """A claim with the report that makes it."""

    report: Report
    claim: Claim


class Shelf(NamedTuple):
    """Indexes by an entity's IRI; reports in the library's order."""

    library: Library
    mentioned: dict[str, list[Report]]
    """Reports that name it, or say something of it."""
    marks: dict[tuple[str, str], list[Mark]]
    """Where it is named, by its IRI and the report's."""
    claims: dict[str, list[Told]]
    """Claims that it is an end of."""
    figures: dict[str, list[tuple[Report, Figure]]]
    """Figures about it."""
    told: dict[str, list[Report]]
    """Reports of a division."""
    contradictions: dict[str, list[Contradiction]]
    """Those that a figure takes part in, by the figure's IRI."""
    placed: dict[str, tuple[Report, Figure]]
    """The figures of these by their IRIs, with their reports."""
    inner: dict[str, list[str]]
    """What lies in it or is part of it."""


def shelve(library: Library) -> Shelf:
    """The indexes of a library."""
    mentioned: dict[str, list[Report]] = defaultdict(list)
    marks: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    claims: dict[str, list[Told]] = defaultdict(list)
    figures: dict[str, list[tuple[Report, Figure]]] = defaultdict(list)
    told: dict[str, list[Report]] = defaultdict(list)
    inner: dict[str, list[str]] = defaultdict(list)
    for report in library.reports:
        named: set[str] = set()
        for mark in report.marks:
            for iri in dict.fromkeys(mark.things):
                marks[iri, report.iri].append(mark)
                named.add(iri)
        for claim in report.claims:
            for end in sorted({claim.subject, claim.object}):
                claims[end].append(Told(report, claim))
                named.add(end)
        for figure in report.figures:
            figures[figure.about].append((report, figure))
            named.add(figure.about)
        for iri in sorted(named):
            mentioned[iri].append(report)
        if report.division:
            told[report.division].append(report)
    for thing in library.things.values():
        for outer in thing.within:
            inner[outer].append(thing.iri)
    clashing: dict[str, list[Contradiction]] = defaultdict(list)
    for one in library.contradictions:
        for iri in dict.fromkeys((one.stated, *one.against)):
            clashing[iri].append(one)
    placed = {f.iri: (report, f) for report in library.reports for f in report.figures if f.iri in clashing}
    return Shelf(
        library=library,
        mentioned=dict(mentioned),
        marks=dict(marks),
        claims=dict(claims),
        figures=dict(figures),
        told=dict(told),
        contradictions=dict(clashing),
        placed=placed,
        inner=dict(inner),
    )
