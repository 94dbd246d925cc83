"""The notes in the margin of a report's page: what a line of the text says, as relations, figures and topics."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kg.views import links
from kg.views.conflicts import Conflict, conflicts
from kg.views.library import Library
from kg.views.records import NOTHING, Report, Span
from kg.views.shelf import Shelf
from kg.views.wording import Name

STATUS = {"Shortcoming": "shortcoming", "Plan": "planned"}
"""Of each kind of remark."""


class Linked(NamedTuple):
    """An entity of a note: how it is called there, where it leads, and the clause."""

    label: Name
    href: str
    cls: str
    span: str
    """``begin-end``, several joined by commas."""


class Note(NamedTuple):
    """A note in the margin."""

    kind: str
    """``claim``, ``figure`` or ``remark``."""
    status: str
    head: Name
    """The relation; the topic; empty for a figure."""
    subject: tuple[Linked, ...]
    objects: tuple[Linked, ...]
    words: str
    """What is counted."""
    value: str
    span: str
    conflicts: tuple[Conflict, ...] = ()
    """What contradicts a figure."""


def notes(shelf: Shelf, report: Report, begin: int, end: int) -> tuple[Note, ...]:
    """The notes on ``text[begin:end]``, in the order of their first clauses."""
    library = shelf.library
    found = [
        *_claims(library, report, begin, end),
        *_figures(shelf, report, begin, end),
        *_remarks(library, report, begin, end),
    ]
    return tuple(note for _, note in sorted(found, key=lambda pair: pair[0]))


Placed = tuple[int, Note]
"""A note and where its first clause begins."""


def _claims(library: Library, report: Report, begin: int, end: int) -> Iterable[Placed]:
    """What is said by one relation of one subject is one note."""
    grouped: dict[tuple[str, str, str], list[tuple[Span, str]]] = defaultdict(list)
    for claim in report.claims:
        for span in claim.spans:
            if begin <= span.begin < end:
                grouped[claim.subject, claim.predicate, claim.status].append((span, claim.object))
    for (subject, predicate, status), said in grouped.items():
        spans = sorted({span for span, _ in said})
        own = () if subject == report.division else (_linked(library, subject, spans),)
        objects: dict[str, list[Span]] = defaultdict(list)
        for span, iri in sorted(said):
            objects[iri].append(span)
        ends = tuple(_linked(library, iri, places) for iri, places in objects.items())
        head = library.name(predicate)
        yield spans[0].begin, Note("claim", status, head, own, ends, "", "", _told(spans))


def _figures(shelf: Shelf, report: Report, begin: int, end: int) -> Iterable[Placed]:
    library = shelf.library
    for figure in report.figures:
        if begin <= figure.span.begin < end:
            known = figure.about != report.division and figure.about in library.things
            own = (_linked(library, figure.about, [figure.span]),) if known else ()
            note = Note(
                kind="figure",
                status=figure.status,
                head=NOTHING,
                subject=own,
                objects=(),
                words=figure.counts,
                value=figure.printed,
                span=_told([figure.span]),
                conflicts=conflicts(shelf, report, figure),
            )
            yield figure.span.begin, note


def _remarks(library: Library, report: Report, begin: int, end: int) -> Iterable[Placed]:
    """Those of one kind and topic are one note."""
    topics: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for remark in report.remarks:
        if begin <= remark.span.begin < end:
            topics[remark.kind, remark.topic].append(remark.span)
    for (kind, topic), spans in topics.items():
        head = library.name(topic)
        yield spans[0].begin, Note("remark", STATUS[kind], head, (), (), "", "", _told(spans))


def _told(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.begin}-{span.end}" for span in spans)


def _linked(library: Library, iri: str, spans: Iterable[Span]) -> Linked:
    thing = library.things.get(iri)
    if thing is None:
        key = links.key(iri, library.base)
        return Linked(Name(zh=key, en=key), "", "", _told(spans))
    return Linked(thing.short_name, links.FROM_REPORT + library.page(iri), thing.cls, _told(spans))
