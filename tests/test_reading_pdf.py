"""PDF: columns, furniture, scanned pages, locks."""

import io
from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from kg.errors import KgError
from kg.model import Text
from kg.reading import Limits, read_bytes
from tests.writers.pdf import FONT, pdf_bytes

Draw = Callable[[Canvas], None]
PROSE = "丙镇依法行政，推进普法宣传，举办法治讲座，调解矛盾纠纷，群众法治意识得到提高，社会保持和谐稳定。"


def drawn(*pages: Draw, **options: str) -> bytes:
    """A PDF whose pages were drawn so."""
    out = io.BytesIO()
    canvas = Canvas(out, **options)
    for page in pages:
        canvas.setFont(FONT, 14)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(*lines: tuple[float, float, str]) -> Draw:
    def page(canvas: Canvas) -> None:
        for left, base, text in lines:
            canvas.drawString(left, base, text)

    return page


def picture(canvas: Canvas) -> None:
    """A page that is nothing but a picture of 1 × 1 pixels."""
    pixel = pypdfium2.PdfBitmap.new_native(4, 4, 4).to_pil()
    canvas.drawInlineImage(pixel, 0, 0, 595, 842)


def read(data: bytes) -> Text:
    return read_bytes(data, "a.pdf")


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(KgError) as caught:
        read_bytes(data, "a.pdf", limits or Limits())
    return caught.value.notice.code


def test_pdf_running_heads_and_page_numbers_are_left_out() -> None:
    lines = [f"第{at}段，{PROSE}" for at in range(30)]
    text = read(pdf_bytes(lines, head="丙镇人民政府文件"))
    assert "文件" not in text.clean
    assert text.clean.split("\n") == lines


def test_pdf_a_paragraph_goes_on_over_the_page() -> None:
    text = read(pdf_bytes(["标题", "署名", PROSE * 40]))
    assert text.clean.split("\n") == ["标题", "署名", PROSE * 40]


def test_pdf_a_number_in_a_table_is_no_page_number() -> None:
    text = read(drawn(words((90, 800, "丙镇情况"), (90, 100, "12"), (90, 80, "34"), (290, 40, "1"))))
    assert text.clean.split("\n") == ["丙镇情况", "12", "34"]


def test_pdf_seals_and_watermarks_are_left_out() -> None:
    def tilted(canvas: Canvas) -> None:
        words((90, 700, PROSE[:20]))(canvas)
        canvas.rotate(30)
        canvas.drawString(300, 300, "水印")

    assert read(drawn(tilted)).clean == PROSE[:20]


def test_pdf_cells_of_a_row_stay_apart() -> None:
    assert (
        read(drawn(words((90, 700, "索引号"), (200, 700, "0001"), (300, 700, "发布机构")))).source
        == "索引号  0001  发布机构\n"
    )


def test_pdf_latin_words_keep_their_blanks() -> None:
    assert read(drawn(words((90, 700, "rule of law 2022")))).clean == "rule of law 2022"


def test_pdf_scanned_is_named() -> None:
    assert code(drawn(picture, picture)) == "KG028"


def test_pdf_scanned_pages_are_counted() -> None:
    text = read(drawn(picture, words((90, 700, PROSE[:20])), picture))
    assert [(about.code, about.message.rpartition(": ")[2]) for about in text.notices] == [("KG029", "1, 3")]


def test_pdf_locked_is_named() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret"))
    canvas.drawString(90, 700, "locked")
    canvas.save()
    assert code(out.getvalue()) == "KG027"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", drawn(words((90, 700, PROSE[:20])))[:400]])
def test_pdf_damaged_is_named(data: bytes) -> None:
    assert code(data) == "KG027"


def test_pdf_blank_is_empty() -> None:
    assert code(drawn(words())) == "KG001"


def test_pdf_limits() -> None:
    data = drawn(words((90, 700, PROSE[:20])), words((90, 700, PROSE[:20])))
    assert code(data, Limits(pages=1)) == "KG030"
    assert code(data, Limits(characters=30)) == "KG030"
    assert read_bytes(data, "a.pdf", Limits(pages=2)).clean
