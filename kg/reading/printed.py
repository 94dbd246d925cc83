"""The lines of a text as it was printed, and what each looks like by itself."""

import re
from collections import Counter
from typing import NamedTuple

from kg.model.marks import SENTENCE
from kg.reading.lines import patterns
from kg.reading.numbering import ITEM
from kg.reading.widths import HAN

CELL = 14
"""A line up to this long without punctuation may be a table's cell."""
FULL_LINES = 6
"""Lines of one width from which on a text is taken to be printed in that width."""
SHORTEST_FULL = 15
"""Characters of the narrowest page's full line."""
SLACK = 4
"""Columns by which a full line may be longer than the printed width."""

CLOSERS = "“”‘’\"'）)】》」』〉"
"""What may stand behind the mark that ends a sentence."""

_FINAL = f"{SENTENCE}：…!?;:"
_PAGE = re.compile(r"[-—–－·]+\d{1,4}[-—–－·]+|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?")
_RULE = re.compile(r"[|]+|[-|=_*:~]{3,}")
_HAN_STOP = re.compile(rf"[{HAN}]\.")
_COMMA = re.compile(r"[，,](?!\d{3})")
_FIRST_WORDS = re.compile(r"\d{4}年度?(?:以来)?[，,]")
# The look-ahead says nothing new; with it the search skips what is none of these.
_STOP = re.compile(rf"(?=[{SENTENCE};!?.])(?:[{SENTENCE};!?]|(?<=[{HAN}”’\"'》）)])\.(?=[{HAN}“‘”’\"']|$))")


class Line(NamedTuple):
    """One line: where it begins and ends without the blanks around it, and its text without any blank."""

    begin: int
    end: int
    text: str
    gap: bool
    """A blank line, a page number or a rule stands before it."""
    indent: bool
    mark: bool
    label: bool
    """It begins as a row of a metadata table does, with a label and a colon."""
    final: bool
    comma: bool
    stop: bool
    """It is text, no heading: it holds a full stop, or begins with the year as a first sentence does."""

    @property
    def size(self) -> int:
        """Characters that are not blanks."""
        return len(self.text)

    @property
    def cell(self) -> bool:
        """Short and without punctuation, as a table's cells are."""
        return self.size <= CELL and not self.comma and not self.final


class Page(NamedTuple):
    """How a text with printed lines was laid out."""

    width: int
    """Columns of a full line; 0: the lines are paragraphs."""
    indents: bool
    """Paragraphs begin with an indent."""


def lines_of(text: str) -> list[Line]:
    """The lines that hold text; page numbers and rules are left out, and go with the gap around them."""
    lines, end, row = [], -1, patterns().row
    for match in re.finditer(r"[^\n]+", text):
        raw = match[0]
        content = raw.replace(" ", "")
        if not content or (len(content) < 30 and (_RULE.fullmatch(content) or _PAGE.fullmatch(content))):
            continue
        stop = bool(_STOP.search(content) or _FIRST_WORDS.match(content))
        lines.append(
            Line(
                begin=match.start() + raw.index(content[0]),
                end=match.start() + len(raw.rstrip(" ")),
                text=content,
                gap=match.start() > end + 1,
                indent=raw.startswith("  "),
                mark=bool(ITEM.match(content)),
                label=bool(row.match(content)),
                final=content.rstrip(CLOSERS)[-1:] in _FINAL or bool(_HAN_STOP.fullmatch(content[-2:])),
                comma=stop or bool(_COMMA.search(content)),
                stop=stop,
            )
        )
        end = match.end()
    return lines


def layout(lines: list[Line]) -> Page:
    """The layout of a text most of whose lines are full ones."""
    counts = Counter(columns(line) // 2 for line in lines if not line.final and line.size >= SHORTEST_FULL)
    if sum(counts.values()) < FULL_LINES:
        return Page(0, False)
    best = max(counts, key=lambda half: (counts[half] + counts[half + 1] + counts[half - 1], half))
    full = counts[best] + counts[best + 1] + counts[best - 1]
    if full < FULL_LINES or full * 3 < len(lines):
        return Page(0, False)
    widest = max(half for half in (best - 1, best, best + 1) if counts[half] > 1 or half == best)
    longer = sum(columns(line) > 2 * widest + SLACK for line in lines)
    if longer * 2 > full:
        return Page(0, False)  # headings of like length above paragraphs that are lines
    return Page(2 * widest, 3 <= sum(line.indent for line in lines) < len(lines) // 2)


def columns(line: Line) -> int:
    """Columns: a Chinese character takes two, an indent four."""
    return len(line.text.encode("gbk", "replace")) + 4 * line.indent
