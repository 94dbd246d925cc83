"""``entities/KEY.html``: a page for each entity, with everything that is said of it, by relation, report and status."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from kg.views import links, pages
from kg.views.library import Library
from kg.views.picture import Name
from kg.views.prose import quotation
from kg.views.quotes import around
from kg.views.records import Mark, Report, Span, Thing
from kg.views.shelf import Shelf


class Quoted(NamedTuple):
    """A sentence of a report, the span in it marked, and the link that opens the report there."""

    report: Report
    href: str
    html: Markup


class Row(NamedTuple):
    """What one clause says: with whom the relation is, with which status, and the sentence."""

    status: str
    others: tuple[Thing, ...]
    quoted: Quoted | None


class Group(NamedTuple):
    """The rows of one relation in one direction."""

    name: Name
    outward: bool
    rows: tuple[Row, ...]


def draw(shelf: Shelf, out: Path) -> None:
    """Writes a page for each entity into ``out/entities``. KgError KG016 when one cannot be written."""
    for thing in shelf.library.things.values():
        pages.save(out / shelf.library.page(thing.iri), render(shelf, thing))


def render(shelf: Shelf, thing: Thing) -> str:
    """The page as HTML."""
    library = shelf.library
    own = shelf.told.get(thing.iri, [])
    figures = shelf.figures.get(thing.iri, [])
    remarks = [(report, remark) for report in own for remark in report.remarks]
    return pages.render(
        "entity",
        thing.name,
        root=links.root(library.page(thing.iri)),
        thing=thing,
        library=library,
        own=own,
        groups=_groups(shelf, thing),
        figures=[(figure, quoted(report, figure.span)) for report, figure in figures],
        remarks=[(remark, quoted(report, remark.span)) for report, remark in remarks],
        mentioned=[
            (report, shelf.marks.get((thing.iri, report.iri), []))
            for report in shelf.mentioned.get(thing.iri, ())
        ],
        inner=[library.things[iri] for iri in shelf.inner.get(thing.iri, ())],
        report_link=links.report,
        quoted=quoted,
    )


def quoted(report: Report, span: Span | Mark) -> Quoted:
    """The sentence around a span."""
    first, last = around(report.text, span.begin, span.end)
    html = quotation(report.text, first, last, span.begin, span.end)
    return Quoted(report, f"{links.report(report.name)}#m-{span.begin}-{span.end}", html)


def _groups(shelf: Shelf, thing: Thing) -> list[Group]:
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
                Row(status, tuple(_known(library, ends)), quoted(reports[report], span) if span else None)
                for (report, span, status), ends in found[inward, predicate].items()
            ),
        )
        for inward, predicate in sorted(found)
    ]


def _known(library: Library, iris: Iterable[str]) -> Iterable[Thing]:
    return (library.things[iri] for iri in dict.fromkeys(iris) if iri in library.things)
