"""Towns that no list has, by their last word and by what stands around them: 新江口镇 + 司法所, 在 + 新江口镇、南海镇."""

import re
from typing import NamedTuple

import rjieba
from spacy.tokens import Doc

from kg.extraction.bodies.place_starts import PlaceStarts
from kg.extraction.bodies.village_names import PROPER_TAGS, ProperNames
from kg.extraction.bodies.village_signs import OPENS, VillageSigns
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import AT, OTHERS
from kg.extraction.common.spans import Candidate, Covering
from kg.extraction.common.words import Words
from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.unlisted import has_towns, is_listed, may_be_town, town_endings, unlisted
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import NAMED_PLACE, TOWN
from kg.reading.numerals import CHINESE

SHORTEST = 2
"""Characters of a town's name without its last word."""
FORMER = "原"
"""It stands before the name of a town that is no more."""
TAKEN_FOR = ("d", "f", "a", "n", "ng", "zg")
"""Parts of speech that the segmenter gives the first character of a name that opens a clause."""
NOUNS = frozenset(("n", "ns", "nz", "s"))
LEVELS = frozenset("省市区县乡镇村街")
NEVER_FIRST = frozenset("省市区县乡镇")
"""Levels that open a body's name (镇 + 城乡建设管理办公室), and seldom a town's."""
ELSEWHERE = ("national", "county", "prefecture", "parent")
"""Reaches of bodies that no town has."""


class _Town(NamedTuple):
    """What may be a town that no list has."""

    begin: int
    """Of its name, with its county's where that stands before it."""
    own: int
    """Of its own name."""
    end: int
    division: Division
    proper: bool
    """Its words are no nouns of the dictionary (桃源镇), which only a body, a village or a listed town beside it makes a name."""


