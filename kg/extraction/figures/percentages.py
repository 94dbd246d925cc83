"""Percentages in words: 百分之九十八, 六成以上."""

import re
from collections.abc import Iterator

from kg.extraction.common.particles import OF
from kg.extraction.figures.counts import PERCENT, Count
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE, DIGITS, chinese, positional

HALF = "半"
REACH = 4
"""Characters of the longest word before a number that makes it approximate."""
ONES = "一二两三四五六七八九"


class Percentages:
    """Their grammar, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        percent = any_of(vocabulary.words("number/percent-of"))
        self._hundredths = re.compile(
            rf"{percent}(?P<number>[{CHINESE}]{{1,4}})(?:点(?P<decimals>[{''.join(DIGITS)}]{{1,4}}))?"
        )
        names = ("approximate-after", "limit-beyond", "limit-within")
        roughly = any_of(word for name in names for word in vocabulary.words(f"number/{name}"))
        exact = vocabulary.words("number/not-approximate")
        before = (word for word in vocabulary.words("number/approximate-before") if word not in exact)
        self._about = re.compile(rf"{any_of(before)}\Z")
        behind = any_of(word for name in ("rise", "fall") for word in vocabulary.words(f"number/{name}"))
        self._tenths = re.compile(
            rf"(?<![{CHINESE}\d第])(?P<tenths>[{ONES}]){any_of(vocabulary.words('number/tenth'))}"
            rf"(?P<more>[{ONES}{HALF}])?(?P<tail>{roughly})?(?=[{CLAUSE}{OF}）\n]|{behind}|\Z)"
        )

    def counts(self, text: str, begin: int, end: int) -> Iterator[Count]:
        """Those in ``text[begin:end]``, left to right of each sort."""
        for match in self._hundredths.finditer(text, begin, end):
            whole, said = chinese(match["number"]), match["decimals"] or ""
            if whole is not None:
                value = float(f"{whole}.{''.join(str(positional(digit)) for digit in said)}")
                yield Count(match.start(), match.end(), value, PERCENT, len(said), False, not value)
        for match in self._tenths.finditer(text, begin, end):
            more = match["more"]
            ones = 5 if more == HALF else DIGITS[more] if more else 0
            value = float(10 * DIGITS[match["tenths"]] + ones)
            about = self._about.search(text, max(begin, match.start() - REACH), match.start())
            first = about.start() if about else match.start()
            yield Count(first, match.end(), value, PERCENT, 0, bool(about or match["tail"]))
