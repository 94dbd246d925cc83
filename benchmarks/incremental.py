"""How long it takes to find out what changed, and to read and extract only that.

    python benchmarks/incremental.py [--reports 10000] [--jobs 1]

Reports of ``generator.py`` are read and extracted, what was made of them is kept, one file is changed, and the same part of a
build runs again. Printed are seconds on the clock and of the processor, and what is kept on disk. Joining, pages and store are
not part of it.
"""

import argparse
import time
from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import reports

from kg.build import inputs
from kg.graph.iris import DEFAULT_BASE
from kg.making.kept import Kept, make_once, state
from kg.making.report import Made, died
from kg.making.shelf import shelf
from kg.making.workers import in_order
from kg.reading import DEFAULTS


def write(folder: Path, most: int) -> None:
    """``most`` files of reports."""
    for one in reports(most, characters=2000):
        (folder / one.name).write_text(one.text, encoding="utf-8")


def pass_over(folder: Path, kept: Kept, jobs: int) -> Counter[bool]:
    """The reading part of a build: how many files were taken as they were (True) and how many were read (False)."""
    one = partial(make_once, kept=kept, anew=False, base=DEFAULT_BASE, limits=DEFAULTS, vocabulary=())
    found: Counter[bool] = Counter()
    for made in in_order(one, inputs([folder]).sources, jobs, died=died, modules=["kg.making.report"]):
        assert isinstance(made, Made)
        found[made.kept] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    print("| files | read | taken as they were | seconds | of this process | kept |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    with TemporaryDirectory() as work:
        folder, entries = Path(work) / "in", Path(work) / "kept"
        folder.mkdir()
        write(folder, options.reports)
        kept = Kept(shelf(entries), shelf(entries), state(DEFAULT_BASE, DEFAULTS, ()))
        for _ in range(2):
            clock, spent = time.perf_counter(), time.process_time()
            found = pass_over(folder, kept, options.jobs)
            clock, spent = time.perf_counter() - clock, time.process_time() - spent
            size = sum(path.stat().st_size for path in entries.iterdir()) / 1e6
            print(
                f"| {found.total():,} | {found[False]:,} | {found[True]:,} | {clock:.1f} | {spent:.1f} | {size:,.0f} MB |",
                flush=True,
            )
            changed = min(folder.iterdir())
            changed.write_text(changed.read_text("utf-8") + "以上报告，请审阅。\n", encoding="utf-8")


if __name__ == "__main__":
    main()