class UnlistedTowns:
    """Finds them with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._starts, self._proper = PlaceStarts(vocabulary), ProperNames(vocabulary)
        self._signs = VillageSigns(vocabulary)
        self._plain = frozenset(vocabulary.words("boundary/word-of-no-town"))
        bodies = (c for c in vocabulary.of("InstitutionKind") if c.one("needsModifier") != "true")
        own = (label for c in bodies if c.one("reach") not in ELSEWHERE for label in c.labels)
        self._body = re.compile(any_of(label for label in own if len(label) >= SHORTEST))
        self._head = re.compile(any_of(town_endings()))
        village = any_of(label for c in vocabulary.of("PlaceHead") for label in c.labels)
        sort = any_of(vocabulary.words("boundary/sort-of-village"))
        self._village = re.compile(rf"[\u4e00-\u9fff]{{2,4}}?{village}")
        # The end of a list of villages: 张家镇、李家镇 + 等5个村.
        self._of_villages = re.compile(rf"{OTHERS}[\d{CHINESE}]{{0,3}}个?{sort}?{village}")

    def find(self, doc: Doc, named: list[Candidate]) -> list[Candidate]:
        """The towns of a text that are none of the places ``named``."""
        text, words = doc._.clean, doc._.analysis.words
        places, county = Covering(named), _county(doc._.home)
        found: list[_Town] = []
        unsure: list[_Town] = []
        for match in self._head.finditer(text):
            town = None if places.at(match.start()) else self._town(text, words, match, places, county)
            if town:
                (found if self._is_told(text, town) else unsure).append(town)
        proper = [t for t in unsure if t.proper and not self._of_villages.match(text, t.end)]
        found += _known(text, unsure, proper, found, _towns(named))
        return [
            Candidate(t.begin, t.end, "Division", t.division.kind, f"{TOWN}{t.division.key}") for t in found
        ]

    def _town(
        self, text: str, words: Words, head: re.Match[str], places: Covering, county: Division | None
    ) -> _Town | None:
        """What ends with the last word ``head`` and has the form of a name; in the county named before it, else in ``county``."""
        begin, end = head.span()
        if words.end[begin] > end and not (self._body.match(text, end) or self._village.match(text, end)):
            return None  # 美丽 + 乡村
        start = self._starts.of(text, words, begin, places)
        before = [c for c in (*places.inside(start, begin), *places.at(start - 1)) if c.end >= start]
        around = max(before, key=lambda c: (c.end, -c.begin), default=None)
        said = _division(around) if around else None
        if said and not has_towns(said):
            return None  # 三岔口 + 朝鲜族镇, of which the list has the short name
        start, first = (around.end, around.begin) if around else (start, start)
        inside = said or county
        if inside is None:
            return None
        if not said and inside.short and text.startswith(inside.short, start, begin - 1):
            start += len(inside.short)  # 松滋 + 新江口镇
        start += text.startswith(FORMER, start)
        left = text[start - 2 : start - 1] in OPENS and text[start - 1 : start].isalpha()
        start -= left and not around and words.tag[start - 1] in TAKEN_FOR  # 莫 + 力达苏木
        proper = self._proper.tell(text, words, start, begin, end)
        fits = self._fits(text, words, start, begin, end) and (
            proper or self._is_noun(text, words, start, begin)
        )
        if not fits or _is_listed(text[start:end], inside, bare=said is None):
            return None
        division = unlisted(text[start:end], inside)
        return _Town(first if said else start, start, end, division, proper)

    def _fits(self, text: str, words: Words, start: int, head: int, end: int) -> bool:
        """Whether ``text[start:end]`` has the form of a town's name, without words by which none is called, and does not end in
        a longer word of the dictionary (江南 + 水乡)."""
        own, last = text[start:head], words.begin[head]
        whole = start < last < head and words.tag[last] not in PROPER_TAGS
        if whole and len(rjieba.cut(text[last:end], False)) == 1:
            return False
        if (
            len(own) < SHORTEST
            or own[0] in NEVER_FIRST
            or not own.isalpha()
            or not may_be_town(text[start:end])
        ):
            return False
        return self._plain.isdisjoint((own, text[start:end], *rjieba.cut(own, False)))

    def _is_noun(self, text: str, words: Words, start: int, head: int) -> bool:
        """Whether ``text[start:head]`` is a word of the dictionary that may be a name (桃源), and fills the clause, or a list's
        item, up to there."""
        one = words.begin[start] == start and words.end[start] == head and words.tag[start] in NOUNS
        opens = text[start - 1 : start] in OPENS or text[start - 1 : start] in (AT, *SIGNS)
        return one and opens and text[start:head] not in self._signs.plain and text[head - 1] not in LEVELS

    def _is_told(self, text: str, town: _Town) -> bool:
        """Whether its county before it, or a body, a village or a deed behind it tells that it is a town."""
        if self._body.match(text, town.end) or (town.proper and town.begin < town.own):
            return True
        opens = text[town.own - 1 : town.own] in OPENS
        if not town.proper:
            return opens and self._village.match(text, town.end) is not None
        acts = (self._signs.honoured, self._signs.placed, self._signs.acting)
        does = any(sign.match(text, town.end) for sign in acts) or self._village.match(text, town.end)
        return text.endswith(AT, 0, town.own) or (opens and bool(does))


def _county(home: Division | None) -> Division | None:
    """The place in which the towns lie that a report names without more: the reporting county, or a town's."""
    if home is None or has_towns(home):
        return home
    return divisions.load().ancestors(home)[0] if home.level == "township" else None


def _division(place: Candidate) -> Division | None:
    """The division that a candidate names."""
    year, _, code = place.rule.removeprefix(NAMED_PLACE).partition("-")
    return divisions.load().get(code, int(year)) if code.isdigit() else None


def _is_listed(name: str, county: Division, *, bare: bool) -> bool:
    """Whether a list has a town of the name in the county, or, where the county is not said, near it: that may be meant."""
    gazetteer = divisions.load()
    near = gazetteer.ancestors(county)[0] if bare and county.level == "county" else county
    return is_listed(name, county) or any(gazetteer.is_within(d, near) for d in gazetteer.by_name(name))


def _towns(named: list[Candidate]) -> list[Candidate]:
    """Those of the places named that are towns."""
    return [c for c in named if (d := _division(c)) and d.level == "township"]


def _known(
    text: str, unsure: list[_Town], proper: list[_Town], found: list[_Town], listed: list[Candidate]
) -> list[_Town]:
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
