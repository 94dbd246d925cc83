"""Where sentences end: at a stop or a line's end, but not inside a quotation (“公开是常态。不公开是例外”)."""

import re

from kg.model.marks import SENTENCE

LONGEST_QUOTATION = 60
"""Characters of a quotation that a stop in it does not end: what is opened and closed later than that was left open."""
SENTENCE_END = re.compile(rf"[{SENTENCE}\n]")


def in_quotation(text: str, begin: int, at: int) -> bool:
    """Whether a quotation that was opened after ``begin`` is still open at ``at``: “公开是常态，不公开是例外”."""
    opening = text.rfind("“", max(begin, at - LONGEST_QUOTATION), at)
    if opening < 0 or "”" in text[opening:at]:
        return False
    return text.find("”", at, opening + LONGEST_QUOTATION + 1) >= 0


def sentence_around(text: str, begin: int, end: int, reach: int) -> tuple[int, int]:
    """The sentence that holds ``text[begin:end]`` with its closing mark, no further than ``reach`` beyond the span.

    >>> sentence_around("甲。乙丙，“丁。”戊。己", 2, 3, 120)
    (2, 11)
    """
    first, last = max(0, begin - reach), min(len(text), end + reach)
    for stop in SENTENCE_END.finditer(text, first, begin):
        if _ends(text, stop.start()):
            first = stop.end()
    for stop in SENTENCE_END.finditer(text, max(begin, end - 1), last):
        if _ends(text, stop.start()):
            last = stop.start() if stop[0] == "\n" else stop.end()
            break
    return first, max(end, last)


def _ends(text: str, at: int) -> bool:
    """Whether the mark at ``at`` ends a sentence. A line's end always does, and no quotation is open behind it."""
    line = text.rfind("\n", max(0, at - LONGEST_QUOTATION), at) + 1
    return text[at] == "\n" or not in_quotation(text, line, at)
