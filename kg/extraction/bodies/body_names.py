"""Where a body's name begins, given the word of its kind: one rule after the other, each for the kinds that it knows."""

import re
from typing import NamedTuple

from kg.extraction.bodies import beginnings, own_bodies
from kg.extraction.bodies.around import Around
from kg.extraction.bodies.bureaus import Bureaus
from kg.extraction.bodies.firms import after_with, firm
from kg.extraction.common.boundaries import ASIDE, Boundaries
from kg.extraction.common.joints import CONJUNCTIONS
from kg.extraction.common.particles import OF
from kg.lexicon.concept import Concept
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE

SHORTEST_PROPER_NAME, LONGEST_PROPER_NAME = 2, 16
TOWN_NAME, SEAT_NAME, OWN_NAME = "town-name", "seat-name", "own-name"
"""Values of ``fz:bears``: what a body of a kind may be called by (九龙湖司法所, 曲界法庭, “老娘舅”调解工作室)."""


class Name(NamedTuple):
    """Where a body's name begins, and whether with the short name of a town."""

    begin: int
    of_a_town: bool


class Naming:
    """The rules, with the words of the vocabulary that they need."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        levels = vocabulary.words("boundary/level-prefix")
        self._levels = Endings(levels)
        self._zones = vocabulary.words("boundary/zone-level")
        self._posted = vocabulary.words("boundary/posted")
        self._no_levels = vocabulary.words("boundary/not-a-level")
        self._own_organ = Endings(vocabulary.words("boundary/own-organ-prefix"))
        self._of_the_party = vocabulary.words("boundary/party-prefix")
        self._hiring = vocabulary.words("boundary/verb-before-a-firm")
        self._addressing = vocabulary.words("boundary/verb-before-a-body")
        acting_on = (word for word in vocabulary.words("boundary/not-a-subject-after") if len(word) > 1)
        triggers = (word for prop in vocabulary.properties.values() for word in prop.triggers)
        acts = vocabulary.words("boundary/official-act")
        self._act, self._verb = compiled(acts), compiled({*acting_on, *triggers, *acts})
        self._founding = re.compile(
            rf"(?>{any_of(vocabulary.words('boundary/founding-verb'))})了?+(?:[由以][^。；\n{OF}]{{1,{beginnings.LONGEST_LEADERS}}}{OF})?+"
            rf"(?!(?:\d+|[{CHINESE}]+){any_of(vocabulary.words('boundary/measure-of-bodies'))})"
            rf"([^{CLAUSE}\n的由以为、]{{1,{beginnings.LONGEST_GROUP}}})$"
        )
        self._into = vocabulary.words("boundary/going-into")
        self._grades = vocabulary.words("boundary/grade-in-quotation")
        self._surnames = frozenset(vocabulary.words("boundary/surname"))
        self._boundaries = Boundaries(vocabulary)
        self._bureaus = Bureaus(vocabulary, self._boundaries)
        self._team = vocabulary.concepts["kind/enforcement-team"].label
        self._party, self._coordinating, self._firm, court = (
            vocabulary.concepts[f"kind/{kind}"].label
            for kind in ("party", "coordination", "law-firm", "court")
        )
        kinds = ("kind/department", "kind/enforcement-team")
        self._sectoral = frozenset(vocabulary.concepts[kind].label for kind in kinds)
        self._bureaus_of = self._sectoral | {vocabulary.concepts["kind/justice-bureau"].label}
        self._bears_towns = frozenset(c.id for c in vocabulary.having("InstitutionKind", "bears", TOWN_NAME))
        self._of_towns, self._seated, self._named = (
            frozenset(kind.label for kind in vocabulary.having("Kind", "bears", name))
            for name in (TOWN_NAME, SEAT_NAME, OWN_NAME)
        )
        mediation = vocabulary.concepts["kind/mediation"].label
        self._gathered = frozenset((self._team, self._coordinating, mediation))
        self._court, self._coined = court, self._named - {court}

    def name(self, begin: int, end: int, concept: Concept, around: Around) -> Name | None:
        """The name that ends with the word of a kind at ``text[begin:end]``; None when the word alone names no body."""
        text, kind = around.text, concept.kind
        if concept.one("needsQuotation") == "true" and text[begin - 1 : begin] != "”":
            whole = beginnings.quoted_whole(text, begin, end, self._grades)
            named = beginnings.by_surname(text[whole:begin], self._surnames)
            return Name(whole, False) if named else None
        start = self._placed(begin, end, concept, around)
        if concept.one("branch") == "true" and start < begin:
            start = self._bureaus.branch(start, around)
        if kind == self._coordinating:
            founded = beginnings.founded(text, min(start, begin), begin, self._founding)
            if concept.one("needsFounding") == "true" and (
                founded == start or self._boundaries.is_noise(text, around.words, founded, begin)
            ):
                return None  # 成立 + 专项小组, 将 + 村民小组
            start = founded
        of_a_place = concept.one("reach") != "national"  # 县教育局协调 + 教育部
        sectoral = kind in self._sectoral or text.endswith(self._bureaus.word, begin, end)
        if start >= begin and of_a_place and sectoral:
            start = self._bureaus.department(begin, end, around)
            if start == begin and concept.one("needsPlace") == "true":
                return None
        if start == begin and kind == self._team:
            start = beginnings.coined(text, around.words, begin, self._boundaries)  # 高铁 + 执法大队
            start = begin if self._boundaries.is_noise(text, around.words, start, begin) else start
        if start == begin and text.startswith(self._bureaus.labels, begin):
            start = self._bureaus.of_another(begin, around)
        if start == begin and concept.one("needsModifier") == "true":
            if text.endswith(self._into, 0, begin):
                return None  # 普法进 + 医院
            start = begin
            if kind in self._gathered:
                start = beginnings.quoted_whole(text, begin, end, self._grades)
            if start == begin:
                start = self._modified(begin, kind == self._firm, around)
            if kind == self._firm:
                start = beginnings.after_surname(text, around.words, start, begin, self._surnames)
            if not SHORTEST_PROPER_NAME <= begin - start <= LONGEST_PROPER_NAME:
                return None
        town = self._town(begin, concept, around) if start == begin else ""
        if start == begin and not town and kind in self._of_towns:
            bureau = around.found[-1] if around.found and around.found[-1].kind in self._bureaus_of else None
            start = beginnings.bureau(text, around.words, bureau, begin) if bureau else begin
        start -= len(town)
        if start == begin and kind in self._coined:
            start = beginnings.quoted_whole(text, begin, end, self._grades)
            if start == begin:
                start = beginnings.coined(text, around.words, begin, self._boundaries)
                act = self._act.match(text, start, begin)
                start = act.end() if act else start  # 督导 + 莲花村调委会
                start = beginnings.after_surname(text, around.words, start, begin, self._surnames)
                start = _after(self._addressing, text, start, begin)
        if kind == self._party:
            start = self._of_its_party(start, begin, end, text)
        if kind in self._named and text[start - 1 : start] == "”":
            start = beginnings.quoted_name(text, start, self._grades)
        return Name(self._after_another(start, begin, around), bool(town))

    def _after_another(self, start: int, begin: int, around: Around) -> int:
        """Without another body that a verb stands between: 镇综合行政执法大队联合 + 自然资源所."""
        for body in reversed(around.found[-3:]):
            verb = self._boundaries.trigger.match(around.text, body.end) if body.end < begin else None
            if verb and start <= body.begin and verb.end() <= begin:
                return verb.end()
        return start

    def _placed(self, begin: int, end: int, concept: Concept, around: Around) -> int:
        """With the places and level words before it; national bodies have none."""
        if concept.one("reach") == "national":
            return begin
        overlapping = around.places.across(begin, end)
        start = beginnings.with_place(around, overlapping, self._levels, self._no_levels)
        if concept.kind in self._of_towns and self._ends_a_town(start, begin, around):
            return begin
        if around.text.startswith(self._zones, start) and start not in around.places.begins:
            start = beginnings.seat(around.text, around.words, start, self._posted)  # 冀南 + 新区管委会
        if concept.kind == self._firm and start not in around.places.begins:
            return begin  # 檀州 + 律师事务所: a firm has no level
        return start

    def _ends_a_town(self, start: int, begin: int, around: Around) -> bool:
        """Whether what looks like a level before a body is the end of a town's short name: 马市 + 司法所 of 马市镇."""
        town = len(around.towns.longest(around.text, begin))
        return town > begin - start > 0 and around.words.begin[begin - town] == begin - town

    def _modified(self, begin: int, is_firm: bool, around: Around) -> int:
        """With the noun phrase before it, without a verb that the phrase opens with. The bracket that tells a firm's branch
        belongs to it: 湖南人和人（邵阳）+ 律师事务所."""
        text = around.text
        branch = ASIDE.search(text, max(0, begin - LONGEST_PROPER_NAME), begin) if is_firm else None
        begin = branch.start() if branch else begin
        phrase = self._boundaries.left(text, around.words, begin)
        start = phrase.begin if phrase.quotation is None else phrase.quotation
        verb = self._verb.match(text, start)
        start = around.places.first(verb.end() if verb else start, begin)
        if not is_firm:
            return _after(self._addressing, text, start, begin)
        known = firm(text, begin)
        return known if known < begin else after_with(text, _after(self._hiring, text, start, begin), begin)

    def _town(self, begin: int, concept: Concept, around: Around) -> str:
        """The short name of a town, or of the place where it sits, directly before it."""
        kind = concept.kind
        if kind not in self._of_towns and concept.id not in self._bears_towns:
            return ""
        court = around.found[-1] if around.found and around.found[-1].kind == kind else None
        sits = around.text[court.end : begin] if court else ""
        joined = sits.startswith(CONJUNCTIONS) or not sits.isalpha()
        if kind == self._court and 0 < len(sits) <= beginnings.LONGEST_SEAT and not joined:
            return sits  # 区法院 + 迎丰桥 + 人民法庭
        town = around.towns.longest(around.text, begin)
        if town or kind not in self._seated:
            return town
        return around.text[beginnings.seat(around.text, around.words, begin, self._posted) : begin]

    def _of_its_party(self, start: int, begin: int, end: int, text: str) -> int:
        """With whose organ it is (局 + 党组), and the Party's own name before it (中共)."""
        if start == begin and not own_bodies.is_levelled(text, begin, end):
            start -= len(self._own_organ.longest(text, start))
        return start - len(next((word for word in self._of_the_party if text.endswith(word, 0, start)), ""))


def _after(verbs: tuple[str, ...], text: str, start: int, begin: int) -> int:
    """Where ``text[start:begin]`` goes on behind the last of the verbs in it; ``start`` when it has none."""
    ends = (text.rfind(verb, start, begin) + len(verb) for verb in verbs if verb in text[start:begin])
    return max(start, *ends, 0)
