"""What a plain text keeps of a table: its lines, the cells between bars, numbers alone in a cell, and the prose that ends it."""

import re
from collections.abc import Iterator

from kg.extraction.common.clauses import Stretch
from kg.model.marks import BAR, SENTENCE

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?[%％]?")
HAS_NUMBER_CELL = re.compile(rf"(?:^|\|){NUMBER.pattern}(?:\||$)", re.MULTILINE)
PROSE = re.compile(rf"[，{SENTENCE}]")
ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
LONGEST_CELL = 30
"""Characters of a cell, what stands in brackets aside."""


def is_prose(line: str) -> bool:
    """Whether a line is a sentence and no cell; what stands in brackets does not tell."""
    plain = ASIDE.sub("", line)
    return len(plain) > LONGEST_CELL or PROSE.search(plain) is not None


def lines_of(text: str, begin: int, end: int) -> Iterator[Stretch]:
    """The lines of ``text[begin:end]`` without their feeds, but for empty ones."""
    while begin < end:
        stop = text.find("\n", begin, end)
        stop = end if stop < 0 else stop
        if stop > begin:
            yield Stretch(begin, stop)
        begin = stop + 1


def cells_of(text: str, line: Stretch) -> Iterator[Stretch]:
    """The cells of a line between bars, without the blanks around them; the last bar closes the row."""
    begin = line.begin
    for part in text[line.begin : line.end].removesuffix(BAR).split(BAR):
        left = len(part) - len(part.lstrip())
        yield Stretch(begin + left, begin + max(left, len(part.rstrip())))
        begin += len(part) + 1
