"""How time and memory of a build grow with the reports.

    python benchmarks/growth.py [--reports 300 1000 3000] [--as graph] [--characters 1000] [--jobs 1] [--keep FILE]

Each size is a process of its own over reports of ``generator.py``: ``--as graph`` is ``kg build --no-pages``, ``shards`` is
``kg build --shards``, ``whole`` all of it, pages and store included. Printed are its seconds on the clock and of the
processor, the most memory that any of its processes held, and the slopes between the sizes on logarithmic scales: 1 is in
proportion. ``--keep`` puts the sizes measured into a file in place of the same ones in it; ``growth_plot.py`` draws it.
"""

import argparse
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator import reports

from kg.publish.manifest import BuildSummary

COMMAND = [sys.executable, "-c", "from kg.cli import app; app()", "build", "--json"]
KINDS = {"graph": ["--no-pages"], "shards": ["--shards", "16"], "whole": []}
KEPT = Path(__file__).with_name("growth.tsv")


class Measured(NamedTuple):
    """One build."""

    kind: str
    jobs: int
    characters: int
    """Of each report, about."""
    reports: int
    triples: int
    clock: float
    """Seconds, as the next."""
    processor: float
    memory: float
    """Megabytes, of the largest process."""

    @classmethod
    def read(cls, line: str) -> "Measured":
        """Of a line of the file."""
        kind, *numbers = line.split("\t")
        return cls(kind, *map(int, numbers[:4]), *map(float, numbers[4:]))

    def line(self) -> str:
        """As the file has it."""
        return "\t".join(
            [*map(str, self[:5]), f"{self.clock:.1f}", f"{self.processor:.1f}", f"{self.memory:.0f}"]
        )


def measure(kind: str, most: int, characters: int, jobs: int) -> Measured:
    """Build ``most`` reports; in a fork, because the largest child of a process is only told once."""
    read, write = os.pipe()
    if child := os.fork():
        os.close(write)
        with os.fdopen(read) as answer:
            found = answer.read()
        os.waitpid(child, 0)
        return Measured.read(found)
    with TemporaryDirectory() as work, os.fdopen(write, "w") as answer:
        folder = Path(work) / "in"
        folder.mkdir()
        for one in reports(most, characters=characters):
            (folder / one.name).write_text(one.text, encoding="utf-8")
        begin = time.perf_counter()
        command = [*COMMAND, *KINDS[kind], "--jobs", str(jobs), "-o", str(Path(work) / "out"), str(folder)]
        said = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        clock = time.perf_counter() - begin
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        summary = BuildSummary.model_validate_json(said.stdout)
        processor, memory = spent.ru_utime + spent.ru_stime, spent.ru_maxrss * 1024 / 1e6
        found = Measured(
            kind, jobs, characters, summary.reports, summary.triples, clock, processor, memory
        ).line()
        print(found, end="", file=answer, flush=True)
    os._exit(0)


def kept(file: Path = KEPT) -> list[Measured]:
    """The builds in a file, in its order; none when it is not there."""
    if not file.exists():
        return []
    lines = file.read_text("utf-8").splitlines()
    return [Measured.read(line) for line in lines[1:]]


def keep(file: Path, fresh: Iterable[Measured]) -> None:
    """Put ``fresh`` into a file, each in place of the build of the same kind and size."""
    known = {one[:4]: one for one in (*kept(file), *fresh)}
    lines = ["\t".join(Measured._fields), *(known[key].line() for key in sorted(known))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def slope(before: Measured, now: Measured, name: str) -> float:
    """Of one measure between two sizes, on logarithmic scales."""
    return math.log(getattr(now, name) / getattr(before, name)) / math.log(now.reports / before.reports)


def main() -> None:
    """Measure each size and print its row."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, nargs="+", default=[300, 1000, 3000])
    parser.add_argument("--as", dest="kind", choices=KINDS, default="graph")
    parser.add_argument("--characters", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    print("| reports | triples | seconds | of the processor | slope | most memory, MB | slope |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    before: Measured | None = None
    for most in options.reports:
        now = measure(options.kind, most, options.characters, options.jobs)
        slopes = [f"{slope(before, now, name):.2f}" if before else "" for name in ("processor", "memory")]
        print(
            f"| {now.reports:,} | {now.triples:,} | {now.clock:.1f} | {now.processor:.1f} | {slopes[0]} "
            f"| {now.memory:,.0f} | {slopes[1]} |",
            flush=True,
        )
        if options.keep:
            keep(options.keep, [now])
        before = now


if __name__ == "__main__":
    main()
