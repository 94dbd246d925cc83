"""Whose a person is, by a post that names no body: 组长由周志远担任, 执法队员吴志远, 调解员钱国平 of “国平调解室”."""

from collections.abc import Iterator

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.grammar import Grammar

SHORTEST_NAME = 2
"""Characters of a given name that tells its bearer: 国平 of 国平调解室."""
NEAR = 6
"""Characters between what people form and its name: 组成 + 市政府 + 法律顾问团."""
Employer = tuple[int, int, int]
"""A body, as an index into the mentions, and the span (code points) that tells whose the person is."""


def posts(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The bodies that person ``k`` belongs to by a post in them, as an index and the span that tells it."""
    begin, end = sentence.mentions[k].begin, sentence.mentions[k].end
    found = (
        _chaired(sentence, k, grammar),
        _composed(sentence, k, grammar),
        _eponymous(sentence, k, grammar),
        of_a_firm(sentence, k, grammar),
        _unit(sentence, k),
    )
    for body in dict.fromkeys(at for at in found if at is not None):
        mention = sentence.mentions[body]
        inside = sentence.span.begin <= mention.begin < sentence.span.end
        yield body, min(begin, mention.begin) if inside else begin, max(end, mention.end) if inside else end


def _chaired(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The group named last before whose head a person is said to be (领导小组，组长由 + 副镇长周志远 + 担任; 任首席顾问)."""
    text, begin, end = sentence.text, sentence.mentions[k].begin, sentence.mentions[k].end
    clause = sentence.clause(begin, end)
    chairs = grammar.offices.chaired.match(text, clause.begin, begin) and grammar.offices.holding.match(
        text, end
    )
    if not chairs and not text.startswith(grammar.offices.advising, end):
        return None
    return next((j for j in _before(sentence, k) if _is_group(sentence, j, grammar)), None)


def _composed(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """What a person, or the last of the persons listed, is said to form with others: 周立成等7人组成 + 市政府法律顾问团."""
    last = sentence.mentions[k].end
    for j in sentence.inside:
        mention = sentence.mentions[j]
        if mention.begin < last or sentence.host(j):
            continue
        if sentence.broken(last, mention.begin):
            return None
        formed = grammar.offices.forming.match(sentence.text, last)
        if formed:
            near = 0 <= mention.begin - formed.end() <= NEAR
            return j if near and _is_group(sentence, j, grammar) else None
        if sentence.text[last] not in SIGNS:
            return None
        if mention.type == "Person":
            last = mention.end
    return None


def _eponymous(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The body that bears the person's name: “国平调解室”获评…，调解员 + 钱国平."""
    person = sentence.mentions[k]
    name = sentence.text[person.begin : person.end]
    given = name[1:] if len(name) > SHORTEST_NAME else name
    for j in sentence.inside:
        body = sentence.mentions[j]
        bears = body.type == "Organization" and given in sentence.text[body.begin : body.end]
        if bears and body.kind in grammar.offices.served and not sentence.host(j):
            return j
    return None


def of_a_firm(sentence: Sentence, k: int, grammar: Grammar) -> int | None:
    """The law firm that the sentence names last before its lawyer: 续聘正大律师事务所，+ 陈立新律师每周三坐班."""
    text, begin, end = sentence.text, sentence.mentions[k].begin, sentence.mentions[k].end
    if not text.startswith(grammar.offices.lawyer, end) and not text.endswith(
        grammar.offices.lawyer, 0, begin
    ):
        return None
    for j in _before(sentence, k):
        body = sentence.mentions[j]
        if body.type == "Person":
            return None
        if body.type == "Organization":
            return j if body.kind == grammar.offices.firm else None
    return None


def _unit(sentence: Sentence, k: int) -> int | None:
    """The body of the report whose kind the title names: 司法所长 + 孙志刚, 执法队员 + 吴志远."""
    begin = sentence.mentions[k].begin
    title = next((t for t in sentence.units if sentence.text.endswith(t, 0, begin)), "")
    at = begin - len(title)
    bodies = (m for m in map(sentence.mentions.__getitem__, _before(sentence, k)) if m.type == "Organization")
    named = any(body.begin <= at < body.end for body in bodies)
    return None if named else sentence.units.get(title)  # 练塘派出所 + 民警: it is that one


def _before(sentence: Sentence, k: int) -> Iterator[int]:
    """The mentions before mention ``k`` that lie in no other, the nearest first."""
    return (j for j in reversed(sentence.inside) if j < k and not sentence.host(j))


def _is_group(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a body is a group of people that others may form or head."""
    body = sentence.mentions[k]
    groups = (grammar.offices.coordination, *grammar.offices.served)
    return body.type == "Organization" and body.kind in groups
