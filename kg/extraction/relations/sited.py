"""Where something lies: in the place in which it is set up or said to lie, or whose own it is."""

import re
from collections.abc import Iterator

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.common.spans import Candidate
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
    """What lies in the division at ``position`` of the sentence: what is set up there, and what is said to lie there or to be its
    own."""
    k = sentence.inside[position]
    place, host = sentence.mentions[k], sentence.host(k)
    if place.rule.startswith(REPORTER):
        return
    if host is None:
        yield from _said_to_lie(sentence, k, grammar)
        yield from _counted(sentence, position, grammar)
    if host is None or _is_at(sentence, k, host, grammar):
        yield from _set_up(sentence, position, place.end if host is None else host.end, grammar)


def _set_up(sentence: Sentence, position: int, end: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What is set up in a division lies there (在远东村设立法官工作室, 在远东村文化广场设立…, to its ``end``), and so do
    the bodies and venues that it sets up itself (张公庙村建起“说事长廊”). The object of the first verb of setting up after the
    place, in one clause, and those listed with it; or what stands before (法官工作室、调解室在远东村设立)."""
    k = sentence.inside[position]
    place = sentence.mentions[k]
    first = sentence.lists.first[k]
    there = sentence.text.endswith(grammar.place.at, 0, sentence.mentions[first].begin)
    if not there and (
        end > place.end
        or not (is_village(place) or place.rule.startswith(NAMED_PLACES))
        or not grammar.heads.opens(sentence, first)
    ):
        return
    unnamed = grammar.place.unnamed.match(sentence.text, end) if there else None
    end = unnamed.end() if unnamed else end
    verbs = (v for v in sentence.verbs if v.begin >= end and "establishes" in v.predicates)
    verb = next(verbs, None)
    if verb is None or verb.begin - end > VERB_REACH or sentence.broken(end, verb.end):
        return
    if not there and not grammar.agency.between.fullmatch(sentence.text, end, verb.begin):
        return  # 练塘镇 + 在泖甸村 + 设立
    before = sentence.before(k)
    if there and before is not None and CLOSED.match(sentence.text, verb.end):
        yield from _before(sentence, k, before, verb, grammar)
        return
    for thing in _behind(sentence, position, verb):
        mention = sentence.mentions[thing]
        if there or _stands(mention, grammar):
            yield apposed(thing, "locatedIn", k, "achieved", place.begin, mention.end)


def _stands(thing: Candidate, grammar: Grammar) -> bool:
    """Whether something has a place of its own: a body, a venue."""
    return thing.type == "Organization" or thing.kind == grammar.place.venue


def _is_at(sentence: Sentence, k: int, host: Candidate, grammar: Grammar) -> bool:
    """Whether a place opens the name of a spot in it, and of no body of its own where desks are set up, unless it is a village:
    在 + 远东村 + 文化广场, but not 在 + 练塘镇 + 公共法律服务中心."""
    place = sentence.mentions[k]
    hall = sentence.text[host.begin : host.end].endswith(grammar.desks.halls)
    return host.type in PARTS and host.begin == place.begin and (is_village(place) or not hall)


def _said_to_lie(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What is said to lie in place ``k`` (“议事厅”落户东厍村, 位于东厍村的“议事亭”), and what is quoted as that of the place
    or that one of its people keeps: 东厍村老支书马汉文办的“汉文调解室”."""
    place, text = sentence.mentions[k], sentence.text
    begin = sentence.mentions[sentence.lists.first[k]].begin
    end = sentence.mentions[sentence.lists.last[k]].end
    lies = next((w for w in grammar.place.lying if text.endswith(w, sentence.span.begin, begin)), "")
    at = begin - len(lies)
    before = sentence.before(sentence.lists.first[k])
    found: list[int] = []
    if lies and before is not None and not text[sentence.mentions[before].end : at].strip("”"):
        found = [before]
    of_it = grammar.place.of_a_place.match(text, end)
    if of_it and (lies or of_it.group().endswith("“")):
        found += [
            j
            for j in sentence.inside
            if sentence.mentions[j].begin in (of_it.end(), of_it.end() - 1) and j > k
        ]
    for thing in found[:1]:
        mention = sentence.mentions[thing]
        if mention.type in PARTS and not sentence.host(thing):
            span = min(place.begin, mention.begin), max(place.end, mention.end)
            yield apposed(thing, "locatedIn", k, "achieved", *span)


def _counted(sentence: Sentence, position: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What a list of places has one each of, by its number: 徐泾镇、华新镇 + 2个 + 综治中心."""
    k = sentence.inside[position]
    last = sentence.lists.last[k]
    count = grammar.place.each_one.match(sentence.text, sentence.mentions[last].end)
    if sentence.lists.first[k] == last or count is None:
        return
    thing = next(
        (j for j in sentence.inside[position + 1 :] if sentence.mentions[j].begin == count.end()), None
    )
    if thing is not None and _stands(sentence.mentions[thing], grammar):
        begin, end = sentence.mentions[k].begin, sentence.mentions[thing].end
        yield apposed(thing, "locatedIn", k, "achieved", begin, end)


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
