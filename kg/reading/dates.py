"""Dates and years as reports print them, in ASCII or Chinese numerals."""

import re
from collections.abc import Iterator
from datetime import date

from kg.reading.numerals import NUMERAL, natural, positional

IN_NUMERALS = "[一二][〇○零O0一二三四五六七八九]{3}"
"""A year in Chinese numerals."""

DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d) *(?:年|[-./]) *(?P<m>\d{1,2}) *(?:月|[-./]) *(?P<d>\d{1,2})(?!\d)(?: *日)?"
    r"|(?<!\d)(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<y3>{IN_NUMERALS}) *年 *(?P<m3>{NUMERAL}) *月 *(?P<d3>{NUMERAL}) *日"
)
"""A day of the calendar: 2022年1月14日, 2024-03-28, 2025.02.08, 25.02.2016, 二〇二二年一月十四日."""

YEAR = re.compile(rf"(?<!\d)(?P<y>(?:19|20)\d\d) *年|(?P<y3>{IN_NUMERALS})年")
"""A year named: 2021年, 二〇二一年."""

CLOCK = r"(?:[ T]*\d{1,2} *[:：时] *\d{1,2}(?: *[:：分] *\d{1,2})?)?"
WEEKDAY = re.compile(r"\s*(?:星期|周|礼拜)[一二三四五六日天]")


def iso(match: re.Match[str]) -> str | None:
    """The day that a match of ``DATE`` names, ISO 8601, or None when the calendar has no such day."""
    found = match.groupdict()
    year = positional(found["y"] or found["y2"] or found["y3"])
    month = natural(found["m"] or found["m2"] or found["m3"]) or 0
    day = natural(found["d"] or found["d2"] or found["d3"]) or 0
    if found["m2"] and month > 12:
        month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def days(text: str) -> Iterator[tuple[str, int, int]]:
    """The days named in ``text``, each with its span; not one with its weekday, which is the page's today."""
    for match in DATE.finditer(text):
        found = iso(match)
        if found and not WEEKDAY.match(text, match.end()):
            yield found, match.start(), match.end()


def year_of(match: re.Match[str]) -> int:
    """The year that a match of ``YEAR`` names."""
    return positional(match["y"] or match["y3"])
