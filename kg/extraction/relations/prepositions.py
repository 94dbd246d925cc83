"""Whether a preposition governs a mention: 与区法院法庭, 在马营村、城南村."""

import re

from kg.extraction.common.fillers import PREPOSITION
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import AT
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.meetings import neighbour
from kg.model.marks import CLAUSE

LONGEST_SCOPE = 8
"""Characters of what may stand between a preposition and the body: 在辖区内三个派出所."""
LISTED = ("Organization", "Division")
"""Types of which a list shares the preposition before its first."""
LONGEST_UNNAMED = 8
"""Characters of a place that is no mention, before a sign that joins another to it."""
AT_UNNAMED = re.compile(rf"{AT}[^{CLAUSE}\n{SIGNS}]{{1,{LONGEST_UNNAMED}}}[{SIGNS}]$")
"""A preposition and a place of its list that is no mention: 在韦曲、+ 郭杜街道司法所."""


def governed(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before the mention, or before the one that it follows or is listed with
    (与区法院法庭, 与县法院、县检察院, 在马营村、城南村)."""
    before: int | None = k
    while before is not None:
        begin, end = sentence.mentions[before].begin, sentence.mentions[before].end
        if sentence.text.startswith(grammar.agency.enclosed, end):
            return True  # 在…评选活动中
        before = _joined(sentence, before, grammar)
    floor = max(sentence.span.begin, begin - LONGEST_SCOPE)
    while scope := grammar.agency.counted.search(sentence.text, floor, begin):
        begin = scope.start()
    return _at_unnamed(sentence, begin) or sentence.text.endswith(
        grammar.agency.prepositions, max(0, begin - 2), begin
    )


def _at_unnamed(sentence: Sentence, begin: int) -> bool:
    """Whether what begins at ``begin`` goes on a list of places that a preposition governs, and whose first is no mention."""
    floor = max(sentence.span.begin, begin - LONGEST_UNNAMED - 2)
    place = AT_UNNAMED.search(sentence.text, floor, begin)
    if place is None or sentence.words.tag[place.start()] != PREPOSITION:
        return False  # 存在短板、+ 司法所
    return not any(place.start() <= verb.begin < place.end() for verb in sentence.verbs)


def _joined(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The mention that mention ``k`` follows directly, or is listed with."""
    before = sentence.before(k)
    if before is not None and sentence.mentions[before].end == sentence.mentions[k].begin:
        return before
    listed = neighbour(sentence, k, grammar)
    return listed if listed is not None and sentence.mentions[listed].type in LISTED else None
