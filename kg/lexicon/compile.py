"""Make the gazetteers of ``kg/lexicon/data`` from the published lists, and the table of readings.

    python -m kg.lexicon.compile DIVISIONS MCA LAWS LOCAL_LAWS OUT

DIVISIONS and MCA are CSV files of divisions (the statistics office's of 2023, the civil affairs ministry's
of 2025), LAWS and LOCAL_LAWS of statutes; each may be gzip-compressed. The README beside the data describes
their columns. OUT is the folder that ``divisions.tsv.gz``, ``laws.tsv.gz`` and ``pinyin.tsv.gz`` are written to. The
same input gives the same bytes; the readings are those of the installed pypinyin.
"""

import csv
import gzip
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.lexicon.levels import SUBDISTRICT
from kg.lexicon.suffixes import is_suffix, parts

Row = dict[str, str]
DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
"""Wide digits, which a list has in some dates, as others write them."""
NOTE = re.compile(r"^（[^）]*）|（[^）]*）$")


def divisions(statistics: Iterable[Row], ministry: Iterable[Row]) -> list[tuple[str, str, str, str]]:
    """Code, year, name and other name of every division, sorted by code and year.

    The statistics office's rows count; of the ministry's, those that it does not have. Townships are joined
    on county and name, because the two number them differently. Left out: prefecture rows that only fill a
    place in the code (市辖区), rows that repeat their parent (东莞市), and divisions marked as abolished.
    """
    rows = {row["code"]: row for row in statistics}
    names = {code: row["name"] for code, row in rows.items() if _is_named(row, rows)}
    joined, free = set(), defaultdict(list)
    wanted = []
    for row in ministry:
        if row["nbs2023_code"] or (len(row["code"]) < 9 and row["code"] in rows):
            joined.add(row["nbs2023_code"])
        elif not NOTE.search(row["name"]):
            wanted.append(row)
    for code in names:
        if len(code) == 9 and code not in joined:
            free[code[:6]].append(code)
    other: dict[str, str] = {}
    added = []
    for row in wanted:
        same = [code for code in free[row["parent_code"]] if _is_same(names[code], row["name"])]
        if len(same) == 1:
            free[row["parent_code"]].remove(same[0])
            other[same[0]], names[same[0]] = names[same[0]], row["name"]
        else:
            added.append((row["code"], row["year"], row["name"], ""))
    kept = [(code, rows[code]["year"], name, other.get(code, "")) for code, name in names.items()]
    return sorted(kept + added)


def _is_named(row: Row, rows: dict[str, Row]) -> bool:
    """Whether people name this division (the row does not merely complete the code)."""
    if row["level"] == "prefecture":
        return bool(parts(row["name"], "prefecture").suffix)
    if is_suffix(row["name"], "township"):
        return False
    return not row["parent_code"] or rows[row["parent_code"]]["name"] != row["name"]


def _is_same(statistics: str, ministry: str) -> bool:
    """Whether two townships of one county are one: one name is longer by a place or a note (博爱县月山镇), or
    is that of an area office (来广营地区, to the ministry 来广营乡).
    """
    plain = NOTE.sub("", statistics)
    if plain.endswith(ministry) or ministry.endswith(plain):
        return True
    suffix, kind, short = parts(plain, "township")
    return kind == SUBDISTRICT != suffix and bool(short) and short == parts(ministry, "township").short


def laws(*lists: Iterable[Row]) -> list[tuple[str, ...]]:
    """Official name, category, promulgated, amended, effective, status, region; sorted by region and name."""
    dates = ("promulgated", "amended", "effective")
    rows = [
        (
            row["full_name"],
            row["category"],
            *(row[column].translate(DIGITS) for column in dates),
            row["status"],
            row.get("region", ""),
        )
        for part in lists
        for row in part
    ]
    return sorted(rows, key=lambda row: (row[-1], row[0]))


def readings() -> list[tuple[str, str]]:
    """Each syllable with the characters that are read so first, sorted."""
    from pypinyin import lazy_pinyin

    found: defaultdict[str, list[str]] = defaultdict(list)
    for char in map(chr, range(0x3000, 0x40000)):  # where Unicode has Chinese characters
        for syllable in lazy_pinyin(char, errors="ignore"):
            found[syllable].append(char)
    return [(syllable, "".join(found[syllable])) for syllable in sorted(found)]


def write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write tab-separated rows, gzip-compressed without a time stamp."""
    text = "".join("\t".join(row) + "\n" for row in rows)
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())


def read(path: Path) -> list[Row]:
    """The rows of a CSV file with a header, gzip-compressed or not. Raises OSError when it cannot be read."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def main(arguments: Sequence[str]) -> int:
    """Exit code 0, or 2 when the arguments are not five."""
    if len(arguments) != 5:
        print(__doc__, file=sys.stderr)
        return 2
    *sources, out = (Path(argument) for argument in arguments)
    nbs, mca, national, local = (read(path) for path in sources)
    write(out / "divisions.tsv.gz", divisions(nbs, mca))
    write(out / "laws.tsv.gz", laws(national, local))
    write(out / "pinyin.tsv.gz", readings())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
