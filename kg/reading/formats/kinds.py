"""Which format a file has: by its content, and where that leaves a choice, by its name."""

import codecs
import re
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["text", "html", "docx", "pdf", "ofd", "office", "zip"]

_SUFFIXES: dict[str, Kind] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".htm": "html",
    ".html": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".doc": "office",
    ".wps": "office",
    ".rtf": "office",
    ".odt": "office",
    ".pdf": "pdf",
    ".ofd": "ofd",
    ".zip": "zip",
}
_TYPE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)

HEAD = 4096
"""Bytes of a file that are looked at."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def _suffix(name: str) -> str:
    """The type that a name ends in, or nothing: the dot of 3.5版 or 2022.12 ends no file type."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if _TYPE.fullmatch(suffix) else ""


def is_readable_type(name: str, *, typed: bool = False) -> bool:
    """Whether a file's name says that it has a format that is read; ``typed``: a name without a type says nothing."""
    suffix = _suffix(name)
    return suffix in _SUFFIXES and (bool(suffix) or not typed)


def kind_of(data: bytes, name: str) -> Kind:
    """The format of a file's bytes. The name must have a readable type.

    The content counts before the name: pages saved as .doc are HTML, and many a .doc is a .docx.
    """
    named = _SUFFIXES[_suffix(name)]
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _packed(data, named)
    if head.startswith((_OLE, b"{\\rtf")):
        return "office"
    if (named != "text" or not _suffix(name)) and _HTML.match(head.removeprefix(codecs.BOM_UTF8)):
        return "html"
    return "text" if named == "office" else named


def _packed(data: bytes, named: Kind) -> Kind:
    """The format of a zip: the names of its parts stand in it as they are."""
    if b"word/document" in data:
        return "docx"
    if b"OFD.xml" in data:
        return "ofd"
    if b"application/vnd.oasis.opendocument" in data[:HEAD]:
        return "office"
    return named if named != "text" else "zip"
