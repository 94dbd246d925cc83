"""Tables kept in plain text by tabs, a row a line: bars between their cells, as in every other kind of table."""

import re
from collections.abc import Iterator, Sequence

from kg.model.marks import BAR, CLAUSE
from kg.reading.numbering import ITEM

LONGEST_CELL = 30
"""Characters of a cell before the last of its row; a longer one is text that happens to hold a tab."""
ROWS, WIDE_ROWS = 3, 2
"""Rows that make a table of two columns, and one of more."""

_ROW = re.compile(
    rf"\s*[^\s{CLAUSE}][^\t{CLAUSE}]{{0,{LONGEST_CELL - 1}}}(?:\t[^\t{CLAUSE}]{{0,{LONGEST_CELL}}})*\t[^\t]*"
)
_NUMBERED = re.compile(rf"\s*(?:{ITEM.pattern}|[•·●])\s*\t")
_TEXT = re.compile(rf"\t(?=[^\t]*[{CLAUSE}])")


def ruled(source: str) -> str:
    """``source`` with the tabs of its tables as bars, and as line breaks before cells that hold text; of the same length.

    >>> ruled("指标\\t单位\\t数量\\n调解\\t件\\t286")
    '指标|单位|数量\\n调解|件|286'
    """
    if "\t" not in source:
        return source
    lines = source.split("\n")
    for begin, end in _tables(lines):
        lines[begin:end] = [_TEXT.sub("\n", line).replace("\t", BAR) for line in lines[begin:end]]
    return "\n".join(lines)


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where tables begin and end, as indices of lines."""
    begin = 0
    for at, line in enumerate([*lines, ""]):
        if _ROW.fullmatch(line) and not _NUMBERED.match(line):
            continue
        wide = any(row.strip().count("\t") > 1 for row in lines[begin:at])
        if at - begin >= (WIDE_ROWS if wide else ROWS):
            yield begin, at
        begin = at + 1
