"""Relations that two phrases around an object state: 以…为指导, 将…列为学习内容."""

from kg.extraction.common.lists import LISTING
from kg.extraction.common.particles import OF, OTHERS
from kg.extraction.common.sentence import MARKS, Governor, Sentence, Trigger
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.triggers import REACH

JOINED = "和"
FRAME_REACH = 24
"""The second half of a frame begins at most this many characters after the object."""


def framed(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """Frames around the mention or the list that it is in (以…为指导); one that begins with a verb of carrying out
    (开展…宣传) says nothing of a programme but that it is carried out."""
    if not sentence.frames:
        return []
    mention = sentence.mentions[k]
    first = sentence.mentions[sentence.lists.first[k]].begin
    last = sentence.mentions[sentence.lists.last[k]].end
    found: dict[str, Governor] = {}
    for before, after, predicate, carries_out in sentence.frames:
        if mention.type not in grammar.range[predicate] or (carries_out and mention.type == "Programme"):
            continue
        head = (
            mention.begin if before in LISTING else first
        )  # 与县法院建立: 与 opens the frame, it joins no list
        start = sentence.text.rfind(before, max(sentence.span.begin, head - REACH), head)
        stop = sentence.text.find(after, last, last + FRAME_REACH)
        if min(start, stop) < 0 or sentence.broken(start, head) or sentence.broken(last, stop):
            continue
        contract = after in grammar.partnership.contracts
        if contract and _hired(sentence, k, start, grammar) != (predicate == "engages"):
            continue  # 与律所签订 engages it, 与县法院签订 is to work together
        if before == JOINED and not _joins(sentence, start):
            continue  # 文化广电和 + 旅游局、县公安局联合
        if mention.type == "Division" and not _is_a_party(sentence, last, stop, grammar):
            continue
        if predicate == "cooperatesWith" and sentence.text.endswith(grammar.place.at, start, first):
            continue  # 与县司法局在 + 练塘中学 + 举办: where it is done
        if _is_out_of_context(sentence, start, stop, predicate, after, grammar):
            continue
        found[predicate] = (Trigger(start, start + len(before), (), f"{before}…{after}"), predicate)
    return list(found.values())


def _hired(sentence: Sentence, k: int, start: int, grammar: Grammar) -> bool:
    """Whether a mention and all with which it is listed behind ``start`` are such as are hired: not the firm of 与法庭、派出所、
    正大律师事务所签订协议."""
    listed = range(sentence.lists.first[k], sentence.lists.last[k] + 1)
    named = (sentence.mentions[j] for j in listed if not sentence.host(j))
    return all(m.kind in grammar.partnership.hired for m in named if m.begin > start)


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a conjunction at ``at`` stands behind something named, or opens what it says, and is not part of a name."""
    if at == sentence.span.begin or sentence.text[at - 1] in MARKS:
        return True
    return any(sentence.mentions[k].end == at for k in sentence.inside)


def _is_a_party(sentence: Sentence, end: int, stop: int, grammar: Grammar) -> bool:
    """Whether a place that ends at ``end`` is itself who is spoken of up to the second half of a frame: 与金泽镇 + 探索 + 建立,
    but not 与武汉市 + 城市运行管理平台 + 互通."""
    apart = sentence.text[end:stop]
    return apart.startswith((OTHERS, OF)) or grammar.agency.between.fullmatch(apart) is not None


def _is_out_of_context(
    sentence: Sentence, start: int, stop: int, predicate: str, after: str, grammar: Grammar
) -> bool:
    """Whether a frame that says a thing is learned or taught only where that is spoken of (将…纳入培训计划, 以…为重点，开展普法)
    stands where it is not: 以安全生产法为重点开展执法检查."""
    learning = grammar.learning
    if predicate == "studies" and after in learning.taking_as:
        context = learning.context
    elif predicate == "publicises" and after in learning.taking_as_focus:
        context = learning.teaching_context
    else:
        return False
    clause = sentence.clause(start, stop)
    behind = min(clause.end + 1, sentence.span.end)
    following = sentence.clause(behind, behind)
    return context.search(sentence.text, clause.begin, max(clause.end, following.end)) is None
