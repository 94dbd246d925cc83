"""Tables as lines: a row a line with bars between its cells; a table that only lays out the page is no table."""

from collections.abc import Sequence

from kg.model.marks import BAR
from kg.reading.formats.characters import Writer

LONGEST_CELL = 120
"""Characters of a cell beyond which it holds paragraphs: the table is the page's layout."""

Piece = tuple[str, str]
"""Words and the fragment of where they stand."""
Cell = Sequence[Piece]
"""The paragraphs of a cell."""


def write_table(out: Writer, rows: Sequence[Sequence[Cell]]) -> None:
    """The rows of a table, or the paragraphs of a page laid out by one."""
    filled = [sum(any(words.strip() for words, _ in cell) for cell in row) for row in rows]
    longest = max((sum(len(words) for words, _ in cell) for row in rows for cell in row), default=0)
    if max(filled, default=0) < 2 or longest > LONGEST_CELL:
        for row in rows:
            for cell in row:
                for words, fragment in cell:
                    out.line().run(words, fragment)
        out.line()
        return
    for row in rows:
        out.line()
        last = max((at for at, cell in enumerate(row) if cell), default=-1)
        for at, cell in enumerate(row[: last + 1]):
            out.run(BAR if at else "", "")
            for words, fragment in cell:
                out.run(words.replace("\n", " "), fragment)
    out.line()
