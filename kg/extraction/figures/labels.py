"""What a figure is called: the words around its number, without fillers and dates at either end."""

import re

from kg.extraction.common.clauses import YEAR, Stretch
from kg.extraction.common.fillers import Fillers
from kg.extraction.common.joints import RATE
from kg.extraction.common.particles import OF
from kg.extraction.common.words import Words
from kg.extraction.figures.limits import limited
from kg.extraction.figures.word_shares import EDGE_WORDS, JOINS, VERBS
from kg.lexicon.levels import OF_A_LEVEL
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of

ACTS = VERBS | {"vn", "d"}
"""Those that say that something is done, a verb that may be a noun among them."""
MOMENT = rf"(?:{YEAR.pattern}(?:\d{{1,2}}月)?|\d{{1,2}}月)"
"""A year, a month, or a month of a year."""
LAST = frozenset(f"年度月{OF}")
"""Characters that one ends in, or that stand behind it; where none does, it need not be looked for."""
TIMES = frozenset(("m", "t", "tg"))


class Labels:
    """Cuts them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers = fillers
        self._governing = frozenset(vocabulary.words("number/governing"))
        before, than, until = (
            any_of(vocabulary.words(f"number/{name}"))
            for name in ("before-a-date", "comparing", "not-the-year")
        )
        date = rf"{MOMENT}(?:{until}{MOMENT})?"
        self._limited = re.compile(limited(vocabulary))
        self._after_span = frozenset(vocabulary.words("number/after-a-span"))
        self._dated = re.compile(rf"{before}?{date}(?:（[^（）]*）)?{OF}?")
        self._date_last = re.compile(rf"(?:{before}|{than})?(?<!\d){date}{OF}?\Z")
        self._after_date = {*vocabulary.words("number/not-the-year")} - {
            *vocabulary.words("number/before-a-date")
        }

    def of(self, text: str, words: Words, before: Stretch, after: Stretch | None = None) -> str:
        """The words before a number, and those after it if given, without fillers and times at either end."""
        begin = self._first(text, words, before)
        if after is None:
            return text[begin : self._end(text, words, before)]
        behind = after.begin if begin < before.end else self._first(text, words, after)
        end = self._end(text, words, after)
        first = words.end[begin] if begin < before.end else begin
        if text[begin:first] in self._governing and not any(
            words.tag[at] in ACTS for at in (*range(first, before.end), *range(behind, end))
        ):
            begin = first  # 将21项任务: 任务
        return text[begin : before.end] + text[behind:end]

    def _first(self, text: str, words: Words, stretch: Stretch) -> int:
        """The offset of the first word that is neither filler nor time."""
        date = self._dated.match(text, *stretch)
        at = date.end() if date else stretch.begin
        while date and at < stretch.end and text[at : words.end[at]] in self._after_date:
            at = words.end[at]  # 2022年 + 底 + 前
        while (
            not self._limited.match(text, at, stretch.end)
            and at < stretch.end
            and (
                words.tag[at] in TIMES
                or (text[at : words.end[at]] in self._after_span and words.tag[max(at, 1) - 1] in TIMES)
                or text[at : words.end[at]] in EDGE_WORDS
                or (
                    self._fillers.fill(text, words, at, words.end[at])
                    and not text.startswith(OF_A_LEVEL, words.end[at])  # 街道 + 级河长
                )
            )
        ):
            at = words.end[at]
        return min(at, stretch.end)

    def _end(self, text: str, words: Words, stretch: Stretch) -> int:
        """The offset after the last word that is neither filler nor date."""
        at = stretch.end
        while at > stretch.begin:
            word = max(words.begin[at - 1], stretch.begin)
            if text[word] == RATE and word + 1 < at:
                word += 1  # 办结 + 率为, to the segmenter
            if text[at - 1] in LAST and (date := self._date_last.search(text, stretch.begin, at)):
                at = date.start()
            elif text[at - 1] in JOINS or self._fillers.match(text, word, at):
                at = word
            else:
                break
        return at
