"""Bodies that are said to act together: 县法院、县司法局共建法官工作室, 司法所牵头，派出所、法庭配合."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Roles, clause_begin
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.prepositions import governed
from kg.lexicon import reliability
from kg.model import RelationMention
from kg.model.rules import TOGETHER


def together(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """The first of a list of bodies, or who leads the list, works with each of the others, when they act together and
    nothing governs the list; not when they only issue a document (市委办、市府办联合印发)."""
    for first in sentence.inside:
        if not _is_body(sentence, first) or sentence.lists.first[first] != first:
            continue
        last = sentence.lists.last[first]
        leader, own = _leader(sentence, first, grammar), _place_leads(sentence, first, grammar)
        pattern = grammar.partnership.led if own or leader is not None else grammar.partnership.jointly
        act = pattern.match(sentence.text, sentence.mentions[last].end) or _founded(sentence, first, grammar)
        if not act or governed(sentence, first, grammar):
            continue
        subject = None if own else first if leader is None else leader
        begin = sentence.mentions[first if subject is None else subject].begin
        for other in range(first, last + 1):
            if other == subject or sentence.host(other):
                continue
            yield RelationMention(
                subject=subject,
                predicate="cooperatesWith",
                object=other,
                status=roles.status(begin),
                begin=begin,
                end=act.end(),
                rule=TOGETHER,
                confidence=reliability.of("relations", "cooperatesWith", TOGETHER),
            )


def _founded(sentence: Sentence, first: int, grammar: Grammar) -> re.Match[str] | None:
    """One thing that several bodies set up, none of which governs: 县妇联、县法院 + 设立“家事评理处”; but 镇党委、镇政府打造…."""
    last = sentence.lists.last[first]
    kinds = {sentence.mentions[k].kind for k in range(first, last + 1)}
    if first == last or not kinds.isdisjoint(grammar.partnership.governing):
        return None
    return grammar.partnership.sharing.match(sentence.text, sentence.mentions[last].end)


def _is_body(sentence: Sentence, k: int) -> bool:
    """Whether mention ``k`` is a body, and no part of another name (not 县司法局 in 县司法局法律援助中心)."""
    return sentence.mentions[k].type == "Organization" and not sentence.host(k)


def _leader(sentence: Sentence, first: int, grammar: Grammar) -> int | None:
    """The body of which it is said directly before a list of bodies that it leads them: 司法所牵头，+ 派出所、法庭."""
    before = sentence.before(first)
    if before is None or not _is_body(sentence, before):
        return None
    between = sentence.text[sentence.mentions[before].end : sentence.mentions[first].begin]
    return before if grammar.partnership.leads.fullmatch(between) else None


def _place_leads(sentence: Sentence, first: int, grammar: Grammar) -> bool:
    """Whether it is said directly before a list of bodies that the reporting division leads them: 由镇牵头，+ 派出所、法庭."""
    begin = sentence.mentions[first].begin
    head = clause_begin(sentence.text, sentence.span.begin, begin - 1)
    leads = grammar.partnership.place_leads.fullmatch(sentence.text, head, begin)
    return leads is not None and leads.group(1) in sentence.levels
