"""What a report says of where it is from: places named, level words (我镇, 区委), its number's letters."""

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from kg.lexicon import divisions, ordinary
from kg.lexicon.boundary import is_risky, straddled
from kg.lexicon.division import Division
from kg.lexicon.divisions import LONGEST
from kg.lexicon.levels import (
    CITY,
    COMMITTEE,
    COUNTY,
    PROVINCE,
    SELF,
    STREET,
    SUBDISTRICT,
    TOWN,
    WHOLE,
    ZONE,
    level_words,
)
from kg.lexicon.traditional import simplified
from kg.model import Outline
from kg.reading.words import either

NAMED = {"county": 4.0, "prefecture": 3.0, "province": 2.0}
"""What an ancestor is worth that is named in full, in the head or more than once; half that when only its
short name is used or its name is met once."""
ORGAN = 2.0
"""What it adds when the body speaks of the ancestor's committee or government."""
CHILDREN = 3
"""So many townships or counties of a candidate count at most, one point each."""
EARLY = 150
"""A place named in the first so many characters may be the report's own."""
TITLE = "《"
LEFT_OUT = SUBDISTRICT.removeprefix(STREET)
"""What the short name of a subdistrict leaves out."""
OFTEN = 3
AGAINST = 6.0
"""What another county's name in the report's head takes away."""

_WORDS = level_words()
_COUNTIES = frozenset(word for word in _WORDS if _WORDS[word].levels == ("county",) and _WORDS[word].body)
"""Level words of what lies above a town and cannot be a prefecture: 区, 县, 旗."""
_OWN = re.compile(
    rf"([{''.join(SELF)}])({'|'.join(word for word in _WORDS if _WORDS[word].own)})(?!{either('after-own-level')})"
)
_BODIES = "|".join(word for word in _WORDS if _WORDS[word].body)
_BODY = re.compile(rf"({_BODIES})(?:({either('organ-of-a-zone')})|{either('organ-of-a-level')})")
_ORGAN = re.compile(rf"{either('government')}|(?:{_BODIES})?{COMMITTEE}")
_STREET = re.compile(rf"{STREET}(?!{either('not-a-street')})")
"""What a subdistrict is called for short: 石门街 is 石门街道."""
_TOWN = re.compile("|".join(word for word in _WORDS if _WORDS[word].body and _WORDS[word].rank == TOWN))


class _Said(NamedTuple):
    """What a report says of one place."""

    points: float
    called: bool
    """It is not named in full, but its short name is used."""
    in_head: bool


