"""Where a name begins, when its last word is known: judged by words and their parts of speech."""

import re
from typing import NamedTuple

from kg.extraction.common.openings import INSIDE, Openings
from kg.extraction.common.particles import OF
from kg.extraction.common.stops import Stops
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled
from kg.reading.numerals import CHINESE

LONGEST = 32
"""Names without quotation marks do not get longer than this many characters."""
LONGEST_QUOTATION = 48
"""Characters of a quotation that a name may begin with: “党委领导、政府负责、部门协同、公众参与”的工作格局."""
INNER = "’"
ENCLOSED = {"”": "“", "》": "《", INNER: "‘"}
ASIDE = re.compile(rf"（[^（），。；：\d{CHINESE}]{{1,8}}）$")
"""A bracket that stands inside a name: 村（社区）人民调解委员会, 北京盈科（合肥）律师事务所."""
DASH = "——"
COUNT = re.compile(r"\d{0,2}\D?")
"""A quotation that only stresses a number (“1个”合规中心) is no part of a name."""
IDIOM = 4
"""Characters of what the segmenter takes for an idiom, and may be a verb and a noun."""
NOUNS = frozenset(("n", "vn", "nz", "j", "l", "an", "b"))
RULED = ("head/system", "head/mechanism", "head/mode", "head/campaign")
"""Heads of what is settled by rule, which is named by what it is for."""
SETTLED = (*RULED, "head/campaign-object", "head/campaign-class")
"""Those, and heads of courses."""
ARRANGED = ("head/mechanism", "head/mode", "head/layout")
"""Heads of an arrangement, which a quotation may describe before 的."""


class Phrase(NamedTuple):
    """The noun phrase before a head: where it begins, and where the quotation in it begins (None: there is none)."""

    begin: int
    quotation: int | None


class Boundaries:
    """Finds the left boundary of names with the word lists ``boundary/*`` of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._stops = Stops(vocabulary)
        self._openings = Openings(vocabulary, self._stops)
        self._noise = frozenset(vocabulary.words("boundary/noise-modifier"))
        self._purposes = frozenset(vocabulary.words("boundary/purpose-verb"))
        self._courses = frozenset(vocabulary.words("boundary/purpose-of-a-course"))
        classes = ("InstitutionKind", "Programme", "Role", "Doctrine")  # each a name by itself
        self.known = frozenset(label for cls in classes for c in vocabulary.of(cls) for label in c.labels)
        self._whole = frozenset(vocabulary.words("boundary/whole-word"))
        self._settled, self._arranged = _labels(vocabulary, SETTLED), _labels(vocabulary, ARRANGED)
        self.ruled = _labels(vocabulary, RULED)
        self.trigger = compiled({w for p in vocabulary.properties.values() for w in p.triggers})
        self.making = vocabulary.words("boundary/making-suffix")
        self.not_bureaus = vocabulary.words("boundary/not-a-bureau")

    def left(self, text: str, words: Words, at: int) -> Phrase:
        """The longest noun phrase that ends at offset ``at`` of ``text``; empty when nothing belongs to it."""
        begin, quotation = at, None
        floor = max(0, at - LONGEST)
        while begin > floor:
            last = text[begin - 1]
            if last in ENCLOSED:
                opening = _opening(text, begin)
                if opening < 0:
                    break
                begin = opening
                quotation = quotation if last == INNER else opening
                floor = max(0, begin - LONGEST)
            elif last == "）" and (aside := ASIDE.search(text, floor + 1, begin)):
                begin = aside.start()
            elif last == OF and self._may_be_of(text, begin, at, quotation):
                begin -= 1
            else:
                begin, goes_on = self._word(text, words, begin, at)
                if not goes_on:
                    break
        fixed = min(at, quotation or at)
        return Phrase(self._openings.first(text, words, begin, at, fixed), quotation)

    def is_noise(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` holds only words that do not tell which one is meant (长效, 工作, 相关)."""
        if begin >= end or text[begin:end] in self._noise:
            return True
        at = begin
        while at < end:
            stop = min(words.end[at], end)
            if text[at:stop] not in self._noise:
                return False
            at = stop
        return True

    def _may_be_of(self, text: str, end: int, at: int, quotation: int | None) -> bool:
        """Whether 的 that ends at ``end`` stands inside a name: 《行政处罚法》的专题培训, “统一管理、分工负责”的工作机制."""
        closing = text[end - 2]
        return (closing == "》" and quotation is None) or (
            closing == "”" and text.startswith(self._arranged, at)
        )

    def _word(self, text: str, words: Words, end: int, at: int) -> tuple[int, bool]:
        """Where the part of the phrase begins that the word makes which ends at ``end``, and whether the phrase may go on before
        it."""
        start = words.begin[end - 1]
        word = text[start:end]
        verb = word[:2]
        if text.endswith(DASH, 0, end):
            return end, False
        if words.end[start] > at and verb in self._stops.verbs:
            return start, False  # 改革 + 健全依法决策机制, which is one word of the vocabulary
        whole = word in self.known or word in self._whole
        if len(word) == IDIOM and verb in self._stops.verbs and not whole:
            return start + len(verb), False  # 健全法制 is one word to the segmenter
        part = (
            text[end - 1] in INSIDE
            or not self._stops.ends(text, words, start, end)
            or self._names_what(text, words, start, end, at)
        )
        return (start, True) if part else (end, False)

    def _names_what(self, text: str, words: Words, start: int, end: int, at: int) -> bool:
        """Whether a verb directly before the head, after a noun, tells what the thing is for (公众参与 + 机制)."""
        return (
            end == at
            and text[start:end] in self._purposes
            and start > 0
            and words.tag[start - 1] in NOUNS
            and text.startswith(self._settled if text[start:end] in self._courses else self.ruled, at)
        )


def _labels(vocabulary: Vocabulary, heads: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of some head words, by their identifiers."""
    return tuple(label for c in vocabulary.of("NameHead") if c.id in heads for label in c.labels)


def _opening(text: str, end: int) -> int:
    """Where the quotation or title opens that closes before ``end``; -1 when none does, or when it is no part of a name."""
    closing = text[end - 1]
    opening = text.rfind(ENCLOSED[closing], max(0, end - LONGEST_QUOTATION), end)
    inside = text[opening + 1 : end - 1]
    return -1 if closing in inside or COUNT.fullmatch(inside) else opening
