"""Towns that no list has, by their last word and by what stands around them: 新江口镇 + 司法所, 在 + 新江口镇、南海镇."""

import re

from spacy.tokens import Doc

from kg.extraction.bodies.town_forms import Town, TownForms, division_of
from kg.extraction.bodies.village_signs import OPENS
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import AT, OTHERS
from kg.extraction.common.spans import Candidate, Covering
from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.unlisted import has_towns, town_endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import TOWN
from kg.reading.numerals import CHINESE


class UnlistedTowns:
    """Finds them with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._forms = TownForms(vocabulary)
        self._head = re.compile(any_of(town_endings()))
        village = any_of(label for c in vocabulary.of("PlaceHead") for label in c.labels)
        sort = any_of(vocabulary.words("boundary/sort-of-village"))
        self._of_villages = re.compile(rf"{OTHERS}[\d{CHINESE}]{{0,3}}个?{sort}?{village}")
        """The end of a list of villages: 张家镇、李家镇 + 等5个村."""

    def find(self, doc: Doc, named: list[Candidate]) -> list[Candidate]:
        """The towns of a text that are none of the places ``named``."""
        text, words = doc._.clean, doc._.analysis.words
        places, county = Covering(named), _county(doc._.home)
        found: list[Town] = []
        unsure: list[Town] = []
        for match in self._head.finditer(text):
            town = None if places.at(match.start()) else self._forms.town(text, words, match, places, county)
            if town:
                (found if self._is_told(text, town) else unsure).append(town)
        proper = [t for t in unsure if t.proper and not self._of_villages.match(text, t.end)]
        found += _known(text, unsure, proper, found, _towns(named))
        return [
            Candidate(t.begin, t.end, "Division", t.division.kind, f"{TOWN}{t.division.key}") for t in found
        ]

    def _is_told(self, text: str, town: Town) -> bool:
        """Whether its county before it, or a body, a village or a deed behind it tells that it is a town."""
        if self._forms.body.match(text, town.end) or (town.proper and town.begin < town.own):
            return True
        opens = text[town.own - 1 : town.own] in OPENS
        if not town.proper:
            return opens and self._forms.village.match(text, town.end) is not None
        acts = (self._forms.signs.honoured, self._forms.signs.placed, self._forms.signs.acting)
        does = any(sign.match(text, town.end) for sign in acts) or self._forms.village.match(text, town.end)
        return text.endswith(AT, 0, town.own) or (opens and bool(does))


def _county(home: Division | None) -> Division | None:
    """The place in which the towns lie that a report names without more: the reporting county, or a town's."""
    if home is None or has_towns(home):
        return home
    return divisions.load().ancestors(home)[0] if home.level == "township" else None


def _towns(named: list[Candidate]) -> list[Candidate]:
    """Those of the places named that are towns."""
    return [c for c in named if (d := division_of(c)) and d.level == "township"]


def _known(
    text: str, unsure: list[Town], proper: list[Town], found: list[Town], listed: list[Candidate]
) -> list[Town]:
    """Those of ``unsure`` that are told elsewhere, or that a pause or a conjunction joins to another town, also one of the
    ``proper`` ones among them."""
    told = {town.division for town in found}
    begins = {*(c.begin for c in listed), *(t.begin for t in (*found, *proper))}
    ends = {*(c.end for c in listed), *(t.end for t in found)}
    sure = []
    for town in unsure:
        before, after = (text[at : at + 1] in SIGNS for at in (town.begin - 1, town.end))
        if town.division in told or (after and town.end + 1 in begins) or (before and town.begin - 1 in ends):
            sure.append(town)
            ends.add(town.end)
    return sure
