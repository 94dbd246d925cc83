"""A set of lines that may be larger than memory: sorted runs on disk, merged when read."""

from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

LIMIT = 100_000
"""Lines held in memory before a run is written: some 35 MB of triples."""
MOST = 100
"""Runs on disk; so many become one. All are open at the same time, and a process may have some thousand files open."""


class Runs:
    """Distinct lines in order of their code points. Lines hold no line feed.

    The runs are unnamed temporary files in ``folder``; ``close`` gives them back.
    """

    def __init__(self, folder: Path | None = None, limit: int = LIMIT, most: int = MOST) -> None:
        self._folder, self._limit, self._most = folder, limit, most
        self._lines: set[str] = set()
        self._files: list[IO[str]] = []

    def update(self, lines: Iterable[str]) -> None:
        """Add ``lines``; those there already make no difference."""
        self._lines.update(lines)
        if len(self._lines) >= self._limit:
            self._spill()

    def __iter__(self) -> Iterator[str]:
        """Every line once, sorted; may be done again, but not by two readers at the same time."""
        return _distinct(merge(sorted(self._lines), *map(_read, self._files)))

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._files else len(self._lines)

    def close(self) -> None:
        """Forget all lines, and delete the runs on disk."""
        for file in self._files:
            file.close()
        self._files.clear()
        self._lines.clear()

    def _spill(self) -> None:
        """Write what is held as a run; together with those on disk when they are as many as may be."""
        file = TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._folder)  # noqa: SIM115 closed by close()
        whole = len(self._files) + 1 >= self._most
        file.writelines(f"{line}\n" for line in (self if whole else sorted(self._lines)))
        if whole:
            self.close()
        self._files.append(file)
        self._lines.clear()


def _distinct(lines: Iterable[str]) -> Iterator[str]:
    """Sorted lines, each once."""
    last = ""
    for line in lines:
        if line != last:
            yield line
            last = line


def _read(file: IO[str]) -> Iterator[str]:
    file.seek(0)
    for line in file:
        yield line[:-1]
