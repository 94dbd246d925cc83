"""Figures of a section of plans that were reached before, from which its plans start: 在2022年完成120件的基础上, 较上年的15件."""

from kg.extraction.common.clauses import CLAUSE_END, Stretch
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import Count
from kg.extraction.figures.wordings import Counted
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled


class StartingPoints:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, changes: Changes) -> None:
        self._changes = changes
        self._base = compiled(vocabulary.words("number/base-of-a-plan"))
        self._reached = compiled(vocabulary.words("number/reached-before"))
        self._aims = compiled(vocabulary.words("number/aim-of-a-plan"))

    def is_one(self, text: str, sentence: Stretch, count: Count, told: Counted) -> bool:
        """Whether a figure is one: what the next has changed from, what another is compared with, what its clause builds on, or
        says to be so already, and does not aim at."""
        if told.former or self._changes.against(text, told.begin, told.before.end):
            return True
        marks = (mark.end() for mark in CLAUSE_END.finditer(text, sentence.begin, count.begin))
        begin = max(marks, default=sentence.begin)
        stop = CLAUSE_END.search(text, count.end, sentence.end)
        end = stop.start() if stop else sentence.end
        if self._base.search(text, count.end, end):
            return True
        said = self._reached.search(text, begin, count.begin)
        return said is not None and not self._aims.search(text, begin, end)
