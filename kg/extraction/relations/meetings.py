"""Bodies that a list names by their meetings: 区委常委会、+ 区政府 + 常务会议和区委理论学习中心组 + 学习."""

from kg.extraction.common.joints import joins
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def meets(sentence: Sentence, k: int) -> bool:
    """Whether a body opens the name of a meeting: 区政府 + 常务会议."""
    meeting = sentence.host(k)
    return meeting is not None and meeting.type == "Event" and meeting.begin == sentence.mentions[k].begin


def neighbour(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The mention directly before mention ``k`` in one list with it; the body that opens a meeting's name stands for that, and a
    meeting that has no name of its own ends the body's (镇党委 + 会、理论学习中心组)."""
    at = _named_by(sentence, k)
    before = sentence.before(at)
    if before is None:
        return None
    end, begin = sentence.mentions[before].end, sentence.mentions[at].begin
    meeting = grammar.learning.meeting.match(sentence.text, end, begin)
    if not joins(sentence.text, meeting.end() if meeting else end, begin):
        return None
    return before + 1 if before + 1 < at and meets(sentence, before + 1) else before


def listed_before(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The same where both are of one type."""
    before = neighbour(sentence, k, grammar)
    alike = before is not None and sentence.mentions[before].type == sentence.mentions[k].type
    return before if alike else None


def first_listed(sentence: Sentence, k: int, grammar: Grammar) -> int:
    """The first body of the list that body ``k`` is in, or ``k`` itself."""
    while (before := listed_before(sentence, k, grammar)) is not None:
        k = before
    return k


def _named_by(sentence: Sentence, k: int) -> int:
    """The index of the meeting that body ``k`` opens the name of; of any other mention its own."""
    if not meets(sentence, k):
        return k
    return next(j for j in range(k - 1, -1, -1) if sentence.mentions[j] is sentence.host(k))


def adopting(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """The body whose meeting, convened before in the sentence, adopts what the verb says: 召开 + 县委全面依法治县委员会 + 会议，
    审议通过…. A meeting of the reporting government is its place's."""
    lawmaking, text = grammar.lawmaking, sentence.text
    adopts = text[verb.begin : verb.end] in lawmaking.adopting
    if not (adopts or lawmaking.deliberating.match(text, verb.begin, verb.end)):
        return None
    for k in reversed(sentence.inside):
        body = sentence.mentions[k]
        if body.type != "Organization" or body.end > verb.begin or k in sentence.own:
            continue
        met = meets(sentence, k) or (not sentence.host(k) and grammar.learning.meeting.match(text, body.end))
        return k if met and text.endswith(grammar.learning.convening, 0, body.begin) else None
    return None
