"""The year that a report is about."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.reading.dates import YEAR, year_of
from kg.reading.words import either

OPENING = 700
"""Characters of the body in which the year reported on is named."""

_QUOTED = re.compile("《[^《》]*》")


class _Patterns(NamedTuple):
    announced: re.Pattern[str]
    heading: re.Pattern[str]
    opens: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    year = f"(?:{YEAR.pattern})"
    return _Patterns(
        announced=re.compile(rf"{year}度?[^。\n]{{0,40}}{either('reports-below')}[：:。\n]"),
        heading=re.compile(rf"(?m)^一、{year}"),
        opens=re.compile(rf"(?:^|(?<=[，。：；\n“]))[^，。：；、\n\d]{{0,4}}{year}(?!\d|\d*月|底|初|末)(?! *\d{{1,2}} *月)", re.M),
    )


def year_reported(title: str | None, body: str) -> int | None:
    """The year in the title, else the one that the body's opening reports on; None when neither says.

    A day's date is no such year, nor is one inside the name of a document.
    """
    in_title = YEAR.search(title or "")
    if in_title:
        return year_of(in_title)
    opening = _QUOTED.sub("", body[:OPENING])
    for pattern in _patterns():
        match = pattern.search(opening)
        if match:
            return year_of(match)
    return None
