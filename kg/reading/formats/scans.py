"""Scanned pages: their characters and boxes as Tesseract recognises them, to be laid out as those of any printed page."""

import csv
import math
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from statistics import median
from typing import NamedTuple

import pypdfium2

from kg.errors import KgError
from kg.reading.formats.glyphs import Glyph, PageGlyphs
from kg.reading.limits import Limits

LANGUAGE = "chi_sim"
INCH = 72
"""Points."""
RESOLUTION = 200
"""Dots an inch. At 300, Tesseract needs a third more time and recognises no more of printed Chinese."""
PIXELS = 25_000_000
"""Of the picture of a page, whatever its size: A3 at 300 dots an inch has 17 million."""
SURE = 50
"""Per cent of confidence that half of a line's words have; a stain or a seal has less."""
CELL = 1.2
"""Ems between two words of a line from which on they stand apart."""

_LATIN = re.compile(r"[\x21-\x7e]+")


class _Word(NamedTuple):
    """A recognised word; pixels."""

    line: tuple[str, ...]
    left: int
    right: int
    top: int
    bottom: int
    confidence: float
    text: str


def tesseract() -> str | None:
    """Tesseract's command when it is installed and reads Chinese; else None."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout
    return program if LANGUAGE in known.split() else None


def recognised(page: pypdfium2.PdfPage, number: int, program: str, name: str, limits: Limits) -> PageGlyphs:
    """The characters of the picture that page ``number`` is. Raises KgError KG030 at the limit of time."""
    width, height = page.get_width(), page.get_height()
    scale = min(RESOLUTION / INCH, math.sqrt(PIXELS / (width * height)))
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    # A portable grey map (netpbm): what any program reads, and no library need write.
    data = b"P5\n%d %d\n255\n" % (picture.shape[1], picture.shape[0]) + picture.tobytes()
    dots = str(round(scale * INCH))
    try:
        said = subprocess.run(
            [program, "-", "-", "-l", LANGUAGE, "--dpi", dots, "tsv"],
            input=data,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # threads cost it more than they bring
        )
    except subprocess.TimeoutExpired as error:
        raise KgError("KG030", name, what=f"{limits.seconds} seconds of recognition") from error
    words = _words(said.stdout.decode("utf-8", "replace"))
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    sure = [line for line in lines if median(word.confidence for word in line) >= SURE]
    glyphs = [glyph for line in sure for glyph in _glyphs(line)]
    points = [
        one._replace(
            left=one.left / scale,
            right=one.right / scale,
            top=one.top / scale,
            bottom=one.bottom / scale,
            size=one.size / scale,
        )
        for one in glyphs
    ]
    return PageGlyphs(number, width, height, tuple(points))


def _words(table: str) -> Iterator[_Word]:
    """The words of Tesseract's table, in its reading order."""
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] == "5" and text:
            left, top = int(row["left"]), int(row["top"])
            line = (row["block_num"], row["par_num"], row["line_num"])
            yield _Word(
                line,
                left,
                left + int(row["width"]),
                top,
                top + int(row["height"]),
                float(row["conf"]),
                text,
            )


def _glyphs(line: Sequence[_Word]) -> Iterator[Glyph]:
    """The characters of a line. Boxes fit their ink closely or overlap; here each reaches to the next, as in a font."""
    wide = [(word.right - word.left) / len(word.text) for word in line if not _LATIN.fullmatch(word.text)]
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    size = median(wide) if wide else (bottom - top) * 0.8
    lefts = [*accumulate((word.left for word in line), lambda before, here: max(before + 1, here))]
    for at, word in enumerate(line):
        after = lefts[at + 1] if at + 1 < len(line) else math.inf
        right = after if after - word.right < CELL * size else max(word.right, lefts[at] + 1)
        step = (right - lefts[at]) / len(word.text)
        spaced = bool(at and _LATIN.fullmatch(word.text) and _LATIN.fullmatch(line[at - 1].text))
        for place, char in enumerate(word.text):
            left = lefts[at] + place * step
            yield Glyph(char, left, left + step, top, bottom, size, spaced and not place)
