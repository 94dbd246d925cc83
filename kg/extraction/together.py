"""Bodies that are said to act together: 县法院、县司法局共建法官工作室."""

from collections.abc import Iterator

from kg.extraction.clauses import Roles
from kg.extraction.grammar import Grammar
from kg.extraction.lists import first_of_list, last_of_list
from kg.extraction.sentence import Sentence
from kg.extraction.subjects import governed
from kg.lexicon import reliability
from kg.model import RelationMention

RULE = "together:cooperatesWith"


def together(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """The first of a list of bodies works with each of the others, when they act together and nothing governs the list; not when
    they only issue a document (市委办、市府办联合印发)."""
    for first in sentence.inside:
        body = sentence.mentions[first]
        if body.type != "Organization" or sentence.host(first) or first_of_list(sentence, first) != first:
            continue
        last = last_of_list(sentence, first)
        end = sentence.mentions[last].end
        act = grammar.agency.jointly.match(sentence.text, end)
        if last == first or not act or governed(sentence, first, grammar):
            continue
        for other in range(first + 1, last + 1):
            if sentence.host(other):
                continue
            yield RelationMention(
                subject=first,
                predicate="cooperatesWith",
                object=other,
                status=roles.status(body.begin),
                begin=body.begin,
                end=act.end(),
                rule=RULE,
                confidence=reliability.of("relations", "cooperatesWith", RULE),
            )
