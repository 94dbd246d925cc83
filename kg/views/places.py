"""``places.html``: the reporting places as a tree, province to town, each with its reports.

No coordinates of towns may be shipped with the package, so there is no map.
"""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from kg.lexicon import divisions
from kg.views import links, pages
from kg.views.library import Library
from kg.views.records import Report
from kg.views.shelf import Shelf
from kg.views.wording import Name

TITLE = Name(zh="地区 · 法治政府建设知识图谱", en="Places · Rule-of-law reports")
OPEN = 80
"""Up to so many places the whole tree is open."""


class Place(NamedTuple):
    """A division with those of its parts that report, in order of code."""

    code: str
    name: str
    page: str
    """Of its entity; empty when no report speaks of it."""
    reports: tuple[Report, ...]
    parts: tuple["Place", ...]
    total: int
    """Reports of it and of its parts."""


def draw(shelf: Shelf, out: Path) -> None:
    """Writes ``places.html``. KgError KG016 when it cannot be written."""
    roots, unknown = tree(shelf)
    page = pages.render(
        "places",
        TITLE,
        roots=roots,
        unknown=unknown,
        opened=len(shelf.told) <= OPEN,
        report_link=links.report,
    )
    pages.save(out / "places.html", page)


def tree(shelf: Shelf) -> tuple[tuple[Place, ...], tuple[Report, ...]]:
    """The provinces with what reports in them; and the reports whose place is not known or has no code."""
    library = shelf.library
    gazetteer = divisions.load()
    pages_by_code = {thing.code: library.page(thing.iri) for thing in library.things.values() if thing.code}
    reports: dict[str, tuple[Report, ...]] = {}
    names: dict[str, str] = {}
    parents: dict[str, str | None] = {}
    unknown: list[Report] = [report for report in library.reports if not _code(library, report.division)]
    for iri, own in shelf.told.items():
        code = _code(library, iri)
        if not code:
            continue
        reports[code] = (*reports.get(code, ()), *own)
        division = gazetteer.get(code)
        chain = (division, *gazetteer.ancestors(division)) if division else ()
        names.setdefault(code, library.things[iri].label)
        parents.setdefault(code, None)
        for inner, outer in zip(chain, (*chain[1:], None), strict=False):
            names[inner.code] = inner.name
            parents[inner.code] = outer.code if outer else None

    below: dict[str | None, list[str]] = defaultdict(list)
    for code in sorted(parents):
        below[parents[code]].append(code)

    def place(code: str) -> Place:
        parts = tuple(place(inner) for inner in below[code])
        own = reports.get(code, ())
        total = len(own) + sum(part.total for part in parts)
        return Place(code, names[code], pages_by_code.get(code, ""), own, parts, total)

    return tuple(place(code) for code in below[None]), tuple(unknown)


def _code(library: Library, iri: str) -> str:
    thing = library.things.get(iri)
    return thing.code if thing else ""
