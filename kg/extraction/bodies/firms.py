"""Where a law firm's name begins that no place and no verb delimits: 毕节和君 + 律师事务所."""

import re

from kg.extraction.common.joints import ALONG, AND
from kg.extraction.common.particles import BY, OF
from kg.lexicon.divisions import load

FIRM, SHORT_NAMES = (4, 3, 2), (3, 2)
"""Characters of a law firm's proper name, and of the place's short name before it (黑龙江, not 龙江)."""
SHORTEST_FIRM = 2
"""Characters of a firm's name before 律师事务所."""
JOINED = re.compile(rf"{AND}|(?<=[，。；、\n])[{ALONG}{BY}]|^[{ALONG}{BY}]")
PARTICLES = frozenset((OF, AND))


def after_with(text: str, start: int, begin: int) -> int:
    """Where a firm's name begins in ``text[start:begin]`` when 与 or 同 and the like join it to what stands before
    (青龙镇与 + 聚焦 + 律师事务所), but not in a name that has the character itself (同舟)."""
    joined = JOINED.search(text, start, begin - SHORTEST_FIRM)
    return joined.end() if joined else start


def firm(text: str, at: int) -> int:
    """Where a firm's name begins that is a city's or province's short name and a proper name of whatever characters (毕节 +
    和君 + 律师事务所); ``at`` when none ends there."""
    gazetteer = load()
    for size in FIRM:
        proper = text[at - size : at]
        for short in SHORT_NAMES:
            begin = at - size - short
            places = gazetteer.by_short_name(text[begin : at - size]) if begin >= 0 else ()
            if any(one.level != "township" for one in places):
                return begin if proper.isalpha() and PARTICLES.isdisjoint(proper) else at
    return at
