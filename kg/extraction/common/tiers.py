"""Lists of levels that say how many they are, with which names begin: 县、镇、村三级公共法律服务平台."""

import re

from kg.extraction.common.joints import SIGNS
from kg.lexicon.levels import OF_A_LEVEL
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.reading.numerals import CHINESE

LONGEST = 16
"""Characters of the levels before the last of them: 省、市、县、乡、村五级."""


class Tiers:
    """Finds such a list, with the levels of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        tier = any_of(vocabulary.words("boundary/tier"))
        self._counted = re.compile(rf"(?P<last>{tier})?[{CHINESE}]{OF_A_LEVEL}")
        self._before_last = re.compile(rf"(?:{tier}[{SIGNS}])+\Z")
        self._listed = re.compile(rf"(?:{tier}[{SIGNS}])+{tier}\Z|{tier}{{2,5}}\Z")

    def begin(self, text: str, begin: int, end: int) -> int:
        """Where the list begins whose last level, or number, a name of offsets ``begin`` to ``end`` begins with; ``begin`` where
        there is none."""
        counted = self._counted.match(text, begin, end)
        if counted is None:
            return begin
        before = self._before_last if counted["last"] else self._listed
        listed = before.search(text, max(0, begin - LONGEST), begin)
        return listed.start() if listed else begin
