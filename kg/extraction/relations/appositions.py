"""Relations that word order alone states: 中办、国办《意见》 (enacts), 华东师范大学教授刘平 (affiliatedWith), 领导小组及其下设的
协调小组 (partOf)."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.apposed import BETWEEN, PARTS, apposed
from kg.extraction.relations.employment import employers
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.sited import sited
from kg.model import RelationMention
from kg.model.rules import ISSUED

PART_REACH = 12
LISTS = re.compile("[、，；]")


def appositions(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """The relations of one sentence that need no verb."""
    for position, k in enumerate(sentence.inside):
        mention = sentence.mentions[k]
        if mention.type == "LegalInstrument" and sentence.text[mention.begin] == "《":
            yield from _enacted(sentence, position, roles)
        elif mention.type == "Person":
            for body, begin, end in employers(sentence, position, grammar):
                yield apposed(k, "affiliatedWith", body, "achieved", begin, end)
        elif mention.type == "Division":
            yield from sited(sentence, position, grammar)
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
                yield apposed(other, "enacts", issued, roles.status(begin), begin, end)
    edge = sentence.mentions[k].begin
    for other in reversed(sentence.inside[:position]):
        body = sentence.mentions[other]
        if sentence.host(other):
            continue
        if body.type != "Organization" or sentence.text[body.end : edge].strip("“") not in BETWEEN:
            return
        status = roles.status(body.begin)
        yield apposed(other, "enacts", k, status, body.begin, sentence.mentions[k].end)
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
            return  # 区人大及其常委会监督和 + 区政协, 县人大及其常委会监督、+ 县政协
        yield apposed(other, "partOf", k, "achieved", whole.begin, part.end)
        edge = part.end


def _joins(words: str) -> bool:
    """Whether a conjunction or a pause stands among the words, after which something else begins."""
    return any(word in words for word in JOINTS)


def _bracket(sentence: Sentence, at: int) -> int:
    """Where the bracket closes that opens after a whole and lists two parts or more; 0 when none does."""
    opening = at + sentence.text.startswith("”", at)
    if not sentence.text.startswith("（", opening):
        return 0
    closing = sentence.text.find("）", opening, sentence.span.end)
    inside = sentence.text[opening:closing] if closing > 0 else ""
    return closing if LISTS.search(inside) else 0
