"""Towns that no list has: merged or renamed before the lists were made (新江口镇 of 松滋市, until 2020), or misspelt.

Each is a division of its own within the county that it is said to lie in.
"""

from functools import cache

from kg.lexicon import ordinary
from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.levels import SELF, level_words
from kg.lexicon.slugs import slug
from kg.lexicon.suffixes import endings, parts

LONGEST = 5
"""Characters of a town's own name; what its people are called comes on top (三洞水族乡)."""


def unlisted(name: str, around: Division) -> Division:
    """The town called ``name`` that lies in ``around`` and that no list has."""
    _, kind, short = parts(name, "township")
    return Division(
        code=f"{around.code}/{slug(name)}",
        year=around.year,
        name=name,
        level="township",
        kind=kind,
        short=short,
        parent=around.code,
    )


def may_be_town(name: str) -> bool:
    """Whether ``name`` has the form of a town's: words of its own before 镇, 乡, 街道 or 苏木, and no more levels (乡镇街道)."""
    ending, _, short = parts(name, "township")
    own = name.removesuffix(ending)
    if not ending.endswith(town_endings()) or not own or name in ordinary.words("unit"):
        return False
    inner = any(word in own[1:] for word in town_endings())  # 龙溪镇 + 龙镇村
    others = own.startswith((*SELF, *ordinary.words("said-of-towns")))  # 我镇, 各镇, 该街道
    return len(short or own) <= LONGEST and own not in level_words() and not others and not inner


def is_listed(name: str, county: Division) -> bool:
    """Whether a list has the town of a county by this name, or with or without its people's (三岔口朝鲜族镇 is 三岔口镇)."""
    _, kind, short = parts(name, "township")
    return any(
        d.name == name or (short and (d.kind, d.short) == (kind, short)) for d in load().children(county)
    )


@cache
def town_endings() -> tuple[str, ...]:
    """What the names of towns end with that are found by it: 镇, 乡, 街道; longest first."""
    kinds = tuple(
        word for word, meant in level_words().items() if meant.levels == ("township",) and meant.body
    )
    others = ordinary.words("no-town")
    return tuple(
        e for e in endings("township") if parts(f"一二{e}", "township").kind in kinds and e not in others
    )


def has_towns(place: Division) -> bool:
    """Whether towns lie directly in ``place``: in a county, and in a city that has no counties (东莞市)."""
    inside = load().children(place)
    return bool(inside) and all(inner.level == "township" for inner in inside)
