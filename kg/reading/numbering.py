"""The numbers that divide a report: 一、 （一） 1、 （1） ① 一是, at the start of a line or inside it."""

import re
from typing import NamedTuple

from kg.model.marks import SENTENCE
from kg.reading.numerals import BELOW_HUNDRED, NUMERAL, natural

ITEM = re.compile(
    rf"{NUMERAL}[、.．，,：:]|[（(]?{NUMERAL}[）)]|\d{{1,2}}[、.．](?!\d)|[（(]?\d{{1,2}}[）)]|[①-⑳]|第{NUMERAL}(?:部分|章|[，,、])"
)
"""A number at the beginning of a line, in either width: 一、 （一） 1、 （1） ① 第一部分 第一，"""

SELDOM = ".，："
"""What stands for the 、 behind a number of the first level on some pages, and only at the start of a line there (一.)."""

# The look-ahead says nothing new; with it the search skips what cannot begin a number four times as fast.
_MARK = re.compile(
    rf"(?=[第{BELOW_HUNDRED}（①-⑳0-9])(?:"
    rf"第(?P<part>{NUMERAL})部分[，、：]?|第(?P<nth>{NUMERAL})[，、]|(?P<han>{NUMERAL})(?P<tail>[、是）{SELDOM}])"
    rf"|（(?:(?P<inner>{NUMERAL})|(?P<digit>\d{{1,2}}))）|(?P<lone>\d{{1,2}})(?P<dot>[、.．）])(?!\d)|(?P<circle>[①-⑳]))"
)
_AFTER_SENTENCE = f"{SENTENCE}：”）》"
_AFTER_CLAUSE = _AFTER_SENTENCE + "，"

LONGEST_HEADING = 60
"""A heading alone on its line."""
LONGEST_LEAD = 45
"""A heading that the text runs on behind: up to its full stop or colon."""

_HEADING_END = re.compile(f"[{SENTENCE}：\n]")


class Mark(NamedTuple):
    """A number and the heading behind it."""

    begin: int
    level: int
    style: str
    """Numbers of one style count together."""
    value: int
    number: str
    heading: str
    body: int


def marks(text: str, begin: int, end: int) -> list[Mark]:
    """The numbers that divide ``text[begin:end]``, in order.

    One at the start of a line always does; one inside a line only when it begins to count or counts on, so
    that a number that is part of a sentence is passed over.
    """
    counted: dict[str, int] = {}
    found: list[Mark] = []
    for match in _MARK.finditer(text, begin, end):
        level, style, value = _read(match)
        before = text[match.start() - 1] if match.start() > begin else "\n"
        if before != "\n":
            if match["tail"] and match["tail"] in SELDOM:
                continue
            expected = value == 1 or counted.get(style) == value - 1
            if not expected or before not in (_AFTER_CLAUSE if level > 3 else _AFTER_SENTENCE):
                continue
        counted[style] = value
        for deeper in [own for own in counted if own > style]:
            del counted[deeper]
        if found and match.start() < found[-1].body:
            found[-1] = found[-1]._replace(heading="", body=found[-1].begin + len(found[-1].number))
        found.append(_with_heading(text, match, end, level, style, value))
    return found


def _read(match: re.Match[str]) -> tuple[int, str, int]:
    """Level, style and value of a number, 0 for what counts nothing (三七). Styles sort as their levels do."""
    if match["part"]:
        return 1, "1 part", natural(match["part"]) or 0
    if match["nth"]:
        return 5, "5 nth", natural(match["nth"]) or 0
    if match["han"]:
        level = {"）": 2, "是": 5}.get(match["tail"], 1)
        return level, f"{level}", natural(match["han"]) or 0
    if match["inner"]:
        return 2, "2", natural(match["inner"]) or 0
    if match["digit"]:
        return 4, "4", int(match["digit"])
    if match["lone"]:
        level = 4 if match["dot"] == "）" else 3
        return level, f"{level}", int(match["lone"])
    return 4, "4 circle", ord(match["circle"]) - ord("①") + 1


def _with_heading(text: str, match: re.Match[str], end: int, level: int, style: str, value: int) -> Mark:
    """The mark with its heading: the rest of the line, or of the sentence when that is short enough."""
    at = match.end()
    stop = _HEADING_END.search(text, at, min(end, at + LONGEST_HEADING + 1))
    close = stop.start() if stop else (end if end - at <= LONGEST_HEADING else -1)
    longest = LONGEST_HEADING if close == end or (stop and stop[0] == "\n") else LONGEST_LEAD
    if close < 0 or close - at > longest:
        return Mark(match.start(), level, style, value, match[0], "", at)
    body = min(close + (1 if stop else 0), end)
    if body < end and text[body] == "\n":
        body += 1
    return Mark(match.start(), level, style, value, match[0], text[at:close], body)
