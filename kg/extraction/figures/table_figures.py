"""The figures of tables, each with the indicator that its row and column name."""

from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.figures.indicators import Indicators
from kg.extraction.figures.tables import Tables
from kg.lexicon import reliability
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Figure, Outline
from kg.model.rules import TABLE


class Tabled:
    """Reads them, with the measure words and totals of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, indicators: Indicators) -> None:
        self._indicators = indicators
        self._tables = Tables(vocabulary)

    def of(self, text: str, outline: Outline, roles: Roles) -> Iterator[Figure]:
        """The figures of a report's tables, table by table."""
        for reading in self._tables.readings(text, outline.body_begin, len(text)):
            concept = self._indicators.named(reading.words, reading.unit)
            yield Figure(
                indicator=reading.words,
                concept=concept,
                value=reading.value,
                unit=reading.unit,
                digits=reading.digits,
                about=None,
                part_of=None,
                period=str(outline.year) if outline.year else "",
                status=roles.status(reading.begin),
                approx=False,
                begin=reading.begin,
                end=reading.end,
                rule=TABLE,
                confidence=reliability.of("observations", concept, TABLE),
            )
