"""Several workers for the clients of a server: each query has a process to itself."""

import queue
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.query.media import Media, Page
from kg.query.run import Limits
from kg.query.worker import Worker


class BusyError(Exception):
    """Every worker was at work for as long as the caller would wait."""


class Pool:
    """``size`` workers on the graph at ``path``. For any number of threads; a context manager ends them all."""

    def __init__(self, path: Path, size: int) -> None:
        self._workers = [Worker(path) for _ in range(size)]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._workers:
            worker.start()
            self._idle.put(worker)

    def page(
        self,
        text: str,
        values: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
        limits: Limits | None = None,
        media: Media | None = None,
        patience: float = 10.0,
    ) -> Page:
        """What ``Worker.page`` gives. Raises ``BusyError`` after ``patience`` seconds, and what ``Worker.page`` raises."""
        try:
            worker = self._idle.get(timeout=patience)
        except queue.Empty as error:
            raise BusyError from error
        try:
            return worker.page(text, values, limits, media)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()
