"""Which place a body's or document's name begins with: by its full name, or by a level word (镇, 区, 市)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kg.lexicon import ordinary
from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.levels import OF_A_LEVEL, SELF, level_words, means
from kg.lexicon.nearby import LONGEST, SHORTEST, nearby
from kg.model.alternation import any_of
from kg.reading.words import words


class Placed(NamedTuple):
    """A name split into the place it is said of and the rest; ``stated`` when words of the name say the place."""

    place: Division | None
    rest: str
    stated: bool


@cache
def _level() -> re.Pattern[str]:
    """A level word, which 我, 本 or 全 may stand before, at the head of a longer name: 镇政府, 全区法院."""
    return re.compile(rf"({any_of(SELF)}|)({any_of(level_words())})(?=.)", re.DOTALL)


class Places:
    """The reporting division and those it lies in, ready to resolve the beginnings of names."""

    def __init__(
        self,
        home: Division | None,
        bureaus: tuple[str, ...] = (),
        seat: Division | None = None,
        unlisted: Sequence[Division] = (),
    ) -> None:
        """``bureaus``: what bureaus of counties are called (公安分局), which the short name of any place may stand before.
        ``seat``: the district of the branch that reports, which 区 means to it. ``unlisted``: the towns named that no list
        has."""
        self.home, self._unlisted = home, {d.key: d for d in (*unlisted, *([home] if home else ()))}
        self._seat = (seat,) if seat else ()
        self._bureaus = bureaus
        self._all = load()
        self.chain: Sequence[Division] = (home, *self._all.ancestors(home)) if home else ()
        known = {d.key: d for d in (*unlisted, *self.chain)}.values()
        names = {(name, d.key): d for d in known for name in (self._all.full_name(d), d.name)}
        self._prefixes = sorted(names.items(), key=lambda item: -len(item[0][0]))

    def at_seat(self, seat: Division) -> "Places":
        """They, where the branch reports that is that district's."""
        return Places(self.home, self._bureaus, seat, tuple(self._unlisted.values()))

    def by_key(self, key: str) -> Division | None:
        """The division of a key (``2023-310113101000``): a town that no list has, or one of the gazetteer."""
        year, _, digits = key.partition("-")
        return self._unlisted.get(key) or (self._all.get(digits, int(year)) if digits.isdigit() else None)

    def at_level(self, word: str) -> Division | None:
        """The division of the chain that a level word means, the nearest: 区 of a town's report is its district, 市 its
        county-level city where it has one, 县 what was its county."""
        meant = level_words().get(word)
        if meant is None:
            return None
        fitting = [d for d in (*self._seat, *self.chain) if d.level in meant.levels]
        today = (d for d in fitting if means(word, d))
        before = (d for d in fitting for former in self._all.formers(d) if former.name.endswith(meant.name))
        return next(today, None) or next(before, None)

    def without_home(self, name: str) -> str:
        """``name`` without the reporting division's name or level word (外冈镇, 外冈, 镇, 全镇) at its beginning."""
        if self.home is None:
            return name
        short = (self.home.short,) if self.home.short else ()
        levels = [own + self.home.kind for own in ("", *SELF)]
        for prefix in (self._all.full_name(self.home), self.home.name, *short, *levels):
            if prefix and name.startswith(prefix) and len(name) > len(prefix) + 1:
                return name[len(prefix) :].lstrip(f"{OF_A_LEVEL}的")
        return name

    def split(self, name: str, labels: tuple[str, ...] = ()) -> Placed:
        """The place at the beginning of ``name`` and the rest; the reporting division when none is said.

        ``labels`` are the kind's own words, which tell 市 + 民政局 from the ordinary word in 市场监管所.
        """
        short = self._by_short_name(name, labels)
        if short:
            return short
        place, rest, stated = self.home, name, False
        found = True
        while found:
            found = False
            for (prefix, _), division in self._prefixes:
                if rest.startswith(prefix) and len(rest) > len(prefix):
                    place, rest, stated, found = division, rest[len(prefix) :], True, True
                    break
        of_government, inside, own = rest.partition(self.home.name) if self.home else ("", "", "")
        if place is not self.home and stated and inside and own and of_government in words("government"):
            # 海淀区人民政府田村路街道办事处 is the subdistrict's
            place, rest = self.home, own
        other = self._elsewhere(rest, labels, place if stated else None)
        if other:
            return other
        said = None if stated else _level().match(rest)
        if said is None:
            return Placed(place, rest, stated)
        own, word = said.groups()
        if not own and rest[:2] in ordinary.words("tail") and not rest[said.end() :].endswith(labels):
            return Placed(place, rest, False)
        level = self.at_level(word)
        tail = rest[said.end() :].removeprefix(OF_A_LEVEL)
        return Placed(level, tail or rest, True) if level else Placed(None, rest, False)

    def _by_short_name(self, name: str, labels: tuple[str, ...]) -> Placed | None:
        """A division of the chain named without its suffix (宁夏 + 司法厅), or the one whose bureau it is (松江 + 公安分局)."""
        own = next((d for d in self.chain if self._is_short(d, name, labels)), None)
        if own:
            return Placed(own, name[len(own.short) :], True)
        for size in range(LONGEST, SHORTEST - 1, -1):
            of_a_bureau = name.startswith(self._bureaus, size)
            of_a_city = name[size - 1 : size] in level_words() and name[size:] in labels  # 杭州 + 电视台
            other = nearby(name[:size], self.home) if of_a_bureau or of_a_city else None
            if other:
                return Placed(other, name[size:], True)
        return None

    def _is_short(self, division: Division, name: str, labels: tuple[str, ...]) -> bool:
        """Whether ``name`` is the division's short name and a label."""
        short = division.short
        known = bool(short) and name.startswith(short) and short not in ordinary.words("short")
        return known and name[len(short) :] in labels

    def begins_with_place(self, name: str) -> bool:
        """Whether a proper name says where its bearer belongs (上海青衡律师事务所), so that it is one everywhere; the short
        names of counties do not (友谊 + 居委会)."""
        return any(
            d.level != "township" and (whole or d.level != "county")
            for size in range(2, min(9, len(name)))
            for whole, named in ((True, self._all.by_name), (False, self._all.by_short_name))
            for d in named(name[:size])
        )

    def _elsewhere(self, name: str, labels: tuple[str, ...], within: Division | None) -> Placed | None:
        """A division outside the chain, named in full with its suffix (平顺县司法局). A township is looked for in the
        place named before it, or among the reporting division's neighbours: many share a name."""
        county = next((d for d in self.chain if d.level == "county"), None)
        for size in range(min(9, len(name) - 1), 1, -1):
            candidates = [
                d
                for d in self._all.by_name(name[:size])
                if (around := within or (county if d.level == "township" else None)) is None
                or self._all.is_within(d, around)
            ]
            if len(candidates) != 1 or (candidates[0].level == "township" and not (within or county)):
                continue
            inner = self._elsewhere(name[size:], labels, candidates[0])
            return inner or Placed(candidates[0], name[size:], True)
        return self._town(name, labels, within or county)

    def _town(self, name: str, labels: tuple[str, ...], county: Division | None) -> Placed | None:
        """The town of a county that a body's name begins with the short name of (九龙湖司法所); an ordinary word is one only
        where nothing but a label follows (花园司法所)."""
        for town in self._all.children(county) if county else ():
            short = town.short
            if len(short) > 1 and name.startswith(short):
                rest = name[len(short) :]
                if short not in ordinary.words("short") or rest in labels:
                    return Placed(town, rest, True) if len(rest) > 1 else None
        return None
