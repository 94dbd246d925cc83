"""Numbers dealt out of which only the last has the measure word, or all of it: 分别提高 + 3.2、4.5个 + 和2.8个百分点."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.common.clauses import CLAUSE_END
from kg.extraction.common.joints import JOINTS
from kg.extraction.figures.counts import Count
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.reading.numerals import arabic, decimals

LONGEST_NUMBER = 12
"""Characters of a number and the mark behind it."""
REACH = 40
"""Characters before the first number in which it is said that they are dealt out."""


class SharedUnits:
    """Finds them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._apart = compiled(vocabulary.words("number/one-by-one"))
        self._before = re.compile(
            rf"(?<![\d.．,])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,8}}(?:\.\d{{1,8}})?)(?P<first>[^\W\d])?(?:{any_of(JOINTS)})\Z"
        )

    def among(self, text: str, counts: Sequence[Count]) -> Iterator[Count]:
        """The numbers before ``counts``, in no order, that share their measure word."""
        for count in counts:
            shared, at = [], count.begin
            while number := self._before.search(text, max(0, at - LONGEST_NUMBER), at):
                if not self._begins(count.unit, number["first"]):
                    break
                shared.append(number)
                at = number.start()
            if not shared or not self._dealt(text, at):
                continue
            for number in shared:
                value = arabic(number[1])
                if value is not None:
                    digits = decimals(number[1])
                    end = number.end("first" if number["first"] else 1)
                    yield count._replace(begin=number.start(1), end=end, value=float(value), digits=digits)

    def _begins(self, unit: str | None, word: str | None) -> bool:
        """Whether what stands behind a number before is nothing, or the first character of the last one's (个百分点)."""
        return word is None or (unit is not None and len(unit) > 1 and unit.startswith(word))

    def _dealt(self, text: str, at: int) -> bool:
        """Whether the clause of the first number, at ``at``, says that they are dealt out."""
        near = max(0, at - REACH)
        breaks = [mark.end() for mark in CLAUSE_END.finditer(text, near, at)]
        return self._apart.search(text, breaks[-1] if breaks else near, at) is not None
