"""The gazetteer of China's administrative divisions, province to township, by code and by name."""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from kg import resources
from kg.cache import kept
from kg.lexicon import former
from kg.lexicon.division import LEVELS, Division, trimmed
from kg.lexicon.division_names import DivisionNames, index
from kg.lexicon.suffixes import parts
from kg.lexicon.usual import ALIASES, usual


class Divisions:
    """All divisions. Rows are taken as text and become records when asked for."""

    def __init__(
        self,
        text: str,
        derived: dict[str, str] | None = None,
        successors: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """``derived``: what the method of that name made of the same text, when that is at hand. ``successors``: the codes
        (4 or 6 digits) of divisions that are no more, with those of what they became."""
        cells = text.replace("\n", "\t").split("\t")
        self._codes, self._years, self._names, self._others = (
            cells[0:-1:4],
            cells[1::4],
            cells[2::4],
            cells[3::4],
        )
        self._made: dict[int, Division] = {}
        self._derived, self._successors = derived, successors
        self._full_names: dict[str, str] = {}
        self._children: dict[str, tuple[Division, ...]] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[Division]:
        return map(self._record, range(len(self._codes)))

    def get(self, code: str, year: int | None = None) -> Division | None:
        """The division of a code (2 to 12 digits), in the edition given or the earliest that has it."""
        digits = trimmed(code)
        at = bisect_left(self._codes, digits)
        while at < len(self._codes) and self._codes[at] == digits:
            if year is None or self._years[at] == str(year):
                return self._record(at)
            at += 1
        return None

    def by_name(self, name: str) -> tuple[Division, ...]:
        """Every division that is called so, suffix included: 宝山区, 月浦镇, 上海市. In order of code."""
        return tuple(map(self._record, self.names.rows.get(name, ())))

    def by_short_name(self, name: str) -> tuple[Division, ...]:
        """Every division whose name without its suffix is this: 宝山, 内蒙古, 月浦. In order of code."""
        return tuple(map(self._record, self._by_short_name.get(name, ())))

    def full_name(self, of: Division | str) -> str:
        """The name with its parents' (上海市宝山区月浦镇), of a division or a code. Raises KeyError for no code."""
        own = self._found(of)
        full = self._full_names.get(own.key)
        if full is None:
            names = [own.name]
            for parent in self.ancestors(own):
                if not names[-1].startswith(parent.name):
                    names.append(parent.name)
            full = self._full_names[own.key] = "".join(reversed(names))
        return full

    def other_names(self, of: Division) -> tuple[str, ...]:
        """Names besides ``name``: another list's (来广营地区), usual ones (恩施州, 恩施自治州, 东乌旗); of a town that no list
        has none."""
        if not of.listed:
            return ()
        row = self._row(of)
        names = (self._others[row], *usual(self._names[row], self._codes[row]))
        return tuple(name for name in names if name)

    def ancestors(self, of: Division | str) -> tuple[Division, ...]:
        """The divisions that it lies in, nearest first. Raises KeyError."""
        found = []
        parent = self._found(of).parent
        while parent:
            division = self._found(parent)
            found.append(division)
            parent = division.parent
        return tuple(found)

    def children(self, of: Division | str) -> tuple[Division, ...]:
        """The divisions directly in it, or in what it became, in order of code. Raises KeyError."""
        own = self._found(of)
        inside = self._children.get(own.key)
        if inside is None:
            digits = self._today(own.code)
            begin, end = bisect_left(self._codes, digits), bisect_left(self._codes, digits + ":")
            parent = digits.ljust(12, "0")
            inside = tuple(d for d in map(self._record, range(begin, end)) if d.parent == parent)
            self._children[own.key] = inside
        return inside

    def is_within(self, division: Division, inside: Division) -> bool:
        """Whether ``division`` is ``inside`` or lies in it, or in what it became, at any depth."""
        prefix = self._today(inside.code)
        return division == inside or (len(prefix) < 9 and division.code.startswith(prefix))

    def successor(self, of: Division) -> Division | None:
        """What a division became that is no more, or what has most of it; None for one of today."""
        return self.get(self._successors.get(trimmed(of.code), ""))

    def formers(self, of: Division) -> tuple[Division, ...]:
        """The divisions that are no more and became this one, in order of code."""
        own = trimmed(of.code)
        found = (self.get(code) for code, now in self._successors.items() if now == own)
        return tuple(division for division in found if division)

    def _today(self, code: str) -> str:
        """The digits of a code, or of what it became."""
        digits = trimmed(code)
        return self._successors.get(digits, digits)

    def derived(self) -> dict[str, str]:
        """Columns, tab-separated: what else the divisions are usually called (恩施州, 恩施自治州), and short names."""
        rows = list(zip(self._names, self._codes, strict=True))
        called, autonomous = zip(*(usual(name, code) for name, code in rows), strict=True)
        return {
            "usual": "\t".join(called),
            "autonomous": "\t".join(autonomous),
            "short": "\t".join(
                [
                    "" if code in self._successors else parts(name, LEVELS[len(code)]).short
                    for name, code in rows
                ]
            ),
        }

    @cached_property
    def names(self) -> DivisionNames:
        """The names of all divisions, for finding them in a text."""
        called = (self._columns[column].split("\t") for column in ("usual", "autonomous"))
        return DivisionNames(self._codes, self._names, self._others, *called)

    @cached_property
    def _by_short_name(self) -> dict[str, list[int]]:
        return index(self._columns["short"].split("\t"))

    @cached_property
    def _columns(self) -> dict[str, str]:
        return self._derived or self.derived()

    def _found(self, of: Division | str) -> Division:
        division = self.get(of) if isinstance(of, str) else of
        if division is None:
            raise KeyError(of)
        return division

    def _row(self, division: Division) -> int:
        row = bisect_left(self._codes, trimmed(division.code))
        while self._years[row] != str(division.year):
            row += 1
        return row

    def _record(self, row: int) -> Division:
        made = self._made.get(row)
        if made is None:
            code, name = self._codes[row], self._names[row]
            level = LEVELS[len(code)]
            _, kind, short = parts(name, level)
            made = self._made[row] = Division(
                code=code.ljust(12, "0"),
                year=int(self._years[row]),
                name=name,
                level=level,
                kind=kind,
                short=short,
                parent=self._parent(code),
            )
        return made

    def _parent(self, code: str) -> str | None:
        """The longest shorter code that is listed: the municipalities' counties have no prefecture."""
        for size in (6, 4, 2):
            if size < len(code):
                at = bisect_left(self._codes, code[:size])
                if self._codes[at] == code[:size]:
                    return code[:size].ljust(12, "0")
        return None


@cache
def load(path: Path | None = None) -> Divisions:
    """The shipped gazetteer, or another made by ``kg.lexicon.compile``; read once."""
    source = path or resources.data() / "divisions.tsv.gz"
    gone = former.former()
    rows = [*gzip.decompress(source.read_bytes()).decode().splitlines(), *gone.rows]
    text = "\n".join(sorted(rows)) + "\n"
    tables = (resources.data() / name for name in ("suffixes.tsv", "peoples.txt", ALIASES, former.TABLE))
    plain = Divisions(text, successors=gone.successors)
    return Divisions(text, kept("divisions", [source, *tables], plain.derived), gone.successors)
