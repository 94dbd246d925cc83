"""The lines of printed pages joined to paragraphs, over columns and pages, told by how they stand."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.model.marks import SENTENCE
from kg.reading.formats.characters import Characters, Writer
from kg.reading.formats.glyphs import Line, Row
from kg.reading.numbering import ITEM

FULL = 1.7
"""Ems that a full line may lack of the text's width: a mark hanging over, a character that did not fit."""
INDENT = 0.8
"""Ems by which a paragraph's first line begins further in."""
LOOSE = 1.35
"""Times the usual distance of two lines from which on a paragraph ends between them."""
LEAST_SHARED = 50
"""One line in so many must end at a place before that is taken for the text's right edge."""
NARROWEST = 9
"""Ems of the narrowest column whose lines are joined."""
LEAST_INDENTS = 3
"""Indented lines of a text whose paragraphs begin with an indent."""

_LATIN = re.compile("[A-Za-z]")
_FINAL = re.compile(f"[{SENTENCE}：][”’）》]?$")


class Block(NamedTuple):
    """Rows of one column."""

    column: int
    """0: the page's full width; 1, 2: the columns of a divided page."""
    rows: list[Row]


class _Measure(NamedTuple):
    """How the lines of one column stand; points."""

    left: float
    """Where most full lines begin."""
    right: float
    """Where full lines end."""
    pitch: float
    """From one line to the next; 0: too few to tell."""
    indents: bool
    """Paragraphs begin with an indent."""


def join(blocks: Sequence[Block]) -> Characters:
    """The text of blocks in reading order, a paragraph or a row of cells a line, with a locator for each printed line."""
    columns: dict[int, list[Line]] = {}
    for block in blocks:
        columns.setdefault(block.column, []).extend(row[0] for row in block.rows if len(row) == 1)
    measures = {column: _measure(lines) for column, lines in columns.items() if lines}
    out = Writer()
    last: tuple[Line, _Measure] | None = None
    for block in blocks:
        for row in block.rows:
            if len(row) == 1:
                here = row[0], measures[block.column]
                if last is None or not _continues(*last, *here):
                    out.line()
                elif _LATIN.match(last[0].text[-1]) and _LATIN.match(row[0].text[0]):
                    out.run(" ", "")
                last = here
            elif row:
                out.line()
                last = None
            for at, line in enumerate(row):
                _write(out.run("  " if at else "", ""), line)
    return out.line().done()


def _continues(last: Line, above: _Measure, line: Line, measure: _Measure) -> bool:
    """Whether ``line`` goes on with the paragraph of ``last``: that one is full, and this one not indented."""
    size = line.size
    full = last.right >= max(above.right - FULL * size, above.left + NARROWEST * size)
    indented = line.left > measure.left + INDENT * size
    if not full or indented or abs(last.size - size) > 0.15 * size:
        return False
    if not measure.indents and _FINAL.search(last.text) and ITEM.match(line.text):
        return False
    turned = last.page != line.page or line.base < last.base
    return turned or not measure.pitch or line.base - last.base <= LOOSE * measure.pitch


def _measure(lines: Sequence[Line]) -> _Measure:
    size = sorted(line.size for line in lines)[len(lines) // 2]
    ends = Counter(round(line.right / size) for line in lines)
    shared = [end for end in ends if ends[end] > max(1, len(lines) // LEAST_SHARED)]
    right = max(shared or ends) * size
    full = [line for line in lines if line.right > right - FULL * size] or lines
    begins = Counter(round(2 * line.left / size) for line in full)
    left = min([begin for begin in begins if begins[begin] > max(1, len(full) // 8)] or begins) * size / 2
    indented = [line for line in full if line.left > left + INDENT * size]
    steps = sorted(
        after.base - before.base
        for before, after in pairwise(lines)
        if before.page == after.page and after.base > before.base
    )
    # Paragraphs set apart are short: the wider distance may be the more frequent one, the lines' own is the smaller.
    pitch = steps[len(steps) // 5] if len(steps) > 2 else 0.0
    return _Measure(left, right, pitch, len(indented) >= LEAST_INDENTS)


def _write(out: Writer, line: Line) -> None:
    glyphs = line.spaced()
    edges = [round(glyph.left, 1) for glyph in glyphs] + [round(glyphs[-1].right, 1)]
    words = "".join(glyph.char for glyph in glyphs)
    out.run(words, f"page={line.page}", round(line.top, 1), round(line.bottom, 1), edges)
