"""Short names of the towns around the division that reports, by which their bodies are called: 九龙湖 + 司法所."""

from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import ordinary
from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.endings import Endings

SHORTEST = 2
"""Characters of a short name that alone may be a town's."""


class Towns(NamedTuple):
    """Short names of the towns in the reporting division's county."""

    short: frozenset[str]
    ordinary: dict[str, str]
    """Those that are ordinary words too, by the full name: 花园 of 花园镇."""


@lru_cache(maxsize=64)
def _towns(home: Division) -> Towns:
    gazetteer = load()
    county = home if home.level != "township" else gazetteer.ancestors(home)[0]
    towns = [d for d in gazetteer.children(county) if d.level == "township" and len(d.short) >= SHORTEST]
    common = ordinary.words("short") - {home.short}
    own = {home.short} if home.level == "township" and len(home.short) >= SHORTEST else set()
    return Towns(
        frozenset(d.short for d in towns if d.short not in common) | own,
        {d.name: d.short for d in towns if d.short in common},
    )


def towns_around(home: Division | None, text: str) -> Endings:
    """Short names of the towns in the reporting division's county; one that is an ordinary word only where ``text`` has the
    full name."""
    if home is None:
        return Endings(())
    known = _towns(home)
    return Endings(known.short | {short for name, short in known.ordinary.items() if name in text})
