"""Which division a name without its suffix means to one that reports: 松江 is 松江区 to a town of Shanghai."""

from functools import lru_cache

from kg.lexicon import ordinary
from kg.lexicon.division import Division
from kg.lexicon.divisions import load

LONGEST, SHORTEST = 4, 2
"""Characters of such a name."""


@lru_cache(maxsize=4096)
def nearby(short: str, home: Division | None) -> Division | None:
    """The only division called so among those that ``home`` lies in; else in its county, its city, its province, the country:
    the first of these that has one decides. Townships of other cities do not count; None where several are called so, and
    for ordinary words."""
    known = load()
    called = [] if short in ordinary.words("short") else known.by_short_name(short)
    chain = (home, *known.ancestors(home)) if home else ()
    for ring in (
        [d for d in called if d in chain],
        *([d for d in called if known.is_within(d, a)] for a in chain),
    ):
        near = [d for d in ring if d.level != "township" or _in_one_city(d, chain)]
        if near:
            return _only(near)
    return _only([d for d in called if d.level != "township"])


def _only(called: list[Division]) -> Division | None:
    """The only one, or the one that the others lie in (兰州新区 in 兰州市); None of several, or none."""
    whole = [d for d in called if not any(load().is_within(d, other) for other in called if other != d)]
    return whole[0] if len(whole) == 1 else None


def _in_one_city(town: Division, chain: tuple[Division, ...]) -> bool:
    return any(load().is_within(town, d) for d in chain if d.level in ("county", "prefecture"))
