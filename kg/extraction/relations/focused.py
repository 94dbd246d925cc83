"""Laws that a clause turns to and the next one teaches: 围绕《民法典》，+ 举办法治讲座."""

from kg.extraction.common.sentence import Governor, Sentence
from kg.extraction.relations.grammar import Grammar

CLAUSES = 2
"""How many clauses behind the law may tell what is done about it."""


def focused(sentence: Sentence, k: int, found: list[Governor], grammar: Grammar) -> list[Governor]:
    """The verbs ``found`` before mention ``k``; of a law that a clause only turns to and the clauses behind it teach or learn,
    with the relation that these state instead of that it is followed."""
    learning, mention = grammar.learning, sentence.mentions[k]
    if mention.kind not in learning.subjects:
        return found
    turned = [v for v, p in found if p == "follows" and sentence.text[v.begin : v.end] in learning.turning_to]
    if not turned:
        return found
    end = sentence.mentions[sentence.lists.last[k]].end
    own = sentence.clause(end, end)
    if not learning.behind_its_topic.fullmatch(sentence.text, end, own.end):
        return found
    behind = own
    for _ in range(CLAUSES):
        begin = min(behind.end + 1, sentence.span.end)
        behind = sentence.clause(begin, begin)
        for context, predicate in ((learning.teaching_context, "publicises"), (learning.training, "studies")):
            if context.search(sentence.text, behind.begin, behind.end):
                return [(v, predicate if v in turned and p == "follows" else p) for v, p in found]
    return found
