"""Word documents by python-docx, and what it cannot write itself as the XML that Word writes."""

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document


def docx_bytes(paragraphs: Sequence[str]) -> bytes:
    """A document of plain paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, part: str, xml: str) -> bytes:
    """The document with one of its parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info, old.read(info))
        new.writestr(part, xml)
    return out.getvalue()
