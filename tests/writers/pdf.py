"""PDF by ReportLab: a first line's indent, justified lines of one width, running heads and page numbers."""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def pdf_bytes(paragraphs: Sequence[str], *, head: str = "", columns: int = 1, size: float = 14) -> bytes:
    """A PDF of A4 pages with the running head ``head`` and numbered pages; its first two paragraphs are centred."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, title="")
    width, height = A4
    margin, gap = 72.0, 24.0
    each = (width - 2 * margin - (columns - 1) * gap) / columns
    frames = [
        Frame(margin + at * (each + gap), margin, each, height - 2 * margin, 0, 0, 0, 0)
        for at in range(columns)
    ]

    def furniture(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(margin, height - 48, head)
        canvas.drawCentredString(width / 2, 40, f"- {canvas.getPageNumber()} -")

    document.addPageTemplates([PageTemplate(frames=frames, onPage=furniture)])
    document.build([_flowable(paragraph, at, size) for at, paragraph in enumerate(paragraphs)])
    return out.getvalue()


def _flowable(paragraph: str, at: int, size: float) -> Flowable:
    style = ParagraphStyle(
        "body",
        fontName=FONT,
        fontSize=size,
        leading=size * 1.6,
        wordWrap="CJK",
        alignment=TA_CENTER if at < 2 else TA_JUSTIFY,
        firstLineIndent=0 if at < 2 else 2 * size,
    )
    return Paragraph(escape(paragraph), style)
