"""A library with its indexes: what is said of each entity, and in which reports."""

from typing import NamedTuple

from kg.views.library import Library
from kg.views.records import Claim, Contradiction, Figure, Mark, Report
from kg.views.stated import gathered


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
    reports = library.reports
    contradictions = gathered(
        (iri, one) for one in library.contradictions for iri in dict.fromkeys((one.stated, *one.against))
    )
    return Shelf(
        library=library,
        mentioned=gathered((iri, report) for report in reports for iri in sorted(_named(report))),
        marks=gathered(
            ((iri, report.iri), mark)
            for report in reports
            for mark in report.marks
            for iri in dict.fromkeys(mark.things)
        ),
        claims=gathered(
            (end, Told(report, claim))
            for report in reports
            for claim in report.claims
            for end in sorted({claim.subject, claim.object})
        ),
        figures=gathered((figure.about, (report, figure)) for report in reports for figure in report.figures),
        told=gathered((report.division, report) for report in reports if report.division),
        contradictions=contradictions,
        placed={f.iri: (report, f) for report in reports for f in report.figures if f.iri in contradictions},
        inner=gathered((outer, thing.iri) for thing in library.things.values() for outer in thing.within),
    )


def _named(report: Report) -> set[str]:
    """What a report names, or says something of."""
    named = {iri for mark in report.marks for iri in mark.things}
    named.update(end for claim in report.claims for end in (claim.subject, claim.object))
    named.update(figure.about for figure in report.figures)
    return named
