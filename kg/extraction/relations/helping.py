"""What others only take part in (派出所、法庭共同参与的 + “三调联动”机制), and who acts with another (律所 + 与县工商联结对)."""

from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.grammar import Grammar


def is_helped(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a clause about those who take part in it describes a mention, or the list that it is in."""
    first = sentence.mentions[sentence.lists.first[k]].begin
    clause = sentence.clause(first, first)
    return grammar.partnership.helped.search(sentence.text, clause.begin, first) is not None


def joins_in(sentence: Sentence, end: int) -> bool:
    """Whether what ends at ``end`` is said to work with another in its clause: 律所 + 与县工商联结对，为企业开展…."""
    stop = sentence.clause(end, end).end
    return any(
        frame.predicate == "cooperatesWith"
        and sentence.text.startswith(frame.before, end)
        and sentence.text.find(frame.after, end, stop) >= 0
        for frame in sentence.frames
    )
