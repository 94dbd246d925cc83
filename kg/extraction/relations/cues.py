"""The words by which a clause tells how it uses any relation, ready to match; a class for each thing that they tell."""

import re

from kg.extraction.common.clauses import YEAR
from kg.extraction.common.intentions import intention
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import AS, MEANS
from kg.extraction.common.spans import Candidate
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE

LONGEST_LEAD = 4
"""Characters of how something is done before 为 (切实 + 为)."""
LONGEST_MANY = 8
"""Characters of who is to do something, and how often."""
LONGEST_FIELDS = 24
"""Characters of the other fields whose norms are learned."""
DATE = rf"(?:{YEAR.pattern}|\d{{1,2}}[月日])"
"""One part of a date."""


class Modality:
    """Whether what a clause says was done, is denied, is only demanded, or is still to come."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.negation = compiled(vocabulary.words("boundary/negation"))
        self.denied = vocabulary.words("boundary/negation-before-verb")
        self.demanded = vocabulary.words("boundary/demand-before-verb")
        self.future = compiled(vocabulary.words("boundary/future"))
        self.not_built = frozenset(vocabulary.words("boundary/verb-of-what-is-not-built"))
        self.intended = intention(vocabulary)
        many, demand = (
            any_of(vocabulary.words(f"boundary/{name}")) for name in ("plural-prefix", "demand-of-many")
        )
        self.demanded_of_many = re.compile(rf"{demand}{many}[^{CLAUSE}]{{0,{LONGEST_MANY}}}$")
        """What a demand of many ends in before its verb: 要求各镇 + 建立."""
        self.done = vocabulary.words("boundary/done-before-verb")
        self.to_come = vocabulary.words("boundary/future-before-verb")
        self.disposal = compiled(vocabulary.words("boundary/disposal-verb"))
        self.aim = re.compile(rf"[^以作成认行列定评变视因{SIGNS}]{{0,{LONGEST_LEAD}}}为(?!了)")
        """How a clause opens that tells what for something is done: 为 + 全镇打造…, 切实为…."""
        self.given = compiled(vocabulary.words("boundary/what-an-aim-is-given"))


class Agency:
    """Whether a body is who acts: the marks of other roles around it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.adverbs = vocabulary.words("boundary/adverb-before-verb")
        adverbs, manner = any_of(self.adverbs), any_of(vocabulary.words("boundary/manner-before-verb"))
        verbs = any_of({word for prop in vocabulary.properties.values() for word in prop.triggers})
        joint = any_of(vocabulary.words("boundary/acting-together"))
        self.between = re.compile(rf"(?:{any_of(self.adverbs)}|{manner}|{joint}|{DATE}){{0,4}}")
        """What may stand between a place and its verb: 2023年 + 首次 + 获评, 积极 + 推行, 联合 + 制定."""
        self.acting = re.compile(rf"{adverbs}|(?:{adverbs}|{manner}){{1,3}}{verbs}")
        self.each = compiled(vocabulary.words("boundary/each-its-own"))
        self.demonstratives = vocabulary.words("boundary/demonstrative")
        going = vocabulary.words("boundary/going-to")
        self.acting_for = vocabulary.words("boundary/acting-for")
        self.at_place = (*going, *vocabulary.words("boundary/place-preposition"))
        self.prepositions = (*vocabulary.words("boundary/not-a-subject-after"), *going, *self.acting_for)
        self.enclosed = vocabulary.words("boundary/after-a-scope")
        self.in_the_name = vocabulary.words("boundary/in-the-name-of")
        self.causing = vocabulary.words("boundary/causing-verb")
        many = any_of(vocabulary.words("boundary/plural-prefix"))
        self.caused = re.compile(rf"{any_of(self.causing)}(?!{many}|\d)[^，。]+$")
        together = any_of(vocabulary.words("boundary/acting-together"))
        self.together = re.compile(rf"(?:[{SIGNS}][^，。{SIGNS}]{{1,6}}?)?{together}")
        self.subject_ends = (*vocabulary.words("boundary/last-word-of-a-subject"), "”")
        self.private = vocabulary.words("boundary/last-word-of-private-people")
        self.bodies = vocabulary.words("boundary/last-word-of-a-body")
        self.many = re.compile(rf"{many}|\d")
        self.agents = vocabulary.words("boundary/agent-mark")
        self.entrusting = frozenset(vocabulary.words("boundary/entrusting-frame"))
        counted = any_of(vocabulary.words("boundary/counted-scope"))
        self.counted = re.compile(rf"(?:{counted}|[\d{CHINESE}]{{1,3}}[\u4e00-\u9fff])$")
        government = any_of(vocabulary.words("boundary/government-of-a-pair"))
        leaders = any_of(vocabulary.words("boundary/leader-title"))
        self.leaders = re.compile(rf"(?:[{SIGNS}]{government})?{leaders}")


class Adjuncts:
    """Whether a clause only names a programme (``implements``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        matters = any_of(vocabulary.words("boundary/matter-after-a-list"))
        after = ("boundary/time-after-a-name", "boundary/finding-after-a-name")
        self.after = re.compile(rf"”?{any_of(w for name in after for w in vocabulary.words(name))}")
        self.looking = compiled(vocabulary.words("boundary/looking-at-others"))
        self.concerning = tuple(
            word for name in ("concerning", "ending-verb") for word in vocabulary.words(f"boundary/{name}")
        )
        self.occasion = re.compile(rf"{MEANS}[^，。；：]{{2,20}}{AS}")
        """What says by what or with what aim something is done, and nothing that is done with it."""
        meetings = (c for c in vocabulary.of("NameHead") if c.entity == "Event")
        self.meeting = compiled(label for c in meetings for label in c.labels)
        counters = any_of(vocabulary.words("boundary/counter-named-after-something"))
        self.counter = re.compile(rf"”?[^，。；{SIGNS}“”]{{0,4}}?{counters}")
        self.example = re.compile(rf"”?(?:[{SIGNS}][^，]{{1,20}})?等(?:\d+项)?[^，{SIGNS}]{{0,4}}?{matters}")
        norms = any_of(vocabulary.words("boundary/norms-on-something"))
        self.norms = re.compile(
            rf"”?(?:[{SIGNS}][^，]{{1,{LONGEST_FIELDS}}}?)?等?(?:方面的?)?[\d多部条项]{{0,4}}{norms}(?=[{CLAUSE}{SIGNS}\n]|$)"
        )
        """Behind a field of which norms are meant: 扫黑除恶 + 、禁毒等多部法律法规."""
        self._acts = vocabulary.words("boundary/act-by-name")
        self.tests = vocabulary.words("boundary/test")
        self.tested = re.compile(rf"”?{any_of(self.tests)}")
        passing = any_of(vocabulary.words("boundary/passing-a-test"))
        self.passing = re.compile(rf"{passing}(?:“[^”，]{{0,6}})?$")

    def is_act(self, text: str, mention: Candidate) -> bool:
        """Whether the name of a programme tells what was done, wherever it stands: 书面述法, 旁听庭审."""
        return mention.type == "Programme" and text.endswith(self._acts, mention.begin, mention.end)
