"""PDF with text, by PDFium: the characters of each page with their boxes."""

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from kg.errors import KgError, notice
from kg.reading.formats.characters import Characters
from kg.reading.formats.glyphs import Glyph, PageGlyphs
from kg.reading.formats.pages import read_pages
from kg.reading.formats.scans import recognised, tesseract
from kg.reading.limits import Limits

FORMAT = "a PDF file"
FEW = 12
"""Characters that a page of nothing but pictures may have all the same: a number, a stamp of the scanner."""
TILTED = 0.05
"""Radians from which on a character belongs to a seal or a watermark."""


def read(data: bytes, name: str, limits: Limits) -> Characters:
    """The text of a PDF; each run's locator is its page and box.

    Scanned pages are recognised where ``limits.ocr`` asks for it. Raises KgError: KG027 (damaged, or locked by a
    password), KG028 (scanned), KG030 (too many pages or characters, too slow), KG033 (nothing is there to recognise with).
    """
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        raise KgError("KG027", name, why=str(error).rstrip("."), format=FORMAT) from error
    if count > limits.pages:
        raise KgError("KG030", name, what=f"{count:,} pages, at most {limits.pages:,}")
    program = _recogniser(name) if limits.ocr else None
    pages, pictures, left = [], [], limits.characters
    for number in range(1, count + 1):
        try:
            with closing(document[number - 1]) as page:
                glyphs, is_picture = _page(page, number, left)
                if is_picture and program:
                    glyphs = recognised(page, number, program, name, limits)
        except pypdfium2.PdfiumError as error:
            why = str(error).rstrip(".")
            raise KgError("KG027", name, f"page {number}", why=why, format=FORMAT) from error
        left -= len(glyphs.glyphs)
        if left <= 0:
            raise KgError("KG030", name, what=f"more than {limits.characters:,} characters")
        if is_picture:
            pictures.append(number)
        if program or not is_picture:
            pages.append(glyphs)
    if not any(page.glyphs for page in pages):
        raise KgError("KG028" if pictures else "KG001", name)
    about = "KG032" if program else "KG029"
    warnings = [notice(about, name, pages=", ".join(map(str, pictures)))] if pictures else []
    return read_pages(pages)._replace(notices=tuple(warnings))


def _page(page: pypdfium2.PdfPage, number: int, most: int) -> tuple[PageGlyphs, bool]:
    """The characters of a page, at most ``most``, and whether the page is but a picture."""
    glyphs = tuple(_glyphs(page, most))
    is_picture = len(glyphs) < FEW and _has_picture(page)
    return PageGlyphs(number, page.get_width(), page.get_height(), glyphs), is_picture


def _glyphs(page: pypdfium2.PdfPage, most: int) -> Iterator[Glyph]:
    """The visible upright characters of a page, at most ``most``."""
    text = page.get_textpage()
    height = page.get_height()
    box = pdfium.FS_RECTF()
    blank = False
    for at in range(min(text.count_chars(), most)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        char = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if char.isspace():
            blank = True
        elif abs(pdfium.FPDFText_GetCharAngle(text, at)) <= TILTED:
            pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
            size = pdfium.FPDFText_GetFontSize(text, at)
            # Some writers scale a font of one point.
            size = size if size > 1 else box.top - box.bottom
            yield Glyph(char, box.left, box.right, height - box.top, height - box.bottom, size, blank)
            blank = False
    text.close()


def _recogniser(name: str) -> str:
    program = tesseract()
    if program is None:
        raise KgError("KG033", name)
    return program


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
