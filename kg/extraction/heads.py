"""Names that no list can hold, found by their last word: 法律顾问考核制度, “融普法”工作模式, 法治宣传志愿者队伍."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extraction.boundaries import Boundaries
from kg.extraction.factory import Component, component
from kg.extraction.headed import SHORTEST_MODIFIER, Head, names_of
from kg.extraction.joints import JOINTS
from kg.extraction.spans import Candidate, Covering, read, write
from kg.lexicon.matcher import Bare, Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.reading.numerals import CHINESE

CLAUSE_END = re.compile(r"[，。；：！？\n]")
ORDINAL = re.compile(rf"第[{CHINESE}\d]{{1,3}}次$")
WHOLE = ("divisions", "terms")
"""Groups of names that a head's name does not cut through."""
OWNERS = ("Division", "Organization")
AT = "在"
SHORTEST_LECTURE = 4
"""Characters of what a speaker gives, and more (专题辅导)."""


@component("fazhi_heads")
def heads(vocabulary: Vocabulary) -> Component:
    """A component that writes names found by their heads to the group ``heads``."""
    each = vocabulary.concepts["kind/campaign"].label
    coordinating = vocabulary.concepts["kind/coordination"].label
    apart = frozenset((each, vocabulary.concepts["kind/mechanism"].label))
    entries = [(label, Head(c, each, apart)) for c in vocabulary.of("NameHead") for label in c.labels]
    matcher = Matcher(label for label, _ in entries)
    said = [word for prop in vocabulary.properties.values() for word in prop.triggers]
    triggers, marks = Matcher(said), Matcher(vocabulary.words("boundary/object-mark"))
    boundaries, speaks = Boundaries(vocabulary), vocabulary.words("boundary/verb-of-a-speaker")

    def run(doc: Doc) -> Doc:
        text, analysis = doc._.clean, doc._.analysis
        governed = _governed(text, triggers, analysis.bare)
        marked = _governed(text, marks, analysis.bare)  # 把法治建设任务清单逐条落实
        bodies, people = (Covering(read(doc, group)) for group in ("organizations", "persons"))
        whole = Covering(c for group in WHOLE for c in read(doc, group))
        found = []
        for begin, end, label in matcher.find(analysis.bare):
            head = entries[label][1]
            if head.use == "body":
                at = _ordinal(text, begin)
                for held in bodies.at(at - 1)[-1:]:
                    if held.end == at and held.kind == coordinating:
                        found.append(Candidate(held.begin, end, head.type, head.kind, head.rule("body")))
                continue
            objects = marked if head.type == "LegalInstrument" and not governed[begin] else governed
            names = names_of(text, analysis, boundaries, head, begin, end, objects)
            if head.type == "Event":
                for held in bodies.at(begin - 1)[-1:]:  # 前置审核 + 区政府常务会议
                    names = [name._replace(begin=max(name.begin, held.begin)) for name in names]
            for name in names:
                name = _after_speaker(text, name, people, speaks)
                name = _without_owner(text, name, bodies, whole)
                name = _without_part(text, name, begin, whole.at(name.begin))
                found.append(_without_place(text, name, begin, whole.at(name.begin), boundaries))
        write(doc, "heads", found)
        return doc

    return run


def _after_speaker(text: str, name: Candidate, people: Covering, speaks: tuple[str, ...]) -> Candidate:
    """``name`` without the speaker and the verb before it (华东政法大学教授陈锦川作 + 民法典专题辅导)."""
    for person in people.inside(name.begin, name.end - SHORTEST_LECTURE - 1)[:1]:
        return name._replace(begin=person.end + text.startswith(speaks, person.end))
    return name


def _without_owner(text: str, name: Candidate, bodies: Covering, whole: Covering) -> Candidate:
    """``name`` from its quotation on when a body or a place stands before that: 象湖镇 + “茶桌调解”品牌."""
    quotation = text.find("“", name.begin, name.end)
    if quotation > name.begin:
        near = (*bodies.at(quotation - 1), *whole.at(quotation - 1), *whole.at(name.begin))
        if any(c.type in OWNERS for c in near):
            return name._replace(begin=quotation)
    return name


def _without_part(text: str, name: Candidate, head: int, whole: Sequence[Candidate]) -> Candidate:
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


def _without_place(
    text: str, name: Candidate, head: int, whole: Sequence[Candidate], boundaries: Boundaries
) -> Candidate:
    """``name`` without the place in which something is done, and the verb that says so: 在新宁镇建设 + 法治文化广场."""
    for place in whole:
        if place.type == "Division" and place.begin == name.begin and text.endswith(AT, 0, place.begin):
            verb = next((v for v in boundaries.after_a_place if text.startswith(v, place.end)), "")
            if verb and place.end + len(verb) + SHORTEST_MODIFIER <= head:
                return name._replace(begin=place.end + len(verb))
    return name


def _governed(text: str, triggers: Matcher, bare: Bare) -> bytearray:
    """For each offset, whether it lies between a trigger verb and the end of its clause."""
    mask = bytearray(len(text) + 1)
    done = 0
    for _, end, _ in triggers.find(bare):
        if end >= done:
            stop = CLAUSE_END.search(text, end)
            done = stop.start() if stop else len(text)
            mask[end:done] = b"\1" * (done - end)
    return mask


def _ordinal(text: str, at: int) -> int:
    """Where 第六次 begins that ends at ``at``; ``at`` itself when there is none."""
    match = ORDINAL.search(text, max(0, at - 6), at)
    return match.start() if match else at
