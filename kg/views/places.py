"""``places.html``: the reporting places as a tree, province to town, each with its reports.

No coordinates of towns may be shipped with the package, so there is no map.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from kg.lexicon import divisions
from kg.views import links, pages
from kg.views.library import Library
from kg.views.records import Report, Thing
from kg.views.shelf import Shelf
from kg.views.wording import Name

TITLE = Name(zh="地区 · 法治政府建设知识图谱", en="Places · Rule-of-law reports")
ROOT = ""
"""Stands above the provinces."""
OPEN = 80
"""Up to so many places the whole tree is open."""


class Place(NamedTuple):
    """A division with those of its parts that report, in order of code, those without one last."""

    name: str
    page: str
    """Of its entity; empty when no report speaks of it."""
    reports: tuple[Report, ...]
    parts: tuple["Place", ...]
    total: int
    """Reports of it and of its parts."""


class Step(NamedTuple):
    """A division on the way from a reporting one to its province: ``key`` is its code, or its IRI where it has none."""

    key: str
    name: str


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
    """The provinces with what reports in them; and the reports whose place is not known or lies in no listed one."""
    library = shelf.library
    pages_by_key = {thing.code or iri: library.page(iri) for iri, thing in library.things.items()}
    reports: dict[str, tuple[Report, ...]] = {}
    names: dict[str, str] = {}
    below: dict[str, set[str]] = defaultdict(set)
    for iri, own in shelf.told.items():
        way = _way(library, iri)
        if not way:
            continue
        reports[way[0].key] = (*reports.get(way[0].key, ()), *own)
        names |= dict(way)
        for inner, outer in pairwise((*(step.key for step in way), ROOT)):
            below[outer].add(inner)
    identified = {report.iri for own in reports.values() for report in own}

    def place(key: str) -> Place:
        parts = tuple(place(inner) for inner in sorted(below[key], key=_order))
        own = reports.get(key, ())
        total = len(own) + sum(part.total for part in parts)
        return Place(names[key], pages_by_key.get(key, ""), own, parts, total)

    roots = tuple(place(key) for key in sorted(below[ROOT], key=_order))
    return roots, tuple(report for report in library.reports if report.iri not in identified)


def _way(library: Library, iri: str) -> list[Step]:
    """From a division up to its province; empty where neither it nor what it is said to lie in is listed."""
    thing = library.things.get(iri)
    if thing is None:
        return []
    outer = thing if thing.code else next((t for t in _around(library, thing) if t.code), None)
    if outer is None:
        return []
    division = divisions.load().get(outer.code)
    listed = (division, *divisions.load().ancestors(division)) if division else ()
    way = [Step(place.code, place.name) for place in listed] or [Step(outer.code, outer.label)]
    return way if outer is thing else [Step(iri, thing.short), *way]


def _around(library: Library, thing: Thing) -> Iterator[Thing]:
    """The divisions that a division lies in."""
    for iri in thing.within:
        outer = library.things.get(iri)
        if outer and outer.cls == thing.cls:
            yield outer


def _order(key: str) -> tuple[bool, str]:
    return not key.isdigit(), key
