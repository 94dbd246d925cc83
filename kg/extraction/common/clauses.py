"""Sentences and clauses, and what the section they stand in says of them."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.model import Outline, SectionRole, Status
from kg.model.marks import CLAUSE, STOPS
from kg.model.sentences import in_quotation
from kg.reading import numbering
from kg.reading.numerals import CHINESE

FULL_STOP = re.compile(rf"[{STOPS}\n]")
CLAUSE_END = re.compile(rf"[{CLAUSE}|\n]")
BEFORE_A_CLAUSE = frozenset(f"{CLAUSE}\n、是.")
"""Marks after which a clause or an item begins, 一是 and 1. included."""
PASSIVE = "被"
"""The mark before who did it."""
YEAR = re.compile(r"\d{4}年度?")
ITEM = re.compile(rf"[{CHINESE}]{{1,3}}是")
"""The number of an item inside a paragraph: 一是."""
NUMBER = re.compile(rf"{ITEM.pattern}|{numbering.ITEM.pattern}")
"""That, or the number of a heading or a list's item: （二）, 2."""
LONGEST_STRETCH = 1_000
"""Characters: four times a report's longest sentence. Who does what in a sentence is found by holding each name against each
other, so that a text without full stops would take its time cubed."""
STATUS: dict[SectionRole, Status] = {"plans": "planned", "shortcomings": "shortcoming"}


class Stretch(NamedTuple):
    """A half-open span of the text without its closing mark."""

    begin: int
    end: int


def split(text: str, begin: int, end: int, mark: re.Pattern[str]) -> list[Stretch]:
    """The non-empty stretches of ``text[begin:end]`` between marks."""
    stretches, at = [], begin
    for match in mark.finditer(text, begin, end):
        if match.group() != "\n" and in_quotation(text, at, match.start()):
            continue
        stretches += _cut(at, match.start())
        at = match.end()
    stretches += _cut(at, end)
    return stretches


def clause_begin(text: str, begin: int, at: int) -> int:
    """Where the clause that holds offset ``at`` begins in a sentence that begins at ``begin``."""
    marks = clause_ends(text, begin, at)
    return marks[-1] + 1 if marks else begin


def clause_ends(text: str, begin: int, end: int) -> list[int]:
    """Where the marks stand in ``text[begin:end]`` that end a clause."""
    marks = _clause_ends(text)
    first = bisect_left(marks, begin)
    return marks[first : bisect_left(marks, end, first)]


@lru_cache(maxsize=1)
def _clause_ends(text: str) -> list[int]:
    """All of a text, of which the rules ask several for each name in it."""
    return [mark.start() for mark in CLAUSE_END.finditer(text)]


def _cut(begin: int, end: int) -> list[Stretch]:
    """The stretch, in pieces where it is longer than any sentence; none where it is empty."""
    if end - begin <= LONGEST_STRETCH:
        return [Stretch(begin, end)] if end > begin else []
    edges = [*range(begin, end, LONGEST_STRETCH), end]
    return [Stretch(*piece) for piece in pairwise(edges)]


class Roles:
    """The role of the section that an offset lies in: the innermost section wins."""

    def __init__(self, outline: Outline) -> None:
        marks = sorted(outline.sections, key=lambda s: (s.begin, -s.end))
        edges: dict[int, SectionRole] = {}
        stack: list[tuple[int, SectionRole]] = []
        for section in marks:
            while stack and stack[-1][0] <= section.begin:
                end, _ = stack.pop()
                edges[end] = stack[-1][1] if stack else "introduction"
            edges[section.begin] = section.role
            stack.append((section.end, section.role))
        while stack:
            end, _ = stack.pop()
            edges[end] = stack[-1][1] if stack else "closing"
        self._edges = sorted(edges)
        self._roles = [edges[edge] for edge in self._edges]

    def at(self, offset: int) -> SectionRole:
        """The role at ``offset``; ``introduction`` before the first section."""
        k = bisect_right(self._edges, offset)
        return self._roles[k - 1] if k else "introduction"

    def status(self, offset: int) -> Status:
        """The status of what is said at ``offset``."""
        return STATUS.get(self.at(offset), "achieved")
