"""Names of divisions as they stand in a text: which rows of the gazetteer have one, and where a text names one."""

from collections.abc import Sequence
from functools import cached_property

import ahocorasick_rs

LONGEST = 20
"""Names are looked for up to this many characters."""
COUNTY = 6
"""Digits of a county's code, and more than those of what it lies in."""


class DivisionNames:
    """The names, with their suffixes, of all divisions and the rows that have them."""

    def __init__(self, codes: Sequence[str], *columns: Sequence[str]) -> None:
        """``codes``: the digits of each row's code. ``columns``: names of each row; empty cells are none."""
        self._codes = codes
        self.rows: dict[str, list[int]] = index(*columns)
        """The rows of a name, by column and code."""

    def longest_at(self, text: str, begin: int) -> int:
        """Offset after the longest name (any level) that begins at ``begin``, or 0."""
        if text[begin : begin + 2] not in self._openings:
            return 0
        for end in range(min(len(text), begin + LONGEST), begin + 1, -1):
            if text[begin:end] in self.rows:
                return end
        return 0

    def longest_to(self, text: str, end: int) -> int:
        """Offset at which the longest name (any level) that ends at ``end`` begins; or -1."""
        for begin in range(max(0, end - LONGEST), end - 1):
            if text[begin:end] in self.rows:
                return begin
        return -1

    def find_in(self, text: str) -> list[tuple[int, int]]:
        """Where names of counties and above stand in ``text``: leftmost, longest, apart."""
        return [(begin, end) for _, begin, end in self._automaton.find_matches_as_indexes(text)]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        names = [n for n, rows in self.rows.items() if len(self._codes[rows[0]]) <= COUNTY]
        return ahocorasick_rs.AhoCorasick(sorted(names), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    @cached_property
    def _openings(self) -> frozenset[str]:
        """The first two characters of every name."""
        return frozenset({name[:2] for name in self.rows})


def index(*columns: Sequence[str]) -> dict[str, list[int]]:
    """The rows that have a name in one of the columns, in that order; empty cells are none."""
    found: dict[str, list[int]] = {}
    for column in columns:
        for row, name in enumerate(column):
            if name:
                found.setdefault(name, []).append(row)
    return found
