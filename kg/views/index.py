"""``index.html``: what a build holds, what its reports share, each report, and a search over everything."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from kg.views import links, pages
from kg.views.library import Library
from kg.views.records import STANDINGS, Report
from kg.views.shelf import Shelf
from kg.views.wording import Name

TITLE = Name(zh="法治政府建设知识图谱", en="Rule-of-law reports")
SHARED: tuple[tuple[str, str, str], ...] = (
    ("Programme", "治理项目", "Programmes"),
    ("LegalInstrument", "法律和文件", "Laws and documents"),
    ("Doctrine", "思想和方针", "Doctrines"),
    ("Role", "队伍", "Roles"),
)
"""The classes of which the page shows what most reports share."""
ROWS = 6
"""Rows of each."""


class Bar(NamedTuple):
    """A thing, and how many reports say what of it."""

    name: Name
    href: str
    counts: tuple[tuple[str, int], ...]
    """By standing, in its order."""
    total: int


class Panel(NamedTuple):
    """The most shared things of a class."""

    name: Name
    cls: str
    bars: tuple[Bar, ...]


class Overview(NamedTuple):
    """What the page says at once; cards and search load their data."""

    reports: int
    places: int
    years: tuple[str, ...]
    """The first and the last, or one, or none."""
    classes: tuple[tuple[str, Name, int], ...]
    relations: int
    figures: int
    shortcomings: int
    plans: int
    panels: tuple[Panel, ...]


def draw(shelf: Shelf, out: Path, *, data: bool) -> Path:
    """Writes ``index.html`` into folder ``out``; gives its path. KgError KG016 when it cannot be written.

    ``data``: the graph's files lie beside the page.
    """
    about = _overview(shelf)
    listed = [(links.report(r.name), r.title) for r in shelf.library.reports]
    return pages.save(
        out / "index.html",
        pages.render("index", TITLE, about=about, library=shelf.library, listed=listed, data=data),
    )


def _overview(shelf: Shelf) -> Overview:
    """The counts of a graph."""
    library = shelf.library
    classes = Counter(thing.cls for thing in library.things.values())
    years = sorted({report.year for report in library.reports if report.year})
    kinds = Counter(remark.kind for report in library.reports for remark in report.remarks)
    standings = _standings(library)
    return Overview(
        reports=len(library.reports),
        places=len(shelf.told),
        years=tuple(dict.fromkeys((years[0], years[-1]))) if years else (),
        classes=tuple((cls, library.name(cls), classes[cls]) for cls in pages.CLASSES if classes[cls]),
        relations=sum(len(report.claims) for report in library.reports),
        figures=sum(len(report.figures) for report in library.reports),
        shortcomings=kinds["Shortcoming"],
        plans=kinds["Plan"],
        panels=tuple(
            Panel(Name(zh=zh, en=en), cls, bars)
            for cls, zh, en in SHARED
            if (bars := _bars(library, standings, cls))
        ),
    )


def _standings(library: Library) -> dict[str, Counter[str]]:
    """Of each entity how many reports say what of it, at best."""
    found: dict[str, Counter[str]] = {}
    for report in library.reports:
        for iri, standing in _standing_of(report).items():
            found.setdefault(iri, Counter())[standing] += 1
    return found


def _standing_of(report: Report) -> dict[str, str]:
    """Of each entity that a report names the best that it says of it."""
    best = {iri: "mentioned" for mark in report.marks for iri in mark.things}
    for claim in report.claims:
        for end in (claim.subject, claim.object):
            known = best.get(end, "mentioned")
            if claim.status in STANDINGS and STANDINGS.index(claim.status) < STANDINGS.index(known):
                best[end] = claim.status
    return best


def _bars(library: Library, standings: dict[str, Counter[str]], cls: str) -> tuple[Bar, ...]:
    """The entities of a class that most reports name; none that only one of several names."""
    own = [
        (iri, counts)
        for iri, counts in standings.items()
        if iri in library.things and library.things[iri].cls == cls
    ]
    least = 2 if len(library.reports) > 1 else 1
    own = [(iri, counts) for iri, counts in own if counts.total() >= least]
    own.sort(key=lambda pair: (-pair[1].total(), -pair[1]["achieved"], pair[0]))
    return tuple(
        Bar(
            name=library.things[iri].name,
            href=library.page(iri),
            counts=tuple((standing, counts[standing]) for standing in STANDINGS if counts[standing]),
            total=counts.total(),
        )
        for iri, counts in own[:ROWS]
    )
