"""Who a relation is said of: the clause's own subject, the sentence's, or nobody named (the reporting division)."""

from kg.extraction.bearers import bearer, bestows, is_another, is_village, may_bear, place_acts
from kg.extraction.causing import causes_another, is_caused
from kg.extraction.clauses import PASSIVE, YEAR
from kg.extraction.grammar import Grammar
from kg.extraction.joints import JOINTS
from kg.extraction.sentence import Sentence, Trigger
from kg.model.rules import NAMED_PLACE

OF = "的"
NOBODY: list[int | None] = [None]
LONGEST_SCOPE = 8
"""Characters of what may stand between a preposition and the body: 在辖区内三个派出所."""
LISTED = ("Organization", "Division")
"""Types of which a list shares the preposition before its first."""


def subjects(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> list[int | None]:
    """Indexes of the mentions that the relation is said of; ``[None]`` means the reporting division."""
    if predicate == "studies" and (learner := _learner(sentence, object_, grammar)) is not None:
        return [learner]
    if predicate == "engages" and verb.begin >= sentence.mentions[object_].end:
        return NOBODY  # 县检察院检察官刘文娟 + 受聘
    if predicate == "enacts" and _sent_on(sentence, object_, verb, grammar):
        return []
    if predicate == "receives" and is_another(sentence, verb, grammar):
        return []
    if causes_another(sentence, verb, predicate, grammar):
        return []
    near = _own(sentence, object_, verb, predicate, grammar)
    if near is None:
        near = _inherited(sentence, object_, verb, predicate, grammar)
    if near is None and predicate == "receives":
        near = bearer(sentence, verb, grammar)
    if predicate == "receives" and not may_bear(sentence, near, object_, grammar):
        return []
    if near is None:
        return NOBODY if _is_reporters(sentence, verb, predicate, grammar) else []
    national = predicate == "enacts" and sentence.mentions[near].rule in grammar.lawmaking.national
    if national and grammar.lawmaking.local_title.match(sentence.text, sentence.mentions[object_].begin):
        return []  # 国务院印发的《A》、《上海市B》
    found: list[int | None] = [near]
    while (before := sentence.before(near)) is not None:  # 司法所、派出所建立联调机制
        body, edge = sentence.mentions[before], sentence.mentions[near].begin
        if body.type != sentence.mentions[near].type or sentence.text[body.end : edge] not in JOINTS:
            break
        found.append(before)
        near = before
    return found


def _sent_on(sentence: Sentence, object_: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a title names who issued it, and the verb that it was only sent on: 转发《省卫健委关于…的通知》."""
    title = sentence.mentions[object_]
    issued = any(
        m.type == "Organization"
        and m.begin - title.begin <= 1 < m.end - title.begin < title.end - title.begin
        for m in sentence.mentions[object_ + 1 : object_ + 3]
    )
    return issued and sentence.text[verb.begin : verb.end] in grammar.lawmaking.passing_on


def _learner(sentence: Sentence, object_: int, grammar: Grammar) -> int | None:
    """The group for whose learning a clause sets the object: 习近平法治思想列入 + 党委理论学习中心组 + 学习计划."""
    last = sentence.lists.last[object_]
    end = sentence.clause(sentence.mentions[last].begin, sentence.mentions[last].end).end
    for k in range(last + 1, sentence.inside[-1] + 1):
        mention = sentence.mentions[k]
        if mention.end > end:
            return None
        if mention.rule == grammar.learning.group and not sentence.host(k):
            return k
    return None


def _own(sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar) -> int | None:
    """The last body named before the verb in its clause, unless a preposition governs it; before one that only joins in, the
    next body before."""
    bestowed = False
    listed = range(sentence.lists.first[object_], sentence.lists.last[object_] + 1)
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if mention.end > verb.begin or (sentence.host(k) and not _meets(sentence, k)):
            continue
        if k in listed and not verb.frame:  # 司法所 + 与派出所联合 is no list
            continue
        if sentence.broken(mention.end, verb.begin):
            return None
        if _in_quotation(sentence, mention.begin, mention.end, verb.begin):
            continue  # “…镇法宣办具体抓”的工作机制: who acts in a quotation
        if mention.type == "Programme" and sentence.text.endswith(grammar.agency.enclosed, 0, verb.begin):
            continue  # 在“百千万工程”考核评价中 + 获得
        if predicate == "receives" and bestows(sentence, k, grammar):
            bestowed = True
            continue  # 被司法部命名为: who bestows it, not who bears it
        first = sentence.mentions[sentence.lists.first[k]].begin
        if mention.type == "Division":
            if sentence.text.endswith(grammar.agency.at_place, 0, first):
                continue  # 司法所 + 在泖甸村 + 设立
            between = sentence.text[mention.end : verb.begin].removesuffix(PASSIVE)  # 被 + 列为试点
            near = bestowed or not between or between in grammar.agency.adverbs
            acts = is_village(mention) or (
                mention.rule.startswith(NAMED_PLACE)
                and (predicate == "receives" or _opens(sentence, k, grammar))
            )
            free = not governed(sentence, k, grammar) or is_caused(sentence, k, predicate, grammar)
            return k if near and acts and free else None
        if not _may_be(mention.type, predicate, grammar):
            continue
        if grammar.agency.leaders.match(sentence.text, mention.end):
            return None  # 镇党委书记 + 带头学习: what its leader does the place does
        if mention.end == verb.begin and sentence.text.startswith(OF, verb.end):
            return k  # 《A》和省委印发的《B》
        if predicate == "studies" and mention.end == verb.begin and mention.rule == grammar.learning.group:
            return k  # 组织 + 镇党委理论学习中心组 + 学习
        if mention.end < verb.begin and sentence.text.endswith(grammar.lawmaking.authority, 0, mention.begin):
            return None  # 依据国务院决定 + 制发
        if not governed(sentence, k, grammar) or is_caused(sentence, k, predicate, grammar):
            return k
        others = (*grammar.partnership.joining, *grammar.agency.at_place)
        if not sentence.text.endswith(others, 0, first):
            return None  # 司法所联合派出所、法庭开展, 司法所走进中学讲授: it is the first that acts
    return None


def _opens(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a place, or the list that it is in, opens its clause: 例如 + 浦东新区、黄浦区分别 + 印发."""
    first = sentence.mentions[sentence.lists.first[k]]
    clause = sentence.clause(first.begin, first.end)
    example = next((w for w in grammar.agency.examples if sentence.text.startswith(w, clause.begin)), "")
    return grammar.opening.fullmatch(sentence.text, clause.begin + len(example), first.begin) is not None


def _in_quotation(sentence: Sentence, begin: int, end: int, verb: int) -> bool:
    """Whether a quotation closes between a mention and the verb of which it is more than the mention (“四三工作法” + 获评)."""
    rest, closed, _ = sentence.text[end:verb].partition("”")
    whole = not rest and sentence.text.endswith("“", 0, begin)
    return bool(closed) and "“" not in rest and not whole


def _meets(sentence: Sentence, k: int) -> bool:
    """Whether a body opens the name of a meeting, and that its clause: 区政府常务会议 + 专题学习."""
    mention, meeting = sentence.mentions[k], sentence.host(k)
    clause = sentence.clause(mention.begin, mention.end)
    opens = meeting is not None and meeting.type == "Event" and meeting.begin == mention.begin
    before = sentence.text[clause.begin : mention.begin]
    return opens and (len(before) <= 1 or YEAR.fullmatch(before) is not None)


def _inherited(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> int | None:
    """The body that the sentence begins with is the subject of its later clauses too."""
    first = next((k for k in sentence.inside if not sentence.host(k)), None)
    if first is None or first == object_ or sentence.mentions[object_].end <= verb.begin:
        return None  # in a clause that opens with the object it is not who acts
    mention = sentence.mentions[first]
    acts = mention.type == "Organization" or (predicate == "receives" and place_acts(sentence, first))
    at_head = mention.begin - sentence.span.begin <= 1 and acts
    follows = sentence.text[mention.end : mention.end + 1] not in (*JOINTS, "的", "")
    if grammar.agency.leaders.match(sentence.text, mention.end):
        return None
    if grammar.founding.passive.match(sentence.text, mention.end):
        return None  # 领导小组成立，《要点》随之制定: it did not make them
    fits = mention.end <= verb.begin and (is_village(mention) or _may_be(mention.type, predicate, grammar))
    if at_head and follows and fits and not governed(sentence, first, grammar):
        return first
    return None


def _may_be(type_: str, predicate: str, grammar: Grammar) -> bool:
    """Whether a mention of this type can be the subject; only honours are given to other things than bodies."""
    return type_ in grammar.domain[predicate] and (type_ == "Organization" or predicate == "receives")


def _is_reporters(sentence: Sentence, verb: Trigger, predicate: str, grammar: Grammar) -> bool:
    """Whether what nobody is named for is the reporter's: an honour is not when a demonstrative stands for its bearer."""
    clause = sentence.clause(verb.begin, verb.end)
    return predicate != "receives" or not sentence.text.startswith(
        grammar.agency.demonstratives, clause.begin
    )


def _joined(sentence: Sentence, k: int) -> int | None:
    """The mention that mention ``k`` follows directly, or is listed with."""
    before = sentence.before(k)
    if before is None:
        return None
    joint = sentence.text[sentence.mentions[before].end : sentence.mentions[k].begin]
    joins = not joint or (joint in JOINTS and sentence.mentions[before].type in LISTED)
    return before if joins else None


def governed(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before the mention, or before the one that it follows or is listed with
    (与区法院法庭, 与县法院、县检察院, 在马营村、城南村)."""
    before: int | None = k
    while before is not None:
        begin, end = sentence.mentions[before].begin, sentence.mentions[before].end
        if sentence.text.startswith(grammar.agency.enclosed, end):
            return True  # 在…评选活动中
        before = _joined(sentence, before)
    floor = max(sentence.span.begin, begin - LONGEST_SCOPE)
    while scope := grammar.agency.counted.search(sentence.text, floor, begin):
        begin = scope.start()
    return sentence.text.endswith(grammar.agency.prepositions, max(0, begin - 2), begin)
