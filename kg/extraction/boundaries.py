"""Where a name begins, when its last word is known: judged by words and their parts of speech."""

import re
from typing import NamedTuple

import rjieba

from kg.extraction.alternation import any_of
from kg.extraction.words import Words
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.reading.numerals import CHINESE, chinese

LONGEST = 32
"""Names without quotation marks do not get longer than this many characters."""
LONGEST_QUOTATION = 48
"""Characters of a quotation that a name may begin with: “党委领导、政府负责、部门协同、公众参与”的工作格局."""
HOTLINE = 5
"""Digits of a hotline's number, with which the name of a platform may begin."""
INSIDE = frozenset("-—–+·•＋－~")
"""Marks that may stand inside a name: 1+2+24, 点-线-面, 惠•说法."""
STOP_TAGS = frozenset(
    ("p", "c", "uj", "ul", "uz", "ug", "uv", "ud", "d", "r", "y", "e", "o", "f", "t", "q", "vd", "ad")
)
"""Prepositions, conjunctions, particles, adverbs, pronouns, interjections, direction and time words, measures."""


INNER = "’"
ENCLOSED = {"”": "“", "》": "《", INNER: "‘"}
ASIDE = re.compile(rf"（[^（），。；：\d{CHINESE}]{{1,8}}）$")
"""A bracket that stands inside a name: 村（社区）人民调解委员会, 北京盈科（合肥）律师事务所."""
DASH = "——"
COUNT = re.compile(r"\d*.?")
"""A quotation that only stresses a number (“1个”合规中心) is no part of a name."""
CLAUSE_BEGIN = frozenset("，。；：！？\n") | {""}
IDIOM = 4
NOUNS = frozenset(("n", "vn", "nz", "j", "l", "an", "b"))
SETTLED = ("head/system", "head/mechanism", "head/mode", "head/campaign", "head/campaign-object")
"""Heads of what is settled by rule, which is named by what it is for."""
DONE = ("implements", "enacts", "establishes")
"""Relations whose verbs may follow what they are done with."""
ARRANGED = ("head/mechanism", "head/mode", "head/layout")
"""Heads of an arrangement, which a quotation may describe before 的."""


class Phrase(NamedTuple):
    """The noun phrase before a head: where it begins, and where the quotation in it begins (None: there is none)."""

    begin: int
    quotation: int | None


