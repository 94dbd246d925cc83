"""What a clause opens with and then says something of: 《办法》已出台, 沟通机制完善, 习近平法治思想列为必修课程."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Stretch
from kg.extraction.common.joints import AND_THEN, JOINTS, PAUSE
from kg.extraction.common.lists import LISTING, NORMS, alike
from kg.extraction.common.particles import OTHERS
from kg.extraction.common.sentence import Governor, Sentence, Trigger
from kg.extraction.relations.employment import employer
from kg.extraction.relations.fitting_topics import fitting_topic
from kg.extraction.relations.grammar import Grammar
from kg.model.marks import CLAUSE

IN_A_ROW = re.compile(rf"[^{CLAUSE}\n《“\d{PAUSE}]{{0,4}}[{PAUSE}{AND_THEN}]")
"""How well something is done, and the pause before the next verb: 学得 + 深、+ 贯彻."""
ADVERB = 2
"""Characters of an adverb before that: 全面推行、严格 + 落实."""


def of_topic(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What stands at the head of its clause is the object of a verb after it that has no other (沟通机制完善,
    《办法》也修订到位); so is what fills a clause, of the next one's (《纲要》和各项安排，都逐条对照落实)."""
    mention = sentence.mentions[k]
    clause = sentence.clause(mention.begin, mention.end)
    if not _at_head(sentence, k, clause, grammar) or _names_another(sentence, k, grammar):
        return []
    if learned := _learned(sentence, k, clause.end, grammar):
        return [*learned, *_beside(sentence, k, learned[0], clause.end, grammar)]
    if drawn_up := _drawn_up(sentence, k, clause.end, grammar):
        return drawn_up
    if not sentence.verbs or sentence.verbs[-1].begin < mention.end:
        return []
    found = _passive(sentence, k, mention.end, clause.end, grammar)
    if found:
        return [*found, *_beside(sentence, k, found[0], clause.end, grammar)]
    if any(mention.end <= verb.begin < clause.end for verb in sentence.verbs):
        return []
    following = sentence.clause(clause.end + 1, clause.end + 1)
    if clause.end < sentence.span.end and sentence.text.startswith(grammar.resuming, following.begin):
        return _passive(sentence, k, following.begin, following.end, grammar)
    return []


def _at_head(sentence: Sentence, k: int, clause: Stretch, grammar: Grammar) -> bool:
    """Whether the mention begins its clause, but for words of its level (镇“一站式”中心), or goes on a list that does."""
    while True:
        mention = sentence.mentions[k]
        if mention.type == "Person" and (body := employer(sentence, k)) is not None:
            k = body
            continue
        if grammar.heads.opens(sentence, k):
            return True
        if sentence.lists.first[k] != k:
            k = sentence.lists.first[k]
            continue
        previous = sentence.before(k)
        if previous is None or sentence.mentions[previous].begin < clause.begin:
            return False
        before = sentence.mentions[previous]
        if before.type == "Division" and grammar.heads.between(sentence, previous, k):
            return grammar.heads.opens(sentence, previous)  # 练塘镇 + “法官工作室”
        between = sentence.text[before.end : mention.begin]
        if between not in LISTING or not alike(before, mention):
            return False
        k = previous


def _names_another(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a body or a team, or the list that it is in, only describes the noun after it (行政执法人员 + 信息库建成), or the
    name that it is joined to (区委 + 、区政府主要领导职责清单)."""
    if sentence.mentions[k].type not in ("Organization", "Role"):
        return False
    last = sentence.lists.last[k]
    end = sentence.mentions[last].end
    following = sentence.mentions[last + 1] if last < sentence.inside[-1] else None
    if following and following.begin == end + 1 and sentence.text[end] in JOINTS:
        return following.type != sentence.mentions[k].type
    if sentence.text.startswith(grammar.founding.building, end):
        return False
    return sentence.describes(end) and not sentence.text[end].isdigit()


def _learned(sentence: Sentence, k: int, end: int, grammar: Grammar) -> list[Governor]:
    """A norm that its clause makes a matter of learning: 习近平法治思想是中心组的核心内容, 《民法典》等法律法规学习5次."""
    if sentence.mentions[k].type not in NORMS:
        return []
    last = sentence.mentions[sentence.lists.last[k]].end
    match = grammar.learning.topic.match(sentence.text, last, end)
    made = match and match["taken"] and not grammar.learning.context.search(sentence.text, match.end(), end)
    return [(Trigger(match.start(), match.end(), ("studies",)), "studies")] if match and not made else []


def _passive(sentence: Sentence, k: int, begin: int, end: int, grammar: Grammar) -> list[Governor]:
    """The first fitting verb of a stretch, when nothing named after it is its object."""
    mention = sentence.mentions[k]
    if mention.type == "LegalInstrument" and grammar.lawmaking.nouns.match(
        sentence.text, sentence.mentions[sentence.lists.last[k]].end
    ):
        return []
    for verb in sentence.verbs:
        fitting = fitting_topic(sentence, k, verb, grammar) if begin <= verb.begin < end else []
        if not fitting:
            continue
        if grammar.adjuncts.occasion.search(sentence.text, mention.end, end):
            return []  # 法治政府建设 + 以党的二十大召开为契机
        if _ends_a_list(sentence, k, verb):
            return []  # 老旧小区改造、社区用房 + 调整 + 等事项
        later = (sentence.mentions[j] for j in sentence.inside if j > k)
        alone = fitting == ["engages"] or not any(m.begin >= verb.end and m.end <= end for m in later)
        return [(verb, fitting[0])] if alone else []
    return []


def _ends_a_list(sentence: Sentence, k: int, verb: Trigger) -> bool:
    """Whether a verb is part of another member, the last, of the list that the mention begins."""
    last = sentence.mentions[sentence.lists.last[k]].end
    return PAUSE in sentence.text[last : verb.begin] and sentence.text.startswith(OTHERS, verb.end)


def _drawn_up(sentence: Sentence, k: int, end: int, grammar: Grammar) -> list[Governor]:
    """A law of which its clause says that it is being made: 《…条例》立法进程有序 + 推进."""
    last = sentence.mentions[sentence.lists.last[k]].end
    if sentence.mentions[k].type != "LegalInstrument" or not grammar.lawmaking.nouns.match(
        sentence.text, last
    ):
        return []
    act = grammar.lawmaking.act.search(sentence.text, last, end)
    return [(Trigger(act.start(), act.end(), ("enacts",)), "enacts")] if act else []


def _beside(sentence: Sentence, k: int, first: Governor, end: int, grammar: Grammar) -> Iterator[Governor]:
    """The verbs of the same topic in one row with the ``first``: 《纲要》学习好 + 、宣传好、贯彻好."""
    said, at = {first[1]}, first[0].end
    for other in sentence.verbs:
        if not (at <= other.begin < end):
            continue
        row = IN_A_ROW.match(sentence.text, at, other.begin)
        if row is None or other.begin - row.end() > ADVERB:
            return
        at = other.end
        for predicate in fitting_topic(sentence, k, other, grammar)[:1]:
            if predicate not in said:
                said.add(predicate)
                yield other, predicate
