"""How many there are of something, as reports print it before the measure word; one pattern for all rules."""

from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.plain_number import LARGE
from kg.reading.numerals import BELOW_HUNDRED

DIGITS = r"\d[\d.]*"
SEVERAL = f"两{BELOW_HUNDRED[2:]}"
"""Numerals of a list's members."""
LONGEST_SUM = 8
"""Characters of the words that sum a row of quotations up (等十余个)."""


def amount(vocabulary: Vocabulary, number: str = DIGITS) -> str:
    """A regular expression, a group of its own, of a ``number`` and what belongs to it: 1.2万, 20余."""
    return rf"(?:(?:{number}){after(vocabulary)})"


def after(vocabulary: Vocabulary) -> str:
    """A regular expression of what may stand between a number and its measure word: 万 and 亿, and words that make it
    approximate; of nothing, too."""
    return rf"{any_of([*LARGE, *vocabulary.words('number/approximate-after')])}*"
