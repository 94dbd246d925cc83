"""Data that several pages load when they need it: the reports, their texts, and the entities' names.

``data/reports.js`` has the reports in the library's order, which is how the other files number them;
``data/texts-N.js`` the texts of ``PER`` reports; ``data/things-N.js`` the names of ``NAMES`` entities, those
that most reports name first.
"""

from collections import Counter
from pathlib import Path

from kg.views import chunks, links
from kg.views.library import Library
from kg.views.pages import CLASSES
from kg.views.records import LEFTOVER, NOTHING, Figure, Report, Thing
from kg.views.shelf import Shelf

PER = 40
"""Texts in a file: to show one sentence a page loads some 200 kB."""
NAMES = 20_000
"""Entities in a file."""
MAIN = 3
"""Figures on a report's card."""


def write(shelf: Shelf, out: Path) -> None:
    """Writes the files into ``out/data``. KgError KG016 when one cannot be written."""
    library = shelf.library
    common = Counter(
        concept for report in library.reports for concept in {figure.concept for figure in report.figures}
    )
    things = sorted(library.things.values(), key=lambda t: (-len(shelf.mentioned.get(t.iri, ())), t.iri))
    told = {
        "per": PER,
        "things": -(-len(things) // NAMES),
        "classes": [[cls, library.name(cls).zh, library.name(cls).en] for cls in CLASSES],
        "reports": [_report(shelf, report, common) for report in library.reports],
    }
    chunks.save(out, "reports", told)
    texts = [report.text for report in library.reports]
    for number, begin in enumerate(range(0, len(texts), PER)):
        chunks.save(out, f"texts-{number}", texts[begin : begin + PER])
    for number, begin in enumerate(range(0, len(things), NAMES)):
        chunks.save(out, f"things-{number}", [_thing(shelf, one) for one in things[begin : begin + NAMES]])


def _report(shelf: Shelf, report: Report, common: Counter[str]) -> list[object]:
    library = shelf.library
    remarks = Counter(remark.kind for remark in report.remarks)
    return [
        report.name,
        report.title,
        report.year,
        library.place(report) if report.division else "",
        library.page(report.division) if report.division in library.things else "",
        [len(report.claims), len(report.figures), remarks["Shortcoming"], remarks["Plan"]],
        [_figure(library, figure) for figure in _main(report, common)],
        links.report(report.name),
    ]


def _main(report: Report, common: Counter[str]) -> list[Figure]:
    """The figures that most reports have too: those of the whole place first, one of each indicator."""
    done = [figure for figure in report.figures if figure.status == "achieved"]

    def weight(figure: Figure) -> tuple[bool, int]:
        return figure.concept.endswith(LEFTOVER), -common[figure.concept]

    done.sort(key=lambda f: (weight(f), f.about != report.division, f.span))
    first = {figure.concept: figure for figure in reversed(done)}
    return sorted(first.values(), key=lambda f: (weight(f), f.span))[:MAIN]


def _figure(library: Library, figure: Figure) -> list[str]:
    """The indicator in both languages (empty where the report's words alone tell), those words, number, unit."""
    name = NOTHING if figure.concept.endswith(LEFTOVER) else library.name(figure.concept)
    return [name.zh, name.en, figure.counts, figure.shown, figure.unit]


def _thing(shelf: Shelf, thing: Thing) -> list[object]:
    """Name, number of its class, page, how many reports name it, other names in one line, the English one."""
    library = shelf.library
    forms = "\n".join(form for form in thing.forms if form != thing.label)
    count = len(shelf.mentioned.get(thing.iri, ()))
    return [thing.label, CLASSES.index(thing.cls), library.page(thing.iri), count, forms, thing.english]
