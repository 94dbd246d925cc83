"""Running text of a report as HTML: entities as links, what is planned or lacking as tinted clauses."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from kg.model.marks import SENTENCE
from kg.views.pages import visible
from kg.views.records import Mark

CUT = "…"
STOPS = frozenset(f"{SENTENCE}\n")
Link = Callable[[Mark], tuple[str, str, int]]
"""Of a mark the address of its entity's page, its class, and its number on this page."""


class Tint(NamedTuple):
    """A clause that is planned or lacking."""

    begin: int
    end: int
    status: str


def prose(
    text: str, begin: int, end: int, marks: Sequence[Mark], tints: Sequence[Tint], link: Link
) -> Markup:
    """``text[begin:end]`` with its marks as links; what lies in a mark is shown within its link.

    ``marks`` and ``tints`` are sorted, and may reach beyond the piece; a mark that crosses the end of
    another, or of the piece, is left out.
    """
    out: list[str] = []
    at = begin
    for mark in _outermost(marks, begin, end):
        out.append(_plain(text, at, mark.begin, tints))
        href, cls, number = link(mark)
        inner = _within(text, mark, [m for m in marks if _lies_in(m, mark)], link)
        tint = next((t.status for t in tints if t.begin <= mark.begin < t.end), "")
        classes = f"m c-{cls}" + (f" tint {tint}" if tint else "")
        out.append(
            f'<a class="{classes}" id="m-{mark.begin}" data-t="{number}" href="{escape(href)}">{inner}</a>'
        )
        at = mark.end
    out.append(_plain(text, at, end, tints))
    return Markup("".join(out))


def _outermost(marks: Sequence[Mark], begin: int, end: int) -> list[Mark]:
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.begin, -mark.end)):
        if mark.begin >= max(begin, found[-1].end if found else 0) and mark.end <= end:
            found.append(mark)
    return found


def _lies_in(mark: Mark, outer: Mark) -> bool:
    inside = outer.begin <= mark.begin and mark.end <= outer.end
    return inside and (mark.begin, mark.end) != (outer.begin, outer.end)


def _within(text: str, outer: Mark, marks: Sequence[Mark], link: Link) -> str:
    out: list[str] = []
    at = outer.begin
    for mark in _outermost(marks, outer.begin, outer.end):
        inner = [m for m in marks if _lies_in(m, mark)]
        out.append(_words(text, at, mark.begin))
        _, cls, number = link(mark)
        words = _within(text, mark, inner, link)
        out.append(f'<span class="m c-{cls}" data-t="{number}">{words}</span>')
        at = mark.end
    return "".join([*out, _words(text, at, outer.end)])


def _plain(text: str, begin: int, end: int, tints: Sequence[Tint]) -> str:
    """Text without marks; each tinted piece in an element, the first of a clause with its sign."""
    edges = {begin, end} | {edge for tint in tints for edge in tint[:2] if begin < edge < end}
    out = []
    for left, right in pairwise(sorted(edges)):
        words = _words(text, left, right)
        tint = next((t for t in tints if t.begin <= left < t.end), None)
        if tint:
            first = " first" if left == tint.begin else ""
            out.append(f'<span class="tint {tint.status}{first}">{words}</span>')
        else:
            out.append(words)
    return "".join(out)


def _words(text: str, begin: int, end: int) -> str:
    return str(escape(visible(text[begin:end])))


def quotation(text: str, first: int, last: int, begin: int, end: int) -> Markup:
    """``text[first:last]`` with ``begin`` to ``end`` marked, and … where a longer sentence was cut."""
    more_before = CUT if first and text[first - 1] not in STOPS else ""
    more_after = CUT if last < len(text) and not {text[last - 1], text[last]} & STOPS else ""
    before, words, after = _words(text, first, begin), _words(text, begin, end), _words(text, end, last)
    return Markup(f"{more_before}{before}<mark>{words}</mark>{after}{more_after}")
