"""The process behind a ``Worker``: ``python -m kg.query.process PATH``; pickled tasks in, pickled answers out."""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.graph.store import load
from kg.model import Notice
from kg.query.media import Page, page
from kg.query.run import Limits, failed, run
from kg.query.worker import Task


def main() -> None:
    """Open the graph, say so, and answer until nobody asks any more."""
    path = Path(sys.argv[1])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else may print must not get between the answers

    def tell(found: object) -> None:
        pickle.dump(found, out)
        out.flush()

    try:
        graph = _Graph(path)
    except KgError as error:
        tell(error.notice)
        return
    tell(None)
    while True:
        try:
            task: Task = pickle.load(sys.stdin.buffer)
        except (EOFError, KeyboardInterrupt):
            return
        tell(_done(graph, task))


class _Graph:
    """The graph at ``path``, read again when it was built again. Raises KgError KG012."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read()

    def store(self) -> ox.Store:
        if _state(self._path) != self._seen:
            self._read()
        return self._store

    def _read(self) -> None:
        self._seen = _state(self._path)
        self._store = load(self._path)
        self.memory = _memory()
        """Bytes that the process holds with the graph open."""


def _state(path: Path) -> tuple[int, int, int] | None:
    """What changes when the graph is built again."""
    try:
        facts = (path / "graph.ttl" if path.is_dir() else path).stat()
    except OSError:
        return None
    return facts.st_ino, facts.st_mtime_ns, facts.st_size


def _done(graph: _Graph, task: Task) -> bytes | Page | Notice:
    try:
        store = graph.store()
        with _bounded(graph.memory, task.limits):
            if task.media is None:
                return run(store, task.text, task.values, task.limits).model_dump_json().encode()
            return page(store, task.text, task.values, task.limits, task.media)
    except Exception as error:
        return failed(error).notice


@contextmanager
def _bounded(memory: int, limits: Limits) -> Iterator[None]:
    """End the process when it takes so much more memory (Linux), or when nobody is left to end it in time."""
    if sys.platform == "linux":
        import resource

        most = memory + limits.megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)  # SIGALRM, not handled, ends the process
    try:
        yield
    finally:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)


def _memory() -> int:
    if sys.platform != "linux":
        return 0
    import resource

    return int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()


if __name__ == "__main__":
    main()
