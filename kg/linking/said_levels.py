"""Level words (我镇, 区委) that a report uses, and the rank that each tells."""

import re
from collections import Counter

from kg.lexicon.levels import COMMITTEE, COUNTY, SELF, WHOLE, ZONE, level_words
from kg.model.alternation import any_of
from kg.reading.words import either

_WORDS = level_words()
_COUNTIES = frozenset(word for word in _WORDS if _WORDS[word].rank == COUNTY and _WORDS[word].body)
"""Level words of what lies above a town and cannot be a prefecture: 区, 县, 旗."""
_OWN = re.compile(
    rf"([{''.join(SELF)}])({any_of(word for word in _WORDS if _WORDS[word].own)})(?!{either('after-own-level')})"
)
_BODIES = any_of(word for word in _WORDS if _WORDS[word].body)
_BODY = re.compile(rf"({_BODIES})(?:({either('organ-of-a-zone')})|{either('organ-of-a-level')})")
_COMMISSION = re.compile(
    rf"{either('commission-of-a-level')}({_BODIES})(?:{either('organ-of-a-commission')})"
)
"""The commission for law-based governance of a place, or its office: 依法治市办."""
ORGAN = re.compile(rf"{either('government')}|{_BODIES}?{COMMITTEE}")
"""A committee or government, directly after the name of its place."""
IN_FIRST_PERSON = 3
"""What 我镇 weighs; 全镇 and 镇党委 one each."""


def first_person(text: str) -> Counter[int]:
    """Rank → how often 我镇, 本区 and the like are said."""
    return Counter(_WORDS[unit].rank for own, unit in _OWN.findall(text) if own != WHOLE)


def weights(text: str) -> Counter[int]:
    """Rank → weight of all level words."""
    found: Counter[int] = Counter()
    for own, unit in _OWN.findall(text):
        found[_WORDS[unit].rank] += 1 if own == WHOLE else IN_FIRST_PERSON
    for unit, zone in _BODY.findall(text):
        found[ZONE if zone and unit == "区" else _WORDS[unit].rank] += 1
    return found


def above(text: str) -> set[str]:
    """Level words of the committees and governments that a town's report names as its county's: 区 of 区委, but not of
    区管委会, which is a zone's; 市委 may be the prefecture's. Where it names no county's, 市 of the commission that it answers
    to (依法治市委员会)."""
    counties = {unit for unit, zone in _BODY.findall(text) if not zone} & _COUNTIES
    return counties or {unit for unit in _COMMISSION.findall(text) if "county" in _WORDS[unit].levels}
