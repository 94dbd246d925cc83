"""The divisions that a text names, by where they begin and end: what the names of bodies begin with."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.extraction.common.spans import Candidate, Covering


class Placed:
    """Some divisions, looked up by their edges."""

    def __init__(self, divisions: Sequence[Candidate]) -> None:
        self.begin_of = {c.end: c.begin for c in divisions}
        """Where the division begins that ends at an offset."""
        self.begins = frozenset(self.begin_of.values())
        self._ends = sorted(self.begin_of)
        self._covering = Covering(divisions)

    def first(self, start: int, begin: int) -> int:
        """``start``, or where a division begins that ends between it and ``begin`` and is part of the phrase's first word:
        it belongs to the name as a whole."""
        ends = self._ends[bisect_left(self._ends, start) : bisect_right(self._ends, begin)]
        return min([start, *(self.begin_of[end] for end in ends)])

    def across(self, begin: int, end: int) -> int:
        """``begin``, or where a division begins that goes on behind it and ends inside ``end``."""
        return next((c.begin for c in self._covering.at(begin) if c.begin < begin and c.end <= end), begin)
