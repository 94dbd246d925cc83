"""``figures.html``: every figure of every report, to sort, filter and compare; with what contradicts what."""

from collections.abc import Iterator
from pathlib import Path

from kg.views import chunks, links, pages
from kg.views.library import Library
from kg.views.records import LEFTOVER, STATUSES, Figure, Report
from kg.views.shelf import Shelf
from kg.views.wording import Name

TITLE = Name(zh="数据 · 法治政府建设知识图谱", en="Figures · Rule-of-law reports")


def draw(shelf: Shelf, out: Path) -> None:
    """Writes ``figures.html`` and ``data/figures.js``. KgError KG016 when one cannot be written."""
    library = shelf.library
    concepts = sorted({figure.concept for report in library.reports for figure in report.figures})
    numbers = {concept: number for number, concept in enumerate(concepts)}
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
            *((figure.plain_value, figure.plain_unit) if figure.plain_unit != figure.unit else ()),
        ]
        for number, report in enumerate(library.reports)
        for figure in report.figures
    ]
    facts = {
        "concepts": [
            [library.name(c).zh, library.name(c).en, not c.endswith(LEFTOVER), _key(library, c)]
            for c in concepts
        ],
        "statuses": [[status, library.name(status).zh, library.name(status).en] for status in STATUSES],
        "figures": rows,
        "contradictions": list(_contradictions(library)),
    }
    chunks.save(out, "figures", facts)
    pages.save(out / "figures.html", pages.render("figures", TITLE, count=len(rows)))


def _key(library: Library, concept: str) -> str:
    """What stands for an indicator in the page's address, whatever other reports are built."""
    return links.key(concept, library.base).removeprefix("indicator/")


def _contradictions(library: Library) -> Iterator[list[object]]:
    """Each with its figures as numbers of rows, and its sentences as number of the report, begin and end."""
    figures = (figure for report in library.reports for figure in report.figures)
    rows = {figure.iri: number for number, figure in enumerate(figures)}
    reports = {report.iri: number for number, report in enumerate(library.reports)}
    for one in library.contradictions:
        against = [rows[iri] for iri in one.against]
        sentences = sorted([reports[iri], *span] for iri, span in one.sentences)
        yield [one.check, one.severity, rows[one.stated], against, one.expected, sentences]


def _about(library: Library, report: Report, figure: Figure) -> str:
    """Whom the figure is about, where that is not the report's own place."""
    thing = library.things.get(figure.about)
    return thing.short if thing and figure.about != report.division else ""
