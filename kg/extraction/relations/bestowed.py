"""Who is given an honour when the clause tells who gives it: 省司法厅授予 + 甲村 + “民主法治示范村”称号."""

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def given_to(sentence: Sentence, honour: int, verb: Trigger, grammar: Grammar) -> list[int | None] | None:
    """Indexes of the mentions between the verb of giving, or the honour that others are given, and mention ``honour`` with those
    listed before it (授予 + 甲村“A”“B”、+ 乙村“C”称号), ``[None]`` for the reporter (授予 + 我镇); None where nobody stands
    between them: it is said elsewhere who receives it."""
    text, mentions = sentence.text, sentence.mentions
    if text[verb.begin : verb.end] not in grammar.bearing.giving:
        return None
    first, bearers = honour, list[int]()
    for k in reversed(sentence.inside):
        if sentence.host(k) or mentions[k].end > mentions[first].begin:
            continue
        if mentions[k].begin < verb.end:
            break
        if mentions[k].type != "Honour":
            bearers.insert(0, k)
            continue
        if bearers:
            break
        if not grammar.bearing.listed.fullmatch(text, mentions[k].end, mentions[first].begin):
            return []  # “真抓实干先进县”、石湾镇 + “经济强镇”: it is given to one who is no mention
        first = k
    between = text[verb.end : mentions[first].begin].strip("“")
    if not between:
        return None
    return [None] if grammar.bearing.own_level.fullmatch(between) else [*bearers]
