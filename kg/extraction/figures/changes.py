"""Rises and falls since another year: 同比增长4.5%, 较2021年增加212件."""

import re

from kg.extraction.common.particles import DONE, OF
from kg.extraction.figures.counts import PERCENT, Count
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE

WHOLE_RATE = 100.0
"""Per cent of a rate that cannot have fallen."""


class Changes:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        compared = any_of(vocabulary.words("number/compared"))
        than = any_of(vocabulary.words("number/comparing"))
        before = any_of(vocabulary.words("number/last-year"))
        left = any_of(vocabulary.words("number/left-over"))
        year = rf"(?:{before}|\d{{4}}年)"
        self._against = re.compile(rf"(?:{compared}|{than})(?:{before}|(?P<year>\d{{4}})年)度?{OF}?\Z")
        self._year_alone = re.compile(rf"(?:{compared}|(?:{compared})?（?{than}?{year})度?{OF}?")
        self.compared = re.compile(rf"{compared}{year}?|{than}{year}")
        """What a figure is compared with, which is not when it is of."""
        self.last_year = re.compile(rf"{before}(?!{left})")
        """What puts a figure into the year before; not 上年结转 of what this year has taken over."""
        self._shares = frozenset(vocabulary.measure_words("share"))
        falls = vocabulary.words("number/fall")
        rise = any_of((*vocabulary.words("number/rise"), *falls))
        self._fall = compiled(falls)
        self._verb = re.compile(rf"{rise}{DONE}?\Z")
        # 同比增长较快的5个镇 tells no rise
        self._change = re.compile(
            rf"(?:{self.compared.pattern})[^{CLAUSE}\n]{{0,8}}?{rise}[^{CLAUSE}\n{OF}]{{0,4}}\Z"
        )

    def against(self, text: str, begin: int, end: int) -> re.Match[str] | None:
        """The words that say that another number is compared with that at ``end``, with its ``year`` if told (较2021年40件)."""
        return self._against.search(text, begin, end)

    def by_year_alone(self, text: str, begin: int, end: int) -> bool:
        """Whether the words before a number only say which other year's it is (58件，较上年的 + 71件)."""
        return self._year_alone.fullmatch(text, begin, end) is not None

    def before(self, text: str, begin: int, end: int, unit: str | None) -> re.Match[str] | None:
        """The words that say of the number at ``end`` that it is a rise or fall; none where it is not. A share right behind the
        verb is one, whatever it is compared with (满意率提高5个百分点)."""
        alone = self._verb.search(text, begin, end) if unit in self._shares else None
        return self._change.search(text, begin, end) or alone

    def since(self, text: str, begin: int, end: int) -> re.Match[str] | None:
        """The verb of rising or falling right before the number at ``end``: 较去年的25件 + 减少 + 8件."""
        return self._verb.search(text, begin, end)

    def may_be_of(self, text: str, begin: int, one: Count, change: Count) -> bool:
        """Whether the rise or fall told by ``text[begin:change.begin]`` may be of what ``one``, the figure before it, counts: no
        rate has changed by so many cases (化解率98%，同比减少126件), none that is 100 % now has fallen."""
        if one.unit != PERCENT:
            return True
        whole = one.value == WHOLE_RATE and self._fall.search(text, begin, change.begin)
        return change.unit in self._shares and not whole
