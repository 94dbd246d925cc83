"""A flattened page: blanks are all that is left of its line breaks. They become breaks again; no character is added."""

import re
from functools import cache
from itertools import chain, pairwise

from kg.model.marks import SENTENCE
from kg.reading import dates
from kg.reading.numbering import SELDOM
from kg.reading.numerals import NUMERAL
from kg.reading.words import either

_NUMBER = rf"(?:{NUMERAL}[、,{SELDOM}]|[（(]{NUMERAL}[）)])"
_ITEM = rf"(?:第?{NUMERAL}[是要]|[（(]?\d{{1,2}}[）).．、])"
_BEFORE_HEADING = re.compile(rf"[{SENTENCE}：”）》.] (?: *(?={_NUMBER})|(?<=[{SENTENCE}] ) +(?=[^ \n]))")
_AFTER_HEADING = re.compile(
    rf"(?m)^ *{_NUMBER} *[^ ，。；：,;:\n]{{2,40}}"
    rf"((?<![A-Za-z0-9.!?]) +| +(?![A-Za-z0-9 ]))(?={_NUMBER}|{_ITEM}|[^ ，。；,;\n]{{1,40}}[，,])"
)

LONGEST_LINE = 300
"""A line longer than this that holds a report's title is a page whose lines ran together."""
LONGEST_HEAD = 600
"""Characters before the first full stop of such a page: metadata table, path, letterhead, title, addressee."""
LONGEST_TAIL = 200
"""Characters behind its last full stop: signature, date, the page's foot."""
_STOP = re.compile(rf"[{SENTENCE}]|\.(?![0-9A-Za-z])")
# A blank that was a line break: not beside a mark that something belongs to (发布机构： + 镇政府, 首页 > + 政务公开), inside a
# label (索 + 引 + 号) or a date (2024- + 03), nor around a number (乡镇 + 2021 + 年, 2022-01-10 + 16:08).
_BREAK = re.compile(
    r"(?<![ :：>›»\[【(（|/\-])(?<![ :：>\]】][^ ])(?<!^[^ ])(?<!\d(?= *[年月日号\d]))"
    r" +(?![ :：>›»\]】)）|/\-])(?![^ \[【][ :：\]】])(?!\d+ )"
)


def lines_restored(text: str) -> str:
    """``text`` with line breaks where a flattened page has blanks; each replaces a blank, so that offsets stay."""
    if " " not in text:
        return text
    text = _framed(text)
    text = _title_run_on().sub(_break_group, text)
    text = _BEFORE_HEADING.sub(_break, text)
    for _ in range(2):
        text = _AFTER_HEADING.sub(_break_group, text)
    return text


def _framed(text: str) -> str:
    """The lines of what stands before and behind the prose of a page that is one long line."""
    begin = len(text) - len(text.lstrip())
    end = text.find("\n", begin) if "\n" in text[begin:] else len(text)
    if end - begin < LONGEST_LINE:
        return text
    stop = _STOP.search(text, begin, begin + LONGEST_HEAD)
    if stop is None or not _holds_title(text[begin : stop.start()]):
        return text
    last = _prose_end(text, max(stop.end(), end - LONGEST_TAIL), end)
    head, prose, tail = text[begin : stop.start()], text[stop.start() : last], text[last:end]
    return text[:begin] + _BREAK.sub(_break_first, head) + prose + _BREAK.sub(_break_first, tail) + text[end:]


def _prose_end(text: str, begin: int, end: int) -> int:
    """Where the last sentence before the last date ends, or the last of all."""
    dated = max((match.start() for match in dates.DATE.finditer(text, begin, end)), default=end)
    return max((match.end() for match in _STOP.finditer(text, begin, dated)), default=end)


def _holds_title(head: str) -> bool:
    """Whether a report's title stands alone between blanks, or in two pieces; or that of the notice which issues it."""
    pieces = head.split()
    return any(map(_titled().fullmatch, chain(pieces, map("".join, pairwise(pieces)))))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"{_title()}(?:》的通知)?")


@cache
def _title_run_on() -> re.Pattern[str]:
    """The blank between a title and the addressee or the first sentence on its line."""
    return re.compile(rf"(?m)^ *{_title()}( +)(?=[^ ，。；,;\n]{{2,40}}[：:]|(?:19|20)\d\d年)")


def _title() -> str:
    report, about = either("report"), either("genre")
    return rf"[^ ，。；：,;:\n]{{0,40}}{about}[^ ，。；：,;:\n]{{0,20}}{report}"


def _break(match: re.Match[str]) -> str:
    return match[0][0] + "\n" + match[0][2:]


def _break_first(match: re.Match[str]) -> str:
    return "\n" + match[0][1:]


def _break_group(match: re.Match[str]) -> str:
    return match[0][: match.start(1) - match.start()] + "\n" + match[1][1:]
