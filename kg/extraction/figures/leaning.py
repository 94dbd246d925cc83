"""Figures that say of what was counted before them how many there are in each, in all, or of a sort: 村均4名, 懂双语的19名."""

import re

from kg.extraction.common.fillers import Fillers
from kg.extraction.common.particles import OF
from kg.extraction.figures.wordings import Counted
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.plain_number import plain_number

EACH = 6
"""Characters of what there are so many of in each (每个社区)."""


class Leaning:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers = fillers
        lists = ("on-average", "total", "the-rest", "grade")
        alone = any_of(word for name in lists for word in vocabulary.words(f"number/{name}"))
        each = any_of(vocabulary.words("number/in-each"))
        self._share = re.compile(rf".{{0,2}}(?:{alone}|{each}[^{CLAUSE}{OF}]{{1,{EACH}}})")
        self._people = frozenset(vocabulary.measure_words("people"))

    def leans(self, text: str, counted: Counted) -> bool:
        """Whether a figure's words name nothing but a sort or a share of what was counted before."""
        if counted.after.begin < counted.after.end:
            return False
        said = text[slice(*counted.before)]
        before = self._fillers.without_last(said)
        return before.endswith(OF) or any(self._share.fullmatch(words) for words in (said, before))

    def kin(self, unit: str | None) -> str:
        """What figures share that may lean on one another: their measure word without 万, one for all of people (人, 名)."""
        return "people" if unit in self._people else plain_number(0, unit).unit or ""
