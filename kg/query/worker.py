"""Queries in a process of their own: one that runs away, in time or in memory, is ended and nothing else is.

The engine can neither be interrupted nor be told how much memory to take, so the only sure limit is the end
of the process that it runs in. The next question starts a new one.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self

import pyoxigraph as ox

from kg.errors import KgError
from kg.model import Notice
from kg.query.answer import Answer
from kg.query.media import Media, Page
from kg.query.run import TOO_LONG, LimitError, Limits


class Task(NamedTuple):
    """What the process is asked; ``media`` None: an ``Answer`` as JSON, otherwise a ``Page``."""

    text: str
    values: dict[str, ox.NamedNode | ox.Literal]
    limits: Limits
    media: Media | None


class Worker:
    """Answers queries on the graph at ``path`` (a file or a build's folder), one at a time.

    The process starts with the first question, or with ``start``. A folder that is built again is read again.
    Not for several threads at once. As a context manager it ends its process.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

    def start(self) -> None:
        """Start the process without waiting for it."""
        if self._process is None:
            command = [sys.executable, "-m", "kg.query.process", str(self._path.absolute())]
            quiet = None if os.environ.get("KG_DEBUG") else subprocess.DEVNULL  # the engine's last words
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=quiet)
            self._ready = False

    def ask(
        self,
        text: str,
        values: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
        limits: Limits | None = None,
    ) -> Answer:
        """The answer to SPARQL query ``text``, as ``kg.query.run`` gives it.

        Raises KgError KG012 when the graph cannot be read, KG013 when the query is refused, is not SPARQL,
        fails, takes too long or needs too much memory.
        """
        found = self._told(Task(text, {**(values or {})}, limits or Limits(), None))
        assert isinstance(found, bytes)
        return Answer.model_validate_json(found)  # pickled, it takes five times as long

    def page(
        self,
        text: str,
        values: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
        limits: Limits | None = None,
        media: Media | None = None,
    ) -> Page:
        """The same, written in a media type."""
        found = self._told(Task(text, {**(values or {})}, limits or Limits(), media or Media()))
        assert isinstance(found, Page)
        return found

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _told(self, task: Task) -> bytes | Page:
        late = threading.Event()
        try:
            process = self._started()
            timer = threading.Timer(task.limits.seconds, _end, (process, late))
            timer.start()
            try:
                _send(process, task)
                found = _receive(process)
            finally:
                timer.cancel()
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            needed = f"it needed more than {task.limits.megabytes:,} MB of memory, or tripped the engine"
            why = TOO_LONG.format(seconds=task.limits.seconds) if late.is_set() else needed
            raise LimitError("KG013", why=why) from error
        except BaseException:  # after an interrupt, what the process says next answers no later question
            self.close()
            raise
        if isinstance(found, Notice):
            raise KgError.of(found)
        assert isinstance(found, bytes | Page)
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        """The process, with the graph open."""
        self.start()
        assert self._process is not None
        if not self._ready:
            if isinstance(problem := _receive(self._process), Notice):
                raise KgError.of(problem)
            self._ready = True
        return self._process


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _send(process: subprocess.Popen[bytes], task: Task) -> None:
    assert process.stdin is not None
    pickle.dump(task, process.stdin)
    process.stdin.flush()


def _receive(process: subprocess.Popen[bytes]) -> object:
    assert process.stdout is not None
    return pickle.load(process.stdout)
