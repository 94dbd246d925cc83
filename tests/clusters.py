"""Dask clusters as a user starts them: a scheduler and workers, each a process of its own on loopback."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import pytest

DASK = Path(sys.executable).with_name("dask")
PATIENCE = 120
"""Seconds until something that must happen has not."""


class Cluster:
    """A scheduler with its file, and the workers that were started for it."""

    def __init__(self, folder: Path, stack: ExitStack, **environment: str) -> None:
        self.file = folder / "scheduler.json"
        self._folder, self._stack = folder, stack
        self.scheduler = self._run("scheduler", *self._options(), "--port", "0", **environment)
        until(lambda: self.file.exists() and self.file.read_text("utf-8").endswith("}"))

    def worker(self, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        """One worker more."""
        place = ("--local-directory", str(self._folder))
        return self._run("worker", *self._options(), *place, "--nthreads", "1", *options, **environment)

    def log(self) -> str:
        """What all its processes said."""
        return "\n".join(path.read_text("utf-8") for path in sorted(self._folder.glob("*.log")))

    def _options(self) -> tuple[str, ...]:
        return ("--scheduler-file", str(self.file), "--host", "127.0.0.1")

    def _run(self, *command: str, **environment: str) -> subprocess.Popen[bytes]:
        number = len(list(self._folder.glob("*.log")))
        log: IO[bytes] = self._stack.enter_context((self._folder / f"{number}.log").open("wb"))
        process = subprocess.Popen(
            [str(DASK), *command, "--no-dashboard"],
            cwd=self._folder,
            env=os.environ | environment,
            stdout=log,
            stderr=log,
        )
        self._stack.callback(ended, process)
        return process


@contextmanager
def cluster(folder: Path, **environment: str) -> Iterator[Cluster]:
    """A scheduler in ``folder``, with ``environment``; all that was started ends with the block."""
    pytest.importorskip("distributed", reason="Dask is not installed (pip install -e '.[cluster]')")
    folder.mkdir()
    with ExitStack() as stack:
        yield Cluster(folder, stack, **environment)


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a process that a test started."""
    process.kill()
    process.wait()


def until(seen: Callable[[], object]) -> None:
    """Returns when something is so; TimeoutError when it never is."""
    end = time.monotonic() + PATIENCE
    while not seen():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)
