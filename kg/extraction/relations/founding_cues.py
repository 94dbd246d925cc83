"""The words by which a clause tells that something is set up, ready to match."""

import re

from kg.extraction.common.joints import JOINTS
from kg.extraction.common.particles import OF
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.rules import TERM
from kg.reading.numerals import CHINESE

LONGEST_MEMBER = 12
"""Characters of one of those that something is made up of."""
LONGEST_MAKING = 24
"""Characters of those who are made something, and where they come from."""
LONGEST_COUNT = 10
"""Characters between people and how many there are: 每村 + 不少于."""


class Founding:
    """Whether something is set up (``establishes``), or somebody appointed to it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        verbs = vocabulary.words("boundary/founding-verb")
        self.verbs = frozenset(verbs)
        self.building = vocabulary.words("boundary/building-noun")
        self.raising = vocabulary.words("boundary/raising-people")
        self.done_to = vocabulary.words("boundary/done-to-a-body")
        self.members = vocabulary.words("boundary/members-of-a-group")
        self.groups = vocabulary.concepts["kind/coordination"].label
        made_of = any_of(vocabulary.words("boundary/made-up-of"))
        others = rf"(?:{any_of(JOINTS)}[^{CLAUSE}{OF}\n]{{1,{LONGEST_MEMBER}}}?){{0,3}}"
        self.made_of = re.compile(rf"{others}{made_of}")
        self.relative = vocabulary.words("boundary/relative-opening")
        self.appointing = frozenset(vocabulary.words("boundary/appointing-verb"))
        after = any_of(vocabulary.words("boundary/after-a-founding"))
        self.closed = re.compile(rf"{after}?(?:[{CLAUSE}\n]|$)")
        adverbs = any_of(vocabulary.words("boundary/adverb-before-verb"))
        founded = rf"{any_of(verbs)}(?:{self.closed.pattern})"
        self.passive = re.compile(rf"{adverbs}{{0,3}}(?:{founded}|由)")
        self.launching, self.of_members = (
            frozenset(vocabulary.words(f"boundary/{name}")) for name in ("launching-verb", "verb-of-members")
        )
        self.systems = frozenset(vocabulary.words("boundary/verb-of-founding-a-system"))
        self.officers = f"{TERM}{vocabulary.concepts['role/enforcement-officer'].id}"
        making, into, there = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("making-people", "made-into", "there-are")
        )
        self.made_into = re.compile(rf"(?P<verb>{making})[^{CLAUSE}\n“]{{2,{LONGEST_MAKING}}}{into}“$")
        """Before the quoted name of what people are made: 吸纳 + 老党员20人 + 为“."""
        self.raised = vocabulary.words("boundary/people-who-are-raised")
        measure, at_least, total = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("measure-of-people", "at-least", "total-before-a-number")
        )
        number = rf"[\d{CHINESE}]+余?{measure}"
        self.there_are = re.compile(rf"{there}{at_least}?(?:{number})?“?$")
        """Before people of whom it is said that there are some: 每村都有 + 2名 + “."""
        self.counted = re.compile(
            rf"(?:[^{CLAUSE}\n]{{0,{LONGEST_COUNT}}}?{total})?{number}(?:[{CLAUSE}\n]|$)"
        )
        """Behind people, how many there are, to the end of what is said: 由60名增至110名."""
