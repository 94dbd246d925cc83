"""Who is given an honour when the clause tells who gives it: 省司法厅授予 + 甲村 + “民主法治示范村”称号."""

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def given_to(sentence: Sentence, honour: int, verb: Trigger, grammar: Grammar) -> list[int | None] | None:
    """Indexes of the mentions between the verb of giving and mention ``honour``, ``[None]`` for the reporter (授予 + 我镇);
    None where nobody stands between them, so that it is said elsewhere who receives it."""
    text, begin = sentence.text, sentence.mentions[honour].begin
    between = text[verb.end : begin].strip("“")
    if text[verb.begin : verb.end] not in grammar.bearing.giving or not between:
        return None
    if grammar.bearing.own_level.fullmatch(between):
        return [None]
    inside = (k for k in sentence.inside if not sentence.host(k))
    return [k for k in inside if verb.end <= sentence.mentions[k].begin and sentence.mentions[k].end <= begin]
