"""The rows of tables: a label, and the numbers that stand alone in their cells, each with the heading of its column.

Plain text keeps a table in one of two ways: a row a line with its cells between bars, or a cell a line.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.common.clauses import Stretch
from kg.extraction.figures.table_cells import HAS_NUMBER_CELL, NUMBER, cells_of, is_prose, lines_of
from kg.extraction.figures.table_headings import Headings
from kg.model.marks import BAR

MANY = 3
"""Numbers of a row whose last may be their total."""


class Cell(NamedTuple):
    """A number, the heading of its column, and the measure word that its row gives (None: the heading's)."""

    span: Stretch
    heading: str
    unit: str | None = None


class Row(NamedTuple):
    """A label and its numbers."""

    label: Stretch
    cells: list[Cell]


def rows(text: str, begin: int, end: int, headings: Headings) -> Iterator[Row]:
    """The rows of the tables in ``text[begin:end]``, in order.

    A heading counts when it tells that its column holds figures. Under heads of two levels, where no heading is sure, the
    last column counts when a word for a total (总计) heads it. A row that has its measure word in a cell of its own needs
    no heading.
    """
    if not HAS_NUMBER_CELL.search(text, begin, end):
        return
    table = _Table(text, headings)
    for line in lines_of(text, begin, end):
        row = table.read(line)
        if row:
            yield row
    last = table.close_row()
    if last:
        yield last


class _Table:
    """What the lines read so far say of the table that they may be of."""

    def __init__(self, text: str, told: Headings) -> None:
        self._text, self._told = text, told
        self._headings: list[str] = []
        """Of the columns behind the label; empty strings for those that hold no figures."""
        self._total = ""
        """The heading of the last column, if that is a word for a total."""
        self._words: list[Stretch] = []
        self._numbers: list[Stretch] = []
        """Of a table of a cell a line: its cells since the last row, those of the row begun apart."""

    def read(self, line: Stretch) -> Row | None:
        """The row that ``line`` is, with bars, or that it ends, where cells are lines; None when it does neither."""
        if not self._numbers and BAR in self._text[line.begin : line.end]:
            self._words.clear()
            cells = list(cells_of(self._text, line))
            row = self._barred(cells)
            if row is None:
                self._head([self._text[c.begin : c.end] for c in cells])
            return row
        if NUMBER.fullmatch(self._text, line.begin, line.end):
            self._numbers.append(line)
            return None
        row = self.close_row()
        self._add(line)
        return row

    def close_row(self) -> Row | None:
        """The row of the cells since the last one, if a label and numbers are among them."""
        row = None
        if self._numbers and self._words:
            self._headings = self._headings_above()
            row = self._listed()
            self._words.clear()
        self._numbers.clear()
        return row

    def _add(self, line: Stretch) -> None:
        """Note a line that is no number: a cell, or prose, which ends the table."""
        said = self._text[line.begin : line.end]
        if is_prose(said):
            self._words.clear()
            self._headings, self._total = [], ""
            return
        self._words.append(line)
        if said in self._told.totals:
            self._total = said

    def _head(self, cells: list[str]) -> None:
        """Note what a line with bars that is no row says of the columns."""
        named = [cell for cell in cells if cell]
        if named and named[-1] in self._told.totals:
            self._total = named[-1]
        elif len(named) > 1:
            self._headings = self._told.measuring(cells[1:])
            self._total = "" if any(self._headings) else self._total

    def _headings_above(self) -> list[str]:
        """The headings of the row of numbers in a table of a cell a line: those above its label, those directly above it
        (it has lost its label), or, of a row that follows another, the known ones."""
        said = [self._text[w.begin : w.end] for w in self._words]
        count = len(self._numbers)
        for above in (said[-1 - count : -1], said[-count:]):
            if len(above) == count and all(self._told.measuring(above)):
                return above
        return self._headings if len(self._words) == 1 else []

    def _listed(self) -> Row | None:
        """The row of a table of a cell a line."""
        words, numbers, label = self._words, self._numbers, self._words[-1]
        said = self._text[label.begin : label.end]
        if len(numbers) == 1 and len(words) > 1 and said in self._told.units:
            return Row(words[-2], [Cell(numbers[0], "", said)])
        if len(self._headings) == len(numbers) and said not in self._headings:
            return Row(label, [Cell(*pair) for pair in zip(numbers, self._headings, strict=True)])
        return self._totalled(label, numbers)

    def _barred(self, cells: list[Stretch]) -> Row | None:
        """The row of a line with bars: one or more labels (the last is the row's own), then only numbers and blanks."""
        filled = [(at, cell) for at, cell in enumerate(cells) if cell.end > cell.begin]
        first = next((k for k, (_, cell) in enumerate(filled) if self._is_number(cell)), 0)
        if not first:
            return None
        numbers, label = [cell for _, cell in filled[first:]], filled[first - 1][1]
        unit = self._text[label.begin : label.end]
        alone = len(numbers) < 2 or not self._is_number(numbers[1])  # what stands behind is a remark
        if first > 1 and unit in self._told.units and alone:
            return Row(filled[first - 2][1], [Cell(numbers[0], "", unit)])
        if not all(map(self._is_number, numbers)):
            return None
        known = dict(enumerate(self._headings, 1))
        return self._totalled(label, numbers) or Row(
            label, [Cell(cell, known[at]) for at, cell in filled[first:] if known.get(at)]
        )

    def _totalled(self, label: Stretch, numbers: list[Stretch]) -> Row | None:
        """The row with the total of its numbers alone, where the table has a column for it."""
        return Row(label, [Cell(numbers[-1], self._total)]) if self._total and len(numbers) >= MANY else None

    def _is_number(self, cell: Stretch) -> bool:
        return NUMBER.fullmatch(self._text, *cell) is not None
