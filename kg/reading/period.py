"""The year that a report is about, and whose it is by the sentence that opens it."""

import re
from functools import lru_cache

from kg.reading.dates import YEAR, year_of
from kg.reading.words import either

OPENING = 700
"""Characters of the body in which the year reported on is named."""
LEAD = 4
"""Characters that may lead in the year that opens a clause: 回望2024年， 在2024年，"""

_BARE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year of a title from which 年 was left out (2017法治政府建设报告)."""
_UNTIL = re.compile(rf"(?: *\d{{1,2}} *月)?(?:[至到—–~～-]{{1,2}}|[、和及与])(?:{YEAR.pattern})")
"""The end of a period that a year opens, or the year beside it."""
_QUOTED = re.compile("《[^《》]*》")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Where the year is named, surest first: 现将2022年…报告如下, 一、2022年…, 2022年，… at a clause's beginning."""
    year = f"(?:{YEAR.pattern})"
    lead = rf"(?:^|(?<=[，。：；\n“]))(?:(?!{either('another-year')})[^，。：；、\n\d]){{0,{LEAD}}}"
    below = rf"度?[^。\n]{{0,40}}{either('reports-below')}[：:。\n]"
    return (
        re.compile(rf"{either('reports-hereby')}[^，。\n]{{0,16}}{year}{below}"),
        re.compile(rf"^一、{year}", re.M),
        re.compile(rf"{year}{below}"),
        re.compile(rf"{lead}{year}(?!\d|底|初|末| *\d{{1,2}} *月)", re.M),
    )


def year_reported(title: str | None, body: str) -> int | None:
    """The year in the title, else the one that the body's opening reports on, else the only one that the body names, as a
    year's work (2025年度); None when none of them says.

    A day's date is no such year, nor is one inside the name of a document.
    """
    in_title = YEAR.search(title or "")
    if in_title:
        return _last(in_title)
    bare = _BARE.search(title or "")
    if bare:
        return int(bare[0])
    told = _QUOTED.sub("", body)
    for pattern in _patterns():
        match = pattern.search(told, 0, OPENING)
        if match:
            return _last(match)
    named = {year_of(match) for match in YEAR.finditer(told)}
    of_work = any(match["other"] is None for match in _of_work().finditer(told))
    return named.pop() if len(named) == 1 and of_work else None


def _last(match: re.Match[str]) -> int:
    """The year of a match, or the last one where a period of years follows: 2022年至2024年, 2023年12月至2024年11月,
    2022年、2023年."""
    rest = _UNTIL.match(match.string, match.end())
    return year_of(rest or match)


@lru_cache(maxsize=1)
def _of_work() -> re.Pattern[str]:
    """A year of work, with the word before it that says that it is another than the one reported on."""
    return re.compile(rf"(?P<other>{either('another-year')})?(?:{YEAR.pattern})度")


def reported_for(body: str) -> str:
    """What the sentence that opens a report puts before its year or its subject: 宝城镇 in 现将宝城镇2025年度…报告如下; empty
    when there is no such sentence. ``body`` is in simplified characters."""
    match = _hereby().search(body)
    return match[1] if match else ""


@lru_cache(maxsize=1)
def _hereby() -> re.Pattern[str]:
    return re.compile(
        rf"{either('reports-hereby')}([^，。；\n]{{2,24}}?)(?:\d{{4}}年|{either('reported-on')})"
    )
