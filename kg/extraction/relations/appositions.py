"""Relations that word order alone states: 中办、国办《意见》 (enacts), 华东师范大学教授刘平 (affiliatedWith), 领导小组及其下设的
协调小组 (partOf)."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.joints import CONJUNCTIONS
from kg.extraction.common.lists import LISTING
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.employment import employers
from kg.extraction.relations.grammar import Grammar
from kg.lexicon import reliability
from kg.model import RelationMention, Status
from kg.model.marks import CLAUSE
from kg.model.rules import APPOSITION, ISSUED, REPORTER

BETWEEN = (*LISTING, "，")
"""What may stand between two bodies, or between the last body and the title."""
PART_REACH = 12
VERB_REACH = 10
"""Characters between a place and the verb of setting up, and between that and its object."""
CLOSED = re.compile(f"[{CLAUSE}\n]|$")
LISTS = re.compile("[、，；]")
PARTS = frozenset(("Organization", "Programme"))


def appositions(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """The relations of one sentence that need no verb."""
    for position, k in enumerate(sentence.inside):
        mention = sentence.mentions[k]
        if mention.type == "LegalInstrument" and sentence.text[mention.begin] == "《":
            yield from _enacted(sentence, position, roles)
        elif mention.type == "Person":
            for body, begin, end in employers(sentence, position, grammar):
                yield _relation(k, "affiliatedWith", body, "achieved", begin, end)
        elif mention.type == "Division":
            yield from _placed(sentence, position, grammar)
        if mention.type in PARTS and not sentence.host(k):
            yield from _parts(sentence, position, grammar)


def _enacted(sentence: Sentence, position: int, roles: Roles) -> Iterator[RelationMention]:
    """The bodies that stand directly before a title, or in it before what it is about, issued it."""
    k = sentence.inside[position]
    for other in sentence.inside[position + 1 :]:
        if sentence.host(other) != sentence.mentions[k]:
            break
        if sentence.mentions[other].type == "Organization":
            begin, end = sentence.mentions[k].begin, sentence.mentions[k].end
            for issued in (k, *(j for j in sentence.inside[position + 1 :] if _issued(sentence, j, k))):
                yield _relation(other, "enacts", issued, roles.status(begin), begin, end)
    edge = sentence.mentions[k].begin
    for other in reversed(sentence.inside[:position]):
        body = sentence.mentions[other]
        if sentence.host(other):
            continue
        if body.type != "Organization" or sentence.text[body.end : edge].strip("“") not in BETWEEN:
            return
        status = roles.status(body.begin)
        yield _relation(other, "enacts", k, status, body.begin, sentence.mentions[k].end)
        edge = body.begin


def _issued(sentence: Sentence, inner: int, title: int) -> bool:
    """Whether a mention is what a notice of this title issues."""
    return sentence.mentions[inner].rule == ISSUED and sentence.host(inner) == sentence.mentions[title]


def _parts(sentence: Sentence, position: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What is listed after a whole and a marker (及其下设的, 即, 包括), or in a bracket after it, is part of the whole."""
    k = sentence.inside[position]
    whole = sentence.mentions[k]
    marker = grammar.place.part.match(sentence.text, whole.end)
    closing = _bracket(sentence, whole.end) if whole.type == "Programme" else 0
    edge = marker.end() if marker else whole.end
    for other in sentence.inside[position + 1 :] if marker or closing else ():
        part = sentence.mentions[other]
        if sentence.host(other):
            continue
        if closing and part.end > closing:
            return
        if part.type not in PARTS or part.begin - edge > PART_REACH or sentence.broken(edge, part.begin):
            return
        if marker and edge == marker.end() and _joins(sentence.text[edge : part.begin]):
            return  # 区人大及其常委会监督和 + 区政协
        yield _relation(other, "partOf", k, "achieved", whole.begin, part.end)
        edge = part.end


def _joins(words: str) -> bool:
    """Whether a conjunction stands among the words, after which something else begins."""
    return any(word in words for word in CONJUNCTIONS)


def _bracket(sentence: Sentence, at: int) -> int:
    """Where the bracket closes that opens after a whole and lists two parts or more; 0 when none does."""
    opening = at + sentence.text.startswith("”", at)
    if not sentence.text.startswith("（", opening):
        return 0
    closing = sentence.text.find("）", opening, sentence.span.end)
    inside = sentence.text[opening:closing] if closing > 0 else ""
    return closing if LISTS.search(inside) else 0


def _placed(sentence: Sentence, position: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What is set up in a division lies there: 在远东村设立法官工作室. The object of the first verb of setting up after the
    place, in one clause, and those listed with it."""
    k = sentence.inside[position]
    place = sentence.mentions[k]
    if sentence.host(k) or place.rule.startswith(REPORTER):
        return
    if not sentence.text.endswith(grammar.place.at, 0, sentence.mentions[sentence.lists.first[k]].begin):
        return
    verbs = (v for v in sentence.verbs if v.begin >= place.end and "establishes" in v.predicates)
    verb = next(verbs, None)
    if verb is None or verb.begin - place.end > VERB_REACH or sentence.broken(place.end, verb.end):
        return
    edge = verb.end
    before = sentence.before(k)
    if before is not None and CLOSED.match(sentence.text, verb.end):
        thing = sentence.mentions[before]
        between = sentence.text[thing.end : place.begin].strip("”")
        if thing.type in PARTS and between in grammar.place.at:
            for listed in range(sentence.lists.first[before], before + 1):  # 法官工作室、调解室在远东村设立
                if not sentence.host(listed):
                    begin = sentence.mentions[listed].begin
                    yield _relation(listed, "locatedIn", k, "achieved", begin, verb.end)
            return
    for other in sentence.inside[position + 1 :]:
        thing = sentence.mentions[other]
        if sentence.host(other) or thing.begin < edge:
            continue
        listed = edge == verb.end or sentence.text[edge : thing.begin].strip("“”") in BETWEEN
        if thing.type not in PARTS or sentence.broken(edge, thing.begin) or not listed:
            return
        if edge == verb.end and thing.begin - edge > VERB_REACH:
            return
        yield _relation(other, "locatedIn", k, "achieved", place.begin, thing.end)
        edge = thing.end


def _relation(
    subject: int, predicate: str, object_: int, status: Status, begin: int, end: int
) -> RelationMention:
    rule = f"{APPOSITION}{predicate}"
    return RelationMention(
        subject=subject,
        predicate=predicate,
        object=object_,
        status=status,
        begin=begin,
        end=end,
        rule=rule,
        confidence=reliability.of("relations", predicate, rule),
    )
