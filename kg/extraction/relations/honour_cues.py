"""The words by which a clause tells who bears an honour, ready to match."""

import re

from kg.extraction.common.amounts import amount
from kg.extraction.common.joints import JOINTS, SIGNS
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE

LONGEST_RANK = 4
"""Characters of what ranks an honour, behind the verb: 申报 + 第二批."""


class Bearing:
    """Who bears an honour (``receives``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        levels, adverbs, running = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("tier", "adverb-before-verb", "years-running")
        )
        years = rf"{running}[{CHINESE}\d]+年"
        title = any_of(vocabulary.words("boundary/honour-tail"))
        self.listed = re.compile(rf"”?{title}?(?:{any_of(JOINTS)})?“?")
        """What stands between two honours that one is given."""
        counted = any_of(vocabulary.measure_words("things", "people", "cases", "documents"))
        self.counted = re.compile(rf"{amount(vocabulary)}{counted}$")
        self.recording = vocabulary.words("boundary/verb-of-recording")
        naming = vocabulary.words("boundary/naming-verb")
        self.giving = frozenset((*vocabulary.words("boundary/giving-verb"), *naming))
        self.to_candidates = re.compile(rf"”?{any_of(vocabulary.words('boundary/list-of-candidates'))}")
        """What tells that an honour is not received yet: 入选“民主法治示范村” + 候选名单."""
        self.own_level = re.compile(rf"{levels}(?:{adverbs}|{years}){{0,4}}")
        """A level word that stands for the reporter before a verb: 街道 + 连续三年 + 荣获."""
        striving = vocabulary.words("boundary/striving-for-an-honour")
        self.striving = frozenset(striving)
        kept = any_of((*striving, *vocabulary.words("boundary/keeping-an-honour")))
        self.striven = re.compile(rf"(?P<verb>{kept})了?[^{CLAUSE}{SIGNS}\n“]{{0,{LONGEST_RANK}}}“?$")
        """Before an honour that is striven for, or kept: 创建 + 全省 + 法治政府建设示范县."""
        self.several = re.compile(rf"”?{amount(vocabulary)}{counted}")
        """Behind an honour, how many were given it: 创建民主法治示范村 + 2个."""
        self.personal = vocabulary.words("boundary/honour-of-a-person")
        self.practices = vocabulary.words("boundary/practice-meant")
        self.goes_on = re.compile(
            rf"{any_of(vocabulary.words('boundary/moreover-before-verb'))}(?:{adverbs}){{0,2}}"
        )
        """How a clause opens before the verb, which goes on about what the clause before says is honoured: 并 + 获评."""
        self.of_bodies = vocabulary.words("boundary/honour-of-a-body")
