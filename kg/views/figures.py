"""``figures.html``: every figure of every report, to sort, filter and compare; with what contradicts what."""

from collections import defaultdict
from pathlib import Path

from kg.views import chunks, pages
from kg.views.library import Library
from kg.views.picture import Name
from kg.views.records import LEFTOVER, Figure, Report
from kg.views.shelf import Shelf

TITLE = Name(zh="数据 · 法治政府建设知识图谱", en="Figures · Rule-of-law reports")
STATUSES = ("achieved", "planned", "shortcoming")


def draw(shelf: Shelf, out: Path) -> None:
    """Writes ``figures.html`` and ``data/figures.js``. KgError KG016 when one cannot be written."""
    library = shelf.library
    concepts = sorted({figure.concept for report in library.reports for figure in report.figures})
    numbers = {concept: number for number, concept in enumerate(concepts)}
    against = contradictions(library)
    rows = [
        [
            number,
            numbers[figure.concept],
            figure.counts,
            figure.value,
            figure.unit,
            _about(library, report, figure),
            figure.period,
            figure.status,
            figure.approximate,
            *figure.span,
            against.get((report.iri, figure), 0),
            *((figure.plain_value, figure.plain_unit) if figure.plain_unit != figure.unit else ()),
        ]
        for number, report in enumerate(library.reports)
        for figure in report.figures
    ]
    facts = {
        "concepts": [[library.name(c).zh, library.name(c).en, not c.endswith(LEFTOVER)] for c in concepts],
        "statuses": [[status, library.name(status).zh, library.name(status).en] for status in STATUSES],
        "figures": rows,
    }
    chunks.save(out, "figures", facts)
    pages.save(out / "figures.html", pages.render("figures", TITLE, count=len(rows)))


def _about(library: Library, report: Report, figure: Figure) -> str:
    """Whom the figure is about, where that is not the report's own place."""
    thing = library.things.get(figure.about)
    return thing.short if thing and figure.about != report.division else ""


def contradictions(library: Library) -> dict[tuple[str, Figure], int]:
    """Figures that cannot all be true, with the number (from 1) of the contradiction that they belong to.

    They count the same, in the same words, of the same one, for the same period and in the same unit, as done,
    and give different exact values; in one report or in several.
    """
    same: dict[tuple[str, ...], list[tuple[str, Figure]]] = defaultdict(list)
    for report in library.reports:
        for figure in report.figures:
            if figure.status == "achieved" and not figure.approximate and figure.about and figure.period:
                key = (figure.about, figure.concept, figure.counts, figure.period, figure.plain_unit)
                same[key].append((report.iri, figure))
    clashing = [
        stated for stated in same.values() if len({float(figure.plain_value) for _, figure in stated}) > 1
    ]
    return {one: number for number, stated in enumerate(clashing, 1) for one in stated}
