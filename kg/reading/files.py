"""A source, or bytes, or a string becomes one ``Text``."""

import hashlib
from dataclasses import replace
from pathlib import Path

from kg.errors import KgError
from kg.model import Text
from kg.reading.clean import clean
from kg.reading.decode import decode
from kg.reading.formats import is_readable_type, kind_of
from kg.reading.limits import DEFAULTS, Limits
from kg.reading.sources import Source, source
from kg.reading.worker import characters_apart


def read_file(path: Path, limits: Limits = DEFAULTS) -> Text:
    """The text of one file; see ``read_source``."""
    return read_source(source(path), limits)


def read_source(one: Source, limits: Limits = DEFAULTS) -> Text:
    """The text of one source.

    Raises KgError: KG003 (not readable, or not a file), KG004 (too many bytes), KG007 (a type that is not read), and as
    ``read_bytes`` does.
    """
    _check_type(one.name)
    return read_bytes(one.content(limits), one.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULTS) -> Text:
    """The text of a file's bytes, in the format that they have.

    Raises KgError: KG001 (empty), KG002 (binary), KG006 (no encoding fits), KG025 and KG026 (something to install is
    missing), KG027 (damaged), KG028 (scanned), KG030 (beyond a limit).
    """
    _check_type(name)
    if not data:
        raise KgError("KG001", name)
    kind = kind_of(data, name)
    if kind == "text":
        source_, encoding = decode(data, name)
        return _text(source_, name, encoding, data, limits)
    if kind == "zip":
        raise KgError(
            "KG027", name, why="it cannot be listed, or is an archive in an archive", format="a zip archive"
        )
    found = characters_apart(data, name, kind, limits)
    text = _text(found.text, name, "utf-8", data, limits)
    return replace(text, locators=found.locators, notices=found.notices)


def read_text(source_: str, name: str) -> Text:
    """The text of characters that are already decoded. Raises KgError KG001 when nothing visible is in them."""
    return _text(source_, name, "utf-8", source_.encode("utf-8", "surrogatepass"), DEFAULTS)


def _check_type(name: str) -> None:
    if not is_readable_type(name):
        raise KgError("KG007", name, suffix=Path(name).suffix.lower())


def _text(source_: str, name: str, encoding: str, data: bytes, limits: Limits) -> Text:
    if len(source_) > limits.characters:
        raise KgError("KG030", name, what=f"{len(source_):,} characters, at most {limits.characters:,}")
    try:
        source_.encode()
    except UnicodeEncodeError as error:
        raise KgError("KG006", name, f"character {error.start}", why=error.reason) from error
    cleaned, origin = clean(source_)
    if not cleaned:
        raise KgError("KG001", name)
    digest = hashlib.sha256(data).hexdigest()
    return Text(name=name, sha256=digest, encoding=encoding, source=source_, clean=cleaned, origin=origin)
