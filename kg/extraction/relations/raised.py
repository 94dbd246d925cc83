"""People that a report has by raising them: 法律明白人由60名增至110名, 吸纳老党员20人为“和事佬”."""

from kg.extraction.common.sentence import Governor, Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def raised(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """That people are established whom others are made by their quoted name, or of whom there are only such as were raised, where
    the clause tells how many there are, or that there are some."""
    mention = sentence.mentions[k]
    if mention.type != "Role":
        return []
    clause = sentence.clause(mention.begin, mention.end)
    made = grammar.founding.made_into.search(sentence.text, clause.begin, mention.begin)
    if made is not None:
        return [(Trigger(made.start(), made.end("verb"), ("establishes",)), "establishes")]
    if not sentence.text.endswith(grammar.founding.raised, mention.begin, mention.end):
        return []
    end = mention.end + sentence.text.startswith("”", mention.end)
    counted = grammar.founding.counted.match(sentence.text, end, clause.end)
    there = grammar.founding.there_are.search(sentence.text, clause.begin, mention.begin)
    closed = grammar.founding.closed.match(sentence.text, end)
    if counted or (there and closed):
        return [(Trigger(mention.begin, mention.begin, ()), "establishes")]
    return []
