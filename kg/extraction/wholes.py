"""Wholes and their parts: 调解纠纷220件，其中婚姻纠纷50件."""

from typing import NamedTuple

from kg.extraction.clauses import SENTENCE_END
from kg.extraction.counted import Counted
from kg.extraction.counts import PERCENT, Count
from kg.extraction.indicators import OTHER, Indicators
from kg.extraction.joints import SIGNS
from kg.model.marks import CLAUSE


class Whole(NamedTuple):
    """A figure that parts are counted of."""

    figure: int
    """Its number among the figures of the text, from 0."""
    concept: str
    """The notation of its indicator."""


class Wholes:
    """Tells, figure by figure in text order, which are parts of one before them."""

    def __init__(self, text: str, indicators: Indicators) -> None:
        self._text, self._marks, self._addends = text, indicators.by_kind, indicators.addends
        self._of: dict[str | None, Whole] = {}
        """The figures of the last sentence that are no parts, the last of each measure word."""
        self._edge = 0
        self._kin: set[str] | None = None
        """While parts are told: the broad indicators that the next may have."""

    def of(self, figure: int, count: Count, span: Counted, concept: str) -> Whole | None:
        """The whole that the next figure of the text is a part of: the last one before 其中 with the same measure word.

        None of a share, and of a figure that is no part; that one may be a whole, as number ``figure`` and of indicator
        ``concept``. Behind the first part, what has another indicator than whole and part before is counted on its own.
        """
        gap = self._text[self._edge : count.begin]
        mark = self._marks.search(gap)
        lead = gap[: mark.start()] if mark else gap
        ended = bool(SENTENCE_END.search(lead))
        begins = mark and "\n" not in gap and not (ended and lead.strip(CLAUSE))
        parted = self._text[self._edge : span.begin].strip(f"，；{SIGNS}")
        self._edge = max(span.end, count.end)
        if count.unit == PERCENT:
            return None
        whole = self._of.get(count.unit)
        broad = concept.partition(".")[0]
        if begins and whole:
            own = whole.concept.partition(".")[0]
            self._kin = {OTHER, own, broad, *self._addends.get(own, ())}
        elif parted or (self._kin and broad not in self._kin):
            self._kin = None
        if self._kin:
            return whole
        if ended:
            self._of.clear()
        if count.unit is not None:
            self._of[count.unit] = Whole(figure, concept)
        return None
