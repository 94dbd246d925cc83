"""The lines of a clean text, and what kind each is: frame of the page, letterhead, heading, prose."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.model.alternation import any_of
from kg.model.marks import CLAUSE, SENTENCE, STOPS
from kg.reading import dates
from kg.reading.numbering import ITEM
from kg.reading.words import either, spaced, words

Kind = Literal["label", "frame", "letterhead", "number", "date", "remark", "addressed", "body", "head"]

LABEL_LISTS = (
    "field-number",
    "field-issuer",
    "field-source",
    "field-signed",
    "field-published",
    "field-title",
)
LONGEST_LABELLED = 150
"""A line longer than this is text even if it begins like a row of a metadata table."""

NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fffA-Za-z]{2,16}) *[〔\[（(【] *(?P<year>(?:19|20)\d\d) *[〕\]）)】]"
    r" *第? *(?P<serial>\d{1,4}) *[号號]"
)
"""发文字号 in any of its brackets."""

STEPS = ">»›"
"""Marks that only a path through a site has between its steps."""
PATH_MARKS = f"{STEPS}/|→·"
"""All the marks that may stand there."""

_STOP = re.compile(f"[{SENTENCE}]")
_SENTENCE_END = re.compile(f"[{STOPS}]")
"""What ends a row of a metadata table, whose values are lists with semicolons (分类：农业、水利；报告)."""
_COMMA = re.compile("[，,]")
_LONG = 30
"""Characters of a line with a comma that is no heading."""
_REST_OF_DATE = re.compile(rf"{dates.CLOCK}(?:{dates.WEEKDAY.pattern})?")


class Line(NamedTuple):
    """A line of the clean text and its span."""

    begin: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not empty."""
    return [Line(match.start(), match.end(), match[0]) for match in re.finditer("[^\n]+", text)]


class Patterns(NamedTuple):
    """The vocabulary's words in the regular expressions that the rooms' readers share."""

    label: re.Pattern[str]
    """A metadata label: with a colon anywhere, or alone in its cell."""
    row: re.Pattern[str]
    """A label with a colon."""
    fields: dict[str, str]
    """Each label's list."""
    long_label: re.Pattern[str]
    """A label that may run into its value when a table's blanks are gone (索引号发布机构区政府)."""
    frame: re.Pattern[str]
    step: re.Pattern[str]
    """A path through a site, or a step of it, that the page numbers as a list: 2. 首页 > 政务公开."""
    labelled_frame: re.Pattern[str]
    """A row of the page's frame that is no sentence, though its address may hold a stop: 中文域名：甲县。政务."""
    letterhead: re.Pattern[str]
    """A body's full name before 文件; no path through a site (首页 > 政府文件), no column of it (县政府文件)."""
    body_name: re.Pattern[str]
    """A line that is nothing but the name of a body."""
    below: re.Pattern[str]
    leads_in: re.Pattern[str]
    addressee: re.Pattern[str]


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """Compiled on first use, because the vocabulary is a file."""
    lists = (*LABEL_LISTS, "field-other")
    column = f"{either('place')}?{either('organ-of-a-level')}"
    fields = {word: name for name in reversed(lists) for word in words(name)}
    label = spaced(*lists)
    name, apart = rf"[^{CLAUSE}、\d]{{0,38}}{either('body')}", rf"[^{CLAUSE}、\d{PATH_MARKS}]{{0,38}}"
    return Patterns(
        label=re.compile(
            rf"(?P<word>{label}) *[\]】]? *[:：]|(?:^|(?<=[\s|\[【•]))(?P<cell>{label})(?= *[\]】|]|\s|$)",
            re.M,
        ),
        row=re.compile(rf"(?:{label}) *[\]】]? *[:：|]"),
        fields=fields,
        long_label=re.compile(any_of(word for word in fields if len(word) > 2)),
        frame=re.compile(rf"{either('furniture', 'path')}|[{STEPS}]"),
        step=re.compile(rf"(?:{ITEM.pattern}) *(?:[{STEPS}]|{either('path')}(?:[：:{STEPS}]|$))"),
        labelled_frame=re.compile(rf"{either('furniture')}[：:].*[^{STOPS}]"),
        letterhead=re.compile(
            rf"(?!{either('path')}|{column})(?P<name>{apart}{either('body')}) *{either('letterhead')}"
        ),
        body_name=re.compile(name),
        below=re.compile(rf"{either('reports-below')}[：:。]?$"),
        leads_in=re.compile(rf"{either('introduction')}"),
        addressee=re.compile(rf"(?P<name>[^。；：《》]{{0,78}}{either('addressee')})[：:]"),
    )


def kind(text: str) -> Kind:
    """What a line before the report's body is; ``body`` ends that part, ``head`` may belong to a title."""
    known = patterns()
    stop = (_SENTENCE_END if known.row.match(text) else _STOP).search(text)
    if len(text) < LONGEST_LABELLED and (
        known.labelled_frame.fullmatch(text) or (known.step.match(text) and not stop)
    ):
        return "frame"
    if ITEM.match(text) or known.leads_in.fullmatch(text):
        return "body"
    if len(text) < LONGEST_LABELLED and not stop:
        framed = _framed(text, known)
        if framed:
            return framed
    comma = _COMMA.search(text)
    if stop or known.below.search(text) or (comma and (len(text) >= _LONG or text[-1] in "：:，,")):
        return "body"
    return "head"


def _framed(text: str, known: Patterns) -> Kind | None:
    """The kind of a short line without a full stop, when it is none of a title's or of the text's."""
    if known.letterhead.fullmatch(text):
        return "letterhead"
    number, label = NUMBER.search(text), known.label.search(text)
    run_on = known.long_label.match(text)
    if run_on or (label and number and label.start() < number.start()):
        return "label"
    if number and "《" not in text and not _COMMA.search(text):
        rest = text[number.end() :]
        if rest in ("", "）", ")") or known.label.match(rest):
            return "number"
    if label:
        return "label"
    if known.frame.search(text):
        return "frame"
    date = dates.DATE.match(text)
    if date and _REST_OF_DATE.fullmatch(text, date.end()):
        return "date"
    if text[0] in "（(" and text[-1] in "）)":
        return "remark"
    if known.addressee.fullmatch(text) and not known.below.search(text):
        return "addressed"
    return None
