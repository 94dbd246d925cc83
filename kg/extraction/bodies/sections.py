"""Sections of courts, congresses, committees and schools that a body's name goes on with, and its branches: 县法院 + 行政庭,
省委 + 第三巡视组, 行政争议调解中心 + 长兴分中心."""

import re
from typing import NamedTuple

import rjieba

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.spans import Candidate
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import institution
from kg.reading.numerals import NUMERAL

SECTIONS = {
    "kind/congress": "section-of-a-congress",
    "kind/court": "section-of-a-court",
    "kind/party": "team-of-a-committee",
    "kind/school": "section-of-a-school",
    "kind/other-organization": "section-of-another-body",
}
"""The word lists of what the sections of a body of a kind are called, with what they are for before it, or nothing."""
TASKS = frozenset(("n", "s", "ns", "nz", "nr", "nt", "ng", "j", "l", "b", "a", "an", "g", "v", "vn"))
"""Parts of speech of what a section or a team is for, or of where it sits."""
LONGEST_TASK = 10
"""Characters of that."""
SHORTEST_SEAT, LONGEST_SEAT = 2, 6
"""Characters of where a branch sits."""
ORDINAL = re.compile(rf"第{NUMERAL}")


class Office(NamedTuple):
    """Where the name of a body's office ends, and its kind."""

    end: int
    concept: Concept


class Tasks:
    """Tells what an office may be for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        triggers = {word for prop in vocabulary.properties.values() for word in prop.triggers}
        self._verbs = frozenset((*triggers, *vocabulary.words("boundary/light-verb")))

    def may_be(self, words: str) -> bool:
        """Whether some words may tell what an office is for or where it sits: no verb (司法局 + 组织执法大队)."""
        tagged = rjieba.tag(words, False)
        return all(tag in TASKS and word not in self._verbs for word, tag in tagged)


class Sections:
    """Finds them, with words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, tasks: Tasks) -> None:
        self._vocabulary, self._tasks = vocabulary, tasks
        self._section = vocabulary.concepts["institution/section-of-a-body"]
        goes_on = any_of(vocabulary.words("boundary/not-a-section"))
        task = rf"(?P<task>[\u4e00-\u9fff]{{0,{LONGEST_TASK}}}?)"
        self._of = {
            vocabulary.concepts[kind].label: re.compile(
                rf"{task}(?P<unit>{any_of(vocabulary.words(f'boundary/{words}'))})(?!{goes_on})"
            )
            for kind, words in SECTIONS.items()
        }
        branches = any_of(vocabulary.words("boundary/branch-of-a-body"))
        seat = rf"(?P<seat>[\u4e00-\u9fff]{{{SHORTEST_SEAT},{LONGEST_SEAT}}}?)"
        self._branch = re.compile(rf"{seat}(?P<branch>{branches})(?!{goes_on})")

    def of(self, text: str, body: Candidate) -> Office | None:
        """The section or branch that the name of ``body`` goes on with; a branch is of the body's own kind."""
        branch = self._branch.match(text, body.end)
        if branch and text.endswith(branch["branch"][1:], body.begin, body.end):
            return Office(branch.end(), self._vocabulary.concepts[institution(body.rule)])
        pattern = self._of.get(body.kind)
        section = pattern.match(text, body.end) if pattern else None
        if section is None or not all(map(self._is_for, re.split(f"[{SIGNS}]", section["task"]))):
            return None
        known = self._vocabulary.labelled("InstitutionKind", (section["unit"],))
        return Office(section.end(), known or self._section)

    def _is_for(self, task: str) -> bool:
        """Whether a section may be for this: a number or nothing too (第三 + 巡视组)."""
        return not task or ORDINAL.fullmatch(task) is not None or self._tasks.may_be(task)
