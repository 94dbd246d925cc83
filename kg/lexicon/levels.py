"""Level words, by which a report calls divisions without their names (全镇, 我区, 市委): ``kg/lexicon/data/levels.tsv``."""

from functools import cache
from typing import NamedTuple

from kg import resources
from kg.lexicon.division import Division

PROVINCE, CITY, COUNTY, ZONE, TOWN = range(1, 6)
"""How deep a division lies, as its level word says it: a county-level city calls itself 市 as a prefecture
does, and a development zone is 区 but has a 党工委 and a 管委会."""


OWN, WHOLE = ("我", "本"), "全"
"""What a report puts before the level word of its own division: 我镇, 本区, and 全市 for all of it."""
SELF = (WHOLE, *OWN)
SUBDISTRICT, STREET = "街道", "街"
"""A subdistrict, and what it is called for short."""
OF_A_LEVEL = "级"
"""It makes a level word say of which the next word is: 县级 + 行政执法机关, 街道级 + 河长."""
COMMITTEE = "委"
"""The Party committee of a level word: 县委."""


class LevelWord(NamedTuple):
    """What one word may mean."""

    levels: tuple[str, ...]
    """Levels of division (``township``, …) that it may mean."""
    rank: int
    """One of PROVINCE to TOWN."""
    own: bool
    """Whether it follows 我, 本 and 全."""
    body: bool
    """Whether it stands before 委, 政府 and the like."""
    name: str
    """What the names and the kinds of such divisions end with (街 in 街办 means a 街道)."""


@cache
def level_words() -> dict[str, LevelWord]:
    """Every level word, longer ones first."""
    lines = (resources.data() / "levels.tsv").read_text("utf-8").splitlines()[1:]
    rows = sorted((line.split("\t") for line in lines), key=lambda row: -len(row[0]))
    return {
        word: LevelWord(tuple(levels.split()), int(rank), own == "yes", body == "yes", name)
        for word, levels, rank, own, body, name in rows
    }


def means(word: str, division: Division) -> bool:
    """Whether a level word may mean the division: 县 a county, but not the town 旧县镇; 市 no town 新市镇; 区 an autonomous
    region (宁夏回族自治区) and a 地区 too."""
    meant = level_words().get(word)
    if meant is None or division.level not in meant.levels:
        return False
    named = division.level != "township" and division.name.endswith(meant.name)
    return named or division.kind == meant.name


def is_zone(division: Division) -> bool:
    """Whether it is a development zone among the townships, which calls itself 区 but has no 区委."""
    return division.level == "township" and division.kind == "区"


@cache
def above_towns() -> frozenset[str]:
    """The level words of one character by which no town calls itself: 省, 市, 县."""
    return frozenset(word for word, meant in level_words().items() if len(word) == 1 and meant.rank < TOWN)
