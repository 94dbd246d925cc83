"""Figures of tables: what a number alone in its cell counts, by its row's label and its column's heading."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extraction.figures.counts import PERCENT
from kg.extraction.figures.table_headings import Headings
from kg.extraction.figures.table_rows import rows
from kg.lexicon.vocabulary import Vocabulary
from kg.reading.numerals import arabic, decimals


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
    """Finds the numbers of tables, with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._headings = Headings(vocabulary)

    def readings(self, text: str, begin: int, end: int) -> Iterator[Reading]:
        """The numbers of the tables in ``text[begin:end]``, in order."""
        for row in rows(text, begin, end, self._headings):
            label = text[row.label.begin : row.label.end]
            for span, heading, told in row.cells:
                printed = text[span.begin : span.end]
                words, number = label + self._headings.plain(heading), printed.rstrip("%％")
                unit = PERCENT if number != printed else told or self._headings.unit(heading)
                yield Reading(row.label.begin, span.end, words, arabic(number), unit, decimals(number))
