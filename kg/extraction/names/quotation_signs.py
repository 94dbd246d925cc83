"""What tells that a quotation is a name: what it says, and how it stands among the words around it."""

import re
from typing import NamedTuple

from kg.extraction.common.boundaries import NOUNS
from kg.extraction.common.particles import AT, MEANS
from kg.extraction.common.spans import Covering
from kg.extraction.common.words import Words
from kg.extraction.names.headcues import announced
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model import EntityType
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.reading.numerals import BELOW_HUNDRED

CLOSING = frozenset(f"{CLAUSE}、）》“\n") | {""}
OPENING = frozenset("，。；：\n、”") | {""}
ASIDE = re.compile("（[^（）\n]{2,40}）")
"""What is said in a bracket behind a quotation."""
CODED = re.compile("[一二两三四五六七八九十百]")
AIM = re.compile("[^零]{0,8}[一两二三四五六七八九十百多]")
"""What a quotation holds that is an aim with a name: 一个口子对外, 最多跑一次."""
FIVE_YEARS = re.compile(f"[{BELOW_HUNDRED}]{{2,3}}")
"""A quotation of numerals alone counts plans: 十四五, 八五."""
SHORTEST_BEFORE_A_NOUN = 3
"""Characters of a quotation that names what the noun behind it calls."""
LONGEST_QUALITY = 4
"""Characters of a quality in quotation marks: “数字化”."""
PLAIN_NUMBER = re.compile(r"\d+.?")
"""A quotation that only stresses a number: 建设“1个”合规中心."""
DATE = re.compile(r"\d{1,2}[.．·•]\d{1,2}")
"""A day by its numbers names no work: “12.4”."""
CODE = re.compile(r"[\u4e00-\u9fff]{3,12}")
BY_LAST_WORD = ("Programme", "Role", "Event")
"""Classes of names that a quotation may be by its last word."""


class Page(NamedTuple):
    """A text and what was found in it that its quotations are judged by. A quotation is a match of the whole of it, marks
    included, with its words as the first group."""

    text: str
    words: Words
    villages: dict[int, bool]
    """For the end of each division whether it is a village."""
    bodies: Covering


class Named(NamedTuple):
    """What the last word of a quotation makes of it."""

    type: EntityType
    kind: str


