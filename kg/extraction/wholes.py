"""Wholes and their parts: 调解纠纷220件，其中婚姻纠纷50件."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.extraction.clauses import CLAUSE_END, SENTENCE_END
from kg.extraction.counted import Counted
from kg.extraction.counts import PERCENT, Count
from kg.extraction.indicators import OTHER, Indicators
from kg.extraction.joints import PAUSE, SIGNS
from kg.model.marks import CLAUSE, STOPS

BRACKET = re.compile(rf"[^{CLAUSE}\n（）{PAUSE}]{{0,8}}（(?P<inside>[^（）\n]*)）")
"""A bracket behind a number: 43件（…）, 43件案件（…）."""
LONGEST_LIST = 30
"""Parts that are added up."""
FULL_STOP = re.compile(rf"[{STOPS}\n]")


class Whole(NamedTuple):
    """A figure that parts are counted of."""

    figure: int
    """Its number among the figures of the text, from 0."""
    concept: str
    """The notation of its indicator."""
    value: float


class Wholes:
    """Tells, figure by figure in text order, which are parts of one before them."""

    def __init__(self, text: str, indicators: Indicators, counts: Sequence[Count]) -> None:
        self._text, self._marks, self._addends = text, indicators.by_kind, indicators.addends
        self._counts = counts
        self._bracketed = dict(_bracketed(text, indicators, counts))
        self._known: dict[int, Whole] = {}
        """The figures whose parts stand in a bracket behind them, by where they begin."""
        self._of: dict[str | None, Whole] = {}
        """The figures of the last sentence that are no parts, the last of each measure word."""
        self._edge = 0
        self._kin: set[str] | None = None
        """While parts are told: the broad indicators that the next may have."""
        self._unit: str | None = None
        self._sure = 0
        """Their measure word, and the offset before which all with it are parts because they add up to the whole."""

    def of(self, figure: int, count: Count, span: Counted, concept: str) -> Whole | None:
        """The whole that the next figure of the text is a part of: the one before the bracket that it stands in, or the last
        one before 其中 with the same measure word.

        None of a share, and of a figure that is no part; that one may be a whole, as number ``figure`` and of indicator
        ``concept``. Behind the first part, what has another indicator than whole and part before is counted on its own,
        unless it stands in one list with them or adds up with them to the whole.
        """
        self._known[count.begin] = Whole(figure, concept, count.value)
        if count.begin in self._bracketed:
            self._edge = max(span.end, count.end)
            return self._known[self._bracketed[count.begin]]
        gap = self._text[self._edge : count.begin]
        mark = self._marks.search(gap)
        lead = gap[: mark.start()] if mark else gap
        ended = bool(SENTENCE_END.search(lead))
        begins = mark and "\n" not in gap and not (ended and lead.strip(CLAUSE))
        parted = self._text[self._edge : span.begin].strip(f"，；（）{SIGNS}")
        listed = gap.lstrip("）").startswith(PAUSE) and not CLAUSE_END.search(gap)
        self._edge = max(span.end, count.end)
        if count.unit == PERCENT:
            return None
        whole = self._of.get(count.unit)
        broad = concept.partition(".")[0]
        if begins and whole:
            own = whole.concept.partition(".")[0]
            self._kin = {OTHER, own, broad, *self._addends.get(own, ())}
            self._unit, self._sure = count.unit, self._summed(count, whole)
        elif not self._goes_on(count, listed) and (
            parted
            or (self._sure and count.begin >= self._sure)
            or (ended and not mark and concept == OTHER)
            or (self._kin and broad not in self._kin)
        ):
            self._kin = None
        if self._kin:
            return whole
        if ended:
            self._of.clear()
        if count.unit is not None:
            self._of[count.unit] = self._known[count.begin]
        return None

    def _goes_on(self, count: Count, listed: bool) -> bool:
        """Whether a count is a part whatever it counts: in a list with the part before it, or one that adds up."""
        return count.unit == self._unit and (listed or count.begin < self._sure)

    def _summed(self, first: Count, whole: Whole) -> int:
        """The end of the counts of one measure word from ``first`` on that add up to the whole; 0 where none do."""
        total, edge = 0.0, first.begin
        at = bisect_left(self._counts, first.begin, key=attrgetter("begin"))
        for count in self._counts[at : at + LONGEST_LIST]:
            if total >= whole.value or FULL_STOP.search(self._text, edge, count.begin):
                break
            edge = count.end
            if count.unit == first.unit and count.begin not in self._bracketed:
                total += count.value
                if total == whole.value:
                    return count.end
        return 0


def _bracketed(text: str, indicators: Indicators, counts: Sequence[Count]) -> Iterator[tuple[int, int]]:
    """Where counts begin that are parts of the one before their bracket, and where that begins.

    Parts are several with its measure word that add up to it or are less, or what the bracket says it contains; not what is
    compared with it (43件（上年40件，同比增加3件）).
    """
    for k, whole in enumerate(counts):
        bracket = BRACKET.match(text, whole.end)
        if not bracket or whole.unit == PERCENT or indicators.compared.search(bracket["inside"]):
            continue
        last = bisect_left(counts, bracket.end(), k, key=attrgetter("begin"))
        parts = [one for one in counts[k + 1 : last] if one.unit == whole.unit]
        total, inside = sum(one.value for one in parts), bracket["inside"]
        several = len(parts) > 1 and not indicators.last_year.search(inside)
        if total == whole.value or (total < whole.value and (several or indicators.contains.match(inside))):
            yield from ((one.begin, whole.begin) for one in parts)
