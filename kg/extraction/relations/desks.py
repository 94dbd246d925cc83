"""What is set up at a body that people come to (``partOf``): 在镇公共法律服务站开设调解室, 调委会入驻镇综治中心."""

from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.apposed import PARTS, apposed
from kg.extraction.relations.grammar import Grammar
from kg.model import RelationMention

REACH = 10
"""Characters between the verb and what is set up: 开设 + 全市首家 + 版权服务专窗."""


def desks(sentence: Sentence, position: int, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """What is set up at the body at ``position``, and the mediators that move there, are a part of it."""
    k = sentence.inside[position]
    hall = sentence.mentions[k]
    if sentence.host(k) or not sentence.text[hall.begin : hall.end].endswith(grammar.desks.halls):
        return
    opened = grammar.desks.opens.match(sentence.text, hall.end)
    desk = _opened(sentence, position, opened.end(), grammar) if opened else None
    if desk is not None:
        yield _part(sentence, desk, k, roles)
    moved = (
        next((j for j in sentence.inside[position - 1 :: -1] if not sentence.host(j)), k) if position else k
    )
    body = sentence.mentions[moved]
    if body.kind in grammar.offices.served and grammar.desks.moves.fullmatch(
        sentence.text, body.end, hall.begin
    ):
        yield _part(sentence, moved, k, roles)


def _opened(sentence: Sentence, position: int, at: int, grammar: Grammar) -> int | None:
    """The first thing named behind a verb that ends at ``at``, if it is what such bodies set up."""
    later = (j for j in sentence.inside[position + 1 :] if not sentence.host(j))
    first = next((j for j in later if sentence.mentions[j].begin >= at), None)
    if first is None:
        return None
    desk = sentence.mentions[first]
    near = desk.begin - at <= REACH and not sentence.broken(at, desk.begin)
    named = sentence.text[desk.begin : desk.end].endswith(grammar.desks.desks)
    return first if near and named and desk.type in PARTS else None


def _part(sentence: Sentence, part: int, whole: int, roles: Roles) -> RelationMention:
    """The relation between two mentions, planned where plans are."""
    one, other = sentence.mentions[part], sentence.mentions[whole]
    begin, end = min(one.begin, other.begin), max(one.end, other.end)
    planned = roles.status(begin) == "planned"
    return apposed(part, "partOf", whole, "planned" if planned else "achieved", begin, end)
