"""Many literal strings found in one pass (Aho-Corasick), over characters, blind to quotation marks."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import ahocorasick_rs

QUOTES = "“”‘’\"'《》〈〉「」『』 \n"
"""Marks that come and go around the same name: 行政执法“三项制度”, 《民法典》."""

_MARK = re.compile(f"[{re.escape(QUOTES)}]")
_VARIANTS = (("（", "("), ("）", ")"), ("—", "-"), ("－", "-"), ("--", "-"))
_OPEN = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}


def fold_marks(name: str) -> str:
    """A name without quotation marks, blanks and typographic variants of brackets and dashes."""
    folded = unquoted(name)
    for variant, usual in _VARIANTS:
        folded = folded.replace(variant, usual)
    return folded


def unquoted(name: str) -> str:
    """``name`` without QUOTES."""
    return _MARK.sub("", name)  # str.translate takes eight times as long on Chinese


class Bare(NamedTuple):
    """A text without quotation marks and blanks, and where its characters stand in the full text."""

    full: str
    text: str
    origin: list[int]


def bare(full: str) -> Bare:
    """``full`` without QUOTES; ``origin[i]`` is the offset in ``full`` of character ``i`` of ``text``."""
    pieces = _MARK.split(full)
    origin: list[int] = []
    at = 0
    for piece in pieces:
        end = at + len(piece)
        origin += range(at, end)
        at = end + 1
    return Bare(full, "".join(pieces), origin)


Match = tuple[int, int, int]
"""A label found: half-open offsets in the full text, and the label's number in the matcher's list."""


class Matcher:
    """Finds labels in texts; the longest label wins where several begin at one place."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.labels = [unquoted(label) for label in labels]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.labels or ["\0"], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, text: Bare) -> list[Match]:
        """Non-overlapping matches, leftmost and longest, in order; a half-enclosed quotation is completed."""
        origin, found = text.origin, []
        for label, begin, end in self._automaton.find_matches_as_indexes(text.text):
            first, last = origin[begin], origin[end - 1] + 1
            if last - first > end - begin:  # there is a mark inside
                first, last = balanced(text.full, first, last)
            found.append((first, last, label))
        return found


def balanced(full: str, begin: int, end: int) -> tuple[int, int]:
    """The span with the quotation mark that closes one opened inside it, or opens one closed inside it."""
    inside = full[begin:end]
    for opening, closing in _OPEN.items():
        difference = inside.count(opening) - inside.count(closing)
        if difference > 0 and full[end : end + 1] == closing:
            return begin, end + 1
        if difference < 0 and full[begin - 1 : begin] == opening:
            return begin - 1, end
    return begin, end


class Cues:
    """Cue words with what they speak for; every occurrence counts, also inside and across one another."""

    def __init__(self, cues: Iterable[str]) -> None:
        self.cues = list(dict.fromkeys(cues))
        self._automaton = ahocorasick_rs.AhoCorasick(self.cues or ["\0"])

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(begin, end, cue) of every occurrence in ``text``, overlapping ones too."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(begin, end, self.cues[number]) for number, begin, end in found]
