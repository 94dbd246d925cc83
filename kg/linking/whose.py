"""Whose a body of the vocabulary is: the nation's, the place's that its name says, or that of one which has such bodies."""

from enum import Enum, auto
from typing import NamedTuple

from kg.lexicon.bureaus import national_names
from kg.lexicon.concept import Concept
from kg.lexicon.division import Division
from kg.lexicon.levels import SUBDISTRICT, level_words
from kg.linking.context import Context
from kg.linking.keys import NATION


class Why(Enum):
    """Why a body is this place's."""

    NATIONAL = auto()
    """The country has one (国务院)."""
    PROPER = auto()
    """A proper name tells it from others of the kind; unique in its place, or everywhere (上海青衡律师事务所)."""
    NAMED = auto()
    """The name says the place: 崇明区 + 司法局, 镇 + 司法所."""
    COUNTY = auto()
    """No town has one: 政协 is its county's."""
    ELECTED = auto()
    """No subdistrict elects one: 人大 is its district's."""
    PREFECTURE = auto()
    """Only a prefecture has one: 行署."""
    PARENT = auto()
    """The level that is told inside the name: 依法治区办 is the district's."""
    OWN = auto()
    """The name says no place: it is the reporting division's."""
    UNPLACED = auto()
    """The name says no place, and the reporting division is not known."""
    NO_LEVEL = auto()
    """The reporting division lies in none of the level that the name says: 县司法局 in a district's town."""


class Whose(NamedTuple):
    """The owner of a body, and why."""

    why: Why
    place: Division | None
    """None: the nation, or a place that is not known."""
    scope: str
    """In which the body's name is unique."""
    rest: str
    """The body's name without the place."""


def whose(concept: Concept, words: str, context: Context) -> Whose:
    """Whose body of this kind is meant by ``words``."""
    places = context.places
    proper, national = concept.one("needsModifier") == "true", concept.one("reach") == "national"
    if national and not proper:
        return Whose(Why.NATIONAL, None, NATION, words)
    part = "" if proper else _part_of_the_nations(words, context)
    place, rest, stated = places.split(part or words, concept.labels)
    if part and not stated:
        return Whose(Why.PROPER, None, NATION, words)
    if proper and (national or not stated):
        # every town has its 中心小学
        scope = NATION if national or places.begins_with_place(words) else context.scope
        return Whose(Why.PROPER, None, scope, words)
    if stated:
        return _of(Why.NAMED, place, rest, context)
    above = _above(concept, words, context)
    if above:
        return _of(*above, rest, context)
    if places.home is None:
        return _of(Why.UNPLACED, None, rest, context)
    return _of(Why.OWN if place else Why.NO_LEVEL, place, rest, context)


def _part_of_the_nations(words: str, context: Context) -> str:
    """What a name goes on with behind that of a body of the country: 最高人民法院 + 第一巡回法庭, which is the country's, and
    国家税务总局 + 青浦区税务局, which is its place's; empty for other names."""
    known = national_names(context.vocabulary)
    if not words.startswith(known):
        return ""
    whole = next(name for name in known if words.startswith(name))
    return words[len(whole) :]


def _of(why: Why, place: Division | None, rest: str, context: Context) -> Whose:
    return Whose(why, place, place.key if place else context.scope, rest)


def _above(concept: Concept, words: str, context: Context) -> tuple[Why, Division] | None:
    """The place above that has a body of this kind where the reporting one has none: in a town's report 政协 is its county's,
    in a subdistrict's 人大 too (人大街道工委 is its own), 行署 its prefecture's, and 依法治区办 that of the level that its name
    tells inside it."""
    home, reach = context.places.home, concept.one("reach")
    if reach == "parent":
        levels = (char for char in words if char in level_words())
        told = next((at for char in levels if (at := context.places.at_level(char))), None)
        return (Why.PARENT, told) if told else None
    if reach == "prefecture":
        at = next((d for d in context.places.chain if d.level == "prefecture"), None)
        return (Why.PREFECTURE if at is not home else Why.OWN, at) if at else None
    subdistrict = home is not None and home.kind == SUBDISTRICT
    county = next((d for d in context.places.chain if d.level != "township"), None)
    if county is None or not (reach == "county" or (reach == "elected" and subdistrict)):
        return None
    why = Why.COUNTY if reach == "county" else Why.ELECTED
    return Why.OWN if county is home else why, county
