"""What tells parts of a whole: words between them, and a bracket behind it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.extraction.common.joints import PAUSE
from kg.extraction.common.particles import AMONG
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import PERCENT, Count
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE

BRACKET = re.compile(rf"[^{CLAUSE}\n（）{PAUSE}]{{0,8}}（(?P<inside>[^（）\n]*)）")
"""A bracket behind a number: 43件（…）, 43件案件（…）."""


class Marks:
    """The words that tell parts of a whole, from the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, changes: Changes) -> None:
        parts = (*vocabulary.words("number/part-mark"), *vocabulary.words("number/listing-mark"))
        kinds = any_of(vocabulary.words("number/kind-mark"))
        self.by_kind = re.compile(rf"\A{AMONG[0]}|{any_of(parts)}|{kinds}$")
        """What says that the figures from here on are of the kinds of what was counted before."""
        self.contains = compiled((*parts, *vocabulary.words("number/containing")))
        """What says at the head of a bracket that the figures in it are parts of the one before it."""
        self.another_year = re.compile(rf"{changes.compared.pattern}|{changes.last_year.pattern}")
        """What says of a bracket that the figure before it is held against that of another year."""
        concepts = vocabulary.of("Indicator")
        notations = {c.id: c.notation for c in concepts}
        self.addends = {c.notation: {notations[a] for a in c.facts.get("addend", ())} for c in concepts}
        """Notation of each indicator → those of its parts, where the vocabulary tells them."""


def bracketed(text: str, marks: Marks, counts: Sequence[Count]) -> Iterator[tuple[int, int | None]]:
    """Where counts begin that stand in a bracket behind one with their measure word, and where that begins if they are its parts.

    Parts are several that add up to it or are less, or what the bracket says it contains; not what is compared with it
    (43件（上年40件，同比增加3件）), which is no whole either.
    """
    for k, whole in enumerate(counts):
        bracket = BRACKET.match(text, whole.end)
        if not bracket or whole.unit == PERCENT:
            continue
        last = bisect_left(counts, bracket.end(), k, key=attrgetter("begin"))
        inside = [one for one in counts[k + 1 : last] if one.plain_number.unit == whole.plain_number.unit]
        total = sum(one.plain_number.value for one in inside)
        several = len(inside) > 1 or marks.contains.match(bracket["inside"])
        if marks.another_year.search(bracket["inside"]):
            yield from ((one.begin, None) for one in inside)
        elif total == whole.plain_number.value or (total < whole.plain_number.value and several):
            yield from ((one.begin, whole.begin) for one in inside)
