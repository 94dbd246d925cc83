"""Evidence as a reader wants it: the sentence around a span."""

import re

from kg.model.marks import SENTENCE

REACH = 120
"""How far a sentence is shown beyond its span, in code points."""
_END = re.compile(rf"[{SENTENCE}\n]")


def around(text: str, begin: int, end: int) -> tuple[int, int]:
    """The sentence that holds ``text[begin:end]``, no further than REACH beyond it."""
    first = max(0, begin - REACH)
    for stop in _END.finditer(text, first, begin):
        first = stop.end()
    stop_after = _END.search(text, max(begin, end - 1), end + REACH)
    last = stop_after.end() if stop_after else min(len(text), end + REACH)
    return first, max(end, last if text[last - 1 : last] != "\n" else last - 1)
