"""The place that a title or another line of a report's head names."""

import re
from functools import cache
from typing import NamedTuple

import rjieba

from kg.lexicon import divisions, ordinary
from kg.lexicon.boundary import straddled
from kg.lexicon.division import Division
from kg.lexicon.levels import COMMITTEE, SELF, STREET, SUBDISTRICT, above_towns, level_words
from kg.lexicon.suffixes import Level, endings, parts
from kg.model import PlaceName
from kg.model.alternation import any_of
from kg.reading.words import either, words

AWAY = 9
"""A deeper place's own name is at most so many characters longer than its suffix."""
LONGEST_OPENING = 12
"""The same of a zone's that opens a line: 盘锦辽滨沿海经济技术 + 开发区."""
LEVELS: tuple[Level, ...] = ("township", "county", "prefecture", "province")
BEFORE = above_towns() | frozenset("年度")
ASIDE = re.compile(r"\A（[^（）]{2,30}）")
"""What stands in brackets behind a name: （以下简称“经开区”）."""
LONGEST_LEAD = 24
"""Characters that may say under whose leadership, before the subject: 在市委、市政府领导下."""
SUBJECT_AFTER = 4
"""Characters after a subject that tell how the sentence goes on."""
AREA = "区"
NOT_FIRST = ("p", "r", "d", "v", "m")
"""Parts of speech that no name of a place begins with."""
GOES_ON = ("v", "vd", "d", "ad", "p", "i")
"""Those that follow a subject."""


class Head(NamedTuple):
    """The deepest place named, and what it may be."""

    name: str
    candidates: tuple[Division, ...]
    unknown: str
    """A place named inside it that no list has; then none of the candidates is meant."""


def head(line: str) -> Head | None:
    """Read the places of one line, each inside the one before: 鲤城区政府金龙街道办事处 names 金龙街道."""
    gazetteer = divisions.load()
    found: Head | None = None
    at = reached = 0
    while at < len(line):
        end = gazetteer.names.longest_at(line, at)
        name = line[at:end]
        if not end and (street := line.find(STREET, at, at + 9)) > at:
            end = street + len(STREET)
            name = line[at:street] + SUBDISTRICT
        candidates = gazetteer.by_name(name) if end and _begins(line, at, reached, name) else ()
        if not candidates or line[end - 1 : end + 1] in ordinary.words("tail"):
            at += 1
            continue
        if found:
            candidates = tuple(
                c for c in candidates if any(c != d and gazetteer.is_within(c, d) for d in found.candidates)
            )
        if candidates:
            found = Head(name, candidates, "")
            reached = end
        at = end
    if found is None:
        return None
    rest = line[reached:]
    if rest.startswith(COMMITTEE):  # 中共盘锦市委 + 盘锦市人民政府
        rest = rest[len(COMMITTEE) :].lstrip("、和 ").removeprefix(found.name)
    return found._replace(unknown=_unknown(rest, found.candidates[0]))


def _begins(line: str, at: int, reached: int, name: str) -> bool:
    """Whether a name can begin here: not in the middle of a longer name that no list has (东王家镇, 新江口镇)."""
    before = line[at - 1 : at]
    if at in (0, reached) or not "\u4e00" <= before <= "\u9fff":
        return True
    if name in ordinary.words("division") or straddled(line, at):
        return False
    return before in BEFORE or len(rjieba.cut(line[max(0, at - 4) : at], False)[-1]) > 1


def unlisted_place(line: str) -> PlaceName | None:
    """The place that a line opens with by its form alone, for one that no list has (西咸新区管委会…)."""
    match = _opening().match(line)
    if not match:
        return None
    name = match["name"]
    if _committee().match(name):
        return None  # 市委全面依法治市委员会 is a body, no city
    return _called(name)


def unlisted_zone(line: str) -> PlaceName | None:
    """The development zone, or another area that no town or county is, that a line opens with and no list has."""
    place = unlisted_place(line)
    return place if place and place.name.endswith(_zones()) else None


