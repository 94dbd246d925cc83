"""What is counted beside its name: 越语翻译 + 10名, 23名 + 牧区教师, 标准化询问室 + 1间, 普法夜校 + 32场."""

import re
from collections.abc import Iterable

from kg.extraction.common.amounts import amount
from kg.lexicon.vocabulary import Vocabulary
from kg.model import EntityType
from kg.model.alternation import any_of

LONGEST_COUNT = 10
"""Characters of a number and its measure word before a name."""


BEFORE = ("number/approximate-before", "boundary/before-a-sum")
"""Lists of words between a name and how many there are."""
TIMES = "次"
"""The last character of measure words of visits, which count no people (120人次)."""


class Counts:
    """How many there are of what a name of one sort calls, directly before or behind it."""

    def __init__(self, vocabulary: Vocabulary, measures: Iterable[str]) -> None:
        fill = any_of(w for list_ in BEFORE for w in vocabulary.words(list_))
        count = f"{amount(vocabulary)} ?{any_of(measures)}(?!{TIMES})"
        self._behind = re.compile(rf"”?{fill}{{0,2}} ?{count}")
        self._before = re.compile(rf"{count}“?\Z")

    def beside(self, text: str, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` is counted."""
        if self._behind.match(text, end):
            return True
        return self._before.search(text, max(0, begin - LONGEST_COUNT), begin) is not None


def counts_of_people(vocabulary: Vocabulary) -> Counts:
    """What people are counted in who are called by one name: 12名, 30余户."""
    return Counts(vocabulary, (m for m in vocabulary.measure_words("people") if not m.endswith(TIMES)))


def counts_of(vocabulary: Vocabulary) -> dict[EntityType, Counts]:
    """What people are counted in, and what other things that have a name are."""
    return {
        "Role": counts_of_people(vocabulary),
        "Programme": Counts(vocabulary, vocabulary.measure_words("places", "events", "things", "people")),
    }
