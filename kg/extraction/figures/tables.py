"""Figures of tables: a row's label, a column's heading, a number alone in its cell.

Plain text keeps a table in one of two ways: a row a line with its cells between bars, or a cell a line.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.common.clauses import Stretch
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import BAR, SENTENCE
from kg.reading.numerals import arabic, decimals

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?[%％]?")
HAS_NUMBER_CELL = re.compile(r"(?:^|\|)\d[\d,]*(?:\.\d+)?[%％]?(?:\||$)", re.MULTILINE)
PROSE = re.compile(rf"[，{SENTENCE}]")
ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
LONGEST_CELL = 30
MANY = 3
"""Numbers of a row whose last may be their total."""
PERCENT = "%"


class Cell(NamedTuple):
    """A number, the heading of its column, and the measure word that its row gives (None: the heading's)."""

    span: Stretch
    heading: str
    unit: str | None = None


class Row(NamedTuple):
    """A label and its numbers."""

    label: Stretch
    cells: list[Cell]


class Reading(NamedTuple):
    """One number of a table; offsets in code points, from the row's label to the end of the number."""

    begin: int
    end: int
    words: str
    value: float
    unit: str | None
    digits: int
    """Digits printed after the point."""


class Tables:
    """Finds the numbers of tables; a heading counts when it ends in a word (件数, 金额) that tells that its column holds
    figures. Under heads of two levels, where no heading is sure, the last column counts when a word for a total (总计) heads
    it. A row that has its measure word in a cell of its own needs no heading."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._measures = vocabulary.words("number/column-measure")
        self._units = frozenset(label for unit in vocabulary.of("Unit") for label in unit.labels)
        self._totals = frozenset(vocabulary.words("number/total"))
        mark = any_of(vocabulary.words("number/measure-word-mark"))
        self._told = re.compile(rf"（(?:{mark}：)?([^（）：]{{1,4}})）$|{mark}：([^（）：]{{1,4}})$")
        self._number_of = Endings(vocabulary.words("number/number-of"))

    def readings(self, text: str, begin: int, end: int) -> Iterator[Reading]:
        """The numbers of the tables in ``text[begin:end]``, in order."""
        if not HAS_NUMBER_CELL.search(text, begin, end):
            return
        for row in self._rows(text, begin, end):
            label = text[row.label.begin : row.label.end]
            for span, heading, told in row.cells:
                printed = text[span.begin : span.end]
                words, number = label + self._told.sub("", heading), printed.rstrip("%％")
                unit = PERCENT if number != printed else told or self._unit(heading)
                value, digits = arabic(number), decimals(number)
                yield Reading(row.label.begin, span.end, words, value, unit, digits)

    def _rows(self, text: str, begin: int, end: int) -> Iterator[Row]:
        """The rows in order, read line by line: ``headings`` and ``total`` are what the lines above say of the columns,
        ``words`` and ``numbers`` the cells of a table of a cell a line since its last row. Prose ends a table."""
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
                    continue
                said = [text[c.begin : c.end] for c in cells]
                named = [cell for cell in said if cell]
                if named and named[-1] in self._totals:
                    total = named[-1]
                elif len(named) > 1:
                    headings = self._measuring(said[1:])
                    total = "" if any(headings) else total
                continue
            if line is not None and NUMBER.fullmatch(text, line.begin, line.end):
                numbers.append(line)
                continue
            if numbers and words:
                headings = self._headings(text, words, len(numbers), headings)
                row = self._listed(text, words, numbers, headings, total)
                if row:
                    yield row
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

    def _headings(self, text: str, words: list[Stretch], count: int, known: list[str]) -> list[str]:
        """The headings of a row of ``count`` numbers in a table of a cell a line: those above its label, those directly
        above it (it has lost its label), or, of a row that follows another, the ``known`` ones."""
        said = [text[w.begin : w.end] for w in words]
        for above in (said[-1 - count : -1], said[-count:]):
            if len(above) == count and all(self._measuring(above)):
                return above
        return known if len(words) == 1 else []

    def _listed(
        self, text: str, words: list[Stretch], numbers: list[Stretch], headings: list[str], total: str
    ) -> Row | None:
        """The row of a table of a cell a line: ``words`` are the cells before its ``numbers``."""
        label = words[-1]
        said = text[label.begin : label.end]
        if len(numbers) == 1 and len(words) > 1 and said in self._units:
            return Row(words[-2], [Cell(numbers[0], "", said)])
        if len(headings) == len(numbers) and said not in headings:
            return Row(label, [Cell(*pair) for pair in zip(numbers, headings, strict=True)])
        if total and len(numbers) >= MANY:
            return Row(label, [Cell(numbers[-1], total)])
        return None

    def _barred(self, text: str, cells: list[Stretch], headings: list[str], total: str) -> Row | None:
        """The row of a line with bars: one or more labels (the last is the row's own), then only numbers and blanks."""
        filled = [(at, cell) for at, cell in enumerate(cells) if cell.end > cell.begin]
        first = next((k for k, (_, cell) in enumerate(filled) if NUMBER.fullmatch(text, *cell)), 0)
        numbers = filled[first:]
        if not first:
            return None
        label = filled[first - 1][1]
        unit = text[label.begin : label.end]
        if (
            first > 1
            and unit in self._units
            and (len(numbers) < 2 or not NUMBER.fullmatch(text, *numbers[1][1]))
        ):
            return Row(
                filled[first - 2][1], [Cell(numbers[0][1], "", unit)]
            )  # what stands behind is a remark
        if not all(NUMBER.fullmatch(text, *cell) for _, cell in numbers):
            return None
        if total and len(numbers) >= MANY:
            return Row(label, [Cell(numbers[-1][1], total)])
        known = dict(enumerate(headings, 1))
        return Row(label, [Cell(cell, known[at]) for at, cell in numbers if known.get(at)])

    def _measuring(self, words: list[str]) -> list[str]:
        """Those of ``words`` that head figures; an empty string for each of the others."""
        return [word if self._told.sub("", word).endswith(self._measures) else "" for word in words]

    def _unit(self, heading: str) -> str | None:
        """The measure word that a heading tells: （单位：万元）, 件数."""
        told = self._told.search(heading)
        if told:
            unit = told[1] or told[2]
            return unit if unit in self._units else None
        number_of = self._number_of.longest(heading, len(heading))
        unit = heading.removesuffix(number_of)[-1:]
        return unit if number_of and unit in self._units else None


def _lines(text: str, begin: int, end: int) -> Iterator[Stretch]:
    """The lines of ``text[begin:end]`` without their feeds, but for empty ones."""
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