@cache
def _zones() -> tuple[str, ...]:
    """What names of development zones end in: 开发区, 度假区."""
    return tuple(e for e in endings("county") if len(e) > 1 and e.endswith(AREA))


def opening_subject(body: str) -> PlaceName | None:
    """The place that a report's first sentence is about, by its form alone: 2023年，高新区 + a verb, an adverb, a preposition
    or 法治政府建设. Words of the genre's own (全区, 我区, 在市区) are no names; where no year stands before it, neither is one
    that no list has."""
    match = _subject().match(body)
    if not match:
        return None
    name, rest = match["name"], ASIDE.sub("", body[match.end() :], count=1)
    rest = _own_bodies().sub("", rest, count=1)
    after = rest[:SUBJECT_AFTER]
    if name[0] in SELF or name in ordinary.words("unit") or rjieba.tag(name)[0][1] in NOT_FIRST:
        return None
    if not (match["year"] or divisions.load().by_name(name)):
        return None
    goes_on = bool(after) and rjieba.tag(after)[0][1] in GOES_ON
    return _called(name) if goes_on or rest.startswith(words("genre")) else None


def _called(name: str) -> PlaceName | None:
    """A place of which the name is known, and by its ending the kind."""
    ended = next((p for level in LEVELS if (p := parts(name, level)).suffix), None)
    return PlaceName(name=name, kind=ended.kind) if ended else None


@cache
def _subject() -> re.Pattern[str]:
    suffixes = {e for level in LEVELS for e in endings(level)}
    return re.compile(
        rf"\s*(?P<year>\d{{4}}年度?(?:以来)?，)?(?:{either('leadership-opening')}[^，。]{{2,{LONGEST_LEAD}}}{either('leadership-end')}，){{0,2}}(?P<name>(?:[\u4e00-\u9fff]{{2,4}}[-—])?[\u4e00-\u9fff]{{2,{AWAY}}}?{any_of(suffixes)})"
        rf"(?![\u4e00-\u9fff]?{either('body-of-a-level')})"
    )


@cache
def _own_bodies() -> re.Pattern[str]:
    """The bodies of a place right behind its name, which speak for it: 盈浦街道 + 办事处, 练塘镇 + 党委、政府."""
    bodies = either("own-body")
    return re.compile(rf"\A{bodies}(?:[、和]{bodies}){{0,2}}")


@cache
def _committee() -> re.Pattern[str]:
    """A Party committee at the head of a line: 市委, 中共区委."""
    levels = any_of(word for word, meant in level_words().items() if meant.body)
    return re.compile(rf"(?:\w{{2}})?{levels}{COMMITTEE}")


@cache
def _opening() -> re.Pattern[str]:
    """A name that ends as divisions do, at the head of a title, before its government, its year or its genre."""
    suffixes = {e for level in LEVELS for e in endings(level)}
    return re.compile(
        rf"(?:\d{{4}}年度?)?(?:{either('about')})?(?P<name>[\u4e00-\u9fff]{{2,{LONGEST_OPENING}}}?{any_of(suffixes)})"
        rf"(?=\d{{4}}|{either('title-body', 'about', 'genre')})"
    )


def _unknown(rest: str, place: Division) -> str:
    """The deeper place that follows ``place``, if one does."""
    pattern = _deeper(place.level)
    match = pattern.match(rest) if pattern else None
    if not match or rest[match.end() - 1 : match.end() + 1] in ordinary.words("tail"):
        return ""
    if match.group().endswith(place.name):  # 沈阳市 + 人民政府关于沈阳市
        return ""
    return "" if match.group()[-2:] in ordinary.words("unit") else match.group()


@cache
def _deeper(level: Level) -> re.Pattern[str] | None:
    """A name such as would lie in a division of the level; development zones lie in counties too."""
    inside = {
        "province": endings("prefecture") + endings("county") + endings("township"),
        "prefecture": endings("county") + endings("township"),
        "county": _zones() + endings("township"),
    }.get(level)
    return re.compile(f"[\u4e00-\u9fff]{{1,{AWAY}}}?{any_of(inside)}") if inside else None
