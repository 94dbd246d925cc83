"""Bodies that send people to another, or whose people it brings together: 法院派员入驻综治中心, 综治中心统筹司法所、法庭力量."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.sentence import MARKS, Sentence
from kg.extraction.relations.apposed import apposed
from kg.extraction.relations.grammar import Grammar
from kg.model import RelationMention

UNNAMED = re.compile("、(?:[^，。；、]{1,4}、){1,3}")
"""Members between two bodies of one list that are no mention: 法院、+ 司法、人社、+ 妇联."""


def gathered(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """Each list of bodies that moves in at another works with it, and so does each whose forces another brings together. Of what
    was only set up to that end (建成综治中心，整合司法所、派出所力量) they are parts, and work with who leads it."""
    for last in sentence.inside:
        body = sentence.mentions[last]
        if body.type != "Organization" or sentence.host(last) or sentence.lists.last[last] != last:
            continue
        hall = _moved_into(sentence, last, grammar)
        hall = _brought_into(sentence, last, grammar) if hall is None else hall
        if hall is None:
            continue
        predicate = "cooperatesWith" if hall > last or grammar.heads.opens(sentence, hall) else "partOf"
        leader = _leader(sentence, hall, grammar) if predicate == "partOf" else None
        for member in _members(sentence, last):
            begin, end = _span(sentence, member, hall)
            yield apposed(member, predicate, hall, roles.status(begin), begin, end)
            if leader is not None:
                yield apposed(leader, "cooperatesWith", member, roles.status(begin), begin, end)


def _members(sentence: Sentence, last: int) -> Iterator[int]:
    """Those of the list that ends with mention ``last``, and those before members that are no mention: 法院、+ 司法、+ 妇联."""
    edge = last
    while True:
        first = sentence.lists.first[edge]
        yield from (k for k in range(first, edge + 1) if not sentence.host(k))
        before = sentence.before(first)
        if before is None or sentence.mentions[before].type != "Organization":
            return
        if not UNNAMED.fullmatch(
            sentence.text, sentence.mentions[before].end, sentence.mentions[first].begin
        ):
            return
        edge = before


def _leader(sentence: Sentence, hall: int, grammar: Grammar) -> int | None:
    """The body that is said to lead those who set up a hall: 镇政府 + 牵头成立 + 联合执法办公室."""
    before = sentence.before(hall)
    if before is None or sentence.mentions[before].type != "Organization":
        return None
    return before if grammar.partnership.leads.match(sentence.text, sentence.mentions[before].end) else None


def _span(sentence: Sentence, one: int, other: int) -> tuple[int, int]:
    both = sentence.mentions[one], sentence.mentions[other]
    return min(m.begin for m in both), max(m.end for m in both)


def _moved_into(sentence: Sentence, last: int, grammar: Grammar) -> int | None:
    """Where a list of bodies moves in: the body named behind the verb, or where that ends its clause, the one that one before
    speaks of. Mediators alone become a part of it (``desks``)."""
    moves = grammar.desks.moved_in.match(sentence.text, sentence.mentions[last].end)
    alone = sentence.lists.first[last] == last and sentence.mentions[last].kind in grammar.offices.served
    if not moves or alone:
        return None
    if moves.end() >= sentence.span.end or sentence.text[moves.end()] in MARKS:
        return _hall_before(sentence, sentence.lists.first[last], grammar)
    behind = next((k for k in sentence.inside if sentence.mentions[k].begin == moves.end()), None)
    return behind if behind is not None and _is_hall(sentence, behind, grammar) else None


def _brought_into(sentence: Sentence, last: int, grammar: Grammar) -> int | None:
    """The body that brings together the forces of a list, or whose clause before tells what for: 综治中心 + 统筹 + 司法所、法庭 +
    等力量."""
    first = sentence.lists.first[last]
    text, begin = sentence.text, sentence.mentions[first].begin
    verb = next((v for v in grammar.desks.gathering if text.endswith(v, 0, begin)), "")
    leader = sentence.before(first)
    if not verb or leader is None:
        return None
    at = begin - len(verb)
    if sentence.mentions[leader].kind == grammar.place.brand and sentence.clause(at, at).begin == at:
        return leader  # 叫响“…”调解品牌，整合 + 老兵调解队: what a brand is made of
    if not grammar.desks.forces.match(text, sentence.mentions[last].end):
        return None
    acts = grammar.agency.between.fullmatch(text, sentence.mentions[leader].end, at)
    if acts and sentence.mentions[leader].type == "Organization":
        return leader
    opens = sentence.clause(at, at).begin == at
    return leader if opens and _is_hall(sentence, leader, grammar) else None


def _hall_before(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The nearest body that people come to of the clauses before mention ``k``."""
    for other in range(k - 1, sentence.inside[0] - 1, -1):
        if _is_hall(sentence, other, grammar):
            return other
    return None


def _is_hall(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether people come to a body, or its people come from others: 综治中心, 联合执法办公室."""
    body = sentence.mentions[k]
    named = sentence.text[body.begin : body.end].removesuffix("”").endswith(grammar.desks.gathered_at)
    return body.type == "Organization" and not sentence.host(k) and named
