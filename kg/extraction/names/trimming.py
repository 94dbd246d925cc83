"""What a name found by its head is without what the words before it belong to: its owner, its speaker, those who do it."""

from collections.abc import Sequence

from kg.extraction.common.joints import JOINTS
from kg.extraction.common.spans import Candidate, Covering
from kg.extraction.names.headwords import HeadWord
from kg.extraction.names.without_place import OWNERS

SHORTEST_DONE = 4
"""Characters of what a body or place does, and more (专项整治)."""
SHORTEST_LECTURE = 4
"""Characters of what a speaker gives, and more (专题辅导)."""


def with_body(name: Candidate, word: HeadWord, bodies: Covering) -> Candidate:
    """A meeting's name, without what stands before the body whose meeting it is (前置审核 + 区政府常务会议)."""
    if word.head.type == "Event":
        for body in bodies.at(word.begin - 1)[-1:]:
            return name._replace(begin=max(name.begin, body.begin))
    return name


def after_speaker(text: str, name: Candidate, people: Covering, speaks: tuple[str, ...]) -> Candidate:
    """``name`` without the speaker and the verb before it (华东政法大学教授陈锦川作 + 民法典专题辅导)."""
    for person in people.inside(name.begin, name.end - SHORTEST_LECTURE - 1)[:1]:
        return name._replace(begin=person.end + text.startswith(speaks, person.end))
    return name


def without_owner(
    text: str, name: Candidate, bodies: Covering, whole: Covering, does: tuple[str, ...]
) -> Candidate:
    """``name`` from its quotation on when a body or a place stands before that (象湖镇 + “茶桌调解”品牌), or behind the verb of
    what one does that it begins with (省司法厅部署 + 专项整治)."""
    around = (*bodies.at(name.begin), *whole.at(name.begin))
    quotation = text.find("“", name.begin, name.end)
    if quotation > name.begin:
        near = (*bodies.at(quotation - 1), *whole.at(quotation - 1), *around)
        if any(c.type in OWNERS for c in near):
            return name._replace(begin=quotation)
    for owner in around:
        if owner.type in OWNERS and text.startswith(does, owner.end):
            begin = owner.end + len(next(verb for verb in does if text.startswith(verb, owner.end)))
            if begin + SHORTEST_DONE <= name.end:
                return name._replace(begin=begin)
    return name


def without_part(text: str, name: Candidate, head: int, whole: Sequence[Candidate]) -> Candidate:
    """``name`` so that none of ``whole``, which hold its first character, begins or ends in the middle of a word of it: it
    opens with the whole of a place (编制 + 下蜀镇 + 事项清单), and after a doctrine that is only joined to it (习近平法治思想和
    + 全国法治工作会议)."""
    for other in whole:
        if other.begin < name.begin < other.end <= head and other.type == "Division":
            name = name._replace(begin=other.begin)
        joined = text[other.end : other.end + 1] in JOINTS and other.end + 1 < head
        if other.begin == name.begin and other.end + 1 < name.end and other.type == "Doctrine" and joined:
            name = name._replace(begin=other.end + 1)
    return name


def behind_people(name: Candidate, word: HeadWord) -> Candidate:
    """``name`` without the people who sit an examination (班子成员 + 网上学法考试) or are made to do something (组织执法骨干 +
    跟班轮训); but who may take one is part of its name (执法人员资格考试), as it is where others take part in it
    (参加 + 国家工作人员学法用法考试)."""
    text, cues = word.text, word.cues
    if text.endswith(cues.taking_part, 0, name.begin):
        return name
    if not (text[word.begin : word.end] in cues.examinations or text.endswith(cues.convening, 0, name.begin)):
        return name
    people = list(cues.people.finditer(text, name.begin, word.begin)) if word.head.each else []
    if people and name.end - people[-1].end() >= SHORTEST_DONE:
        return name._replace(begin=people[-1].end())
    return name
