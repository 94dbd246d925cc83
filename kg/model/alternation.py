"""Regular expressions of the words of a list."""

import re
from collections.abc import Iterable

NOTHING = "(?!)"
"""Matches nowhere: what a list without words finds."""


def any_of(words: Iterable[str], *, escape: bool = True) -> str:
    """A regular expression, a group of its own, that matches any of the words, the longest first.

    >>> any_of(["及", "以及"]), any_of([])
    ('(?:以及|及)', '(?!)')
    """
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    if not longest:
        return NOTHING
    return "(?:" + "|".join(re.escape(word) if escape else word for word in longest) + ")"


def compiled(words: Iterable[str]) -> re.Pattern[str]:
    """The same, compiled."""
    return re.compile(any_of(words))
