"""Relations that word order alone states: 中办、国办《意见》 (enacts), 华东师范大学教授刘平 (affiliatedWith), 领导小组及其下设的
协调小组 (partOf)."""

from collections.abc import Iterator

from kg.extraction.clauses import Roles
from kg.extraction.grammar import MARKS, Grammar, Sentence
from kg.lexicon import reliability
from kg.model import RelationMention, Status

JOINTS = ("", "、", "和", "与", "，")
"""What may stand between two bodies, or between the last body and the title."""
TITLE_REACH = 28
"""How many characters of titles and posts may stand between an employer and the person."""
PART_REACH = 12
BREAKS = MARKS | frozenset("的和与")
PARTS = frozenset(("Organization", "Programme"))


def appositions(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """The relations of one sentence that need no verb."""
    for position, k in enumerate(sentence.inside):
        mention = sentence.mentions[k]
        if mention.type == "LegalInstrument" and sentence.text[mention.begin] == "《":
            yield from _enacted(sentence, position, roles)
        elif mention.type == "Person":
            yield from _employed(sentence, position)
        if mention.type in PARTS and not sentence.host(k):
            yield from _parts(sentence, position, grammar)


def _enacted(sentence: Sentence, position: int, roles: Roles) -> Iterator[RelationMention]:
    """The bodies that stand directly before a title issued it."""
    k = sentence.inside[position]
    edge = sentence.mentions[k].begin
    for other in reversed(sentence.inside[:position]):
        body = sentence.mentions[other]
        if sentence.host(other):
            continue
        if body.type != "Organization" or sentence.text[body.end : edge].strip("“") not in JOINTS:
            return
        status = roles.status(body.begin)
        yield _relation(other, "enacts", k, status, body.begin, sentence.mentions[k].end)
        edge = body.begin


def _employed(sentence: Sentence, position: int) -> Iterator[RelationMention]:
    """The bodies named before a person in one run of posts and titles are the person's."""
    k = sentence.inside[position]
    edge = sentence.mentions[k].begin
    for other in reversed(sentence.inside[:position]):
        body = sentence.mentions[other]
        between = sentence.text[body.end : edge]
        if body.end > edge or len(between) > TITLE_REACH or not BREAKS.isdisjoint(between):
            return
        if body.type == "Organization":
            yield _relation(k, "affiliatedWith", other, "achieved", body.begin, sentence.mentions[k].end)


def _parts(sentence: Sentence, position: int, grammar: Grammar) -> Iterator[RelationMention]:
    """What is listed after a whole and a marker (及其下设的, 即, 包括) is part of the whole."""
    k = sentence.inside[position]
    whole = sentence.mentions[k]
    marker = grammar.part.match(sentence.text, whole.end)
    edge = marker.end() if marker else whole.end
    for other in sentence.inside[position + 1 :] if marker else ():
        part = sentence.mentions[other]
        if sentence.host(other):
            continue
        if part.type not in PARTS or part.begin - edge > PART_REACH or sentence.broken(edge, part.begin):
            return
        yield _relation(other, "partOf", k, "achieved", whole.begin, part.end)
        edge = part.end


def _relation(
    subject: int, predicate: str, object_: int, status: Status, begin: int, end: int
) -> RelationMention:
    rule = f"appositions:{predicate}"
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
