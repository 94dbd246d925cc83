"""Candidates made whole by others: with the place or the body that they begin in the middle of, or as the term they are."""

from collections.abc import Mapping, Sequence

from kg.extraction.common.joints import JOINTS
from kg.extraction.common.spans import Candidate, Covering
from kg.model.rules import PATTERN, TERM
from kg.reading.numerals import CHINESE, chinese

THEME = f"{TERM}programme/rule-of-law-government-building"
"""What all reports are about: a project or mechanism for it is a thing of its own."""
LONGEST_TAIL = 6
"""A closing quotation mark and a head of five characters."""


def completed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """``candidates``, those told by a pattern with the whole of a place, terms with the whole of a body, bodies with the
    whole of a programme."""
    places = {c.end - 1: c for c in candidates if c.type == "Division"}
    bodies = Covering(c for c in candidates if c.type == "Organization")
    programmes = Covering(c for c in candidates if c.type == "Programme" and c.rule.startswith(TERM))
    found = []
    for candidate in candidates:
        if candidate.rule.startswith(PATTERN):
            candidate = _with_place(candidate, places)
        elif candidate.rule.startswith(TERM):
            candidate = _with_outer(candidate, bodies)
        elif candidate.type == "Organization":
            candidate = _with_outer(candidate, programmes)
        found.append(candidate)
    return found


def _with_place(name: Candidate, places: Mapping[int, Candidate]) -> Candidate:
    """``name`` with the whole of a place whose last character it begins with (达州 + 市“八五”普法规划)."""
    place = places.get(name.begin)
    return name._replace(begin=place.begin) if place and place.begin < name.begin else name


def _with_outer(name: Candidate, others: Covering) -> Candidate:
    """``name`` with the whole of another in the middle of which it begins (区委 + 理论学习中心组学法, 镇 + 综治中心规范化建设,
    “一站式” + 矛盾纠纷调处中心)."""
    for other in others.at(name.begin):
        if other.begin < name.begin < other.end < name.end:
            return name._replace(begin=other.begin)
    return name


class Terms:
    """The programmes of the vocabulary among some candidates, by where they begin and end. ``venue``: the kind of parks, walls
    and stations, which are things of their own whatever they are named after."""

    def __init__(self, candidates: Sequence[Candidate], venue: str) -> None:
        self._venue = venue
        terms = (c for c in candidates if c.rule.startswith(TERM) and c.type == "Programme")
        self._begins = {c.begin: c for c in terms}
        self._ends = {c.end: c for c in self._begins.values()}

    def named(self, name: Candidate, text: str) -> Candidate:
        """What a name by its head is: with a term before the head (“三所联动” + 机制) it is the term's; when it ends with a
        term that counts the list before it (法制审核 + 三项制度), it is that term alone."""
        own = [self._begins.get(begin) for begin in (name.begin, name.begin + 1)]
        whole = self._ends.get(name.end)
        counts = whole is not None and name.begin < whole.begin and text[whole.begin] in CHINESE
        if whole and counts and text[name.begin - 1] in JOINTS and not any(own):
            return whole
        for term in own:
            if term and term.type == name.type and 0 < name.end - term.end <= LONGEST_TAIL:
                return self._with_head(term, name, text)
        return name

    def _with_head(self, term: Candidate, name: Candidate, text: str) -> Candidate:
        """What ``name`` is, a term and a head: the term's, or a thing of its own."""
        system = self._begins.get(term.end)
        if system and system.end == name.end and chinese(text[system.begin]) is not None:
            return term
        enclosed = text[term.end : term.end + 1] == "”"
        if name.kind == self._venue != term.kind:
            return name  # “河长制” + 主题公园
        if term.rule == THEME:
            return name  # 法治政府建设 + 提升工程, “法治政府建设” + 专题讲座
        if not enclosed and name.kind != term.kind and text[term.end - 1] != "”":
            return name  # 法治政府建设 + 工作格局
        return Candidate(name.begin, name.end, term.type, term.kind, term.rule)
