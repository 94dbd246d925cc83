"""Names of bodies that mean several: 9个派出所, 人民调解委员会1286个, 司法所达到100%, 上海法院."""

import re

from kg.extraction.common.joints import SIGNS
from kg.lexicon.concept import Concept
from kg.lexicon.divisions import load
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE, natural

LONGEST_COUNT = 20
"""Characters of a number, its measure word and a grade in quotation marks."""
WIDE = ("province", "prefecture")
"""Levels of the places with several courts."""


class Many:
    """Tells them, with the words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        measures, sums = (
            any_of(vocabulary.words(f"boundary/{name}")) for name in ("measure-of-bodies", "before-a-sum")
        )
        number = rf"(?P<number>\d+|[{CHINESE}]+)余?多?{measures}"
        self._before = re.compile(rf"{number}(?:“[^“”]{{1,8}}”)?$")
        self._behind = re.compile(rf"{sums}?{number}(?=[{CLAUSE}{SIGNS}（）\n]|$)")
        self._share = re.compile(rf"{sums}\d+(?:\.\d+)?[%％]")
        self._named = {kind.label for kind in vocabulary.having("Kind", "eachNamed", "true")}
        self._levelled = {
            broader
            for kind in vocabulary.of("InstitutionKind")
            if kind.one("ofLevel")
            for broader in kind.broader
        }

    def is_said(self, text: str, start: int, begin: int, end: int, concept: Concept) -> bool:
        """Whether the name ``text[start:end]``, with the word of its kind at ``begin``, is one of several bodies."""
        if concept.kind in self._named or concept.one("eachNamed") == "true":
            before = self._before.search(text, max(0, start - LONGEST_COUNT), start)
            counts = (before, self._behind.match(text, end))
            if any(count and natural(count["number"]) != 1 for count in counts) or self._share.match(
                text, end
            ):
                return True
        short = text[begin:end] != concept.label and concept.id in self._levelled
        return short and any(place.level in WIDE for place in load().by_short_name(text[start:begin]))
