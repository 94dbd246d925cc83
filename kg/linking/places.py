"""Which place a body's or document's name begins with: by its full name, or by a level word (镇, 区, 市)."""

from collections.abc import Sequence
from typing import NamedTuple

from kg.lexicon.divisions import Division, load

LEVELS = {
    "镇": ("township",),
    "乡": ("township",),
    "街道": ("township",),
    "街": ("township",),
    "区": ("county",),
    "县": ("county",),
    "旗": ("county",),
    "新区": ("county",),
    "州": ("prefecture",),
    "市": ("prefecture", "county", "province"),
    "省": ("province",),
    "自治区": ("province",),
}
"""Level word → levels of division that it may mean, the likelier first."""
SELF = ("全", "我", "本")
CITY_KINDS = frozenset(("市", "直辖市"))


class Placed(NamedTuple):
    """A name split into the place it is said of and the rest; ``stated`` when words of the name say the place."""

    place: Division | None
    rest: str
    stated: bool


class Places:
    """The reporting division and those it lies in, ready to resolve the beginnings of names."""

    def __init__(self, home: Division | None) -> None:
        self.home = home
        self._all = load()
        self.chain: Sequence[Division] = (home, *self._all.ancestors(home)) if home else ()
        names = {(name, d.key): d for d in self.chain for name in (self._all.full_name(d), d.name)}
        self._prefixes = sorted(names.items(), key=lambda item: -len(item[0][0]))

    def at_level(self, word: str) -> Division | None:
        """The division of the chain that a level word means: 区 of a town's report is its district."""
        for level in LEVELS.get(word, ()):
            for division in self.chain:
                if division.level == level and (word != "市" or division.kind in CITY_KINDS):
                    return division
        return None

    def without_home(self, name: str) -> str:
        """``name`` without the reporting division's name or level word (外冈镇, 外冈, 镇, 全镇) at its beginning."""
        if self.home is None:
            return name
        short = (self.home.short,) if self.home.short else ()
        levels = [own + self.home.kind for own in ("", *SELF)]
        for prefix in (self._all.full_name(self.home), self.home.name, *short, *levels):
            if prefix and name.startswith(prefix) and len(name) > len(prefix) + 1:
                return name[len(prefix) :].lstrip("级的")
        return name

    def split(self, name: str) -> Placed:
        """The place at the beginning of ``name`` and the rest; the reporting division when none is said."""
        place, rest, stated = self.home, name, False
        found = True
        while found:
            found = False
            for (prefix, _), division in self._prefixes:
                if rest.startswith(prefix) and len(rest) > len(prefix):
                    place, rest, stated, found = division, rest[len(prefix) :], True, True
                    break
        other = self._elsewhere(rest) if not stated else None
        if other:
            return other
        for word in sorted(LEVELS, key=len, reverse=True):
            for own in ("", *SELF):
                if rest.startswith(own + word) and len(rest) > len(own + word) and not stated:
                    level = self.at_level(word)
                    tail = rest[len(own + word) :].removeprefix("级")
                    return Placed(level, tail or rest, True) if level else Placed(None, rest, False)
        return Placed(place, rest, stated)

    def _elsewhere(self, name: str) -> Placed | None:
        """A division outside the chain, named in full with its suffix (平顺县司法局)."""
        for size in range(min(9, len(name) - 1), 1, -1):
            candidates = self._all.by_name(name[:size])
            if len(candidates) == 1 and candidates[0].level != "township":
                inner = self._elsewhere(name[size:])
                return inner or Placed(candidates[0], name[size:], True)
        return None
