"""The process in which ``kg.reading.worker`` has files read: requests on standard input, answers on standard output.

A request is a line of JSON (name, kind, size in bytes, limits) and the file's bytes, an answer a line of JSON: the text with its
locators and notices, or the error.
"""

import contextlib
import json
import os
import signal
import sys
from dataclasses import asdict
from typing import IO, Any

from kg.errors import KgError
from kg.reading.formats.readers import FORMATS, characters
from kg.reading.limits import Limits

_GRACE = 5
"""Seconds after its limit when the process ends itself, should nobody be there any more to end it."""


def serve() -> None:
    """Answer requests on standard input until it ends."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in iter(asked.readline, b""):
        _answer(json.loads(line), asked, answers)


def _answer(request: dict[str, Any], asked: IO[bytes], answers: IO[bytes]) -> None:
    data = asked.read(request["size"])
    limits = Limits(**request["limits"])
    _restrict(limits)
    answers.write(json.dumps(_read(data, request["name"], request["kind"], limits)).encode("ascii") + b"\n")
    answers.flush()
    if hasattr(signal, "alarm"):
        signal.alarm(0)


def _read(data: bytes, name: str, kind: str, limits: Limits) -> dict[str, Any]:
    """What is answered."""
    try:
        found = characters(data, name, kind, limits)
        return {
            "text": found.text,
            "locators": [asdict(one) for one in found.locators],
            "notices": [one.model_dump() for one in found.notices],
        }
    except KgError as error:
        refused = error
    except MemoryError:
        refused = KgError("KG030", name, what=f"{limits.memory:,} bytes of memory")
    except Exception as error:  # a reader that trips over a file costs that file
        refused = KgError("KG027", name, why=f"{type(error).__name__}: {error}", format=FORMATS[kind])
    return {"error": refused.notice.model_dump()}


def _restrict(limits: Limits) -> None:
    """Let the system end this process beyond its limits, where it can."""
    if hasattr(signal, "alarm"):
        signal.alarm(limits.seconds + _GRACE)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
