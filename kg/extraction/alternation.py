"""A pattern of the words of a list."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, longer ones first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
