"""``reports/NAME.html``: a report to read, with what was found in it marked and noted in the margin."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from kg.views import links, pages
from kg.views.library import Library
from kg.views.picture import Name
from kg.views.prose import Tint, prose
from kg.views.records import NOTHING, Mark, Report, Section, Span, Thing
from kg.views.shelf import Shelf

ROOT = "../"
ELSEWHERE = 5
"""How many other reports are named where an entity is met."""
_STATUS = {"Shortcoming": "shortcoming", "Plan": "planned"}


class Linked(NamedTuple):
    """An entity of a note: how it is called there, where it leads, and the clause."""

    label: str
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


class Line(NamedTuple):
    """A line of the text with its notes."""

    begin: int
    html: Markup
    tag: str
    """``h2`` to ``h4``, or ``p``."""
    anchor: str
    """Of a heading: the id that the contents lead to."""
    heading: str
    level: int
    """Of a heading."""
    role: str
    """Of a heading of the first level: the local name of what the section does."""
    front: bool
    notes: tuple[Note, ...]


def draw(shelf: Shelf, out: Path) -> None:
    """Writes every report's page into ``out/reports``. KgError KG016 when one cannot be written."""
    for report in shelf.library.reports:
        pages.save(out / "reports" / f"{report.name}.html", render(shelf, report))


def render(shelf: Shelf, report: Report) -> str:
    """The page as HTML."""
    library = shelf.library
    met = _Met(library)
    lines = list(_lines(library, report, met))
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
        root=ROOT,
        report=report,
        lines=lines,
        facts=facts,
        library=library,
        division=library.things.get(report.division),
        siblings=[one for one in shelf.told.get(report.division, ()) if one.iri != report.iri],
        legend=_legend(library, met),
        report_link=links.report,
    )


class _Met:
    """The entities met on a page, numbered."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.things: list[Thing] = []
        self._numbers: dict[str, int] = {}

    def number(self, iri: str) -> int:
        if iri not in self._numbers:
            self._numbers[iri] = len(self.things)
            self.things.append(self._library.things[iri])
        return self._numbers[iri]

    def link(self, mark: Mark) -> tuple[str, str, int]:
        iri = mark.things[0]
        return ROOT + self._library.page(iri), self._library.things[iri].cls, self.number(iri)


def _lines(library: Library, report: Report, met: _Met) -> Iterable[Line]:
    known = [mark for mark in report.marks if mark.things[0] in library.things]
    heads = {section.begin: section for section in report.sections if section.heading}
    front = max((s.end for s in report.sections if s.role == "front"), default=0)
    body = min((s.begin for s in report.sections if s.role == "closing"), default=len(report.text))
    tints = sorted(_tints(report))
    begin = 0
    for words in report.text.split("\n"):
        end = begin + len(words)
        if words.strip():
            marks = [m for m in known if begin <= m.begin < end]
            write = partial(prose, report.text, marks=marks, tints=_near(tints, begin, end), link=met.link)
            head = heads.get(begin + len(words) - len(words.lstrip()))
            tag, split = _headed(head, words, begin)
            html = write(begin=begin, end=end)
            if split:
                html = Markup("<b>{}</b>{}").format(
                    write(begin=begin, end=split), write(begin=split, end=end)
                )
            yield Line(
                begin=begin,
                html=html,
                tag=tag,
                anchor=f"s-{head.begin}" if head and head.level <= 2 else "",
                heading=report.text[begin : split or end].strip(),
                level=head.level if head else 0,
                role=head.role if head and head.level == 1 and tag != "p" else "",
                front=end <= front or begin >= body,
                notes=_notes(library, report, begin, end),
            )
        begin = end + 1


def _near(tints: list[Tint], begin: int, end: int) -> list[Tint]:
    return [tint for tint in tints if tint.begin < end and tint.end > begin]


def _headed(head: Section | None, words: str, begin: int) -> tuple[str, int]:
    """The line's element; of a heading that runs into the text, where it ends (else 0)."""
    if head is None:
        return "p", 0
    at = words.find(head.heading)
    stop = at + len(head.heading)
    if at < 0:
        return "p", 0
    if len(words.rstrip()) - stop <= 1:
        return f"h{min(head.level + 1, 4)}", 0
    closed = (
        unicodedata.category(words[stop]) == "Po"
    )  # 。：； and the like; else the heading is the sentence's own
    return "p", begin + stop + 1 if closed else 0


def _tints(report: Report) -> Iterable[Tint]:
    for remark in report.remarks:
        yield Tint(*remark.span, _STATUS[remark.kind])
    for claim in report.claims:
        if claim.status != "achieved":
            yield from (Tint(*span, claim.status) for span in claim.spans)


def _notes(library: Library, report: Report, begin: int, end: int) -> tuple[Note, ...]:
    """The notes on ``text[begin:end]``: what is said by one relation of one subject is one note."""
    grouped: dict[tuple[str, str, str], list[tuple[Span, str]]] = defaultdict(list)
    for claim in report.claims:
        for span in claim.spans:
            if begin <= span.begin < end:
                grouped[claim.subject, claim.predicate, claim.status].append((span, claim.object))
    found: list[tuple[int, Note]] = []
    for (subject, predicate, status), said in grouped.items():
        spans = sorted({span for span, _ in said})
        own = () if subject == report.division else (_linked(library, subject, spans),)
        objects: dict[str, list[Span]] = defaultdict(list)
        for span, iri in sorted(said):
            objects[iri].append(span)
        ends = tuple(_linked(library, iri, places) for iri, places in objects.items())
        head = library.name(predicate)
        found.append((spans[0].begin, Note("claim", status, head, own, ends, "", "", _told(spans))))
    for figure in report.figures:
        if begin <= figure.span.begin < end:
            known = figure.about != report.division and figure.about in library.things
            own = (_linked(library, figure.about, [figure.span]),) if known else ()
            value = ("≈ " if figure.approximate else "") + f"{figure.value} {figure.unit}".strip()
            note = Note("figure", figure.status, NOTHING, own, (), figure.counts, value, _told([figure.span]))
            found.append((figure.span.begin, note))
    topics: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for remark in report.remarks:
        if begin <= remark.span.begin < end:
            topics[remark.kind, remark.topic].append(remark.span)
    for (kind, topic), spans in topics.items():
        head = library.name(topic)
        found.append((spans[0].begin, Note("remark", _STATUS[kind], head, (), (), "", "", _told(spans))))
    return tuple(note for _, note in sorted(found, key=lambda pair: pair[0]))


def _told(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.begin}-{span.end}" for span in spans)


def _linked(library: Library, iri: str, spans: Iterable[Span]) -> Linked:
    thing = library.things.get(iri)
    if thing is None:
        return Linked(links.key(iri, library.base), "", "", _told(spans))
    return Linked(thing.short, ROOT + library.page(iri), thing.cls, _told(spans))


def _legend(library: Library, met: _Met) -> list[tuple[str, Name]]:
    present = {thing.cls for thing in met.things}
    return [(cls, library.name(cls)) for cls in pages.CLASSES if cls in present]


def _pair(name: Name) -> list[str]:
    return [name.zh, name.en]


def _fact(shelf: Shelf, report: Report, thing: Thing) -> list[object]:
    """What the page tells when an entity is chosen."""
    others = [one for one in shelf.mentioned.get(thing.iri, ()) if one.iri != report.iri]
    return [
        thing.label,
        thing.cls,
        thing.kind.zh,
        thing.kind.en,
        shelf.library.page(thing.iri),
        shelf.library.node(thing.iri),
        len(others),
        [[one.name, one.title] for one in others[:ELSEWHERE]],
    ]
