"""Printed pages to running text: columns, running heads, page numbers, and lines joined to paragraphs over the pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.reading.formats.characters import Characters
from kg.reading.formats.glyphs import PageGlyphs, Row, rows
from kg.reading.formats.paragraphs import Block, join

MARGIN = 0.13
"""Share of a page's height at its top and at its bottom where running heads and page numbers stand."""
COLUMN_ROWS = 6
"""Rows that a gutter runs through before it divides columns."""
COLUMN_CHARACTERS = 9
"""Characters of a column's line on average; a table's cells have fewer."""

_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]*(?:第\s*)?[1-9]\d{0,3}(?:\s*页)?(?:\s*[/，,共]\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－·.\s]*"
)
_NOT_WORDS = re.compile(r"[\d\s]+")


def read_pages(pages: Sequence[PageGlyphs]) -> Characters:
    """The text of pages, a paragraph or a table's row a line; each run's locator is its page and box."""
    kept = [
        _without_frame(page, found) for page, found in _unrepeated([(page, rows(page)) for page in pages])
    ]
    return join([block for found in kept for block in _columns(found)])


def _unrepeated(pages: list[tuple[PageGlyphs, list[Row]]]) -> Iterator[tuple[PageGlyphs, list[Row]]]:
    """The pages without their running heads: what stands in the margin of half of them, but for its digits."""
    margins = [{_key(row) for row in found if _in_margin(page, row)} - {""} for page, found in pages]
    seen = Counter(key for margin in margins for key in margin)
    least = max(2, len(pages) // 2)
    for page, found in pages:
        yield page, [row for row in found if not (_in_margin(page, row) and seen[_key(row)] >= least)]


def _without_frame(page: PageGlyphs, found: list[Row]) -> list[Row]:
    """The rows without the page's number, which is the outermost of its margin."""
    edges = {id(row) for row in (found[:1] + found[-1:]) if _in_margin(page, row)}
    return [row for row in found if not (id(row) in edges and _PAGE_NUMBER.fullmatch(_words(row)))]


def _in_margin(page: PageGlyphs, row: Row) -> bool:
    return row[0].bottom < MARGIN * page.height or row[0].top > (1 - MARGIN) * page.height


def _words(row: Row) -> str:
    return " ".join(line.text for line in row)


def _key(row: Row) -> str:
    """A row's words without its digits and blanks."""
    return _NOT_WORDS.sub("", _words(row))


# ── columns ──────────────────────────────────────────────────────────────────────────────────────


def _columns(page: list[Row]) -> Iterator[Block]:
    """A page's rows in reading order: where a gutter divides it, the left column before the right one."""
    begin = 0
    while begin < len(page):
        gutter, end = _gutter(page, begin)
        if gutter:
            yield Block(1, [[line for line in row if line.right <= gutter] for row in page[begin:end]])
            yield Block(2, [[line for line in row if line.left >= gutter] for row in page[begin:end]])
            begin = end
        else:
            yield Block(0, [page[begin]])
            begin += 1


def _gutter(page: list[Row], begin: int) -> tuple[float, int]:
    """Where the white strip stands that divides the rows from ``begin`` on, and the row it ends before; 0: none."""
    if len(page[begin]) != 2:
        return 0, begin
    left, right = page[begin][0].right, page[begin][1].left
    both = [page[begin]]
    end = begin + 1
    for row in page[begin + 1 :]:
        inner = [line for line in row if line.right > left and line.left < right]
        new_left = max([left, *(line.right for line in row if line.left < left and line.right < right)])
        new_right = min([right, *(line.left for line in row if line.right > right and line.left > left)])
        crossing = any(line.left < new_left and line.right > new_right for line in inner)
        if crossing or new_right - new_left < row[0].size * 0.8 or len(row) > 2:
            break
        left, right = new_left, new_right
        both += [row] if len(row) == 2 else []
        end += 1
    lengths = [len(line.glyphs) for row in both for line in row]
    prose = len(both) >= COLUMN_ROWS and sum(lengths) / len(lengths) >= COLUMN_CHARACTERS
    return ((left + right) / 2, end) if prose else (0, begin)
