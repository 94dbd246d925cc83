"""Characters on a page and the lines that they form: what PDF and OFD have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDE_GAP = 1.6
"""Ems between two characters of a line from which on they stand in different cells or columns."""
WORD_GAP = 0.15
"""Ems between two characters from which on there is a blank."""
SAME_LINE = 0.45
"""Share of the smaller height by which two characters overlap when they are in one line."""


class Glyph(NamedTuple):
    """A character on a page; points from the page's top left."""

    char: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """Of the font, in points."""
    spaced: bool = False
    """The file has a blank before it."""


@dataclass(frozen=True)
class PageGlyphs:
    """The visible characters of one page, in any order."""

    number: int
    """From 1."""
    width: float
    """In points, as the height."""
    height: float
    glyphs: Sequence[Glyph]


class Line(NamedTuple):
    """Characters beside each other, without a wide gap; its edges in points from the page's top left."""

    page: int
    """From 1."""
    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(self.glyphs[-1].right, self.glyphs[0].right)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def base(self) -> float:
        """Where most of its characters end downwards, whatever a single one does."""
        bottoms = sorted(glyph.bottom for glyph in self.glyphs)
        return bottoms[len(bottoms) // 2]

    @property
    def size(self) -> float:
        """The font's size of most of its characters."""
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    @property
    def text(self) -> str:
        """The characters, with a blank at each gap between words."""
        return "".join(glyph.char for glyph in self.spaced())

    def spaced(self) -> list[Glyph]:
        """The characters with a blank glyph at each gap between words."""
        found: list[Glyph] = []
        for glyph in self.glyphs:
            if found and (glyph.spaced or glyph.left - found[-1].right > WORD_GAP * glyph.size):
                last = found[-1]
                found.append(last._replace(char=" ", left=last.right, right=glyph.left))
            found.append(glyph)
        return found


Row = list[Line]
"""Lines side by side, from left to right."""


def rows(page: PageGlyphs) -> list[Row]:
    """The rows of a page from top to bottom, each cut at its wide gaps."""
    found: list[list[Glyph]] = []
    for glyph in sorted(page.glyphs, key=lambda g: ((g.top + g.bottom) / 2, g.left)):
        row = next((row for row in reversed(found[-3:]) if _beside(row[0], glyph)), None)
        if row is None:
            found.append([glyph])
        else:
            row.append(glyph)
    return [_cut(page.number, sorted(row, key=lambda g: g.left)) for row in found]


def _beside(one: Glyph, other: Glyph) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _cut(page: int, row: list[Glyph]) -> Row:
    lines, begin = [], 0
    for at in range(1, len(row)):
        if row[at].left - row[at - 1].right > WIDE_GAP * max(row[at].size, row[at - 1].size):
            lines.append(Line(page, tuple(row[begin:at])))
            begin = at
    return [*lines, Line(page, tuple(row[begin:]))]
