"""The table of limits in the docs is the program's."""

import re
from pathlib import Path

from kg.reading import DEFAULTS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "formats.md"


def test_the_page_tells_the_limits() -> None:
    table = PAGE.read_text("utf-8").partition("## Limits")[2]
    told = [int(cell.replace(",", "")) for cell in re.findall(r"^\|[^|]+\| ([\d,]+) \|", table, re.MULTILINE)]
    limits = [value for value in DEFAULTS.model_dump().values() if not isinstance(value, bool)]
    assert told == limits, "a switch (ocr) is none"


def test_the_page_tells_every_type_that_is_read() -> None:
    from kg.reading.formats.kinds import _SUFFIXES

    told = set(re.findall(r"`(\.[a-z]+)`", PAGE.read_text("utf-8").partition("##")[0]))
    assert told == set(_SUFFIXES) - {""}
