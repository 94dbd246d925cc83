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
            return near[0] if len(near) == 1 else None
    far = [d for d in called if d.level != "township"]
    return far[0] if len(far) == 1 else None


def _in_one_city(town: Division, chain: tuple[Division, ...]) -> bool:
    return any(load().is_within(town, d) for d in chain if d.level in ("county", "prefecture"))
