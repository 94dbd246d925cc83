"""How time and memory of a build grow with the reports: graph and records alone, as they are made where there are many.

    python benchmarks/growth.py [--reports 300 1000 3000] [--jobs 1]

Each size is a process of its own (``kg build --no-pages``) over copies of the embedded sample, each moved to another
township and year as in ``million.py``. Printed are its seconds on the clock and of the processor, the most memory that
any of its processes held, and the slopes between the sizes on logarithmic scales: 1 is in proportion.
"""

import argparse
import math
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from million import copies

from kg.manifest import BuildSummary

COMMAND = [sys.executable, "-c", "from kg.cli import app; app()", "build", "--no-pages", "--json"]


class Measured(NamedTuple):
    """One build."""

    reports: int
    triples: int
    clock: float
    """Seconds, as the two that follow."""
    processor: float
    memory: int
    """Bytes, of the largest process."""


def measure(most: int, jobs: int) -> Measured:
    """Build ``most`` reports; in a fork, because the largest child of a process is only told once."""
    read, write = os.pipe()
    if child := os.fork():
        os.close(write)
        with os.fdopen(read) as answer:
            found = answer.read()
        os.waitpid(child, 0)
        return Measured(*map(float, found.split()))  # type: ignore[arg-type]
    with TemporaryDirectory() as work, os.fdopen(write, "w") as answer:
        folder = Path(work) / "in"
        folder.mkdir()
        for name, text in copies(most):
            (folder / name).write_text(text, encoding="utf-8")
        begin = time.perf_counter()
        command = [*COMMAND, "--jobs", str(jobs), "-o", str(Path(work) / "out"), str(folder)]
        said = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        clock = time.perf_counter() - begin
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        summary = BuildSummary.model_validate_json(said.stdout)
        processor = spent.ru_utime + spent.ru_stime
        print(
            summary.reports,
            summary.triples,
            clock,
            processor,
            spent.ru_maxrss * 1024,
            file=answer,
            flush=True,
        )
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, nargs="+", default=[300, 1000, 3000])
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    print("| reports | triples | seconds | of the processor | slope | most memory, MB | slope |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    before: Measured | None = None
    for most in options.reports:
        now = measure(most, options.jobs)
        wider = math.log(now.reports / before.reports) if before else 0.0
        slopes = [
            f"{math.log(getattr(now, name) / getattr(before, name)) / wider:.2f}" if before else ""
            for name in ("processor", "memory")
        ]
        print(
            f"| {now.reports:,.0f} | {now.triples:,.0f} | {now.clock:.1f} | {now.processor:.1f} | {slopes[0]} "
            f"| {now.memory / 1e6:,.0f} | {slopes[1]} |",
            flush=True,
        )
        before = now


if __name__ == "__main__":
    main()
