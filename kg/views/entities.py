"""``entities/KEY.html``: a page for each entity, with everything that is said of it, by relation, report and status."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from kg.views import links, pages
from kg.views.library import Library
from kg.views.pieces import Pieces
from kg.views.records import Report, Span, Thing
from kg.views.shelf import Shelf
from kg.views.wording import Name


class Row(NamedTuple):
    """What one clause says: with whom the relation is, with which status, and the sentence (empty if none is known)."""

    status: str
    others: Markup
    sentence: Markup


class Group(NamedTuple):
    """The rows of one relation in one direction."""

    name: Name
    outward: bool
    rows: tuple[Row, ...]


def draw(shelf: Shelf, out: Path) -> None:
    """Writes a page for each entity into ``out/entities``. KgError KG016 when one cannot be written."""
    library = shelf.library
    pieces = lru_cache(maxsize=None)(partial(Pieces, library))
    for thing in library.things.values():
        page = library.page(thing.iri)
        pages.save(out / page, render(shelf, thing, pieces(links.root(page))))


def render(shelf: Shelf, thing: Thing, pieces: Pieces) -> str:
    """The page as HTML; ``pieces`` are those of its folder's depth."""
    library = shelf.library
    own = shelf.told.get(thing.iri, [])
    figures = shelf.figures.get(thing.iri, [])
    remarks = [(report, remark) for report in own for remark in report.remarks]
    mentioned = [
        (report, shelf.marks.get((thing.iri, report.iri), []))
        for report in shelf.mentioned.get(thing.iri, ())
    ]
    return pages.render(
        "entity",
        thing.name,
        root=links.root(library.page(thing.iri)),
        thing=thing,
        library=library,
        pieces=pieces,
        own=own,
        groups=_groups(shelf, thing, pieces),
        figures=[(figure, pieces.cite(report, figure.span)) for report, figure in figures],
        remarks=[(remark, pieces.sentence(report, remark.span)) for report, remark in remarks],
        mentioned=[
            (report, places, pieces.sentence(report, places[0]) if places else "")
            for report, places in mentioned
        ],
        within=pieces.links(library.things[iri] for iri in thing.within),
        inner=[pieces.link(iri) for iri in shelf.inner.get(thing.iri, ())],
        report_link=links.report,
    )


def _groups(shelf: Shelf, thing: Thing, pieces: Pieces) -> list[Group]:
    """What is said of the entity, relation by relation: its own deeds first."""
    library = shelf.library
    reports: dict[str, Report] = {}
    found: dict[tuple[bool, str], dict[tuple[str, Span | None, str], list[str]]] = defaultdict(dict)
    for report, claim in shelf.claims.get(thing.iri, ()):
        reports[report.iri] = report
        outward = claim.subject == thing.iri
        clauses = found[not outward, claim.predicate]
        for span in claim.spans or (None,):
            clauses.setdefault((report.iri, span, claim.status), []).append(
                claim.object if outward else claim.subject
            )
    return [
        Group(
            name=library.name(predicate),
            outward=not inward,
            rows=tuple(
                Row(
                    status,
                    pieces.links(_known(library, ends)),
                    pieces.sentence(reports[report], span) if span else Markup(),
                )
                for (report, span, status), ends in found[inward, predicate].items()
            ),
        )
        for inward, predicate in sorted(found)
    ]


def _known(library: Library, iris: Iterable[str]) -> Iterable[Thing]:
    return (library.things[iri] for iri in dict.fromkeys(iris) if iri in library.things)
