"""Documents that are drawn up and not in force yet: 启动《…规定》修订, 草拟《…办法》, 制定《…（草案）》, 完成《…规划》起草."""

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def is_draft(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether what the verb says of document ``k`` is only begun, or makes a draft of it that the sentence does not go on to put
    into force (起草《…办法》，+ 经审议后印发); a draft that is adopted is none."""
    lawmaking, said = grammar.lawmaking, sentence.text[verb.begin : verb.end]
    if said in lawmaking.beginning:
        return True
    if said.endswith(tuple(lawmaking.adopting)):
        return False
    mention = sentence.mentions[k]
    draft = (
        said in lawmaking.drafting
        or lawmaking.draft_title.search(sentence.text, mention.begin, mention.end)
        or lawmaking.draft_behind.match(sentence.text, mention.end)
    )
    return bool(draft) and not _comes_into_force(sentence, max(verb.end, mention.end), grammar)


def _comes_into_force(sentence: Sentence, at: int, grammar: Grammar) -> bool:
    """Whether the sentence says behind ``at`` that what it speaks of was issued, and not that it will be."""
    for issued in grammar.lawmaking.in_force.finditer(sentence.text, at, sentence.span.end):
        clause = sentence.clause(issued.start(), issued.start())
        if not grammar.lawmaking.not_yet.search(sentence.text, max(at, clause.begin), issued.start()):
            return True
    return False
