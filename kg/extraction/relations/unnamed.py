"""Where a clause names who acts, or who is honoured, with words that are no mention: 张建国 + 被授予, 指导高湖村 + 成立."""

from kg.extraction.common.clauses import PASSIVE, YEAR
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def unnamed(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """Where the words end that stand before a verb, or before the mark of who bestows an honour; None when there are none, when
    they are a mention, or when a demonstrative stands for one."""
    clause = sentence.clause(verb.begin, verb.end)
    if sentence.text.startswith(grammar.agency.demonstratives, clause.begin):
        return None
    at = sentence.text.rfind(PASSIVE, clause.begin, verb.begin)
    at = at if at >= 0 else verb.begin
    adverbs = grammar.agency.adverbs
    while sentence.text.endswith(adverbs, clause.begin, at):
        at -= len(next(adverb for adverb in adverbs if sentence.text.endswith(adverb, clause.begin, at)))
    named = any(sentence.mentions[k].end in (at, at - 1) for k in sentence.inside)
    return None if named or at <= clause.begin or YEAR.fullmatch(sentence.text, clause.begin, at) else at
