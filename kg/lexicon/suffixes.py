"""What the end of a division's name says: its kind, and its short name (延边朝鲜族自治州 → 延边)."""

import re
from functools import cache
from typing import Literal, NamedTuple

from kg import resources
from kg.model.alternation import any_of

Level = Literal["province", "prefecture", "county", "township"]
SHORTEST = 2
"""Characters that a short name must have: 沛县 and 杨镇 have none."""


class Parts(NamedTuple):
    """A division's name taken apart."""

    suffix: str
    """``自治县``; empty when the name ends like none of its level (七农场)."""
    kind: str
    """A label of the kinds of Division: ``县``."""
    short: str
    """Without suffix and peoples' names; empty when nothing usable is left."""


def parts(name: str, level: Level) -> Parts:
    """Take ``name`` apart by the longest suffix that its level knows; all empty when it knows none."""
    for suffix, kind, shortens, least in _suffixes()[level]:
        size = len(name) - len(suffix)
        if size >= least and name.endswith(suffix):
            usable = shortens and size >= SHORTEST
            return Parts(suffix, kind, _without_peoples(name[:size]) if usable else "")
    return Parts("", "", "")


def is_suffix(name: str, level: Level) -> bool:
    """Whether ``name`` is nothing but a suffix: the lists have a 街道 called 街道."""
    return any(name == row[0] for row in _suffixes()[level])


def endings(level: Level) -> tuple[str, ...]:
    """The suffixes of a level, longest first."""
    return tuple(row[0] for row in _suffixes()[level] if row[0])


def _without_peoples(stem: str) -> str:
    """积石山保安族东乡族撒拉族 → 积石山; a mere people's name loses 族 only (东乡族 → 东乡)."""
    found = _peoples().search(stem)
    if found and found.start() >= SHORTEST:
        return stem[: found.start()]
    return stem.removesuffix("族") if found and found.start() == 0 else stem


@cache
def _suffixes() -> dict[str, list[tuple[str, str, bool, int]]]:
    """Suffix, kind, whether the name without it is a short name, and the fewest characters that must stand
    before it (万柏林区 is no 林区); by level, longest suffix first.
    """
    table: dict[str, list[tuple[str, str, bool, int]]] = {}
    for line in (resources.data() / "suffixes.tsv").read_text("utf-8").splitlines()[1:]:
        level, suffix, kind, short, stem = line.split("\t")
        table.setdefault(level, []).append((suffix, kind, short == "yes", int(stem)))
    return {level: sorted(rows, key=lambda row: -len(row[0])) for level, rows in table.items()}


@cache
def _peoples() -> re.Pattern[str]:
    """One or more peoples' names at the end; those of several characters may lack 族 (察布查尔锡伯)."""
    names = (resources.data() / "peoples.txt").read_text("utf-8").split()
    bare = [name[:-1] for name in names if len(name) > 2 and name.endswith("族")]
    return re.compile(f"{any_of(names + bare)}+$")
