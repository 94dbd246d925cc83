"""Relations that word order alone states: 中办、国办《意见》 (enacts), 华东师范大学教授刘平 (affiliatedWith)."""

from collections.abc import Iterator, Sequence

from kg.extraction.clauses import Roles, Stretch
from kg.extraction.spans import Candidate
from kg.model import RelationMention

JOINTS = ("", "、", "和", "与", "，")
"""What may stand between two bodies, or between the last body and the title."""
TITLE_REACH = 28
"""How many characters of titles and posts may stand between an employer and the person."""
BREAKS = frozenset("，。；：！？\n的和与")


def appositions(
    text: str, sentence: Stretch, mentions: Sequence[Candidate], inside: Sequence[int], roles: Roles
) -> Iterator[RelationMention]:
    """The relations of one sentence that need no verb; ``inside`` are the indexes of its mentions."""
    for position, k in enumerate(inside):
        mention = mentions[k]
        before = inside[:position]
        if mention.type == "LegalInstrument" and text[mention.begin] == "《":
            yield from _enacted(text, mentions, before, k, roles)
        elif mention.type == "Person":
            yield from _employed(text, mentions, before, k, roles)


def _enacted(
    text: str, mentions: Sequence[Candidate], before: Sequence[int], k: int, roles: Roles
) -> Iterator[RelationMention]:
    """The bodies that stand directly before a title issued it."""
    edge = mentions[k].begin
    for other in reversed(before):
        body = mentions[other]
        if body.type != "Organization" or text[body.end : edge].strip("“") not in JOINTS:
            return
        yield _stated(other, "enacts", k, body.begin, mentions[k].end, roles)
        edge = body.begin


def _employed(
    text: str, mentions: Sequence[Candidate], before: Sequence[int], k: int, roles: Roles
) -> Iterator[RelationMention]:
    """The bodies named before a person in one run of posts and titles are the person's."""
    edge = mentions[k].begin
    for other in reversed(before):
        body = mentions[other]
        between = text[body.end : edge]
        if body.end > edge or len(between) > TITLE_REACH or not BREAKS.isdisjoint(between):
            return
        if body.type == "Organization":
            yield _stated(other, "affiliatedWith", k, body.begin, mentions[k].end, roles)


def _stated(
    body: int, predicate: str, thing: int, begin: int, end: int, roles: Roles
) -> RelationMention:
    subject, object_ = (thing, body) if predicate == "affiliatedWith" else (body, thing)
    status = "achieved" if predicate == "affiliatedWith" else roles.status(begin)
    return RelationMention(
        subject=subject,
        predicate=predicate,
        object=object_,
        status=status,
        begin=begin,
        end=end,
        rule=f"appositions:{predicate}",
    )
