"""OFD, the state's format for electronic documents (GB/T 33190): the text objects of each page with their boxes."""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from kg.errors import KgError
from kg.reading.archives import packed, part_bytes
from kg.reading.formats.characters import Characters
from kg.reading.formats.glyphs import Glyph, PageGlyphs
from kg.reading.formats.pages import read_pages
from kg.reading.formats.xml import Element, local, parse
from kg.reading.limits import Limits

FORMAT = "an OFD file"
POINTS = 72 / 25.4
"""Points of a millimetre, OFD's unit."""
FARTHEST = 1e6
SMALLEST = 0.01
"""Millimetres: what lies farther out or is smaller cannot be read on any page."""
MOST_STEPS = 100_000
"""Distances between the characters of one text object: a repetition in a damaged file could ask for any number."""
_PAGE = (0.0, 0.0, 210.0, 297.0)


def read(data: bytes, name: str, limits: Limits) -> Characters:
    """The text of an OFD; each run's locator is its page and box. Signatures, seals and page templates are left out.

    Raises KgError: KG004 (a part unpacks to more than the limit), KG027 (damaged), KG028 (no text), KG030 (pages).
    """
    with packed(io.BytesIO(data), name, FORMAT) as archive:
        pages = list(_Ofd(archive, name, limits).pages())
    if not any(page.glyphs for page in pages):
        raise KgError("KG028", name)
    return read_pages(pages)


class _Ofd:
    """The parts of one OFD; paths in it are relative to the part that names them, or begin at the root."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self._archive, self._name, self._limits = archive, name, limits
        self._left = limits.unpacked

    def pages(self) -> Iterator[PageGlyphs]:
        number = characters = 0
        for root in _all(self._part("OFD.xml"), "DocRoot"):
            path = _resolved("OFD.xml", root.text)
            document = self._part(path)
            default = next((_numbers(box.text) for box in _all(document, "PhysicalBox")), _PAGE)
            for page in _all(document, "Page"):
                number += 1
                if number > self._limits.pages:
                    raise KgError("KG030", self._name, what=f"more than {self._limits.pages:,} pages")
                content = self._part(_resolved(path, page.get("BaseLoc")))
                box = next((_numbers(own.text) for own in _all(content, "PhysicalBox")), default)
                left, top, width, height = box if len(box) == 4 else _PAGE
                glyphs = tuple(_glyphs(content, left, top))
                characters += len(glyphs)
                if characters > self._limits.characters:
                    raise KgError(
                        "KG030", self._name, what=f"more than {self._limits.characters:,} characters"
                    )
                yield PageGlyphs(number, width * POINTS, height * POINTS, glyphs)

    def _part(self, path: str) -> Element:
        data = part_bytes(self._archive, path, self._name, self._left, FORMAT)
        self._left -= len(data)
        return parse(data, self._name, path, FORMAT)


def _resolved(base: str, path: str | None) -> str:
    """A path named in the part ``base``; none leads out of the archive."""
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), (path or "").strip()))
    return joined.lstrip("/")


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element) == name)


def _numbers(text: str | None) -> tuple[float, ...]:
    """The numbers of an attribute; none when one of them is no distance on paper (nan, inf, 1e300)."""
    try:
        found = tuple(float(word) for word in (text or "").split())
    except ValueError:
        return ()
    return found if all(abs(number) <= FARTHEST for number in found) else ()


def _glyphs(content: Element, page_left: float, page_top: float) -> Iterator[Glyph]:
    for item in _all(content, "TextObject"):
        boundary = _numbers(item.get("Boundary"))
        size = _numbers(item.get("Size"))
        if len(boundary) != 4 or not size or item.get("Visible") == "false":
            continue
        a, b, c, d, e, f = matrix if len(matrix := _numbers(item.get("CTM"))) == 6 else (1, 0, 0, 1, 0, 0)
        if abs(b) > 0.05 * abs(a):
            continue  # tilted: a seal or a watermark
        tall = size[0] * abs(d)
        if tall < SMALLEST:
            continue
        for char, x, y in _placed(item):
            if char.isspace():
                continue
            left = (boundary[0] + a * x + c * y + e - page_left) * POINTS
            base = (boundary[1] + b * x + d * y + f - page_top) * POINTS
            wide = size[0] * abs(a) * (0.5 if char.isascii() else 1)
            yield Glyph(
                char,
                left,
                left + wide * POINTS,
                base - 0.88 * tall * POINTS,
                base + 0.12 * tall * POINTS,
                tall * POINTS,
            )


def _placed(item: Element) -> Iterator[tuple[str, float, float]]:
    """Each character of a text object with where its baseline begins in the object's own millimetres."""
    x = y = 0.0
    for code in item:
        if local(code) != "TextCode":
            continue
        x, y = (_first(code.get("X"), x), _first(code.get("Y"), y))
        steps_x, steps_y = _steps(code.get("DeltaX")), _steps(code.get("DeltaY"))
        own_x, own_y = x, y
        for at, char in enumerate((code.text or "").strip("\n")):
            yield char, own_x, own_y
            own_x += steps_x[at] if at < len(steps_x) else 0.0
            own_y += steps_y[at] if at < len(steps_y) else 0.0


def _first(text: str | None, default: float) -> float:
    found = _numbers(text)
    return found[0] if found else default


def _steps(text: str | None) -> list[float]:
    """A list of distances; ``g 5 3.2`` stands for five times 3.2 (GB/T 33190, 11.3)."""
    words = (text or "").split()
    steps: list[float] = []
    at = 0
    while at < len(words) and len(steps) < MOST_STEPS:
        if words[at] == "g" and at + 2 < len(words) and words[at + 1].isdecimal():
            steps += _numbers(words[at + 2])[:1] * min(int(words[at + 1]), MOST_STEPS)
            at += 3
        else:
            steps += _numbers(words[at])
            at += 1
    return steps
