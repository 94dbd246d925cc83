"""Scanned PDFs: named as they are, and recognised where that is asked for (Tesseract with its Chinese data)."""

import io
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from kg.build import build
from kg.errors import KgError
from kg.reading import Limits, read_bytes
from kg.reading.formats import scans
from kg.reading.formats.scans import tesseract
from tests.builds import SAMPLE, records, told
from tests.some import some
from tests.writers.pdf import pdf_bytes

OCR = Limits(ocr=True)
DOTS = 150
"""An inch, as office scanners have it."""
needs_tesseract = pytest.mark.skipif(tesseract() is None, reason="no Tesseract with data for Chinese")


def scanned(data: bytes, *, text: bytes = b"") -> bytes:
    """The pages of a PDF as pictures, and those of ``text`` after them as they are."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in pypdfium2.PdfDocument(data):
        size = page.get_width(), page.get_height()
        canvas.setPageSize(size)
        canvas.drawInlineImage(page.render(scale=DOTS / 72, grayscale=True).to_pil(), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    if not text:
        return out.getvalue()
    both = pypdfium2.PdfDocument(out.getvalue())
    both.import_pages(pypdfium2.PdfDocument(text))
    whole = io.BytesIO()
    both.save(whole)
    return whole.getvalue()


def printed(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two reports of the sample built from their text, and from a scan of it."""
    place = tmp_path_factory.mktemp("scans")
    (place / "in").mkdir()
    for path in SAMPLE[:2]:
        (place / "in" / f"{path.stem}.pdf").write_bytes(
            scanned(pdf_bytes(printed(path), head="某某镇人民政府文件"))
        )
    build(SAMPLE[:2], place / "text")
    summary = build([place / "in"], place / "scan", limits=OCR)
    assert {code for code, _ in told(summary.warnings)} == {"KG032"}
    return place / "text", place / "scan"


@needs_tesseract
@pytest.mark.slow
def test_a_scan_says_what_its_text_says(folders: tuple[Path, Path]) -> None:
    """Metadata all (these two have no document number, of which brackets and digits are taken for one another), most of the
    rest; and what figures are found are those of the text."""
    spoken: dict[str, Callable[[dict[str, Any]], Any]] = {
        "entities": lambda one: (one["type"], one["name"]),
        "relations": lambda one: (one["s"], one["p"], one["o"]),
        "observations": lambda one: (one["value"], one["unit"]),
    }
    for text, scan in some(zip(*map(records, folders), strict=True)):
        assert scan["report"] == text["report"]
        for layer, key in spoken.items():
            expected, found = ({key(one) for one in record[layer]} for record in (text, scan))
            assert len(expected & found) >= 0.8 * len(expected), layer
            if layer == "observations":
                assert found <= expected


@needs_tesseract
@pytest.mark.slow
def test_characters_keep_their_order_and_lines_their_paragraphs() -> None:
    lines = printed(SAMPLE[1])[:14]
    text = read_bytes(scanned(pdf_bytes(lines)), "a.pdf", OCR)
    assert len(text.clean.split("\n")) == len(lines)
    assert SequenceMatcher(None, "\n".join(lines), text.clean, autojunk=False).ratio() > 0.95


@needs_tesseract
def test_a_recognised_word_has_its_page_and_box() -> None:
    text = read_bytes(scanned(pdf_bytes(printed(SAMPLE[1])[:8])), "a.pdf", OCR)
    begin = text.clean.index("惠南镇")
    place = text.locate(begin, begin + 3)
    assert place.startswith("page=1&viewrect=")
    left, top, width, height = map(float, place.rpartition("=")[2].split(","))
    assert 595 > left > 72
    assert 842 > top > 60
    assert 30 < width < 60
    assert 8 < height < 40


@needs_tesseract
def test_pages_with_text_are_not_recognised() -> None:
    data = scanned(pdf_bytes(["第一段，推行首违不罚。"]), text=pdf_bytes(["第二段，推行容缺受理。"]))
    text = read_bytes(data, "a.pdf", OCR)
    assert "容缺受理" in text.clean
    assert [(about.code, about.message.rpartition(": ")[2]) for about in text.notices] == [("KG032", "1")]


@needs_tesseract
def test_a_blank_scan_is_empty() -> None:
    with pytest.raises(KgError, match="KG028"):
        read_bytes(scanned(pdf_bytes([" "])), "a.pdf", OCR)


@pytest.mark.parametrize("languages", [None, "List of available languages (2):\neng\nosd\n"])
def test_without_chinese_data_the_remedy_is_told(
    languages: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is asked in this process, where the place of programs can be another."""
    if languages is not None:
        program = tmp_path / "tesseract"
        program.write_text(f"#!/bin/sh\nprintf '%s' '{languages}'\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert scans.tesseract() is None
    from kg.reading.formats import pdf

    with pytest.raises(KgError, match="KG033"):
        pdf.read(scanned(pdf_bytes(["标题"])), "a.pdf", OCR)


def test_nothing_is_recognised_unless_asked_for() -> None:
    with pytest.raises(KgError, match="KG028"):
        read_bytes(scanned(pdf_bytes(["标题"])), "a.pdf")
