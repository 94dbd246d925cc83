"""What others only take part in: 派出所、法庭共同参与的 + “三调联动”机制."""

from kg.extraction.grammar import Grammar
from kg.extraction.sentence import Sentence


def is_helped(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a clause about those who take part in it describes a mention, or the list that it is in."""
    first = sentence.mentions[sentence.lists.first[k]].begin
    clause = sentence.clause(first, first)
    return grammar.partnership.helped.search(sentence.text, clause.begin, first) is not None
