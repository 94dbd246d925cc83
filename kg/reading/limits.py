"""How much one file may ask for. ``docs/formats.md`` has the table, checked by a test."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kg.errors import KgError
from kg.model import Record


class Limits(Record):
    """The most that reading one file may take; beyond it the file fails with KG004 or KG030, and the batch goes on."""

    bytes: int = 10_000_000
    """Of the file as it lies on disk, and of a member of an archive."""
    unpacked: int = 100_000_000
    """Bytes of any one part of a packed file (.docx, .ofd), and of all parts that are read together."""
    characters: int = 2_000_000
    pages: int = 500
    members: int = 10_000
    """Files in an archive."""
    seconds: int = 60
    """For a file: of the clock in the process that reads it when it is no plain text, of the processor for all that follows."""
    memory: int = 2_000_000_000
    """Bytes of address space of the process that reads such a file, where the system can limit it."""
    ocr: bool = False
    """Whether scanned pages may be recognised: it takes seconds a page, and what is read may be wrong."""


DEFAULTS = Limits()


@contextmanager
def deadline(name: str, limits: Limits = DEFAULTS) -> Iterator[None]:
    """Raise KgError KG030 about the file ``name`` in the body once it has taken ``limits.seconds`` of the processor.

    The clock on the wall would make what is built hang on what else the machine does. Works in a process's main thread where
    the system has such timers (not on Windows); elsewhere it does nothing. A loop in Python and a regular expression are
    interrupted, a call into other C code when it returns.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise KgError("KG030", name, what=f"{limits.seconds} seconds of the processor")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
