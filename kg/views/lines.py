"""The lines of a report's page: the text with its headings, every entity marked, and the notes beside it."""

import unicodedata
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from kg.views import links
from kg.views.library import Library
from kg.views.margin import STATUS, Note, notes
from kg.views.prose import Tint, prose
from kg.views.records import Mark, Report, Section, Thing
from kg.views.shelf import Shelf


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


class Met:
    """The entities that a page meets, numbered."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.things: list[Thing] = []
        self._numbers: dict[str, int] = {}

    def number(self, iri: str) -> int:
        """Of an entity, from 0 in the order in which they are met."""
        if iri not in self._numbers:
            self._numbers[iri] = len(self.things)
            self.things.append(self._library.things[iri])
        return self._numbers[iri]

    def link(self, mark: Mark) -> tuple[str, str, int]:
        """Page, class and number of the first entity of a mark."""
        iri = mark.things[0]
        return links.FROM_REPORT + self._library.page(iri), self._library.things[iri].cls, self.number(iri)


def lines(shelf: Shelf, report: Report, met: Met) -> Iterable[Line]:
    """The lines of a report that are not blank, in order; what they name is added to ``met``."""
    known = [mark for mark in report.marks if mark.things[0] in shelf.library.things]
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
                notes=notes(shelf, report, begin, end),
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
        yield Tint(*remark.span, STATUS[remark.kind])
    for claim in report.claims:
        if claim.status != "achieved":
            yield from (Tint(*span, claim.status) for span in claim.spans)
