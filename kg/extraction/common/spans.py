"""Candidate spans: how components hand them on and how the winners of overlaps are chosen.

They are plain tuples: a spaCy span costs five times as much, and most are dropped.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc

from kg.model import EntityType

MENTIONS = "mentions"
"""The group of those that were chosen."""
_PREFIX = "fazhi_candidates:"


class Candidate(NamedTuple):
    """A span that may be a mention. Offsets are code points, which are the doc's tokens."""

    begin: int
    end: int
    type: EntityType
    kind: str
    rule: str
    """``component:pattern``; for a vocabulary match ``terms:programme/three-systems``."""


def write(doc: Doc, group: str, candidates: list[Candidate]) -> None:
    """Hand a component's candidates on, under its group's name."""
    doc.user_data[_PREFIX + group] = candidates


def read(doc: Doc, group: str) -> list[Candidate]:
    """The candidates of one group, in the order written; do not change the list."""
    found: list[Candidate] = doc.user_data.get(_PREFIX + group, [])
    return found


class Covering:
    """Some candidates, looked up by an offset that they hold."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._all = sorted(candidates)
        self._begins = [c.begin for c in self._all]
        self._longest = max((c.end - c.begin for c in self._all), default=0)

    def at(self, offset: int) -> list[Candidate]:
        """Those that hold the character at ``offset``, in text order."""
        first = bisect_right(self._begins, offset - self._longest)
        last = bisect_right(self._begins, offset, first)
        return [c for c in self._all[first:last] if offset < c.end]

    def inside(self, begin: int, end: int) -> list[Candidate]:
        """Those that lie in the half-open span, in text order."""
        first = bisect_left(self._begins, begin)
        return [c for c in self._all[first : bisect_left(self._begins, end, first)] if c.end <= end]


class Reach:
    """Some half-open spans, asked whether one of them holds or touches another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._begins = [begin for begin, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def before(self, offset: int) -> int:
        """How far those reach that begin before ``offset``: the greatest of their ends; 0 when there are none."""
        count = bisect_left(self._begins, offset)
        return self._reach[count - 1] if count else 0


def longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Non-overlapping candidates, longer before shorter and earlier in the sequence before later, in text order."""
    taken = bytearray(max((c.end for c in candidates), default=0))
    chosen = []
    for candidate in sorted(candidates, key=lambda c: c.begin - c.end):
        begin, end = candidate.begin, candidate.end
        if taken.find(1, begin, end) < 0:
            taken[begin:end] = b"\1" * (end - begin)
            chosen.append(candidate)
    return sorted(chosen)
