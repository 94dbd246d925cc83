"""What a clause names without saying that it is carried out: 加装电梯等问题, 通过…考试, 机构改革后."""

from kg.extraction.grammar import Grammar
from kg.extraction.sentence import Sentence


def only_named(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a programme is an example of what is dealt with, an examination that is passed, or the time before something."""
    mention, cues = sentence.mentions[k], grammar.adjuncts
    clause = sentence.clause(mention.begin, mention.end)
    if cues.example.match(sentence.text, mention.end, clause.end) or cues.time.match(
        sentence.text, mention.end
    ):
        return True
    return cues.passing.search(sentence.text, clause.begin, mention.begin) is not None and (
        sentence.text.endswith(cues.tests, mention.begin, mention.end)
        or cues.tested.match(sentence.text, mention.end, clause.end) is not None
    )
