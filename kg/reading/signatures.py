"""Signatures: a body's name with a day below or behind it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.reading import dates
from kg.reading.lines import Kind, Line, patterns
from kg.reading.words import either

LONGEST_NAME = 40
"""Characters of an issuer's name."""
JOINED = "、"
"""Between two bodies that issue together."""

Lines = Sequence[tuple[Kind, Line]]
Signature = tuple[str, str]
"""The bodies that sign, and the day, ISO 8601."""

_BEHIND = re.compile(rf"([^，。；：\d]{{2,{LONGEST_NAME}}})(?:{dates.DATE.pattern})")
"""A name with a day behind it."""


@lru_cache(maxsize=1)
def body_ending() -> re.Pattern[str]:
    """The end of a body's name, or of a place's that stands for its body in a table."""
    return re.compile(rf"{either('body', 'place')}$")


def signatures(lines: Lines) -> Iterator[Signature]:
    """Bodies and day of each signature: a body's name with a date below or behind it, and those that sign above it
    (中共甲镇委员会 above 甲镇人民政府)."""
    for at, (own, line) in enumerate(lines):
        below = (
            lines[at + 1][1].text if at + 1 < len(lines) and lines[at + 1][0] in ("date", "remark") else ""
        )
        behind = _BEHIND.fullmatch(line.text)
        text, day = (behind[1], line.text) if behind else (line.text, below)
        signs = own in ("head", "date") and len(text) <= LONGEST_NAME and body_ending().search(text)
        found = next(dates.days(day), None)
        if signs and found:
            yield JOINED.join(dict.fromkeys([*_above(lines, at), text])), found[0]


def _above(lines: Lines, at: int) -> list[str]:
    """The bodies on the lines directly above line ``at``, in order."""
    first = at
    while (
        first and lines[first - 1][0] == "head" and patterns().body_name.fullmatch(lines[first - 1][1].text)
    ):
        first -= 1
    return [line.text for _, line in lines[first:at]]
