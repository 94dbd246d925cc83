"""``reports/NAME.html``: a report to read, with what was found in it marked and noted in the margin."""

from itertools import islice
from pathlib import Path

from kg.views import links, pages
from kg.views.conflicts import disputed
from kg.views.library import Library
from kg.views.lines import Met, lines
from kg.views.records import Report, Thing
from kg.views.shelf import Shelf
from kg.views.wording import Name

ELSEWHERE = 5
"""How many other reports are named where an entity is met."""


def draw(shelf: Shelf, out: Path) -> None:
    """Writes every report's page into ``out/reports``. KgError KG016 when one cannot be written."""
    for report in shelf.library.reports:
        pages.save(out / "reports" / f"{report.name}.html", render(shelf, report))


def render(shelf: Shelf, report: Report) -> str:
    """The page as HTML."""
    library = shelf.library
    met = Met(library)
    text = list(lines(shelf, report, met))
    facts = {
        "things": [_fact(shelf, report, thing) for thing in met.things],
        "classes": {t.cls: _pair(library.name(t.cls)) for t in met.things},
        "source": report.source or report.text,
        "marks": [
            [mark.source_begin, mark.source_end, met.number(mark.things[0])]
            for mark in sorted(report.marks, key=lambda mark: (mark.source_begin, -mark.source_end))
            if mark.source_begin >= 0 and mark.things[0] in library.things
        ],
        "kept": bool(report.source),
    }
    return pages.render(
        "report",
        Name(zh=report.title, en=report.title),
        root=links.FROM_REPORT,
        report=report,
        lines=text,
        facts=facts,
        library=library,
        disputed=disputed(shelf, report),
        division=library.things.get(report.division),
        siblings=[one for one in shelf.told.get(report.division, ()) if one.iri != report.iri],
        legend=_legend(library, met),
        report_link=links.report,
    )


def _legend(library: Library, met: Met) -> list[tuple[str, Name]]:
    present = {thing.cls for thing in met.things}
    return [(cls, library.name(cls)) for cls in pages.CLASSES if cls in present]


def _pair(name: Name) -> list[str]:
    return [name.zh, name.en]


def _fact(shelf: Shelf, report: Report, thing: Thing) -> list[object]:
    """What the page tells when an entity is chosen."""
    said = shelf.mentioned.get(thing.iri, ())
    others = (one for one in said if one.iri != report.iri)
    return [
        _pair(thing.name),
        thing.cls,
        thing.kind.zh,
        thing.kind.en,
        shelf.library.page(thing.iri),
        shelf.library.node(thing.iri),
        max(0, len(said) - 1),
        [[one.name, one.title] for one in islice(others, ELSEWHERE)],
    ]
