"""Figures that stand at another stage than their section: what plans start from (在2022年完成120件的基础上), and what is intended
in a report of what was done (计划投资50万元)."""

from kg.extraction.common.clauses import CLAUSE_END, Stretch
from kg.extraction.common.intentions import intention
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import Count
from kg.extraction.figures.wordings import Counted
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Status
from kg.model.alternation import compiled


class Stages:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, changes: Changes) -> None:
        self._changes = changes
        self._base = compiled(vocabulary.words("number/base-of-a-plan"))
        self._reached = compiled(vocabulary.words("number/reached-before"))
        self._aims = compiled(vocabulary.words("number/aim-of-a-plan"))
        self._intended = intention(vocabulary)

    def of(self, text: str, sentence: Stretch, count: Count, told: Counted, status: Status) -> Status:
        """The status of a figure in a section of the given ``status``."""
        if status == "shortcoming":
            return status
        marks = (mark.end() for mark in CLAUSE_END.finditer(text, sentence.begin, count.begin))
        begin = max(marks, default=sentence.begin)
        if status == "achieved":
            return "planned" if self._intended.match(text, begin, count.begin) else status
        stop = CLAUSE_END.search(text, count.end, sentence.end)
        reached = self._is_reached(text, Stretch(begin, stop.start() if stop else sentence.end), count, told)
        return "achieved" if reached else status

    def _is_reached(self, text: str, clause: Stretch, count: Count, told: Counted) -> bool:
        """Whether plans start from a figure: what the next has changed from, what another is compared with, what its clause
        builds on, or says to be so already, and does not aim at."""
        if told.former or self._changes.against(text, told.begin, told.before.end):
            return True
        if self._base.search(text, count.end, clause.end):
            return True
        said = self._reached.search(text, clause.begin, count.begin)
        return said is not None and not self._aims.search(text, *clause)
