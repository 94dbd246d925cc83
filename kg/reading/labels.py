"""The rows of a page's metadata table: each label and what it says."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.reading.lines import patterns
from kg.reading.words import either


@lru_cache(maxsize=1)
def _none() -> re.Pattern[str]:
    return re.compile(either("none"))


def labelled(text: str) -> Iterator[tuple[str, str]]:
    """Each metadata label's list and its value: up to the next label, or the line below a bare label.

    Where a table's blanks are gone, a line that begins with a long label is parted at each of them
    (发文单位甲镇人民政府发布日期2024-01-05).
    """
    known = patterns()
    matches = list(known.label.finditer(text))
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        value = text[match.end() : end].lstrip(" |]】：:\n")
        value = value.partition("\n")[0].strip(" |[【•\u3000")
        word = (match["word"] or match["cell"]).replace(" ", "")
        if value and not _none().fullmatch(value):
            yield known.fields[word], value
    for line in text.split("\n"):
        if known.long_label.match(line) and not known.label.match(line):
            yield from _run_on(line)


def _run_on(line: str) -> Iterator[tuple[str, str]]:
    """The labels of a line whose values follow without a mark."""
    known = patterns()
    matches = list(known.long_label.finditer(line))
    ends = [match.start() for match in matches[1:]] + [len(line)]
    for match, end in zip(matches, ends, strict=True):
        if match.end() < end:
            yield known.fields[match.group()], line[match.end() : end].strip()
