"""Wholes and their parts: 调解纠纷220件，其中婚姻纠纷50件."""

import re

from kg.extraction.counted import Counted
from kg.extraction.counts import Count
from kg.extraction.indicators import OTHER


class Wholes:
    """What is counted whole, of which the figures after 其中 are parts: a part that names no indicator is of the whole's."""

    def __init__(self, text: str, marks: re.Pattern[str]) -> None:
        """``marks`` says that what follows is of the kinds of what was counted before."""
        self._text, self._marks = text, marks
        self._whole: tuple[str | None, str] = (None, OTHER)
        self._edge = 0
        self._parts = False

    def concept(self, count: Count, span: Counted, own: str) -> str:
        """The indicator of the next figure of the text; ``own`` is that of its own words."""
        gap = self._text[self._edge : count.begin]
        if "\n" not in gap and self._marks.search(gap):
            self._parts = True
        elif self._text[self._edge : span.begin].strip("，、；"):
            self._parts = False
        self._edge = max(span.end, count.end)
        unit, whole = self._whole
        if not self._parts:
            self._whole = (count.unit, own)
        return whole if self._parts and own == OTHER and unit == count.unit else own
