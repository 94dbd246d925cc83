"""Offices of a body that its name goes on with: 清远市自然资源局 + 龙山所, 县公安局 + 草原警察大队, 市林业局 + 政策法规科."""

import re

import rjieba

from kg.extraction.bodies.beginnings import FUNCTIONS, SEATS
from kg.extraction.bodies.sections import LONGEST_TASK, Office, Sections, Tasks
from kg.extraction.common.spans import Candidate
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import BODY

SEAT = r"(?P<seat>[\u4e00-\u9fff]{2,4}?)"
"""Where a field office sits."""
NO_NAME = (*FUNCTIONS, "r", "v")
"""Parts of speech that no seat's name has: 县税务局 + 各镇所."""
DIVIDED = ("kind/department", "kind/justice-bureau", "kind/enforcement-team", "kind/other-organization")
"""Kinds of bodies that have sections and teams."""


class SubOffices:
    """Tells where a body's name goes on with that of an office of its own."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._field = vocabulary.concepts["institution/field-office"]
        self._bureau = vocabulary.concepts["institution/bureau"].label
        self._divided = frozenset(vocabulary.concepts[kind].label for kind in DIVIDED)
        kinds = vocabulary.of("InstitutionKind")
        self._kinds = {label: c for c in kinds for label in c.labels if len(label) > 1}
        self._known = Endings(self._kinds)
        self._runs_on = vocabulary.words("boundary/not-an-office")
        self._tasks = Tasks(vocabulary)
        self._sections = Sections(vocabulary, self._tasks)
        self._units = {
            label: vocabulary.concepts[f"institution/{kind}"]
            for kind in ("section-of-a-body", "team-of-a-body")
            for label in vocabulary.words(f"boundary/{kind}")
        }
        fields = any_of(vocabulary.words("boundary/field-of-a-field-office"))
        self._office_name = re.compile(rf"{SEAT}{fields}{{0,2}}所")
        self._department = vocabulary.concepts["kind/department"].label
        units = any_of(self._units)
        goes_on = any_of(vocabulary.words("boundary/not-a-section"))
        self._unit = re.compile(
            rf"(?P<task>[\u4e00-\u9fff]{{2,{LONGEST_TASK}}}?)(?P<unit>{units})(?!{goes_on})"
        )

    def of(self, text: str, body: Candidate, towns: Endings) -> list[Candidate]:
        """The office that the name of ``body`` goes on with; empty where it does not. ``towns``: short names of the towns around,
        seats whatever else they may be."""
        office = self._sections.of(text, body) or self._office(text, body.begin, body.end, body.kind, towns)
        if office is None:
            return []
        rule = f"{BODY}{office.concept.id}"
        return [Candidate(body.begin, office.end, body.type, office.concept.kind, rule)]

    def _office(self, text: str, begin: int, end: int, kind: str, towns: Endings) -> Office | None:
        if kind not in self._divided:
            return None
        if text.endswith(self._bureau, begin, end) and (field := self._field_office(text, end, towns)):
            return field
        unit = self._unit.match(text, end)
        if unit is None or not (towns.longest(text, unit.start("unit")) or self._tasks.may_be(unit["task"])):
            return None
        known = self._kinds.get(unit[0]) or self._kinds.get(unit["unit"])
        return Office(unit.end(), known or self._units[unit["unit"]])

    def _field_office(self, text: str, end: int, towns: Endings) -> Office | None:
        """An office named by its seat, and what it is for (毓璜顶 + 监管 + 所); those of other kinds of bodies have a name of
        their own (县司法局 + 司法所), and 公安局 + 所属单位 is none."""
        match = self._office_name.match(text, end)
        if match is None or text.startswith(self._runs_on, match.end() - 1):
            return None
        seat = match["seat"]
        tags = {tag for _, tag in rjieba.tag(seat, False)}
        proper = towns.longest(seat, len(seat)) == seat or (
            not SEATS.isdisjoint(tags) and tags.isdisjoint(NO_NAME)
        )
        label = self._known.longest(text, match.end(), end)
        known = self._kinds[label] if label else self._field
        own = known.kind == self._department and len(label) < match.end() - end
        return Office(match.end(), known) if proper and own else None
