"""Relations that word order alone states: 中办、国办《意见》 (enacts), 华东师范大学教授刘平 (affiliatedWith), 领导小组及其下设的
协调小组 (partOf)."""

from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.advisers import advisers
from kg.extraction.relations.apposed import BETWEEN, PARTS, apposed
from kg.extraction.relations.desks import desks
from kg.extraction.relations.employment import employers
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.named_parts import named_parts
from kg.extraction.relations.parts import parts
from kg.extraction.relations.sited import sited
from kg.model import RelationMention
from kg.model.rules import ISSUED


def appositions(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """The relations of one sentence that need no verb."""
    for position, k in enumerate(sentence.inside):
        mention = sentence.mentions[k]
        if mention.type == "LegalInstrument" and sentence.text[mention.begin] == "《":
            yield from _enacted(sentence, position, roles)
        elif mention.type == "Person":
            for body, begin, end in employers(sentence, position, grammar):
                yield apposed(k, "affiliatedWith", body, "achieved", begin, end)
            yield from advisers(sentence, position, grammar, roles)
        elif mention.type == "Division":
            yield from sited(sentence, position, grammar)
        elif mention.type == "Organization":
            yield from desks(sentence, position, grammar, roles)
            yield from advisers(sentence, position, grammar, roles)
        if mention.type in PARTS and not sentence.host(k):
            yield from parts(sentence, position, grammar, roles)
            yield from named_parts(sentence, position, grammar, roles)


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
