"""Where something is done, which is no part of its name: 在新宁镇建设 + 法治文化广场, 在文昌路新设 + 法治公园."""

import re
from collections.abc import Sequence

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import AT
from kg.extraction.common.spans import Candidate
from kg.extraction.names.headwords import HeadWord
from kg.extraction.names.phrases import SHORTEST_MODIFIER, WHOLE_NAME
from kg.model.marks import CLAUSE

LONGEST_LIST = 20
"""Characters of the places before the last one of a list."""
IN = re.compile(rf"{AT}(?:[^{CLAUSE}\n]{{1,{LONGEST_LIST}}}[{SIGNS}])?$")
OWNERS = ("Division", "Organization")


def without_place(name: Candidate, word: HeadWord, around: Sequence[Candidate]) -> Candidate:
    """``name`` without the place in which something is done, and the verb that says so. A place that is ``around`` its first
    character may stand before any verb of doing something there, another only before one that is in no name (新设)."""
    text, cues = word.text, word.cues
    if not IN.search(text, max(0, name.begin - LONGEST_LIST - 2), name.begin):
        return name
    whole = word.end - word.begin >= WHOLE_NAME
    last = word.begin - (0 if whole else SHORTEST_MODIFIER)
    for place in around:
        if place.begin == name.begin and place.type in OWNERS:
            verb = cues.done_there.match(text, place.end, last) or cues.set_up.match(text, place.end, last)
            if verb:
                return name._replace(begin=verb.end())
    verbs = list(cues.set_up.finditer(text, name.begin + SHORTEST_MODIFIER, max(name.begin, last)))
    return name._replace(begin=verbs[-1].end()) if verbs else name
