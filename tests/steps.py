"""How much work a call is, counted: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

PACKAGE = str(Path(__file__).resolve().parent.parent / "kg")


def steps(call: Callable[[], object]) -> int:
    """The lines of the package's own code that ``call`` runs, each turn of a loop counted, those of C code not."""
    count = 0

    def line(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def enter(frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal count
        count += 1  # a generator that goes on enters its frame again
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
