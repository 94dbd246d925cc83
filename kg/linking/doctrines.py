"""Spirits of congresses and plenums, spelled in one way: 二十届二中、三中全会的精神 is 党的二十届二中、三中全会精神, of which
each plenum's is a part."""

import re
from typing import NamedTuple

from kg.lexicon.vocabulary import Vocabulary
from kg.reading.numerals import NUMERAL

PARTY, SPIRIT = "党的", "精神"
_NAME = re.compile(rf"(?:{PARTY})?(?P<core>(?P<number>{NUMERAL})[大届][^大届]*?)的?{SPIRIT}")
_PLENUM = re.compile("[一二三四五六七八九]中")


class Spirit(NamedTuple):
    """A doctrine of the whole country."""

    name: str
    """As it is spelled for all reports."""
    parts: tuple[str, ...]
    """Identifiers of concepts of the vocabulary, when it joins two or more."""


def spirit(name: str, vocabulary: Vocabulary) -> Spirit:
    """What ``name`` means; one that speaks of no congress is only itself."""
    match = _NAME.fullmatch(name)
    if not match:
        return Spirit(name, ())
    plenums = _PLENUM.findall(match["core"])
    singles = (f"{PARTY}{match['number']}届{plenum}全会{SPIRIT}" for plenum in plenums if len(plenums) > 1)
    known = (vocabulary.labelled("Doctrine", (single,)) for single in singles)
    return Spirit(f"{PARTY}{match['core']}{SPIRIT}", tuple(concept.id for concept in known if concept))
