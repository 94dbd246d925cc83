"""What is part of what, as the order of the words tells (``partOf``): 领导小组及其下设的协调小组, 服务体系（1个中心、3个站）,
以镇综治中心为枢纽、村调解室为基础的调解网络, 公众号开设“以案释法”专栏."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.apposed import PARTS, apposed
from kg.extraction.relations.grammar import Grammar
from kg.model import RelationMention

LONGEST_SECTION = 3
"""Characters: ”专栏."""
REACH = 12
"""Characters between two parts, or between a marker and a part: 即 + 1个镇级 + 调解中心."""
MIDST = re.compile("”?中，")
LISTS = re.compile("[、，；]")
DESCRIBES = re.compile("的[^，。；]{0,10}")
"""Between what describes a whole and its name: 为基础 + 的三级 + 调解网络."""
GOES_ON = re.compile("[、，和][^，。；、]{0,6}")
"""Between two that describe it: 为枢纽 + 、12个 + 村调解室."""
BY = re.compile("以[^，。；、]{0,6}“?$")
TAKES = ("将", "把", "将“", "把“")


def parts(sentence: Sentence, position: int, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """What is a part of the mention at ``position`` of the sentence, which lies in no other. Parts of a programme that is
    planned are planned."""
    k = sentence.inside[position]
    whole = sentence.mentions[k]
    after = [j for j in sentence.inside[position + 1 :] if not sentence.host(j)]
    before = [j for j in sentence.inside[position - 1 :: -1] if not sentence.host(j)] if position else []
    found = [*_listed(sentence, k, after, grammar)]
    if whole.type == "Programme":
        found += _of_a_campaign(sentence, k, after, grammar)
        found += _on_a_platform(sentence, k, after, grammar)
        found += _described(sentence, k, before, grammar)
        found += _taken_in(sentence, k, before, grammar)
    planned = whole.type == "Programme" and roles.status(whole.begin) == "planned"
    for part in found:
        begin, end = (
            min(whole.begin, sentence.mentions[part].begin),
            max(whole.end, sentence.mentions[part].end),
        )
        yield apposed(part, "partOf", k, "planned" if planned else "achieved", begin, end)


def _row(sentence: Sentence, later: list[int], begin: int, end: int) -> Iterator[int]:
    """The parts that stand one behind the other from ``begin`` on, up to ``end``."""
    edge = begin
    for other in later:
        part = sentence.mentions[other]
        if part.type not in PARTS or part.end > end:
            return
        if part.begin - edge > REACH or sentence.broken(edge, part.begin):
            return
        yield other
        edge = part.end


def _listed(sentence: Sentence, k: int, later: list[int], grammar: Grammar) -> Iterator[int]:
    """What is listed behind a marker, or in a bracket: 领导小组 + 及其下设的 + 协调小组, 服务体系 + （1个中心、3个站）."""
    text, whole = sentence.text, sentence.mentions[k]
    marker = grammar.parts.marker.match(text, whole.end)
    if marker and later and not _joins(text[marker.end() : sentence.mentions[later[0]].begin]):
        yield from _row(sentence, later, marker.end(), sentence.span.end)
    opening = whole.end + text.startswith("”", whole.end)
    if whole.type == "Programme" and text.startswith("（", opening):
        closing = text.find("）", opening, sentence.span.end)
        if closing > 0 and LISTS.search(text, opening, closing):
            yield from _row(sentence, later, opening, closing)


def _joins(words: str) -> bool:
    """Whether a conjunction or a pause stands among the words, after which something else begins: 区人大及其 + 常委会监督和 +
    区政协, 县人大及其 + 常委会监督、 + 县政协."""
    return any(word in words for word in JOINTS)


def _of_a_campaign(sentence: Sentence, k: int, later: list[int], grammar: Grammar) -> Iterator[int]:
    """What is done within a campaign: “法治乡村行”活动，围绕此主题 + 开展讲座、沙龙."""
    text, campaign = sentence.text, sentence.mentions[k]
    if campaign.kind != grammar.parts.campaign:
        return
    within = MIDST.match(text, campaign.end) or grammar.parts.within.search(
        text, campaign.end, sentence.span.end
    )
    if not within:
        return
    for at, other in enumerate(later):
        if sentence.mentions[other].begin >= within.end():
            yield from _row(sentence, later[at:], within.end(), sentence.span.end)
            return
        if sentence.mentions[other].kind == campaign.kind:
            return  # it is of this one


def _on_a_platform(sentence: Sentence, k: int, later: list[int], grammar: Grammar) -> Iterator[int]:
    """A section of a platform: 微信公众号 + 开设 + “以案释法”专栏."""
    platform = sentence.mentions[k]
    opened = grammar.parts.opens.match(sentence.text, platform.end)
    if not opened or not later or platform.kind != grammar.place.platform:
        return
    for other in _row(sentence, later, opened.end(), sentence.span.end):
        section = sentence.mentions[other]
        if grammar.parts.section.search(sentence.text, section.begin, section.end + LONGEST_SECTION):
            yield other


def _described(sentence: Sentence, k: int, earlier: list[int], grammar: Grammar) -> Iterator[int]:
    """What a whole is described by: 以 + 镇综治中心 + 为枢纽、 + 村调解室 + 为基础 + 的调解网络."""
    edge, between, found = sentence.mentions[k].begin, DESCRIBES, []
    for other in earlier:
        part = sentence.mentions[other]
        role = grammar.parts.as_part.match(sentence.text, part.end, edge)
        if part.type not in PARTS or not role or not between.fullmatch(sentence.text, role.end(), edge):
            return
        found.append(other)
        edge, between = part.begin, GOES_ON
        if BY.search(sentence.text, sentence.span.begin, edge):
            yield from reversed(found)
            return


def _taken_in(sentence: Sentence, k: int, earlier: list[int], grammar: Grammar) -> Iterator[int]:
    """What is made a part of a system: 将 + 警民联调 + 纳入 + 大调解体系."""
    whole = sentence.mentions[k]
    if not earlier or not sentence.text[whole.begin : whole.end].endswith(grammar.parts.takes_in):
        return
    last = sentence.mentions[earlier[0]]
    first = sentence.lists.first[earlier[0]]
    taken = grammar.parts.taken_in.fullmatch(sentence.text, last.end, whole.begin)
    begins = sentence.mentions[first].begin
    if taken and last.type in PARTS and sentence.text.endswith(TAKES, 0, begins):
        yield from (j for j in range(first, earlier[0] + 1) if not sentence.host(j))
