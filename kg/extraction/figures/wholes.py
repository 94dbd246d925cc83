"""Wholes and their parts: 调解纠纷220件，其中婚姻纠纷50件."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from kg.extraction.common.clauses import CLAUSE_END, FULL_STOP
from kg.extraction.common.joints import PAUSE, SIGNS
from kg.extraction.figures.counts import PERCENT, Count
from kg.extraction.figures.indicators import OTHER, broad
from kg.extraction.figures.part_marks import Marks, bracketed
from kg.extraction.figures.wordings import Counted
from kg.model.marks import CLAUSE
from kg.model.sentences import SENTENCE_END

LONGEST_LIST = 30
"""Parts that are added up."""


class Whole(NamedTuple):
    """A figure that parts are counted of."""

    figure: int
    """Its number among the figures of the text, from 0."""
    concept: str
    """The notation of its indicator."""
    value: Decimal
    """Without 万 and 亿, as that of its parts."""
    period: str


class Wholes:
    """Tells, figure by figure in text order, which are parts of one before them."""

    def __init__(self, text: str, marks: Marks, counts: Sequence[Count]) -> None:
        self._text, self._marks, self._counts = text, marks, counts
        self._bracketed = dict(bracketed(text, marks, counts))
        self._known: dict[int, Whole] = {}
        """The figures whose parts stand in a bracket behind them, by where they begin."""
        self._of: dict[str | None, list[Whole]] = {}
        """The figures of the last sentence that are no parts, by measure word."""
        self._edge = 0
        self._ended = False
        """The sentence has ended since the last figure that may be a whole or a part."""
        self._kin: set[str] | None = None
        """While parts are told: the broad indicators that the next may have."""
        self._unit: str | None = None
        self._sure = 0
        """Their measure word, and the offset before which all with it are parts because they add up to the whole."""

    def of(self, figure: int, count: Count, span: Counted, concept: str, period: str) -> Whole | None:
        """The whole that the next figure of the text is a part of: the one before the bracket that it stands in, or the last
        one before 其中 with the same measure word.

        None of a share, and of a figure that is no part; that one may be a whole, as number ``figure``, of indicator
        ``concept`` and of a ``period``.
        """
        own = self._known[count.begin] = Whole(figure, concept, count.plain_number.value, period)
        begin, self._edge = self._edge, max(span.end, count.end)
        if count.begin in self._bracketed:
            whole = self._bracketed[count.begin]
            return None if whole is None else self._known[whole]
        gap = self._text[begin : count.begin]
        mark = self._marks.by_kind.search(gap)
        lead = gap[: mark.start()] if mark else gap
        stopped = SENTENCE_END.search(lead) is not None
        begins = mark and "\n" not in gap and not (self._ended or (stopped and lead.strip(CLAUSE)))
        self._ended = self._ended or stopped
        if self._is_aside(count, span, period):
            return None
        ended, self._ended = self._ended, False
        unit = count.plain_number.unit
        whole_of = self._of[unit][-1] if unit in self._of else None
        if begins and whole_of:
            whole_of = self._begin(count, self._of[unit], own)
        elif self._kin and not self._goes_on(
            count, gap, self._text[begin : span.begin], own, ended and not mark
        ):
            self._kin = None
        if self._kin:
            return whole_of
        if ended:
            self._of.clear()
        if count.unit is not None:
            self._of.setdefault(unit, []).append(own)
        return None

    def _is_aside(self, count: Count, span: Counted, period: str) -> bool:
        """Whether a figure is neither whole nor part: a share, a rise or fall, what another has changed from, and one that the
        figure before it is held against (调解220件，去年200件，其中…)."""
        before = self._of.get(count.plain_number.unit)
        return (
            count.unit == PERCENT
            or span.change
            or span.former
            or (before is not None and not self._ended and period < before[-1].period)
        )

    def _begin(self, count: Count, wholes: list[Whole], own: Whole) -> Whole:
        """Note that a count is the first part of a whole: of the last one that the parts add up to, or else of the last; that
        whole, behind which the next part has it too."""
        fitting = (whole for whole in reversed(wholes) if self._summed(count, whole))
        whole = next(fitting, wholes[-1])
        wholes.append(whole)
        of_whole = broad(whole.concept)
        self._kin = {OTHER, of_whole, broad(own.concept), *self._marks.addends.get(of_whole, ())}
        self._unit, self._sure = count.plain_number.unit, self._summed(count, whole)
        return whole

    def _goes_on(self, count: Count, gap: str, between: str, own: Whole, ended: bool) -> bool:
        """Whether a count is a part like the one before it: in one list with that or adding up with it to the whole, whatever
        it counts; else what has the indicator of whole or parts and no words ``between`` that are not its own."""
        listed = gap.lstrip("）").startswith(PAUSE) and not CLAUSE_END.search(gap)
        if count.plain_number.unit == self._unit and (listed or count.begin < self._sure):
            return True
        parted = between.strip(f"，；（）{SIGNS}")
        beyond = self._sure and count.begin >= self._sure
        unnamed = ended and own.concept == OTHER
        return not (parted or beyond or unnamed) and broad(own.concept) in (self._kin or ())

    def _summed(self, first: Count, whole: Whole) -> int:
        """The end of the counts of one measure word from ``first`` on that add up to the whole; 0 where none do."""
        total, edge = Decimal(), first.begin
        at = bisect_left(self._counts, first.begin, key=attrgetter("begin"))
        for count in self._counts[at : at + LONGEST_LIST]:
            if total >= whole.value or FULL_STOP.search(self._text, edge, count.begin):
                break
            edge = count.end
            if count.plain_number.unit == first.plain_number.unit and count.begin not in self._bracketed:
                total += count.plain_number.value
                if total == whole.value:
                    return count.end
        return 0
