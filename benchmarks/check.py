"""Is any stage of this checkout slower than at a base commit? Both are measured in one run, in turn.

    python benchmarks/check.py BASE [--folder FOLDER] [--megabytes 0.3] [--rounds 7] [--keep]

BASE (any name that git knows for a commit) is checked out beside this checkout for the time being. In each round both sides
do the same: the build of FOLDER's reports (none given: the embedded sample) by stage, repeated up to the size asked for, in a
process of their own that stays; and, in new processes, ``kg --help``, a build of one report and a saved question. A stage counts
as slower when the median of its rounds' ratios is above 1.15; before that is believed, all rounds are done once more.

Exit code 1 when a stage is slower, 2 when the base cannot be measured. ``--keep`` writes the table to ``benchmarks/check.tsv``.
Both sides run with this interpreter and its packages. Seconds are those of the processor.
"""

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
STAGES = ROOT / "benchmarks" / "stages.py"
RESULT = ROOT / "benchmarks" / "check.tsv"
LIMIT = 1.15
"""How many times the base's time a stage may take."""
LEAST = 0.002
"""Differences of fewer seconds than this are within what the clock and the machine add."""
COMMAND = "from kg.cli import app; app()"

Seconds = dict[str, float]
"""By stage."""
Round = tuple[Seconds, Seconds]
"""The base's, this checkout's."""


class Side:
    """One checkout: a process that builds by stage, and the commands of its own ``kg``."""

    def __init__(self, root: Path, folder: Path, megabytes: float, work: Path) -> None:
        self._out = work / "out"
        self._report = min(folder.glob("*.txt"))
        self._environment = os.environ | {"PYTHONPATH": str(root), "KG_CACHE": str(work / "cache")}
        self.builder = subprocess.Popen(
            [sys.executable, str(STAGES), str(folder), str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=self._environment,
        )

    def measure(self) -> Seconds:
        """One round. Raises RuntimeError when this side cannot do what is measured."""
        shutil.rmtree(self._out, ignore_errors=True)  # a build takes over what one before it left
        return self._stages() | {
            "kg build ONE": self._command("build", str(self._report), "-o", str(self._out)),
            "kg query": self._command("query", "--name", "laws-taught", "--from", str(self._out)),
            "kg --help": self._command("--help"),
        }

    def _stages(self) -> Seconds:
        assert self.builder.stdin
        assert self.builder.stdout
        try:
            self.builder.stdin.write("\n")
            self.builder.stdin.flush()
        except BrokenPipeError as error:
            raise RuntimeError(f"{STAGES.name} ended") from error
        answer = self.builder.stdout.readline()
        if not answer:
            raise RuntimeError(f"{STAGES.name} ended")
        spent: Seconds = json.loads(answer)
        return spent

    def _command(self, *arguments: str) -> float:
        """Seconds that ``kg`` takes from start to end, with the processes that it starts."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-P", "-c", COMMAND, *arguments],
            env=self._environment,
            capture_output=True,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            raise RuntimeError(f"kg {' '.join(arguments)}: {done.stderr.decode()}")
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


@contextmanager
def side(root: Path, folder: Path, megabytes: float) -> Iterator[Side]:
    """A side that is warm, and ended when the block ends."""
    with TemporaryDirectory() as work:
        made = Side(root, folder, megabytes, Path(work))
        try:
            made.measure()
            yield made
        finally:
            made.builder.kill()
            made.builder.communicate()


def compare(base: Path, own: Path, folder: Path, megabytes: float, rounds: int) -> list[Round]:
    """The rounds of two checkouts, in turn; twice as many when a stage looked slower."""
    with side(base, folder, megabytes) as first, side(own, folder, megabytes) as second:
        found: list[Round] = []
        for most in (rounds, 2 * rounds):
            while len(found) < most:
                if len(found) % 2:
                    later = second.measure()
                    found.append((first.measure(), later))
                else:
                    found.append((first.measure(), second.measure()))
            if not slower(found):
                break
    return found


def ratio(rounds: list[Round], stage: str) -> float:
    """How many times the base's time the stage takes: the median over the rounds."""
    return statistics.median(own[stage] / max(base[stage], 1e-9) for base, own in rounds)


def slower(rounds: list[Round]) -> list[str]:
    """The stages that take longer than the limit allows."""
    return [
        stage
        for stage in rounds[0][0]
        if ratio(rounds, stage) > LIMIT
        and statistics.median(own[stage] - base[stage] for base, own in rounds) > LEAST
    ]


def table(rounds: list[Round]) -> Iterator[str]:
    """Tab-separated: stage, the base's seconds, this checkout's, their ratio; medians."""
    yield "stage\tbase\town\tratio"
    for stage in rounds[0][0]:
        base, own = (statistics.median(one[side][stage] for one in rounds) for side in (0, 1))
        yield f"{stage}\t{base:.3f}\t{own:.3f}\t{ratio(rounds, stage):.2f}"


def git(*arguments: str) -> str:
    """What git says in this checkout. Raises CalledProcessError."""
    return subprocess.run(
        ["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True
    ).stdout


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """A folder with the files of a commit, for the time of the block."""
    with TemporaryDirectory() as folder:
        git("worktree", "add", "--detach", folder, commit)
        try:
            yield Path(folder)
        finally:
            git("worktree", "remove", "--force", folder)


def main() -> int:
    """Measure, print the table, and tell what is slower."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base")
    parser.add_argument("--folder", type=Path, default=ROOT / "kg" / "sample")
    parser.add_argument("--megabytes", type=float, default=0.3)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", action="store_true")
    args = parser.parse_args()
    with ExitStack() as stack:
        try:
            name = git("rev-parse", "--short", f"{args.base}^{{commit}}").strip()
            base = stack.enter_context(checked_out(name))
            rounds = compare(base, ROOT, args.folder, args.megabytes, args.rounds)
        except subprocess.CalledProcessError as error:
            print(f"{args.base}: {error.stderr.strip()}", file=sys.stderr)
            return 2
        except RuntimeError as error:
            print(f"{args.base} cannot be measured by this checkout's stages: {error}", file=sys.stderr)
            return 2
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    head = f"# {args.megabytes} MB of {args.folder.name}, {len(rounds)} rounds, processor seconds; base {name}; {machine}"
    lines = [head, *table(rounds)]
    print("\n".join(lines).expandtabs(16))
    if args.keep:
        RESULT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for stage in slower(rounds):
        print(f"slower: {stage} takes {ratio(rounds, stage):.2f} times as long as at {name}", file=sys.stderr)
    return 1 if slower(rounds) else 0


if __name__ == "__main__":
    sys.exit(main())
