"""What stands at the beginning of a noun phrase and is no part of the name: marks, numbers, verbs, prepositions."""

import re

import rjieba

from kg.extraction.common.amounts import after, amount
from kg.extraction.common.stops import Stops
from kg.extraction.common.tiers import Tiers
from kg.extraction.common.words import Words
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE

HOTLINE = 5
"""Digits of a hotline's number, with which the name of a platform may begin."""
INSIDE = frozenset("-—–+·•＋－~")
"""Marks that may stand inside a name: 1+2+24, 点-线-面, 惠•说法."""
DATED = ("年", "版")
"""What follows a year with which a name may begin: 2023版权责清单."""
LONGEST_MEETING = 8
"""Characters of what is said of a meeting, without 会议."""
SHORTEST = 2
"""Characters of what is made, without the head, and of what it is made by."""
WHOLE = 4
"""Characters of a head that may be a name by itself (法治文化长廊)."""
JOINTLY = "暨"
"""It joins the names of two events that are held as one."""
CLAUSE_BEGIN = frozenset(f"{CLAUSE}\n）") | {""}
"""With the bracket of a heading's number: （三）创新 + 赔偿制度."""


class Openings:
    """Finds where a phrase really begins, with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, stops: Stops) -> None:
        self._stops = stops
        self._leading = frozenset(vocabulary.words("boundary/leading-verb"))
        self._opens_a_clause = frozenset(vocabulary.words("boundary/verb-that-opens-a-clause"))
        lists = ("manner-before-verb", "before-a-second-verb")
        self._before_a_verb = tuple(w for name in lists for w in vocabulary.words(f"boundary/{name}"))
        self._of_law = vocabulary.words("boundary/quality-of-enforcement")
        self._levels = Endings(vocabulary.words("boundary/level-prefix"))
        self._tiers = Tiers(vocabulary)
        units = (label for c in vocabulary.of("Unit") for label in c.labels)
        self._measures = frozenset(label for label in units if len(label) == 1)
        self._measure = re.compile(after(vocabulary) + any_of(self._measures))
        self._count = re.compile(rf"{amount(vocabulary)}(?P<measure>\D)")
        """How many there are, with the first character of the measure word: 2处, 20余个."""
        opening = any_of(vocabulary.words("boundary/opening-verb"))
        well = any_of(vocabulary.words("boundary/verb-of-doing-well"))
        self._verb = re.compile(rf"(?:{opening}(?![区县镇乡村])|{well})")
        self._anniversaries = vocabulary.words("boundary/anniversary")
        self._never_first = vocabulary.words("boundary/never-first")
        self._means = vocabulary.words("boundary/verb-before-means")
        self._convening = vocabulary.words("boundary/convening")
        # 专题会议研究 + 行政复议体制改革; the segmenter may have taken 推进 + 会 for a verb.
        self._met = re.compile(
            rf"[^{CLAUSE}]{{0,{LONGEST_MEETING}}}?会议?{any_of(vocabulary.words('boundary/done-at-a-meeting'))}"
        )
        self._made = compiled(vocabulary.words("boundary/making-by-means"))

    def first(self, text: str, words: Words, begin: int, end: int, fixed: int) -> int:
        """Where the phrase ``text[begin:end]`` begins without what is no part of it, at most at ``end``; what stands from
        offset ``fixed`` on is part of it in any case."""
        begin = self._behind_count(text, words, begin, fixed)
        while begin < fixed and self._is_stray(text, words, begin):
            begin = words.end[begin]
        if text[begin - 1 : begin].isdigit() and (rest := self._measure.match(text, begin, end)):
            begin = rest.end()  # 5次 + 镇党委中心组专题学习, 20来处 + 法治文化广场
        word = text[begin : words.end[begin]]
        if self._is_verb(text, words, begin) or (word in self._leading and words.end[begin] < end):
            begin = words.end[begin]
        if text.startswith("（", begin) and begin < end:  # 乡镇（街道）履职事项清单
            begin -= len(self._levels.longest(text, begin))
        begin = min(begin + self._joined(text, words, begin, end), end)
        joint = text.find(JOINTLY, begin, min(begin + len(JOINTLY) + 1, end)) + len(JOINTLY)
        begin = max(begin, joint) if joint < end else begin  # 能力提升 + 班暨 + 业务研讨班
        begin = self._behind_means(text, words, begin, end)
        begin = self._behind_meeting(text, begin, end)
        return self._tiers.begin(text, begin, end)

    def _is_verb(self, text: str, words: Words, begin: int) -> bool:
        """Whether a word that may open a name is the verb of its clause, which it opens, or before which stand how it is done or
        another verb: 进一步规范 + 合同管理制度, but 规范文明执法 + 制度."""
        end = words.end[begin]
        if text[begin:end] not in self._opens_a_clause or text.startswith(self._of_law, end):
            return False
        return text[begin - 1 : begin] in CLAUSE_BEGIN or text.endswith(self._before_a_verb, 0, begin)

    def _behind_count(self, text: str, words: Words, begin: int, end: int) -> int:
        """Where a phrase that holds a verb with how many there are goes on behind the number: 建起2处 + 法治文化广场."""
        for number in reversed(list(self._count.finditer(text, begin + 1, end))):
            counts = number["measure"] in self._measures and number.end() < end
            if counts and words.tag[number.start() - 1] == "v":
                return number.end()
        return begin

    def _behind_means(self, text: str, words: Words, begin: int, end: int) -> int:
        """Where what is made begins, when the phrase opens with that by which it is: 依托 + 生活馆建设 + 法治文化长廊."""
        if not text.endswith(self._means, 0, begin):
            return begin
        whole = words.end[end] - end >= WHOLE
        made = list(self._made.finditer(text, begin + SHORTEST, end if whole else end - SHORTEST))
        return made[-1].end() if made else begin

    def _behind_meeting(self, text: str, begin: int, end: int) -> int:
        """Where what a meeting dealt with begins, when the phrase opens with the meeting: 召开 + 专题会议研究 + …体制改革."""
        if not (text.endswith(self._convening, 0, begin) or text.startswith("会", begin)):
            return begin
        met = self._met.match(text, begin, end - SHORTEST)
        return met.end() if met else begin

    def _is_stray(self, text: str, words: Words, at: int) -> bool:
        """Whether a mark, a particle, or a number that is no year stands at the phrase's beginning."""
        word = text[at : words.end[at]]
        if word in self._stops.inside:
            return False  # 多元 is a number to the segmenter
        if text[at] in INSIDE or word in self._stops.words or words.tag[at] == "q":
            return True
        if len(word) >= HOTLINE and word.isdigit():
            return False  # 12314监督举报服务平台
        if words.tag[at] != "m" or text.startswith(self._anniversaries, words.end[at]):
            return False
        return not (text[at : at + 4].isdigit() and text.startswith(DATED, at + 4))

    def _joined(self, text: str, words: Words, begin: int, end: int) -> int:
        """How many characters at the beginning of a phrase are no part of it, though the segmenter joined them to its first
        words: a preposition (在辰州 + 广场, but 在线 + 平台) or a verb (新 + 建华 + 溪镇)."""
        verb = self._verb.match(text, begin, end)
        if verb:
            return verb.end() - begin
        word = text[begin : min(words.end[begin], end)]
        new = len(word) > 1 and word.startswith(self._never_first) and rjieba.cut(word, False)[0] != word
        return int(new)
