"""Who acts in the clause of a verb: the last body or place named before it, if nothing tells that another does."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import PASSIVE
from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.bearers import bestows, is_village
from kg.extraction.relations.causing import is_caused
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.meetings import first_listed, meets
from kg.extraction.relations.prepositions import governed
from kg.model.rules import NAMED_PLACES

VILLAGE_BODY = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:村|社区|居委)")


def own_subject(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> int | None:
    """The last body named before the verb in its clause, unless a preposition governs it; before one that only joins in, the
    next body before."""
    bestowed = False
    for k in _named_before(sentence, object_, verb, grammar):
        mention, first = sentence.mentions[k], sentence.mentions[sentence.lists.first[k]].begin
        if predicate == "receives" and bestows(sentence, k, grammar):
            bestowed = True
            continue  # 被司法部命名为: who bestows it, not who bears it
        if mention.type == "Division":
            if sentence.text.endswith(grammar.agency.at_place, 0, first):
                continue  # 司法所 + 在泖甸村 + 设立
            near = bestowed or _stands_near(sentence, k, verb, grammar)
            return k if near and _place_may_act(sentence, k, predicate, grammar) else None
        if not may_be(mention.type, predicate, grammar):
            continue
        if _is_of_a_village(sentence, k) and grammar.agency.leaders.match(sentence.text, mention.end):
            return k  # 东厍村党支部 + 书记李强带领…学习
        if _stands_aside(sentence, k, verb, grammar):
            return None
        if _stands_at(sentence, k, verb, predicate, grammar) or _is_free(sentence, k, predicate, grammar):
            return k
        if not sentence.text.endswith(grammar.joining_in, 0, first):
            return None  # 司法所联合派出所、法庭开展, 司法所走进中学讲授: it is the first that acts
    return None


def may_be(type_: str, predicate: str, grammar: Grammar) -> bool:
    """Whether a mention of this type can be the subject; only honours are given to other things than bodies, and to no
    honour."""
    given = predicate == "receives" and type_ != "Honour"
    return type_ in grammar.domain[predicate] and (type_ == "Organization" or given)


def _named_before(sentence: Sentence, object_: int, verb: Trigger, grammar: Grammar) -> Iterator[int]:
    """What is named before the verb in its clause, the nearest first, but for the object and what is listed with it."""
    listed = range(sentence.lists.first[object_], sentence.lists.last[object_] + 1)
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if mention.end > verb.begin or (sentence.host(k) and not _convenes(sentence, k, grammar)):
            continue
        if k in listed and not verb.frame:  # 司法所 + 与派出所联合 is no list
            continue
        if sentence.broken(mention.end, verb.begin):
            return
        if _in_quotation(sentence, mention.begin, mention.end, verb.begin):
            continue  # “…镇法宣办具体抓”的工作机制: who acts in a quotation
        if mention.type == "Programme" and sentence.text.endswith(grammar.agency.enclosed, 0, verb.begin):
            continue  # 在“百千万工程”考核评价中 + 获得
        yield k


def _stands_near(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether at most adverbs and a date stand between a place and the verb, and its mark of the passive: 太平村 + 2023年被 +
    列为试点."""
    between = sentence.text[sentence.mentions[k].end : verb.begin].removesuffix(PASSIVE)
    return grammar.agency.between.fullmatch(between) is not None


def _place_may_act(sentence: Sentence, k: int, predicate: str, grammar: Grammar) -> bool:
    """Whether a place is a village, or another that is named, and who acts: 浦东新区 + 印发 at the head of a clause."""
    place = sentence.mentions[k]
    named = place.rule.startswith(NAMED_PLACES) and (
        predicate == "receives"
        or grammar.heads.opens(sentence, sentence.lists.first[k])
        or is_caused(sentence, k, predicate, grammar)
    )
    return (is_village(place) or named) and _is_free(sentence, k, predicate, grammar)


def _stands_aside(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a body is named for its leader, or for what it decided, and what follows is done by the place that reports."""
    mention = sentence.mentions[k]
    if grammar.agency.leaders.match(sentence.text, mention.end):
        return True  # 镇党委书记 + 带头学习: what its leader does the place does
    apart = mention.end < verb.begin
    return apart and sentence.text.endswith(
        grammar.lawmaking.authority, 0, mention.begin
    )  # 依据国务院决定 + 制发


def _is_of_a_village(sentence: Sentence, k: int) -> bool:
    """Whether the name of a body begins with a village's: what it does its place does not."""
    body = sentence.mentions[k]
    return VILLAGE_BODY.match(sentence.text, body.begin, body.end) is not None


def _stands_at(sentence: Sentence, k: int, verb: Trigger, predicate: str, grammar: Grammar) -> bool:
    """Whether a body stands so directly before the verb that no word before it matters."""
    mention = sentence.mentions[k]
    if mention.end != verb.begin:
        return False
    if sentence.text.startswith(OF, verb.end):
        return True  # 《A》和省委印发的《B》
    return (
        predicate == "studies" and mention.rule in grammar.learning.groups
    )  # 组织 + 镇党委理论学习中心组 + 学习


def _is_free(sentence: Sentence, k: int, predicate: str, grammar: Grammar) -> bool:
    """Whether no preposition governs a mention, or one that makes it act, or has others act for it (以镇党委 + 名义印发)."""
    acted_for = sentence.text.startswith(grammar.agency.in_the_name, sentence.mentions[k].end)
    return acted_for or not governed(sentence, k, grammar) or is_caused(sentence, k, predicate, grammar)


def _in_quotation(sentence: Sentence, begin: int, end: int, verb: int) -> bool:
    """Whether a quotation closes between a mention and the verb of which it is more than the mention (“四三工作法” + 获评)."""
    rest, closed, _ = sentence.text[end:verb].partition("”")
    whole = not rest and sentence.text.endswith("“", 0, begin)
    return bool(closed) and "“" not in rest and not whole


def _convenes(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether the meeting of a body, alone or in a list, opens a clause (区委常委会、+ 区政府 + 常务会议专题学习)."""
    return meets(sentence, k) and grammar.heads.opens(sentence, first_listed(sentence, k, grammar))
