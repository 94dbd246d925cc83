"""What a report says of where it is from: places named, level words (我镇, 区委), its number's letters."""

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.levels import CITY, COUNTY, PROVINCE, TOWN
from kg.lexicon.traditional import simplified
from kg.linking import said_levels, said_places
from kg.linking.said_levels import ORGAN
from kg.linking.said_places import LEFT_OUT
from kg.model import Outline

NAMED = {"county": 4.0, "prefecture": 3.0, "province": 2.0}
"""What an ancestor is worth that is named in full, in the head or more than once; half that when only its
short name is used or its name is met once."""
SUPERIOR = 2.0
"""What it adds when the body speaks of the ancestor's committee or government."""
CHILDREN = 3
"""So many townships or counties of a candidate count at most, one point each."""
EARLY = 150
"""A place named in the first so many characters may be the report's own."""
OFTEN = 3
"""Times that a text names a place which it is likely about."""
AGAINST = 6.0
"""What another county's name in the report's head takes away."""


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
        return divisions.load().names.find_in(self.text)

    @cached_property
    def named(self) -> Counter[str]:
        """How often the text names each county, prefecture and province."""
        return said_places.above_towns(self.text, self._hits)

    @cached_property
    def towns(self) -> Counter[str]:
        """How often the text names each township."""
        return said_places.towns(self.text)

    @cached_property
    def superiors(self) -> set[str]:
        """The places whose committee or government the text names: 云安区委."""
        return {self.text[b:e] for b, e in self._hits if ORGAN.match(self.text, e)}

    @cached_property
    def first_person(self) -> Counter[int]:
        """Rank → how often 我镇, 本区 and the like are said."""
        return said_levels.first_person(self.text)

    @cached_property
    def levels(self) -> Counter[int]:
        """Rank → weight of all level words."""
        return said_levels.weights(self.text)

    @cached_property
    def above(self) -> set[str]:
        """Level words of what a town's report names as its county's."""
        return said_levels.above(self.text)

    @cached_property
    def head(self) -> set[str]:
        """Counties, prefectures and provinces that title, issuer, addressee and letterhead name."""
        outline = self.outline
        parts = (outline.title, outline.issuer, outline.addressee, self.text[: outline.body_begin])
        joined = simplified("\n".join(part for part in parts if part))
        return {joined[b:e] for b, e in divisions.load().names.find_in(joined)}

    @cached_property
    def visited(self) -> str:
        """What is said of the leader's words, which reports of the province cite that he spoke of."""
        return said_places.visited(self.text)

    def before(self, town: str) -> set[str]:
        """The places that the text names directly before a town: 松滋市 + 新江口镇."""
        return {self.text[b:e] for b, e in self._hits if self.text.startswith(town, e)}

    def calls(self, short: str) -> int:
        """How often the text uses a short name as a word of its own."""
        return said_places.calls(self.text, short)

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

    def fits_above(self, candidate: Division) -> bool:
        """Whether the county of a town is of the kind whose bodies the report names: under 区委 it is a district."""
        if candidate.level != "township" or not self.above:
            return True
        county = divisions.load().ancestors(candidate)[0]
        kinds = {place.kind for place in (county, *divisions.load().formers(county))}
        return any(kind.endswith(word) for kind in kinds for word in self.above)

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
            if place.level == "province" and place.short in self.visited:
                points = max(points, NAMED[place.level])  # 习近平总书记视察 + 吉林 + 重要讲话
            called = not points and place.short in self.text and self.calls(place.short) > 0
            said = self._known[place.key] = _Said(points + SUPERIOR * superior, called, in_head)
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
