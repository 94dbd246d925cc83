"""Where a paragraph or sentence turns from what was done to what is lacking or to be done."""

import re
from collections.abc import Sequence

from kg.model.marks import SENTENCE, STOPS
from kg.reading.dates import YEAR, year_of
from kg.reading.lines import Line
from kg.reading.parts import Turn
from kg.reading.roles import confesses, intends, promises

LONGEST_SENTENCE = 160
"""How far a paragraph's first sentence is read for its turn."""

_SENTENCE_END = re.compile(f"[{STOPS}：]")
_YEAR_FIRST = re.compile(rf"[{SENTENCE}\n](?=(?:{YEAR.pattern})(?! *\d{{1,2}} *月))")


def turns(text: str, lines: Sequence[Line], begin: int, end: int, year: int | None) -> list[Turn]:
    """The turns in ``text[begin:end]``, whose lines are ``lines``, in order."""
    starts = {line.begin for line in lines}
    found = {at: Turn(at, "plans", at in starts) for at in promises(text, begin, end)}
    for match in _YEAR_FIRST.finditer(text, begin, end) if year else ():
        at = match.end()
        if year_of(match) == (year or 0) + 1 and (at in starts or intends(text, at)):
            found[at] = Turn(at, "plans", at in starts)
    for line in lines:
        close = _SENTENCE_END.search(line.text, 0, LONGEST_SENTENCE)
        if line.begin not in found and close and confesses(line.text[: close.end()]):
            found[line.begin] = Turn(line.begin, "shortcomings", True)
    return [found[at] for at in sorted(found)]
