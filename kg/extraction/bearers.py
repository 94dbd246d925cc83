"""Who bears an honour and who bestows it: 该村被评为, 居民杨文学编唱山歌，被评为, 被司法部命名为."""

from kg.extraction.grammar import Grammar
from kg.extraction.joints import JOINTS
from kg.extraction.sentence import Sentence, Trigger
from kg.extraction.spans import Candidate
from kg.model.rules import VILLAGE


def bearer(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """Who bears an honour whose clause names nobody: the village that it means, or the person named last."""
    meant = _meant(sentence, verb, grammar)
    return _person(sentence, verb) if meant is None else meant


def bestows(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a mark of the agent stands before the body, or before the first of those that it is listed with."""
    if sentence.text.endswith(grammar.agency.agents, 0, sentence.mentions[k].begin):
        return True
    before = next((j for j in range(k - 1, sentence.inside[0] - 1, -1) if not sentence.host(j)), None)
    if before is None or sentence.mentions[before].type != "Organization":
        return False
    joint = sentence.text[sentence.mentions[before].end : sentence.mentions[k].begin]
    return joint in JOINTS and bestows(sentence, before, grammar)


def is_village(mention: Candidate) -> bool:
    """Whether a division is a village or another part of the reporting one, and not the one itself."""
    return mention.rule.startswith(VILLAGE)


def village_acts(sentence: Sentence, k: int) -> bool:
    """Whether a village does something: 双圳村 + 建成, but not 苏海社区 + 居民."""
    village = sentence.mentions[k]
    goes_on = village.end < sentence.span.end and sentence.words.tag[village.end].startswith("v")
    return goes_on and is_village(village)


def _meant(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """The village of this sentence that a demonstrative at the head of the clause means: 该村 + 被评为."""
    clause = sentence.clause(verb.begin, verb.end)
    word = next((d for d in grammar.agency.demonstratives if sentence.text.startswith(d, clause.begin)), "")
    at = clause.begin + len(word)
    for k in reversed(sentence.inside if word else ()):
        village = sentence.mentions[k]
        if village.end <= clause.begin and is_village(village):
            ends = (sentence.text[village.end - size : village.end] for size in (1, 2))
            return k if sentence.text.startswith(tuple(ends), at) else None
    return None


def _person(sentence: Sentence, verb: Trigger) -> int | None:
    """The person named last before an honour of which nobody else is said to be the bearer: 居民杨文学编唱山歌，+ 被评为."""
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if mention.end <= verb.begin and not sentence.host(k):
            return k if mention.type == "Person" else None
    return None
