"""Files that are no plain text are read in a process of their own, which is ended when it goes beyond its limits.

The readers of such formats are large, and some are C: a file that makes one loop, swell or crash costs that process, not the
build. Requests and answers are JSON and bytes; nothing that the process says is run.
"""

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import IO, Any

from kg.errors import KgError
from kg.model import Locator, Notice
from kg.reading.formats.characters import Characters
from kg.reading.formats.readers import FORMATS, characters
from kg.reading.limits import Limits

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.reading.worker import serve; serve()"
)
_GRACE = 5
"""Seconds after its limit when the process ends itself, should nobody be there any more to end it."""


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


# ── in the reader process ────────────────────────────────────────────────────────────────────────


def serve() -> None:
    """Answer requests on standard input until it ends."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in iter(asked.readline, b""):
        _answer(json.loads(line), asked, answers)


def _answer(request: dict[str, Any], asked: IO[bytes], answers: IO[bytes]) -> None:
    limits, name = Limits(**request["limits"]), request["name"]
    data = asked.read(request["size"])
    _restrict(limits)
    reply: dict[str, Any]
    try:
        found = characters(data, name, request["kind"], limits)
        reply = {
            "text": found.text,
            "locators": [asdict(one) for one in found.locators],
            "notices": [one.model_dump() for one in found.notices],
        }
    except KgError as error:
        reply = {"error": error.notice.model_dump()}
    except MemoryError:
        reply = {
            "error": KgError("KG030", name, what=f"{limits.memory:,} bytes of memory").notice.model_dump()
        }
    except (Exception, RecursionError) as error:  # a reader that trips over a file costs that file
        why = f"{type(error).__name__}: {error}"
        reply = {
            "error": KgError("KG027", name, why=why, format=FORMATS[request["kind"]]).notice.model_dump()
        }
    answers.write(json.dumps(reply).encode("ascii") + b"\n")
    answers.flush()
    if hasattr(signal, "alarm"):
        signal.alarm(0)


def _restrict(limits: Limits) -> None:
    """Let the system end this process beyond its limits, where it can."""
    if hasattr(signal, "alarm"):
        signal.alarm(limits.seconds + _GRACE)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
