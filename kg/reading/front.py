"""What stands before the report proper: title, addressee, and where the body begins."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.reading.lines import Kind, Line, kind, patterns
from kg.reading.title import Title, find_title, is_report_title, quoted_titles
from kg.reading.widths import fold_layout

LONGEST_FRONT = 400
"""Lines; a page whose frame is longer has no front that could be told from its text."""
LONGEST_LETTER = 15
"""Lines between the sentence of a cover letter and the title of the report that it sends."""
LONGEST_INLINE = 40
"""Characters of an addressee that runs on into the first sentence."""


class Front(NamedTuple):
    """Everything before the body, line by line, and what it says."""

    lines: tuple[tuple[Kind, Line], ...]
    title: Title | None
    addressee: str | None
    body_begin: int


def read_front(lines: Sequence[Line]) -> Front:
    """The front of a report, from the lines of its clean text."""
    front, at = _front_lines(lines)
    if at == len(lines):
        return Front(front, find_title(front, None), None, 0)
    body = lines[at]
    title = find_title(front, body)
    addressee, begin = _addressee(front, title), body.begin
    if title and title.begin == body.begin:
        begin = title.end
    elif addressee is None:
        addressee, begin = _inline_addressee(body)
    return Front(front, title, addressee, begin)


def _front_lines(lines: Sequence[Line]) -> tuple[tuple[tuple[Kind, Line], ...], int]:
    """The lines before the body with their kinds, and the index of the body's first line.

    A cover letter belongs to the front: its sentences are the only lines there of kind ``body``.
    """
    front: list[tuple[Kind, Line]] = []
    letter_ends = 0
    for at, line in enumerate(lines[:LONGEST_FRONT]):
        own = kind(line.text)
        if own == "body" and at >= letter_ends:
            letter_ends = _letter_end(lines, at)
            if not letter_ends:
                return tuple(front), at
        front.append((own, line))
    return tuple(front), len(lines)


def _letter_end(lines: Sequence[Line], at: int) -> int:
    """The index of the title below a letter whose sentence at ``at`` sends the report; 0: it is no letter."""
    names = [fold_layout(name) for name in quoted_titles(lines[at].text)]
    for below in range(at + 1, min(at + LONGEST_LETTER, len(lines)) if names else 0):
        text = lines[below].text
        if kind(text) != "head":
            continue
        if is_report_title(text) or any(name.startswith(fold_layout(text)) for name in names):
            return below
    return 0


def _addressee(front: Sequence[tuple[Kind, Line]], title: Title | None) -> str | None:
    """The line that ends with a colon: below the title, or below a cover letter's own title."""
    has_letter = any(own == "body" for own, _ in front)
    after = title.begin if title and not has_letter else -1
    found = [line for own, line in front if own == "addressed" and line.begin > after]
    if not found or not (title or found[-1] == front[-1][1]):
        return None
    return (found[0] if title else found[-1]).text[:-1]


def _inline_addressee(body: Line) -> tuple[str | None, int]:
    """An addressee before the first sentence on the same line, and where that sentence begins."""
    match = patterns().addressee.match(body.text)
    if not match or len(match["name"]) > LONGEST_INLINE or re.search(r"\d", match["name"]):
        return None, body.begin
    if kind(body.text[: match.end()]) != "addressed":
        return None, body.begin
    return match["name"], body.begin + match.end()
