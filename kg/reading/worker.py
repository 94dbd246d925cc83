"""Files that are no plain text are read in a process of their own, which is ended when it goes beyond its limits.

The readers of such formats are large, and some are C: a file that makes one loop, swell or crash costs that process, not the
build. Requests and answers are JSON and bytes; nothing that the process says is run. ``kg.reading.process`` is that process.
"""

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from typing import Any

from kg.errors import KgError
from kg.model import Locator, Notice
from kg.reading.formats.characters import Characters
from kg.reading.formats.readers import FORMATS
from kg.reading.limits import Limits

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.reading.process import serve; serve()"
)


def characters_apart(data: bytes, name: str, kind: str, limits: Limits) -> Characters:
    """``readers.characters`` in the reader process. Raises KgError: as that does, and KG030 at the limits of time and memory,
    KG027 when the reader crashes."""
    with _lock:
        return _reader().ask(data, name, kind, limits)


class _Reader:
    """A reader process, started with the first file and used for those that follow."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", "-c", _START, json.dumps(sys.path)]
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def ask(self, data: bytes, name: str, kind: str, limits: Limits) -> Characters:
        """As ``characters_apart``; a process that was late or crashed is ended."""
        asked = {"name": name, "kind": kind, "size": len(data), "limits": limits.model_dump()}
        late = threading.Event()

        def end() -> None:
            late.set()
            self.end()

        timer = threading.Timer(limits.seconds, end)
        timer.daemon = True
        timer.start()
        try:
            reply = self._exchange(json.dumps(asked).encode() + b"\n" + data)
        except BaseException:  # what the process says next would answer no later question
            self.end()
            raise
        finally:
            timer.cancel()
        if reply is None:
            self.end()
            if late.is_set():
                raise KgError("KG030", name, what=f"{limits.seconds} seconds of reading")
            raise KgError("KG027", name, why=f"its reader crashed ({self._how()})", format=FORMATS[kind])
        if "error" in reply:
            raise KgError.of(Notice(**reply["error"]))
        return Characters(
            reply["text"],
            tuple(Locator(**one) for one in reply["locators"]),
            tuple(Notice(**one) for one in reply["notices"]),
        )

    def _exchange(self, request: bytes) -> dict[str, Any] | None:
        """The answer to a request; None when the process ended without one."""
        to, back = self.process.stdin, self.process.stdout
        assert to is not None
        assert back is not None
        try:
            to.write(request)
            to.flush()
            line = back.readline()
            return dict(json.loads(line)) if line.endswith(b"\n") else None
        except (OSError, ValueError):
            return None

    def _how(self) -> str:
        code = self.process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def alive(self) -> bool:
        """Whether it is this process's, and has not ended."""
        return self.owner == os.getpid() and self.process.poll() is None

    def end(self) -> None:
        """End the process and what it started."""
        with contextlib.suppress(OSError):
            if self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL) if hasattr(os, "killpg") else self.process.kill()
            self.process.wait()


_lock = threading.Lock()
_current: list[_Reader] = []


def _reader() -> _Reader:
    """This process's reader; one inherited by a fork is another's."""
    if not _current or not _current[0].alive():
        _current[:] = [_Reader()]
    return _current[0]


def close() -> None:
    """End this process's reader, if it has one; the next file starts another."""
    if _current and _current[0].owner == os.getpid():
        _current.pop().end()


atexit.register(close)
