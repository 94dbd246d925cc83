"""The verbs before a mention that govern it: the nearest, and those joined to it (学习宣传贯彻); or one that sets up what a
relative clause describes."""

import re

from kg.extraction.common.joints import AND_THEN, SIGNS
from kg.extraction.common.lists import LISTING
from kg.extraction.common.particles import DONE, OF
from kg.extraction.common.sentence import Governor, Sentence, Trigger
from kg.extraction.relations.fitting import fitting
from kg.extraction.relations.governed import Governed
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.triggers import REACH

LONGEST_RELATIVE = 120
"""Characters of a relative clause between a verb of founding and what is founded."""
APART = (*LISTING, AND_THEN)
JOINED = re.compile(rf"{OF}[\u4e00-\u9fff]{{2,6}}[{SIGNS}]$")
"""The end of what is said of another object, to which the next is joined: 关于法治建设的部署和《纲要》."""
SAYING = re.compile("[，、；]")
"""What parts the clauses of a quotation."""


def verbs_before(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verbs before mention ``k`` that govern it, each with the relation that it states."""
    begin = sentence.mentions[k].begin
    if not sentence.verbs or sentence.verbs[0].end > begin:
        return []
    if _in_saying(sentence, begin):
        return _founded(sentence, k, grammar)
    return _nearest(Governed(sentence, k, grammar)) or _founded(sentence, k, grammar)


def _nearest(thing: Governed) -> list[Governor]:
    """The nearest verb before the mention in its clause, and those joined to it. Of a list it is the verb before the first."""
    sentence, mention = thing.sentence, thing.mention
    chain: list[Governor] = []
    edge, relative = mention.begin, False
    for verb in reversed(sentence.verbs):
        if verb.end > mention.begin:
            continue
        if _in_another_quotation(sentence, verb, mention.begin):
            continue  # “开办公司”“开办药店”等事项
        if _parted(thing, verb):
            break
        if thing.grammar.partnership.helped.match(sentence.text, verb.begin, verb.end + len(OF)):
            continue  # 构建派出所、法庭 + 参与的 + 联调机制: what they take part in is not theirs
        apart = sentence.text[verb.end : edge] not in APART or "implements" in verb.predicates
        if chain and apart and not relative:
            break  # 坚持学习: only verbs of learning, teaching and following share an object
        found = fitting(thing, verb)
        if chain:
            found = [p for p in found if p != "cooperatesWith"]  # 联合 + 打造: what is made is no partner
        if found:
            chain += [(verb, p) for p in found if p not in [q for _, q in chain]]
            edge = verb.begin
            # 落实 + 省委印发的《方案》: it is followed too
            relative = "enacts" in found and sentence.text[verb.end : mention.begin] == OF
        elif chain:
            break
    return chain


def _parted(thing: Governed, verb: Trigger) -> bool:
    """Whether something stands between a verb and the mention because of which no verb so far before governs it."""
    sentence, begin, founding = thing.sentence, thing.mention.begin, thing.grammar.founding
    if begin - verb.end > REACH or sentence.broken(verb.end, begin):
        return True
    between = thing.grammar.intervener.search(sentence.text, verb.end, begin)
    if between and not JOINED.search(sentence.text, between.end(), begin):
        return True  # 落实关于法治政府建设的部署: what is carried out is the deployment
    opening = _behind(sentence, verb)  # 组建由律师组成的小组: what is set up is the group
    return (
        sentence.text.startswith(founding.relative, opening) and sentence.text.rfind(OF, opening, begin) < 0
    )


def _founded(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verb that sets up a body which a relative clause describes, however many commas that has: 成立由镇长任组长，…为成员的 +
    领导小组."""
    mention = sentence.mentions[k]
    if mention.type != "Organization" or not sentence.text.endswith(OF, 0, mention.begin):
        return []
    for verb in reversed(sentence.verbs):
        if verb.end <= mention.begin and "establishes" in verb.predicates:
            described = sentence.text.startswith(grammar.founding.relative, _behind(sentence, verb))
            near = mention.begin - verb.end <= LONGEST_RELATIVE
            return [(verb, "establishes")] if described and near else []
    return []


def _behind(sentence: Sentence, verb: Trigger) -> int:
    """Where what follows a verb and its particle begins: 成立了 + 由…组成的."""
    return verb.end + sentence.text.startswith(DONE, verb.end)


def _in_another_quotation(sentence: Sentence, verb: Trigger, begin: int) -> bool:
    """Whether a verb stands in a quotation that closes before ``begin``."""
    opening = sentence.text.rfind("“", sentence.span.begin, verb.begin)
    closing = sentence.text.find("”", max(opening, sentence.span.begin), begin)
    return opening >= 0 and closing >= verb.end


def _in_saying(sentence: Sentence, at: int) -> bool:
    """Whether a quotation is open at ``at`` and has a pause before it: in “领导干部带头学、执法人员重点学” nobody is set up.
    A quotation that begins with a list of names is none (“法律顾问、公职律师”队伍)."""
    opening = sentence.text.rfind("“", max(sentence.span.begin, at - REACH), at)
    inside = sentence.text[opening:at]
    if opening < 0 or "”" in inside or not SAYING.search(inside):
        return False
    inner = (sentence.mentions[k] for k in sentence.inside)
    return not any(m.begin == opening + 1 and m.end < at for m in inner)
