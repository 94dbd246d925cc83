"""How long the saved questions take on a graph of a million triples, or of more.

    python benchmarks/questions.py OUT [--triples 1000000] [--rounds 3]

Reports of ``generator.py`` are built into OUT, without pages, until the graph has about as many triples as asked for, and its
store is filled (an OUT that is there already is asked as it is). Then each saved question is asked so many times with the store
open, and the fastest is printed as a row of benchmarks/README.md; the last column is one ``kg query`` from start to end,
with the start of its processes, which may take 300 seconds and 16 GB. Seconds are those of the processor, so that what
else the machine does counts little. Questions about one town are asked about the first that reports.
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import reports, where

from kg.build import build
from kg.graph import embedded
from kg.query import Question, load, questions, run, values

CHARACTERS = 2_000
PART = 3_450
"""Triples of a report of so many characters, about."""


def given(question: Question) -> dict[str, str]:
    """What it is asked for where its default may not be in the graph."""
    first = where(0)
    fitting = {"town": first.full, "subject": first.name, "object": "制度"}
    return {one.name: fitting[one.name] for one in question.parameters if one.name in fitting}


def ask(out: Path, rounds: int) -> None:
    """Prints a row for each saved question."""
    print("| question | rows | seconds | whole command |\n| --- | ---: | ---: | ---: |")
    store = load(out)
    for question in questions():
        taken = []
        for _ in range(rounds):
            begin = time.process_time()
            found = run(store, question.text, values(question, given(question)))
            taken.append(time.process_time() - begin)
        rows = f"{len(found.rows):,}" + ("+" if found.truncated else "")
        print(f"| {question.name} | {rows} | {min(taken):.2f} | {command(question, out):.2f} |", flush=True)


def command(question: Question, out: Path) -> float:
    """Seconds of the processor that ``kg query --name NAME`` takes with all its processes."""
    begin = _children()
    program = [sys.executable, "-c", "from kg.cli import app; app()", "query", "--from", str(out)]
    asked = [f"--param={name}={value}" for name, value in given(question).items()]
    limits = ["--timeout", "300", "--memory", "16384", "--format", "csv"]
    subprocess.run([*program, "--name", question.name, *asked, *limits], check=True, capture_output=True)
    return _children() - begin


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def make(out: Path, triples: int) -> None:
    """Build so many triples into ``out``, and say what it took."""
    with TemporaryDirectory() as folder:
        for one in reports(triples // PART + 1, characters=CHARACTERS):
            (Path(folder) / one.name).write_text(one.text, encoding="utf-8")
        begin = time.process_time()
        summary = build([Path(folder)], out, pages=False)
    built = time.process_time() - begin
    embedded.fill(out)
    filled = time.process_time() - begin - built
    size = sum(path.stat().st_size for path in (out / embedded.FOLDER).rglob("*") if path.is_file()) / 1e6
    print(
        f"{summary.reports:,} reports, {summary.triples:,} triples: built in {built:.0f} s of the processor, the store "
        f"({size:,.0f} MB) filled in {filled:.0f} s"
    )


def main() -> None:
    """Build unless that is done, and ask."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not (options.out / "graph.ttl").exists():
        make(options.out, options.triples)
    ask(options.out, options.rounds)


if __name__ == "__main__":
    main()
