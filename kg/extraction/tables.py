"""Figures of tables: a row's label, a column's heading, a number alone in its cell.

Plain text keeps a table in one of two ways: a row a line with its cells between bars, or a cell a line.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.clauses import Stretch
from kg.extraction.numerals import arabic

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?[%％]?")
HAS_NUMBER_CELL = re.compile(r"(?:^|\|)\d[\d,]*(?:\.\d+)?[%％]?(?:\||$)", re.MULTILINE)
PROSE = re.compile(r"[。，；！？]")
UNIT = re.compile(r"（(?:单位：)?([^（）：]{1,4})）$")
ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
LONGEST_CELL = 30
MANY = 3
"""Numbers of a row whose last may be their total."""
PERCENT = "%"
BAR = "|"


class Row(NamedTuple):
    """A label and its numbers, each with the heading of its column."""

    label: Stretch
    cells: list[tuple[Stretch, str]]


class Reading(NamedTuple):
    """One number of a table; offsets in code points, from the row's label to the end of the number."""

    begin: int
    end: int
    words: str
    value: float
    unit: str | None


class Tables:
    """Finds the numbers of tables; a heading counts when it ends in one of ``measures`` (件数, 金额), which tell that
    its column holds figures. Under heads of two levels, where no heading is sure, the last column counts when one of
    ``totals`` (总计) heads it."""

    def __init__(self, measures: tuple[str, ...], units: frozenset[str], totals: frozenset[str]) -> None:
        self._measures, self._units, self._totals = measures, units, totals

    def readings(self, text: str, begin: int, end: int) -> Iterator[Reading]:
        """The numbers of the tables in ``text[begin:end]``, in order."""
        if not HAS_NUMBER_CELL.search(text, begin, end):
            return
        for row in self._rows(text, begin, end):
            label = text[row.label.begin : row.label.end]
            for cell, heading in row.cells:
                number = text[cell.begin : cell.end]
                words = label + UNIT.sub("", heading)
                unit = PERCENT if number[-1] in "%％" else self._unit(heading)
                yield Reading(row.label.begin, cell.end, words, arabic(number.rstrip("%％")), unit)

    def _rows(self, text: str, begin: int, end: int) -> Iterator[Row]:
        headings: list[str] = []
        words: list[Stretch] = []
        numbers: list[Stretch] = []
        total = ""
        for line in [*_lines(text, begin, end), None]:
            if line is not None and not numbers and BAR in text[line.begin : line.end]:
                words.clear()
                cells = list(_cells(text, line))
                row = self._barred(text, cells, headings, total)
                if row:
                    yield row
                elif (last := text[cells[-1].begin : cells[-1].end]) in self._totals:
                    total = last
                elif self._are_headings([text[c.begin : c.end] for c in cells[1:] if c.end > c.begin]):
                    headings = [text[c.begin : c.end] for c in cells[1:]]
                continue
            if line is not None and NUMBER.fullmatch(text, line.begin, line.end):
                numbers.append(line)
                continue
            if numbers and words:
                above = [text[w.begin : w.end] for w in words[-1 - len(numbers) : -1]]
                if len(above) == len(numbers) and self._are_headings(above):
                    headings = above
                if len(headings) == len(numbers):
                    yield Row(words[-1], list(zip(numbers, headings, strict=True)))
                elif total and len(numbers) >= MANY:
                    yield Row(words[-1], [(numbers[-1], total)])
                words.clear()
            numbers.clear()
            if line is None or self._is_prose(text[line.begin : line.end]):
                words.clear()
                headings, total = [], ""
            else:
                words.append(line)
                total = text[line.begin : line.end] if text[line.begin : line.end] in self._totals else total

    @staticmethod
    def _is_prose(line: str) -> bool:
        """Whether a line is a sentence and no cell; what stands in brackets does not tell."""
        plain = ASIDE.sub("", line)
        return len(plain) > LONGEST_CELL or PROSE.search(plain) is not None

    def _barred(self, text: str, cells: list[Stretch], headings: list[str], total: str) -> Row | None:
        """The row of a line with bars, when every cell after its first is a number or empty."""
        label, *rest = cells
        filled = [(cell, at) for at, cell in enumerate(rest) if cell.end > cell.begin]
        if total and len(filled) >= MANY and all(NUMBER.fullmatch(text, *cell) for cell, _ in filled):
            return Row(label, [(filled[-1][0], total)])
        if not filled or label.end == label.begin or len(rest) > max(len(headings), 1):
            return None
        if not all(NUMBER.fullmatch(text, *cell) and at < len(headings) for cell, at in filled):
            return None
        return Row(label, [(cell, headings[at]) for cell, at in filled if headings[at]])

    def _are_headings(self, words: list[str]) -> bool:
        return bool(words) and all(UNIT.sub("", word).endswith(self._measures) for word in words)

    def _unit(self, heading: str) -> str | None:
        """The measure word that a heading tells: （单位：万元）, 件数."""
        told = UNIT.search(heading)
        if told:
            return told[1] if told[1] in self._units else None
        return heading[-2:-1] if heading[-1:] == "数" and heading[-2:-1] in self._units else None


def _lines(text: str, begin: int, end: int) -> Iterator[Stretch]:
    while begin < end:
        stop = text.find("\n", begin, end)
        stop = end if stop < 0 else stop
        if stop > begin:
            yield Stretch(begin, stop)
        begin = stop + 1


def _cells(text: str, line: Stretch) -> Iterator[Stretch]:
    """The cells of a line between bars, without the blanks around them; the last bar closes the row."""
    begin = line.begin
    for part in text[line.begin : line.end].removesuffix(BAR).split(BAR):
        left = len(part) - len(part.lstrip())
        yield Stretch(begin + left, begin + max(left, len(part.rstrip())))
        begin += len(part) + 1