class LastWords:
    """Tells what a quotation names by its last word: a festival (“梨花节”), a team (“侗语普法队”), a venue (“法治小屋”)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        heads = (c for c in reversed(vocabulary.of("NameHead")) if c.one("ofType") in BY_LAST_WORD)
        self._concepts = {label: c for c in heads for label in c.labels}
        self._endings = Endings(self._concepts)

    def named(self, text: str, begin: int, end: int) -> Named | None:
        """What ``text[begin:end]`` is, of which the last word is not all; None when that tells nothing, or is none (环节)."""
        label = self._endings.longest(text, end, begin + 1)
        concept = self._concepts.get(label)
        if concept is None or concept.ends_another(text, end - len(label)):
            return None
        return Named(concept.entity, concept.kind)


class Standing:
    """Judges quotations by the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._metaphors = frozenset(vocabulary.words("boundary/metaphor"))
        self._adverbs = vocabulary.words("boundary/adverb-before-verb")
        self._making = vocabulary.words("boundary/making-suffix")
        self._aliasing = vocabulary.words("boundary/before-a-short-name")
        self._after = vocabulary.words("boundary/after-quotation")
        self._acts = vocabulary.words("boundary/act-after-a-quotation")
        self._channels = vocabulary.words("boundary/channel-before-its-name")
        honoured = any_of(vocabulary.properties["receives"].triggers)
        self._awarded = re.compile(rf"(?:上|中|里)，?(?:荣)?{honoured}")
        self._reaching = vocabulary.words("boundary/verb-of-reaching")
        self._themes = [frame.split("…") for frame in vocabulary.words("boundary/theme-frame")]
        self._means = [frame for frame in vocabulary.properties["implements"].frames if frame[0] == MEANS]
        self._described = vocabulary.words("boundary/noun-that-a-quotation-describes")
        self._venue = vocabulary.concepts["kind/venue"].label
        self._last = LastWords(vocabulary)
        nouns = vocabulary.words("boundary/short-noun-after-quotation")
        counted, short = any_of(nouns), any_of([*self._after, *nouns])
        done = announced(vocabulary).pattern
        self._announced = re.compile(rf"{short}{{0,2}}(?:{done}|{honoured})|{counted}{{1,2}} ?\d")

    def is_ordinary(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it names nothing, whatever stands around it: a figure of speech, a date, a bare number, a short name that is
        given, what is done (“扎实推进依法行政”), a quality (“数字化”)."""
        said = quotation[1]
        return (
            said in self._metaphors
            or DATE.fullmatch(said) is not None
            or said.isdecimal()
            or page.text.endswith(self._aliasing, 0, quotation.start())
            or said.startswith(self._adverbs)
            or (len(said) <= LONGEST_QUALITY and said.endswith(self._making))
        )

    def closes(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether what it is part of ends with it, or with a word that says so, or is counted (建设“法治小屋” + 2个)."""
        text, end = page.text, quotation.end()
        aside = ASIDE.match(text, end)  # “三步走” + （先提醒、再约谈）
        end = aside.end() if aside else end
        return (
            text[end : end + 1] in CLOSING
            or text.startswith(self._after, end)
            or text[end : end + 1].isdigit()
        )

    def is_theme(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it is the theme of an activity, by which that is called: 以“法治同行”为主题, 主题为“法治同行”."""
        text, (begin, end) = page.text, quotation.span()
        return any(
            text.endswith(first, 0, begin) and text.startswith(last, end) for first, last in self._themes
        )

    def is_before_a_noun(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it is the name of what the noun behind it calls: 推行“马背代办” + 服务. One that ``closes`` has none."""
        text, end = page.text, quotation.end()
        return (
            len(quotation[1]) >= SHORTEST_BEFORE_A_NOUN
            and not PLAIN_NUMBER.fullmatch(quotation[1])
            and (page.words.tag[end] in NOUNS or text.startswith(self._acts, end))
            and not text.startswith(self._described, end)
            and not page.bodies.at(quotation.start(1))
        )

    def is_alone(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it needs no verb to be a name: 华川村“板凳会”, 陈庄镇“红崖说事点”, 微信公众号“平安青浦”, 三重四创五优化, or the
        means, the aim or the topic of its clause."""
        village = page.villages.get(quotation.start())
        of_a_place = village or (village is not None and self._is_venue(page, quotation))
        of_a_channel = page.text.endswith(self._channels, 0, quotation.start())
        named = of_a_place or of_a_channel or self._is_means(page, quotation) or self._is_aim(page, quotation)
        named = named or self._is_contest(page, quotation)
        return named or _is_code(quotation[1]) or self._is_topic(page, quotation)

    def _is_means(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it is said to be by what things are done: 以 + “法润青浦” + 为总抓手."""
        text, (begin, end) = page.text, quotation.span()
        return any(
            text.endswith(before, 0, begin) and text.startswith(after, end) for before, after in self._means
        )

    def _is_aim(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it is what is reached, with a number in it: 实现 + “一次录入、多级共享”; that there is none of something names
        nothing (“零上访”)."""
        reached = page.text.endswith(self._reaching, 0, quotation.start())
        return reached and AIM.match(quotation[1]) is not None

    def _is_contest(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it is that in which something is awarded: 在 + “法治文艺汇演” + 中获二等奖."""
        at = page.text.endswith(AT, 0, quotation.start())
        return at and self._awarded.match(page.text, quotation.end()) is not None

    def _is_venue(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it ends with a head of venues, which is not all of it."""
        named = self._last.named(page.text, *quotation.span(1))
        return named is not None and named.kind == self._venue

    def _is_topic(self, page: Page, quotation: re.Match[str]) -> bool:
        """Whether it opens its clause, and what is done with it follows it or a short noun, or how many there are of that:
        “一证即办”便民措施推出, “免办证”事项26项."""
        begin = quotation.start()
        opens = page.text[begin - 1 : begin] in OPENING and CODE.fullmatch(quotation[1])
        return bool(opens) and self._announced.match(page.text, quotation.end()) is not None


def _is_code(quoted: str) -> bool:
    """Whether numerals make a name of it: 三重四创五优化, 四应四尽, 六位一体."""
    return (
        len(CODED.findall(quoted)) > 1
        and CODE.fullmatch(quoted) is not None
        and not FIVE_YEARS.fullmatch(quoted)
    )
