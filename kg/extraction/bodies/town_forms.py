"""What has the form of the name of a town that no list has, with the county that it is in: 松滋 + 新江口镇."""

import re
from typing import NamedTuple

import rjieba

from kg.extraction.bodies.place_starts import PlaceStarts
from kg.extraction.bodies.village_names import OF_NO_PLACE, PROPER_TAGS, ProperNames
from kg.extraction.bodies.village_signs import OPENS, VillageSigns
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import AT
from kg.extraction.common.spans import Candidate, Covering
from kg.extraction.common.words import Words
from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.unlisted import has_towns, is_listed, may_be_town, unlisted
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import NAMED_PLACE

SHORTEST = 2
"""Characters of a town's name without its last word."""
FORMER = "原"
"""It stands before the name of a town that is no more."""
TAKEN_FOR = ("d", "f", "a", "n", "ng", "zg")
"""Parts of speech that the segmenter gives the first character of a name that opens a clause."""
VERBS = frozenset(("v", "vn", "vd", "d", "c", "p"))
"""Parts of speech by which a town is called only where its county stands before it (督导镇), with those of adverbs."""
NOUNS = frozenset(("n", "ns", "nz", "s"))
LEVELS = frozenset("省市区县乡镇村街")
NEVER_FIRST = frozenset("省市区县乡镇")
"""Levels that open a body's name (镇 + 城乡建设管理办公室), and seldom a town's."""
ELSEWHERE = ("national", "county", "prefecture", "parent")
"""Reaches of bodies that no town has."""


class Town(NamedTuple):
    """What may be a town that no list has."""

    begin: int
    """Of its name, with its county's where that stands before it."""
    own: int
    """Of its own name."""
    end: int
    division: Division
    proper: bool
    """Its words are no nouns of the dictionary (桃源镇), which only a body, a village or a listed town beside it makes a name."""


class TownForms:
    """Reads them, with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._starts, self._proper = PlaceStarts(vocabulary), ProperNames(vocabulary)
        self.signs = VillageSigns(vocabulary)
        """What stands around names of places that no list has."""
        self._plain = frozenset(vocabulary.words("boundary/word-of-no-town"))
        self._never_last = vocabulary.words("boundary/never-last-of-a-town")
        verbs = (word for prop in vocabulary.properties.values() for word in prop.triggers)
        lists = ("light-verb", "verb-before-a-body", *OF_NO_PLACE)
        self._verbs = frozenset(
            (*verbs, *(w for name in lists for w in vocabulary.words(f"boundary/{name}")))
        )
        bodies = (c for c in vocabulary.of("InstitutionKind") if c.one("needsModifier") != "true")
        own = (label for c in bodies if c.one("reach") not in ELSEWHERE for label in c.labels)
        self.body = re.compile(any_of(label for label in own if len(label) >= SHORTEST))
        """A body of a town, behind its name."""
        village = any_of(label for c in vocabulary.of("PlaceHead") for label in c.labels)
        self.village = re.compile(rf"[\u4e00-\u9fff]{{2,4}}?{village}")
        """A village of a town, behind its name."""

    def town(
        self, text: str, words: Words, head: re.Match[str], places: Covering, county: Division | None
    ) -> Town | None:
        """What ends with the last word ``head`` and has the form of a name; in the county named before it, else in ``county``."""
        begin, end = head.span()
        if words.end[begin] > end and not (self.body.match(text, end) or self.village.match(text, end)):
            return None  # 美丽 + 乡村
        start = self._starts.of(text, words, begin, places)
        before = [c for c in (*places.inside(start, begin), *places.at(start - 1)) if c.end >= start]
        around = max(before, key=lambda c: (c.end, -c.begin), default=None)
        said = division_of(around) if around else None
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
        if not around and self._is_verb(text[start:begin]):
            return None  # 督导 + 镇司法所
        proper = self._proper.tell(text, words, start, begin, end)
        fits = self._fits(text, words, start, begin, end) and (
            proper or self._is_noun(text, words, start, begin)
        )
        if not fits or _is_listed(text[start:end], inside, bare=said is None):
            return None
        division = unlisted(text[start:end], inside)
        return Town(first if said else start, start, end, division, proper)

    def _is_verb(self, own: str) -> bool:
        """Whether what stands before the last word is a verb, of the vocabulary or of the dictionary."""
        return own in self._verbs or all(tag in VERBS for _, tag in rjieba.tag(own, False))

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
            or own.endswith(self._never_last)
            or not may_be_town(text[start:end])
        ):
            return False
        return self._plain.isdisjoint((own, text[start:end], *rjieba.cut(own, False)))

    def _is_noun(self, text: str, words: Words, start: int, head: int) -> bool:
        """Whether ``text[start:head]`` is a word of the dictionary that may be a name (桃源), and fills the clause, or a list's
        item, up to there."""
        one = words.begin[start] == start and words.end[start] == head and words.tag[start] in NOUNS
        opens = text[start - 1 : start] in OPENS or text[start - 1 : start] in (AT, *SIGNS)
        return one and opens and text[start:head] not in self.signs.plain and text[head - 1] not in LEVELS


def division_of(place: Candidate) -> Division | None:
    """The division that a candidate names."""
    year, _, code = place.rule.removeprefix(NAMED_PLACE).partition("-")
    return divisions.load().get(code, int(year)) if code.isdigit() else None


def _is_listed(name: str, county: Division, *, bare: bool) -> bool:
    """Whether a list has a town of the name in the county, or, where the county is not said, near it: that may be meant."""
    gazetteer = divisions.load()
    near = gazetteer.ancestors(county)[0] if bare and county.level == "county" else county
    return is_listed(name, county) or any(gazetteer.is_within(d, near) for d in gazetteer.by_name(name))
