"""Where a text names administrative divisions, and which one each name means.

It stands in this room because the extractor needs it and may not reach into linking, which offers it too.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from kg.lexicon import divisions, ordinary
from kg.lexicon.boundary import BARE, is_risky, straddled
from kg.lexicon.division import Division
from kg.lexicon.levels import STREET, SUBDISTRICT
from kg.lexicon.traditional import simplified
from kg.model.alternation import any_of

DISTINCT = 4
"""Characters of a town's full name that is no other word, whatever its last character makes with the next (者米拉祜族乡 +
下新寨村)."""


SHORTEST_COMMUNITY, LONGEST_COMMUNITY = 2, 5
"""Characters of a community's name without its last word."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")
YEAR_AND_ONE = 5
"""Characters of a year with the one behind its digits."""


class _Local(NamedTuple):
    """What is named without its county in the reports of one division."""

    lineage: tuple[Division, ...]
    """The division and its ancestors, nearest first."""
    targets: dict[str, Division]
    """Names, and short names of the lineage."""
    streets: dict[str, Division]
    """Subdistricts around it by what a street may be called too: 宗关街 for 宗关街道."""
    automaton: ahocorasick_rs.AhoCorasick


def mentioned_divisions(clean: str, home: Division | None) -> list[tuple[int, int, Division]]:
    """Half-open spans of ``clean`` (code points) that name divisions, in order, not overlapping.

    A name with its parents before it (上海市宝山区月浦镇) is one span. Counties and above are found anywhere
    by their name with suffix; townships in the county of ``home`` (the reporting division) or right after
    their county's name; short names (宝山, 上海) only of ``home`` and its ancestors. Of the places that bear
    a name, the one in the narrowest of home's ancestors that has any is meant, if that has just one.
    """
    text = simplified(clean)
    local = _local(home) if home else None
    if local and not _says_streets(text, local):
        local = local._replace(streets={})
    found: list[tuple[int, int, Division]] = []
    reached = 0
    for begin, end in _hits(text, local):
        if text[end - 1 : end + 1] in ordinary.words("tail"):
            end -= 1  # 上海 + 市场, not 上海市 + 场
        if begin < reached or end - begin < BARE:
            continue
        before = found[-1][2] if found and found[-1][1] == begin else None
        division = _resolved(text, begin, end, before, local)
        if division is None:
            continue
        end, division = _with_township(text, end, division)
        if before and division != before and divisions.load().is_within(division, before):
            begin = found.pop()[0]
        found.append((begin, end, division))
        reached = end
    return found


def _hits(text: str, local: _Local | None) -> list[tuple[int, int]]:
    """Where names may stand: by begin, longest first."""
    hits = set(divisions.load().names.find_in(text))
    if local:
        hits.update((begin, end) for _, begin, end in local.automaton.find_matches_as_indexes(text))
    return sorted(hits, key=lambda hit: (hit[0], -hit[1]))


def _resolved(
    text: str, begin: int, end: int, before: Division | None, local: _Local | None
) -> Division | None:
    """The division that ``text[begin:end]`` names; ``before`` is the one named directly before it."""
    gazetteer = divisions.load()
    name = text[begin:end]
    candidates = [d for d in gazetteer.by_name(name) if d.level != "township"]
    target = local.targets.get(name) or local.streets.get(name) if local else None
    if before:
        named = (d for d in (target, *candidates) if d and d != before)
        inside = {d.key: d for d in named if gazetteer.is_within(d, before)}
        if inside:
            return inside.popitem()[1] if len(inside) == 1 else None
    risky = is_risky(name)
    if local and target in local.lineage and name == target.name:
        return None if risky and straddled(text, begin) else target
    if straddled(text, begin) or (risky and not target) or (not target and _is_counted(text, begin)):
        return None
    if target:
        whole = name == target.name and len(name) >= DISTINCT
        doubtful = name in ordinary.words("division") or (not whole and straddled(text, end))
        return None if doubtful else target
    return _nearest(candidates, local) or _by_township(text, end, candidates)


def _is_counted(text: str, at: int) -> bool:
    """Whether a number that is no year stands directly before ``at``: 148 + 项城市 + 管理标准."""
    return text[at - 1 : at].isdigit() and not YEAR.search(text, max(0, at - YEAR_AND_ONE), at)


def _nearest(candidates: list[Division], local: _Local | None) -> Division | None:
    """The only candidate in the country, or in the narrowest ancestor of home that has any."""
    if len(candidates) == 1:
        return candidates[0]
    for place in local.lineage if local else ():
        inside = [d for d in candidates if divisions.load().is_within(d, place)]
        if inside:
            return inside[0] if len(inside) == 1 else None
    return None


def _by_township(text: str, end: int, candidates: list[Division]) -> Division | None:
    """The only candidate that has the township named right after it."""
    having = [d for d in candidates if _with_township(text, end, d)[1] != d]
    return having[0] if len(having) == 1 else None


def _with_township(text: str, end: int, division: Division) -> tuple[int, Division]:
    """The division and the offset after it, or those of the township in it that is named right after it."""
    gazetteer = divisions.load()
    stop = gazetteer.names.longest_at(text, end)
    towns = (d for d in gazetteer.by_name(text[end:stop]) if d.level == "township" and d != division)
    inside = [d for d in towns if gazetteer.is_within(d, division)]
    return (stop, inside[0]) if len(inside) == 1 else (end, division)


@lru_cache(maxsize=256)
def _local(home: Division) -> _Local:
    gazetteer = divisions.load()
    lineage = (home, *gazetteer.ancestors(home))
    county = lineage[1] if home.level == "township" else home
    towns = [d for d in gazetteer.children(county) if d.level == "township"]
    shorts = [(name, d) for d in lineage for name in (d.short, *_street(d)) if name]
    often = Counter(name for name, _ in shorts)
    targets = {name: d for d in towns for name in (d.name, *gazetteer.other_names(d))}
    targets |= {n: d for n, d in shorts if often[n] == 1 and n not in ordinary.words("short")}
    targets |= {name: d for d in lineage for name in (d.name, *gazetteer.other_names(d))}
    streets = {name: d for d in towns for name in _street(d) if name not in targets}
    longest = ahocorasick_rs.MatchKind.LeftmostLongest
    names = sorted(targets.keys() | streets.keys())
    return _Local(lineage, targets, streets, ahocorasick_rs.AhoCorasick(names, matchkind=longest))


def _says_streets(text: str, local: _Local) -> bool:
    """Whether the text calls the subdistricts around it streets: one of them has a body or a community (宗关街 + 司法所)."""
    return any(name in text and _bodies_of(name).search(text) for name in local.streets)


@lru_cache(maxsize=1024)
def _bodies_of(street: str) -> re.Pattern[str]:
    body, community = (any_of(ordinary.words(use)) for use in ("of-a-subdistrict", "community"))
    name = rf"[\u4e00-\u9fff]{{{SHORTEST_COMMUNITY},{LONGEST_COMMUNITY}}}"
    return re.compile(rf"{re.escape(street)}(?:{body}|{name}{community})")


def _street(division: Division) -> tuple[str, ...]:
    """琶洲街 for 琶洲街道."""
    street = division.kind == SUBDISTRICT and division.name.endswith(SUBDISTRICT)
    return (division.name.removesuffix(SUBDISTRICT) + STREET,) if street else ()
