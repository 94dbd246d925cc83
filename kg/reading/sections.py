"""The section tree of a report's body."""

import re
from collections.abc import Iterator, Sequence

from kg.model import Section
from kg.model.marks import CLAUSE, SENTENCE
from kg.reading.lines import Line, patterns
from kg.reading.numbering import marks
from kg.reading.parts import Part, divide, give_roles, nest
from kg.reading.roles import role_of_subheading
from kg.reading.turns import turns

SHORTEST_HEADING, LONGEST_HEADING = 2, 30
"""An unnumbered heading, in characters."""

_PUNCTUATION = re.compile(f"[{CLAUSE}、|]")
_STOP = re.compile(f"[{SENTENCE}]")


def read_sections(
    text: str, lines: Sequence[Line], begin: int, end: int, year: int | None
) -> tuple[Section, ...]:
    """The sections of a text whose body is ``text[begin:end]`` and reports on ``year``, in order.

    ``lines`` are those of the body. What stands before and after the body is a section too (front, closing),
    and so is the text before the first heading (introduction). A section whose text turns (``下一步，…``) is
    divided there; the part behind the turn has no number and no heading.
    """
    numbered = [
        Part(mark.begin, end, mark.level, mark.number, mark.heading, mark.body, mark.value)
        for mark in marks(text, begin, end)
    ]
    parts = sorted([*numbered, *_unnumbered(lines, numbered, end)], key=lambda part: part.begin)
    parts = [*_opening(text, lines, begin, end, parts), *parts]
    nest(parts, end)
    give_roles(parts, year)
    divide(parts, text, turns(text, lines, begin, end, year))
    if text[:begin].strip():
        parts.append(Part(0, begin, 1, "", "", 0, role="front"))
    if text[end:].strip():
        after = end + len(text[end:]) - len(text[end:].lstrip("\n"))
        parts.append(Part(after, len(text), 1, "", "", after, role="closing"))
    parts.sort(key=lambda part: (part.begin, -part.end))
    return tuple(part.section() for part in parts)


def _opening(text: str, lines: Sequence[Line], begin: int, end: int, parts: Sequence[Part]) -> Iterator[Part]:
    """What stands before the first heading. Without any heading, only the sentence that announces the report."""
    if parts:
        if text[begin : parts[0].begin].strip():
            yield Part(begin, end, parts[0].level, "", "", begin, role="introduction", own=True)
    elif len(lines) > 1 and patterns().below.search(lines[0].text):
        yield Part(begin, end, 1, "", "", begin, role="introduction", own=True)
        yield Part(lines[1].begin, end, 1, "", "", lines[1].begin)
    else:
        yield Part(begin, end, 1, "", "", begin)


def _unnumbered(lines: Sequence[Line], numbered: Sequence[Part], end: int) -> Iterator[Part]:
    """Short lines above a paragraph: headings where the report does not number its first level.

    Where it does, only those that say by themselves that they are one (``引言``, ``下一步工作``).
    """
    taken = {part.begin for part in numbered}
    counts = any(part.level == 1 for part in numbered)
    for at, line in enumerate(lines[:-1]):
        if line.begin in taken or not _is_heading(line.text) or not _STOP.search(lines[at + 1].text):
            continue
        leads = patterns().leads_in.fullmatch(line.text)
        if leads or not counts or role_of_subheading(line.text, "achievements", False, None):
            yield Part(line.begin, end, 1, "", line.text, lines[at + 1].begin)


def _is_heading(text: str) -> bool:
    return SHORTEST_HEADING <= len(text) <= LONGEST_HEADING and not _PUNCTUATION.search(text)