class Boundaries:
    """Finds the left boundary of names with the word lists ``boundary/*`` of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.verbs = frozenset(vocabulary.words("boundary/light-verb"))
        self.stops = self.verbs | frozenset(vocabulary.words("boundary/function-word"))
        self.leading = frozenset(vocabulary.words("boundary/leading-verb"))
        self.opens_a_clause = frozenset(vocabulary.words("boundary/verb-that-opens-a-clause"))
        self.after_a_place = vocabulary.words("boundary/verb-after-a-place")
        self.inside = frozenset(vocabulary.words("boundary/inside-name"))
        self.noise = frozenset(vocabulary.words("boundary/noise-modifier"))
        self.holding = vocabulary.words("boundary/holding-verb")
        self.scopes = Endings(vocabulary.words("boundary/scope-of-a-campaign"))
        self.levels = Endings(vocabulary.words("boundary/level-prefix"))
        self.not_bureaus = vocabulary.words("boundary/not-a-bureau")
        self.shared = frozenset(vocabulary.words("boundary/shared-modifier"))
        self.trigger = any_of({w for p in vocabulary.properties.values() for w in p.triggers})
        self.fields = any_of(vocabulary.words("boundary/field-of-a-list"))
        self.no_names = vocabulary.words("boundary/no-name")
        self.plain = frozenset(vocabulary.words("boundary/plain-name"))
        self.making = vocabulary.words("boundary/making-suffix")
        self.acts = vocabulary.words("boundary/act-of-enforcement")
        self.acts_on_titles = vocabulary.words("boundary/act-on-titles")
        self.special = vocabulary.words("boundary/special-campaign")
        nominal = frozenset(vocabulary.words("boundary/nominal-verb"))
        done = {w for p in DONE for w in vocabulary.properties[p].triggers} - nominal
        done |= set(vocabulary.words("boundary/verb-after-a-topic"))
        adverbs = any_of(vocabulary.words("boundary/adverb-before-verb")).pattern
        self.announced = re.compile(
            rf"(?:等[^，。；：、]{{1,6}}?)?(?:{adverbs}){{0,3}}(?:{any_of(done).pattern})"
        )
        self.purposes = frozenset(vocabulary.words("boundary/purpose-verb"))
        settled = (c for c in vocabulary.of("NameHead") if c.id in SETTLED)
        self.settled = tuple(label for c in settled for label in c.labels)
        classes = ("InstitutionKind", "Programme", "Role", "Doctrine")
        self.known = frozenset(label for cls in classes for c in vocabulary.of(cls) for label in c.labels)
        ruled = (c for c in vocabulary.of("NameHead") if c.id in SETTLED[:-1])
        self.ruled = tuple(label for c in ruled for label in c.labels)
        self.courses = frozenset(vocabulary.words("boundary/purpose-of-a-course"))
        arranged = (c for c in vocabulary.of("NameHead") if c.id in ARRANGED)
        self.arranged = tuple(label for c in arranged for label in c.labels)
        self.measures = frozenset(
            label for c in vocabulary.of("Unit") for label in c.labels if len(label) == 1
        )
        self.opening = re.compile(
            rf"(?:{any_of(vocabulary.words('boundary/opening-verb')).pattern})(?![区县镇乡村])"
        )
        self.never_first = vocabulary.words("boundary/never-first")
        self.sectors = vocabulary.words("boundary/sector-of-a-system")
        self.system = vocabulary.concepts["head/platform-weak"].label
        self.heads = tuple(label for c in vocabulary.of("NameHead") for label in c.labels)

    def left(self, text: str, words: Words, at: int) -> Phrase:
        """The longest noun phrase that ends at offset ``at`` of ``text``; empty when nothing belongs to it."""
        begin, quotation = at, None
        floor = max(0, at - LONGEST)
        while begin > floor:
            last = text[begin - 1]
            if last in ENCLOSED:
                opening = text.rfind(ENCLOSED[last], max(0, begin - LONGEST_QUOTATION), begin)
                inside = text[opening + 1 : begin - 1]
                if opening < 0 or last in inside or COUNT.fullmatch(inside):
                    break
                begin = opening
                quotation = quotation if last == INNER else opening
                floor = max(0, begin - LONGEST)
                continue
            aside = ASIDE.search(text, floor, begin) if last == "）" else None
            if aside and aside.start() > floor:
                begin = aside.start()
                continue
            if last == "的" and text[begin - 2] == "》" and quotation is None:
                begin -= 1  # 《行政处罚法》的专题培训
                continue
            if last == "的" and text[begin - 2] == "”" and text.startswith(self.arranged, at):
                begin -= 1  # “统一管理、分工负责”的工作机制
                continue
            if text.endswith(DASH, 0, begin):
                break
            start = words.begin[begin - 1]
            word = text[start:begin]
            if words.end[start] > at and word[:2] in self.verbs:
                begin = start  # 改革 + 健全依法决策机制, which is one word of the vocabulary
                break
            if len(word) == IDIOM and word[:2] in self.verbs and word not in self.known:
                begin = start + 2  # 健全法制 is one word to the segmenter
                break
            if (
                last not in INSIDE
                and self._stops(text[start:begin], words.tag[begin - 1], text, start, begin)
                and not self._names_what(text, words, start, begin, at)
            ):
                break
            begin = start
        while begin < min(at, quotation or at) and self._is_stray(text, words, begin):
            begin = words.end[begin]
        if text[begin - 1 : begin].isdigit() and text[begin] in self.measures and begin < at:
            begin += 1  # 5次 + 镇党委中心组专题学习
        first = text[begin : words.end[begin]]
        opens = first in self.opens_a_clause and text[begin - 1 : begin] in CLAUSE_BEGIN
        if opens or (first in self.leading and words.end[begin] < at):
            begin = words.end[begin]
        if text.startswith("（", begin) and begin < at:  # 乡镇（街道）履职事项清单
            begin -= len(self.levels.longest(text, begin))
        begin += self._joined(text, words, begin, at)
        return Phrase(min(begin, at), quotation)

    def _joined(self, text: str, words: Words, begin: int, at: int) -> int:
        """How many characters at the beginning of a phrase are no part of it, though the segmenter joined them to its first
        words: a preposition (在辰州 + 广场, but 在线 + 平台) or a verb (新 + 建华 + 溪镇)."""
        verb = self.opening.match(text, begin, at)
        if verb:
            return verb.end() - begin
        word = text[begin : min(words.end[begin], at)]
        new = len(word) > 1 and word.startswith(self.never_first) and rjieba.cut(word, False)[0] != word
        return int(new)

    def _names_what(self, text: str, words: Words, start: int, end: int, at: int) -> bool:
        """Whether a verb directly before the head, after a noun, tells what the thing is for (公众参与 + 机制)."""
        return (
            end == at
            and text[start:end] in self.purposes
            and start > 0
            and words.tag[start - 1] in NOUNS
            and text.startswith(self.settled if text[start:end] in self.courses else self.ruled, at)
        )

    def with_verb(self, text: str, words: Words, begin: int) -> int:
        """Where a campaign's name begins that opens with a verb of its own: a verb directly after one of holding it
        (开展 + 规范涉企行政执法专项行动)."""
        start = words.begin[begin - 1] if begin else 0
        own = text[start:begin] in self.verbs and not text.endswith(self.holding, 0, begin)
        return start if own and text.endswith(self.holding, 0, start) else begin

    def _stops(self, word: str, tag: str, text: str, start: int, end: int) -> bool:
        if word in self.inside:
            return False
        if tag in ("m", "eng") or (tag == "x" and word.isalnum()):
            return tag == "m" and not word.isascii() and chinese(word) is not None
        if tag == "x" or tag in STOP_TAGS or word in self.stops:
            return True
        if len(word) > 2 and word[-2:] in self.verbs:
            return True  # 不断完善 is one word to the segmenter
        return (end - 3 < start and text[end - 3 : end] in self.stops) or (
            end - 4 < start and text[end - 4 : end] in self.stops
        )

    def _is_stray(self, text: str, words: Words, at: int) -> bool:
        """Whether a mark, a particle, or a number that is no year stands at the phrase's beginning."""
        word = text[at : words.end[at]]
        if word in self.inside:
            return False  # 多元 is a number to the segmenter
        if text[at] in INSIDE or word in self.stops or words.tag[at] == "q":
            return True
        if len(word) >= HOTLINE and word.isdigit():
            return False  # 12314监督举报服务平台
        return words.tag[at] == "m" and not (text[at : at + 4].isdigit() and text[at + 4 : at + 5] == "年")

    def is_noise(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` holds only words that do not tell which one is meant (长效, 工作, 相关)."""
        if begin >= end or text[begin:end] in self.noise:
            return True
        at = begin
        while at < end:
            stop = min(words.end[at], end)
            if text[at:stop] not in self.noise:
                return False
            at = stop
        return True
