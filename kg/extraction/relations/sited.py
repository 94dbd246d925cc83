"""Where what is set up lies: in the place that the clause names, or that sets it up."""

import re
from collections.abc import Iterator

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.apposed import BETWEEN, PARTS, apposed
from kg.extraction.relations.bearers import is_village
from kg.extraction.relations.grammar import Grammar
from kg.model import RelationMention
from kg.model.marks import CLAUSE
from kg.model.rules import NAMED_PLACES, REPORTER

VERB_REACH = 10
"""Characters between a place and the verb of setting up, and between that and its object."""
CLOSED = re.compile(f"[{CLAUSE}\n]|$")


def sited(sentence: Sentence, position: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What is set up in a division lies there (在远东村设立法官工作室), and so do the bodies and venues that it sets up itself
    (张公庙村建起“说事长廊”). The object of the first verb of setting up after the place, in one clause, and those listed with
    it; or what stands before (法官工作室、调解室在远东村设立)."""
    k = sentence.inside[position]
    place = sentence.mentions[k]
    if sentence.host(k) or place.rule.startswith(REPORTER):
        return
    first = sentence.lists.first[k]
    there = sentence.text.endswith(grammar.place.at, 0, sentence.mentions[first].begin)
    if not there and not (
        (is_village(place) or place.rule.startswith(NAMED_PLACES)) and grammar.heads.opens(sentence, first)
    ):
        return
    verbs = (v for v in sentence.verbs if v.begin >= place.end and "establishes" in v.predicates)
    verb = next(verbs, None)
    if verb is None or verb.begin - place.end > VERB_REACH or sentence.broken(place.end, verb.end):
        return
    if not there and not grammar.agency.between.fullmatch(sentence.text, place.end, verb.begin):
        return  # 练塘镇 + 在泖甸村 + 设立
    before = sentence.before(k)
    if there and before is not None and CLOSED.match(sentence.text, verb.end):
        yield from _before(sentence, k, before, verb, grammar)
        return
    for thing in _behind(sentence, position, verb):
        mention = sentence.mentions[thing]
        if there or mention.type == "Organization" or mention.kind == grammar.place.venue:
            yield apposed(thing, "locatedIn", k, "achieved", place.begin, mention.end)


def _before(
    sentence: Sentence, k: int, before: int, verb: Trigger, grammar: Grammar
) -> Iterator[RelationMention]:
    """What stands before the place ``k`` in which it is set up, mention ``before`` and those listed with it."""
    thing = sentence.mentions[before]
    between = sentence.text[thing.end : sentence.mentions[k].begin].strip("”")
    if thing.type not in PARTS or between not in grammar.place.at:
        return
    for listed in range(sentence.lists.first[before], before + 1):
        if not sentence.host(listed):
            yield apposed(listed, "locatedIn", k, "achieved", sentence.mentions[listed].begin, verb.end)


def _behind(sentence: Sentence, position: int, verb: Trigger) -> Iterator[int]:
    """The object of a verb of setting up, and those listed with it."""
    edge = verb.end
    for other in sentence.inside[position + 1 :]:
        thing = sentence.mentions[other]
        if sentence.host(other) or thing.begin < edge:
            continue
        listed = edge == verb.end or sentence.text[edge : thing.begin].strip("“”") in BETWEEN
        if thing.type not in PARTS or sentence.broken(edge, thing.begin) or not listed:
            return
        if edge == verb.end and thing.begin - edge > VERB_REACH:
            return
        yield other
        edge = thing.end
