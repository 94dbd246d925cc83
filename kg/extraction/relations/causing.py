"""Who is made to set something up: 司法所指导 + 高湖村 + 成立乡贤调解会."""

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.unnamed import unnamed

MADE = ("establishes", "enacts", "receives")
"""Relations that are of who is made to act alone; what others are made to carry out is carried out by who makes them, too."""


def is_caused(sentence: Sentence, k: int, predicate: str, grammar: Grammar) -> bool:
    """Whether mention ``k``, or the list that it is in, stands after a word of making others act."""
    first = sentence.mentions[sentence.lists.first[k]].begin
    return predicate in MADE and sentence.text.endswith(grammar.agency.causing, 0, first)


def causes_another(sentence: Sentence, verb: Trigger, predicate: str, grammar: Grammar) -> bool:
    """Whether one that is no mention is made to act, and not many of a kind (指导各村 + 成立, 指导16个村 + 成立)."""
    at = unnamed(sentence, verb, grammar) if predicate in MADE else None
    if at is None or not sentence.text.endswith(grammar.agency.subject_ends, 0, at):
        return False
    clause = sentence.clause(verb.begin, verb.end)
    return grammar.agency.caused.search(sentence.text, clause.begin, at) is not None
