"""How long the saved questions take on a graph of a million triples.

    python benchmarks/million.py OUT [--triples 1000000]

Copies of the embedded sample, each moved to another township of its province and another year and with other
figures, are built into OUT until the graph has as many triples as asked for (an OUT that is there already is
asked as it is). Then each saved question is asked three times with the store open, and the fastest is printed as a
row of benchmarks/README.md; the last column is one ``kg query`` from start to end, with the start of its processes.
Seconds are those of the processor, so that what else the machine does counts little.
"""

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import resources
from kg.build import build
from kg.lexicon import divisions
from kg.lexicon.divisions import Division
from kg.making import build_report
from kg.query import Limits, load, questions, values
from kg.query.run import answer
from kg.reading import source

YEAR = re.compile(r"20[12]\d(?=\s*年)|(?<=〔)20[12]\d")
FIGURE = re.compile(r"(?<![\d.〔/-])(?!20[12]\d)\d{1,6}(?![\d.〕/年月日号条-])")
YEARS = range(2016, 2026)
PART = 3_100
"""Triples that a copy adds, about."""


def copies(most: int) -> Iterator[tuple[str, str]]:
    """Names and texts of ``most`` reports, each of another town and year; the same on every run."""
    gazetteer = divisions.load()
    chance = random.Random(20261128)
    sources = []
    for path in sorted(resources.sample().glob("*.txt")):
        report, _ = build_report(source(path))
        assert report.area is not None
        code = dict(report.entities[report.area].facts)["code"]
        home = gazetteer.get(code)
        assert home is not None
        sources.append((path.read_text(encoding="utf-8"), home, gazetteer.ancestors(home)[0]))
    province = sources[0][1].code[:2]
    towns = [one for one in gazetteer if one.level == "township" and one.short and one.code[:2] == province]
    places = [(town, year) for town in towns for year in YEARS if town.year == sources[0][1].year]
    for number, (town, year) in enumerate(chance.sample(places, min(most, len(places)))):
        text, home, county = sources[number % len(sources)]
        yield f"{town.code}-{year}.txt", moved(text, (home, county), (town, gazetteer), year, chance)


def moved(
    text: str,
    old: tuple[Division, Division],
    new: tuple[Division, divisions.Divisions],
    year: int,
    chance: random.Random,
) -> str:
    """``text`` as a report of another town in another year, its figures up to a half smaller or larger."""
    town, gazetteer = new
    county = gazetteer.ancestors(town)[0]
    for before, after in zip(old, (town, county), strict=True):
        text = text.replace(before.name, after.name).replace(before.short, after.short)
    text = YEAR.sub(lambda found: str(min(2026, int(found[0]) - 2022 + year)), text)
    return FIGURE.sub(lambda found: str(max(1, round(int(found[0]) * chance.uniform(0.5, 1.5)))), text)


def ask(out: Path) -> None:
    """Prints a row for each saved question."""
    print("| question | rows | seconds | whole command |\n| --- | ---: | ---: | ---: |")
    store = load(out)
    for question in questions():
        taken = []
        for _ in range(3):
            begin = time.process_time()
            found = answer(store, question.text, values(question, {}), Limits())
            taken.append(time.process_time() - begin)
        rows = f"{len(found.rows):,}" + ("+" if found.truncated else "")
        print(
            f"| {question.name} | {rows} | {min(taken):.2f} | {command(question.name, out):.2f} |", flush=True
        )


def command(name: str, out: Path) -> float:
    """Seconds of the processor that ``kg query --name NAME`` takes with all its processes."""
    begin = _children()
    program = [
        sys.executable,
        "-c",
        "from kg.cli import app; app()",
        "query",
        "--name",
        name,
        "--timeout",
        "300",
    ]
    subprocess.run([*program, "--from", str(out), "--format", "csv"], check=True, capture_output=True)
    return _children() - begin


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    options = parser.parse_args()
    if not (options.out / "graph.ttl").exists():
        with TemporaryDirectory() as folder:
            for name, text in copies(options.triples // PART + 1):
                (Path(folder) / name).write_text(text, encoding="utf-8")
            begin = time.perf_counter()
            summary = build([Path(folder)], options.out)
            spent = time.perf_counter() - begin
        print(f"{summary.reports:,} reports, {summary.triples:,} triples, built in {spent:.1f} s")
    ask(options.out)


if __name__ == "__main__":
    main()
