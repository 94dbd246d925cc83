"""What the heading of a table's column tells: that figures stand below it, and in what they are counted."""

import re

from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of


class Headings:
    """Reads headings, with the measure words and the words for totals of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.units = frozenset(label for unit in vocabulary.of("Unit") for label in unit.labels)
        self.totals = frozenset(vocabulary.words("number/total"))
        self._measures = vocabulary.words("number/column-measure")
        self._number_of = Endings(vocabulary.words("number/number-of"))
        mark = any_of(vocabulary.words("number/measure-word-mark"))
        self._told = re.compile(rf"（(?:{mark}：)?([^（）：]{{1,4}})）$|{mark}：([^（）：]{{1,4}})$")

    def measuring(self, words: list[str]) -> list[str]:
        """Those of ``words`` that head figures (件数, 金额); an empty string for each of the others."""
        return [word if self.plain(word).endswith(self._measures) else "" for word in words]

    def plain(self, heading: str) -> str:
        """A heading without the measure word that it tells in brackets: 金额 of 金额（单位：万元）."""
        return self._told.sub("", heading)

    def unit(self, heading: str) -> str | None:
        """The measure word that a heading tells: （单位：万元）, 件数; None when it tells none of the vocabulary."""
        told = self._told.search(heading)
        if told:
            unit = told[1] or told[2]
            return unit if unit in self.units else None
        number_of = self._number_of.longest(heading, len(heading))
        unit = heading.removesuffix(number_of)[-1:]
        return unit if number_of and unit in self.units else None
