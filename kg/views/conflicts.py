"""What contradicts a figure, as the margin of its report tells it."""

from typing import NamedTuple

from kg.views import links
from kg.views.records import NOTHING, Contradiction, Figure, Report
from kg.views.shelf import Shelf
from kg.views.wording import Name


class Held(NamedTuple):
    """A figure that another one is held against."""

    value: str
    span: str
    """``begin-end`` of its clause in the same report; else empty."""
    href: str
    """Where it stands in another report; else empty."""
    cited: Name
    """What that report is called there."""


class Conflict(NamedTuple):
    """A contradiction that a figure takes part in."""

    severity: str
    expected: str
    """What it should be; empty where the other one is the figure that does not fit."""
    others: tuple[Held, ...]


def conflicts(shelf: Shelf, report: Report, figure: Figure) -> tuple[Conflict, ...]:
    """What contradicts a figure of ``report``: where it is the one that does not fit, or another report's is."""
    found = []
    for one in shelf.contradictions.get(figure.iri, ()):
        if one.stated == figure.iri:
            expected = f"{one.expected} {figure.unit}".strip()
            found.append(Conflict(one.severity, expected, _held(shelf, report, one.against)))
        elif shelf.placed[one.stated][0] is not report:
            found.append(Conflict(one.severity, "", _held(shelf, report, (one.stated,))))
    return tuple(found)


def disputed(shelf: Shelf, report: Report) -> list[Contradiction]:
    """The contradictions in which a figure of ``report`` is the one that does not fit."""
    return [
        one
        for figure in report.figures
        for one in shelf.contradictions.get(figure.iri, ())
        if one.stated == figure.iri
    ]


def _held(shelf: Shelf, report: Report, figures: tuple[str, ...]) -> tuple[Held, ...]:
    found = []
    for iri in figures:
        where, figure = shelf.placed[iri]
        span = f"{figure.span.begin}-{figure.span.end}"
        if where is report:
            found.append(Held(figure.printed, span, "", NOTHING))
        else:
            href = f"{links.FROM_REPORT}{links.report(where.name)}#m-{span}"
            found.append(Held(figure.printed, "", href, _cited(where)))
    return tuple(found)


def _cited(report: Report) -> Name:
    if not report.year:
        return Name(zh=report.title, en=report.title)
    return Name(zh=f"{report.year}年报告", en=f"{report.year} report")
