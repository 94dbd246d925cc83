"""A file, or bytes, or a string becomes one ``Text``."""

import hashlib
import re
import stat
from pathlib import Path

from kg.errors import KgError
from kg.model import Text
from kg.reading.clean import clean
from kg.reading.decode import decode

SUFFIXES = ("", ".txt", ".text", ".md")
_TYPE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")


def is_text_type(path: Path) -> bool:
    """Whether a file's name says that it is text; the dot of 3.5版 or 2022.12 ends no file type."""
    suffix = path.suffix.lower()
    return suffix in SUFFIXES or not _TYPE.fullmatch(suffix)


def read_file(path: Path, *, max_bytes: int = 20_000_000) -> Text:
    """The text of one file.

    Raises KgError: KG001 (empty), KG002 (binary), KG003 (not readable, or not a file), KG004 (more than
    ``max_bytes`` bytes), KG006 (no encoding fits), KG007 (a type other than .txt, .text and .md).
    """
    name = path.name
    if not is_text_type(path):
        raise KgError("KG007", name, suffix=path.suffix.lower())
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise KgError(
                "KG003", name, why="it is a folder" if path.is_dir() else "it is not a regular file"
            )
        if found.st_size > max_bytes:
            raise KgError("KG004", name, size=found.st_size, limit=max_bytes)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise KgError("KG003", name, why=getattr(error, "strerror", None) or str(error)) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Text:
    """The text of a file's bytes. Raises KgError: KG001, KG002, KG006."""
    source, encoding = decode(data, name)
    return _text(source, name, encoding, data)


def read_text(source: str, name: str) -> Text:
    """The text of characters that are already decoded. Raises KgError KG001 when nothing visible is in them."""
    return _text(source, name, "utf-8", source.encode("utf-8", "surrogatepass"))


def _text(source: str, name: str, encoding: str, data: bytes) -> Text:
    cleaned, origin = clean(source)
    if not cleaned:
        raise KgError("KG001", name)
    digest = hashlib.sha256(data).hexdigest()
    return Text(name=name, sha256=digest, encoding=encoding, source=source, clean=cleaned, origin=origin)
