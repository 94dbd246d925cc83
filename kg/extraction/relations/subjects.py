"""Who a relation is said of: the clause's own subject, the sentence's, or nobody named (the reporting division)."""

from collections.abc import Iterator

from kg.extraction.common.joints import PAUSE
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.bearers import bearer, is_another, may_bear
from kg.extraction.relations.bestowed import given_to
from kg.extraction.relations.causing import causes_another
from kg.extraction.relations.employment import employs
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.helping import is_helped
from kg.extraction.relations.in_turn import in_turn
from kg.extraction.relations.inherited_subjects import inherited, is_topic
from kg.extraction.relations.lawmakers import made_by, may_make, named_in_title
from kg.extraction.relations.learners import learner, others_learn, studying
from kg.extraction.relations.meetings import listed_before
from kg.extraction.relations.own_subjects import own_subject
from kg.extraction.relations.unnamed import opened_by_another
from kg.model.rules import REPORTER

NOBODY: list[int | None] = [None]
LONGEST_POST = 2
"""Characters of the word between being engaged and by whom: 受聘 + 担任 + 镇政府."""


def subjects(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> list[int | None]:
    """Indexes of the mentions that the relation is said of; ``[None]`` means the reporting division."""
    told = _told(sentence, object_, verb, predicate, grammar)
    if told is not None:
        return told
    near = _nearest(sentence, object_, verb, predicate, grammar)
    if near is not None and predicate == "studies" and verb.begin == verb.end and employs(sentence, near):
        return NOBODY  # 党校教授丁德恒作 + 习近平法治思想专题辅导: whose lecturer it is does not learn
    if predicate == "receives" and not may_bear(sentence, near, object_, grammar):
        return []
    if predicate == "enacts":
        near = named_in_title(sentence, object_, verb) if near is None else near
        if not may_make(sentence, near, object_, grammar):
            return []
    if near is None:
        return NOBODY if _is_reporters(sentence, verb, predicate, grammar) else []
    if _only_belongs(sentence, near, verb, grammar):
        return NOBODY
    if predicate == "partOf" and not _stands_before(sentence, near, verb, grammar):
        return []
    found = [near, *_listed_before(sentence, near, predicate, grammar)]
    if predicate == "cooperatesWith":
        return [found[-1]]  # 司法所、派出所 + 与律所签订协议: ``together`` tells that the others take part
    return in_turn(sentence, found, object_, grammar)


def _told(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> list[int | None] | None:
    """Whose it is by what the verb, its frame or its object says, whoever is named nearest; None when these do not tell."""
    if predicate == "studies" and (group := learner(sentence, object_, grammar)) is not None:
        return [group]
    if verb.frame in grammar.agency.entrusting and (entrusted := _entrusted(sentence, object_, grammar)):
        return entrusted
    if predicate == "engages" and verb.begin >= sentence.mentions[object_].end:
        return _employers(sentence, verb)
    if predicate == "receives" and (given := given_to(sentence, object_, verb, grammar)) is not None:
        return given
    if predicate == "receives" and is_another(sentence, verb, grammar):
        return []
    if causes_another(sentence, verb, predicate, grammar):
        return []
    if predicate == "receives" and _bears_itself(sentence, verb, grammar):
        return NOBODY
    if verb.begin == verb.end and is_helped(sentence, object_, grammar):
        return NOBODY
    return None


def _listed_before(sentence: Sentence, k: int, predicate: str, grammar: Grammar) -> Iterator[int]:
    """The other members of a list of subjects that ends with mention ``k``, from the last to the first: 司法所 + 、派出所建立."""
    while (before := listed_before(sentence, k, grammar)) is not None:
        if predicate == "partOf" and sentence.text[sentence.mentions[before].end] != PAUSE:
            return  # 县政府 + 与 + 县法院争议化解中心 + 设在…
        yield before
        k = before


def _only_belongs(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a body, one of several or not the first of its clause, only gives members to what the verb sets up: 聘请 + 正大律师
    事务所 + 等3家组成顾问团, 林业站、国土所抽调8人组成巡查队."""
    if sentence.text[verb.begin : verb.end] not in grammar.founding.of_members:
        return False
    return sentence.lists.first[k] != k or not grammar.heads.opens(sentence, k)


def _stands_before(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a mention stands directly before a verb, or adverbs do: not 市政府 + 联席会议办公室 + 设在…."""
    return grammar.agency.between.fullmatch(sentence.text, sentence.mentions[k].end, verb.begin) is not None


def _entrusted(sentence: Sentence, object_: int, grammar: Grammar) -> list[int | None]:
    """Who acts for the body that the clause names: the one that opens the next (受镇政府委托，+ 上海正大律师事务所 + 出具…)."""
    mention = sentence.mentions[object_]
    following = sentence.clause(mention.begin, mention.end).end + 1
    near = next((k for k in sentence.inside if sentence.mentions[k].begin >= following), None)
    acts = near is not None and sentence.mentions[near].type == "Organization"
    return [near] if near is not None and acts and grammar.heads.opens(sentence, near) else []


def _employers(sentence: Sentence, verb: Trigger) -> list[int | None]:
    """Whose adviser one becomes who is engaged: 律所 + 受聘为 + 镇政府 + 法律顾问; nobody named of 检察官刘文娟 + 受聘."""
    bodies = (k for k in sentence.inside if sentence.mentions[k].type == "Organization")
    near = (k for k in bodies if 0 <= sentence.mentions[k].begin - verb.end <= LONGEST_POST)
    return [next(near, None)]


def _nearest(sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar) -> int | None:
    """Who is named nearest: in the verb's clause, else as who the sentence or a clause before is about."""
    near = own_subject(sentence, object_, verb, predicate, grammar)
    if near is None and not (predicate == "studies" and others_learn(sentence, verb, grammar)):
        if predicate == "studies":
            near = studying(sentence, verb, is_topic(sentence, object_, verb, grammar), grammar)
        else:
            near = inherited(sentence, object_, verb, predicate, grammar)
    if near is None and predicate == "enacts":
        near = made_by(sentence, object_, verb, grammar)
    if near is None and predicate == "receives":
        near = bearer(sentence, object_, verb, grammar)
    return near


def _bears_itself(sentence: Sentence, verb: Trigger, grammar: Grammar) -> bool:
    """Whether the reporter speaks of itself in the verb's clause (我镇荣获, 街道连续三年获评), whatever went before."""
    clause = sentence.clause(verb.begin, verb.end)
    before = (sentence.mentions[k] for k in sentence.inside if not sentence.host(k))
    named = [m for m in before if clause.begin <= m.begin and m.end <= verb.begin]
    if named:
        return all(m.rule.startswith(REPORTER) for m in named)
    return grammar.bearing.own_level.fullmatch(sentence.text, clause.begin, verb.begin) is not None


def _is_reporters(sentence: Sentence, verb: Trigger, predicate: str, grammar: Grammar) -> bool:
    """Whether what nobody is named for is the reporter's: never what a place cannot do, nor an honour when a demonstrative
    stands for its bearer."""
    if "Division" not in grammar.domain[predicate]:
        return False
    if opened_by_another(sentence, verb, predicate, grammar):
        return False
    if predicate != "receives":
        return True
    clause = sentence.clause(verb.begin, verb.end)
    return not sentence.text.startswith(grammar.agency.demonstratives, clause.begin)