class Evidence:
    """One report's evidence. ``text`` is in simplified characters."""

    def __init__(self, outline: Outline, text: str) -> None:
        self.outline, self.text = outline, text
        self._known: dict[str, _Said] = {}

    @cached_property
    def _hits(self) -> list[tuple[int, int]]:
        return divisions.load().find_in(self.text)

    @cached_property
    def named(self) -> Counter[str]:
        """How often the text names each county, prefecture and province, suffix included; whose rules it goes by
        (《河南省…规定》) counts twice."""
        text, tails, plain = self.text, ordinary.words("tail"), ordinary.words("division")
        found: Counter[str] = Counter()
        reached = 0
        for begin, end in self._hits:
            name, inner = text[begin:end], begin == reached
            reached = end
            if name in plain and not inner:
                continue  # 先锋城区, but 晋城市城区
            if text[end - 1 : end + 1] in tails or straddled(text, begin):
                continue
            if not (is_risky(name) and straddled(text, end)):
                found[name] += 2 if text[begin - 1 : begin] == TITLE else 1
        return found

    def puts_first(self, name: str) -> bool:
        """Whether the text may name a place as its own: early, in front of a title, as a superior, or often; and level
        words (我镇, 区委) of its level are used, where any are. A town that is named early and often needs none: its
        report may name the county's committee alone.
        """
        levels = {self.rank(division) for division in divisions.load().by_name(name)}
        early = name.removesuffix(LEFT_OUT) in self.text[:EARLY]
        often = (self.named + self.towns)[name] >= OFTEN
        if self.levels and levels.isdisjoint(self.levels):
            return levels == {TOWN} and often and early and not self.first_person
        return often or early or f"《{name}" in self.text or name in self.superiors

    @cached_property
    def superiors(self) -> set[str]:
        """The places whose committee or government the text names: 云安区委."""
        return {self.text[b:e] for b, e in self._hits if _ORGAN.match(self.text, e)}

    @cached_property
    def towns(self) -> Counter[str]:
        """How often the text names each township."""
        gazetteer, text, tails = divisions.load(), self.text, ordinary.words("tail")
        found: Counter[str] = Counter()
        reached = 0
        for match in _TOWN.finditer(text):
            end = match.end()
            begin = gazetteer.longest_to(text, end)
            name = text[begin:end]
            if begin < reached or text[end - 1 : end + 1] in tails or name in ordinary.words("division"):
                continue
            if name in found or not straddled(text, begin):
                found[name] += 1
                reached = end
        for match in _STREET.finditer(text):
            before = text[max(0, match.end() - LONGEST) : match.end()] + LEFT_OUT
            begin = gazetteer.longest_to(before, len(before))
            if begin >= 0:
                found[before[begin:]] += 1
        return found

    @cached_property
    def first_person(self) -> Counter[int]:
        """Rank → how often 我镇, 本区 and the like are said."""
        return Counter(_WORDS[unit].rank for own, unit in _OWN.findall(self.text) if own != WHOLE)

    @cached_property
    def levels(self) -> Counter[int]:
        """Rank → weight of all level words: 我镇 three, 全镇 and 镇党委 one."""
        weights: Counter[int] = Counter()
        for own, unit in _OWN.findall(self.text):
            weights[_WORDS[unit].rank] += 1 if own == WHOLE else 3
        for unit, zone in _BODY.findall(self.text):
            weights[ZONE if zone and unit == "区" else _WORDS[unit].rank] += 1
        return weights

    @cached_property
    def above(self) -> set[str]:
        """Level words of the committees and governments that a town's report names as its county's: 区 of 区委, but not of
        区管委会, which is a zone's; 市委 may be the prefecture's, and says nothing."""
        return {unit for unit, zone in _BODY.findall(self.text) if not zone} & _COUNTIES

    def fits_above(self, candidate: Division) -> bool:
        """Whether the county of a town is of the kind whose bodies the report names: under 区委 it is a district."""
        if candidate.level != "township" or not self.above:
            return True
        county = divisions.load().ancestors(candidate)[0]
        kinds = {place.kind for place in (county, *divisions.load().formers(county))}
        return any(kind.endswith(word) for kind in kinds for word in self.above)

    @cached_property
    def head(self) -> set[str]:
        """Counties, prefectures and provinces that title, issuer, addressee and letterhead name."""
        outline = self.outline
        parts = (outline.title, outline.issuer, outline.addressee, self.text[: outline.body_begin])
        joined = simplified("\n".join(part for part in parts if part))
        return {joined[b:e] for b, e in divisions.load().find_in(joined)}

    def calls(self, short: str) -> int:
        """How often the text uses a short name as a word of its own."""
        if not short or short in ordinary.words("short"):
            return 0
        spans = ((m.start(), m.end()) for m in re.finditer(re.escape(short), self.text))
        return sum(not straddled(self.text, b) and not straddled(self.text, e) for b, e in spans)

    def score(self, candidate: Division) -> float:
        """How well the places named in the report fit ``candidate``; each ancestor named speaks for it."""
        gazetteer = divisions.load()
        ancestors = gazetteer.ancestors(candidate)
        in_head = candidate.level != "township" and self._said(candidate).in_head
        total = 0.0
        for place in ancestors:
            said = self._said(place)
            in_head = in_head or said.in_head
            total += said.points
            if said.called and place.short not in candidate.name:
                total += NAMED[place.level] / 2
        if self.head and not in_head:
            total -= AGAINST
        if candidate.level != "township":
            children = (child.name in self.text for child in gazetteer.children(candidate))
            total += min(CHILDREN, sum(children))
        return total + self._number(candidate, ancestors)

    def _said(self, place: Division) -> _Said:
        """What the report says of a county, prefecture or province."""
        said = self._known.get(place.key)
        if said is None:
            gazetteer = divisions.load()
            formers = (former.name for former in gazetteer.formers(place))
            names = {place.name, *gazetteer.other_names(place), *formers}
            superior, in_head = not names.isdisjoint(self.superiors), not names.isdisjoint(self.head)
            often = sum(self.named[name] for name in names)
            points = (
                NAMED[place.level] if superior or in_head or often > 1 else often * NAMED[place.level] / 2
            )
            called = not points and place.short in self.text and self.calls(place.short) > 0
            said = self._known[place.key] = _Said(points + ORGAN * superior, called, in_head)
        return said

    def _number(self, candidate: Division, ancestors: tuple[Division, ...]) -> float:
        """One point when the number's letters are of the candidate's name and of its county's (宝月府)."""
        letters = (self.outline.doc_number or "").partition("〔")[0]
        own = set(candidate.name) & set(letters)
        return float(bool(own and ancestors and set(ancestors[0].name) & set(letters) - own))

    def rank(self, division: Division) -> int:
        """The rank of the level word by which a division calls itself."""
        if division.level == "province":
            return CITY if division.kind == "直辖市" else PROVINCE
        if division.level == "township":
            return TOWN
        return CITY if division.level == "prefecture" or division.kind == "市" else COUNTY
