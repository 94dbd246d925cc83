"""What stands after the report proper: signature, imprint, the page's foot."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.model.marks import SENTENCE
from kg.reading.dates import DATE
from kg.reading.lines import Kind, Line, kind, patterns
from kg.reading.numbering import ITEM
from kg.reading.words import either

LONGEST_FOOT = 60
"""Characters; a longer line at the end is text."""

_CLOSED = re.compile(f"[{SENTENCE}][”’）》」』]*$")
_ROW = re.compile("[^，。；]{0,4}[：:].*")
_PAUSE = re.compile(f"[，{SENTENCE}]")


@lru_cache(maxsize=1)
def _imprint() -> re.Pattern[str]:
    return re.compile(either("imprint"))


def read_tail(lines: Sequence[Line]) -> tuple[tuple[Kind, Line], ...]:
    """The lines after the body, of ``lines``, which begin with the body's first.

    From the end upwards: dates, imprint, the page's foot, and the name of a body that signs. A line that reads
    as text or could be a table's cell ends the search.
    """
    tail: list[tuple[Kind, Line]] = []
    for above, line in zip(reversed(lines[:-1]), reversed(lines), strict=False):
        if len(line.text) > LONGEST_FOOT or ITEM.match(line.text):
            break
        own = kind(line.text)
        foot = own in ("date", "remark", "number", "label", "frame") or _is_foot(line.text)
        signs = patterns().body_name.fullmatch(line.text) and (tail or _CLOSED.search(above.text))
        if not (foot or signs):
            break
        tail.append((own, line))
    return tuple(reversed(tail))


def signed_apart(lines: list[Line]) -> list[Line]:
    """``lines``, the last one parted where a signature stands behind its last sentence: …水平。 甲镇人民政府 2024年1月15日."""
    last = lines[-1]
    stop = max(last.text.rfind(mark) for mark in SENTENCE) + 1
    rest = last.text[stop:].strip()
    day = next((d for d in DATE.finditer(rest) if d.end() == len(rest)), None)
    if not stop or day is None or not patterns().body_name.fullmatch(rest[: day.start()].strip()):
        return lines
    begin = last.begin + last.text.rindex(rest)
    text = last.text[:stop]
    return [*lines[:-1], Line(last.begin, last.begin + len(text), text), Line(begin, begin + len(rest), rest)]


def _is_foot(text: str) -> bool:
    """An imprint, a list of copies, or a name with its date behind it."""
    imprint = _imprint().search(text)
    if _PAUSE.search(text):
        return imprint is not None and _ROW.fullmatch(text, imprint.end()) is not None and imprint.start() < 2
    dates = list(DATE.finditer(text))
    return imprint is not None or (bool(dates) and dates[-1].end() == len(text))
