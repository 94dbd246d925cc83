"""Counts: a number, how exact it is, and its measure word."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.words import Words
from kg.extraction.figures.limits import limited
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.plain_number import LARGE, PlainNumber, plain_number
from kg.reading.numerals import CHINESE, UNITS, arabic, chinese, decimals

SPLITS = ".．-—+ 时点"
"""Marks between digits of which the second part alone is no number (12.5, 1 203, 9时30分)."""
PLUS = "+"
PERCENT = "%"
LONGEST = 24
"""Characters of the longest Chinese numeral below 万亿 (一千一百一十一亿一千一百一十一万一千一百一十一) and one more."""
CLOSING = frozenset(f"{CLAUSE}、（）\n")
"""What ends a clause or an item of a list, or puts an aside to it (一座（位于泖甸村）)."""
REFRAIN = 6
"""Characters between one and the next of what is said together: 执法一起、教育一起."""


class Count(NamedTuple):
    """A number with its measure word."""

    begin: int
    end: int
    value: float
    unit: str | None
    digits: int
    """Digits printed after the point of ``value``: 2 of 98.60%."""
    approx: bool
    in_words: bool = False
    """It is a zero that is said without a digit: 未发生民转刑案件."""

    @property
    def plain_number(self) -> PlainNumber:
        """The number as it is held against others."""
        return plain_number(self.value, self.unit)


class Numbers:
    """The grammar of a count, with the measure words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        units = {label: c.facts.get("notBefore", ()) for c in vocabulary.of("Unit") for label in c.labels}
        joined = any_of((_unit(label, other) for label, other in units.items()), escape=False)
        roughly = vocabulary.words("number/approximate-before")
        before = any_of(roughly)
        first = re.escape("".join({word[0] for word in roughly}))
        after = any_of(vocabulary.words("number/approximate-after"))
        never = any_of(vocabulary.words("number/not-behind-a-measure"))
        self.pattern = re.compile(
            rf"(?=[\d{CHINESE}{first}])(?P<before>{before})?"
            rf"(?:(?P<arabic>(?<!\d)(?:\d{{1,3}}(?:[,， ]\d{{3}}(?!\d)){{1,4}}(?:\.\d{{1,15}})?|\d{{1,15}}(?:\.\d{{1,15}})?))"
            rf"(?P<multiple>[万亿千百](?!分))?|(?P<chinese>[{CHINESE}]{{1,{LONGEST}}}(?!分)))"
            rf"(?P<after>{after})?(?P<unit>{joined})(?P<tail>(?!{never}){after})?"
        )
        self.not_before = vocabulary.words("number/ordinal-mark")
        self.numbered = re.compile(
            rf"(?:{any_of(self.not_before)})[\d{CHINESE}]{{1,4}}(?:[{SIGNS}][\d{CHINESE}]{{1,4}}){{0,3}}[{SIGNS}]\Z"
        )
        """What stands before a number that goes on a list of ordinals: 第3、+ 4条."""
        self.limited = re.compile(rf"{limited(vocabulary)}\Z")
        self.verbs = vocabulary.words("number/verb-in-estimate")
        self.no_counts = vocabulary.words("number/no-count")
        self.digits_only = frozenset(vocabulary.words("number/digits-only"))
        self.not_one = vocabulary.words("number/not-before-one")
        abstract = any_of(vocabulary.words("number/abstract-noun"))
        self.abstract = re.compile(rf"{abstract}|“[^“”]{{1,2}}”")
        self.vague = vocabulary.words("number/vague-before")
        self.exact = frozenset(vocabulary.words("number/not-approximate"))

    def counts(self, text: str, words: Words, begin: int, end: int) -> Iterator[Count]:
        """The counts in ``text[begin:end]``, left to right. A Chinese numeral's measure word ends where a word does
        (每周三组织 counts no groups)."""
        for match in self.pattern.finditer(text, begin, end):
            digits, number, multiple = match["arabic"], match["chinese"], match["multiple"] or ""
            at = match.start("arabic" if digits else "chinese")
            small = arabic(digits) if digits else chinese(number)
            if (
                small is None
                or text.startswith(self.no_counts, at)
                or (
                    text.endswith(self.not_before, 0, at)
                    and not self.limited.search(text, max(0, at - LONGEST), at)
                )
                or (at and text[at - 1] in SIGNS and self.numbered.search(text, max(0, at - LONGEST), at))
                or (at and text[at - 1] in SPLITS and text[at - 2].isdigit())
                or not self._is_counting(text, words, match, at, end)
                or (number and words.end[match.end("unit") - 1] > match.end("unit"))
            ):
                continue
            unit, value, printed = match["unit"], float(small), decimals(digits or "")
            if multiple in LARGE:
                unit = multiple + unit
            elif multiple:
                value, printed = float(Decimal(str(value)) * UNITS[multiple]), 0
            before = match["before"]
            if before and text.endswith(self.verbs, 0, at):
                before = None  # 公告送达3份
            approx = bool((before and before not in self.exact) or match["after"] or match["tail"])
            yield Count(
                at - len(before or ""), match.end(), value, unit, printed, approx, not (digits or value)
            )

    def _is_counting(self, text: str, words: Words, match: re.Match[str], at: int, end: int) -> bool:
        """Whether a numeral counts: not at the head of a quotation that goes on (“三个规划”, “1个中心+5个站点”), nor
        after a vague word (数十件); and 一 only at the end of its clause after a noun (新增阵地一处, but 结合在一起)."""
        before, number = text[at - 1 : at], match["chinese"]
        if not number:
            return before != PLUS and (before != "“" or text[match.end() : match.end() + 1] == "”")
        if match["unit"] in self.digits_only:
            return False  # 八一路
        if number in UNITS and number != "十" and not (match["before"] or match["after"]):
            return False
        if before == "“" or (number[0] in UNITS and before in self.vague):
            return False
        if self.abstract.match(text, match.end()):
            return False  # 五个方面, 四个“最”
        if number != "一":
            return True
        closes = match.end() >= end or text[match.end()] in CLOSING
        return closes and not text.endswith(self.not_one, 0, at) and not _is_refrain(text, words, match, at)


def _unit(label: str, other: tuple[str, ...]) -> str:
    """A regular expression of a measure word, but not where ``other`` words behind it make it another (分 + 钟)."""
    return re.escape(label) + (f"(?!{any_of(other)})" if other else "")


def _is_refrain(text: str, words: Words, match: re.Match[str], at: int) -> bool:
    """Whether one is said after acts in a row, each time anew (执法一起、教育一起), and counts nothing."""
    one = text[at : match.end()]
    near = text[at - REFRAIN : at] + CLAUSE[0] + text[match.end() : match.end() + REFRAIN]
    return one in near and words.tag[at - 1].startswith("v")
