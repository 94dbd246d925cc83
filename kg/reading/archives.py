"""Zip archives, read in place: nothing is unpacked to disk, and nothing beyond the limits into memory."""

import os
import unicodedata
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path
from typing import IO

from kg.errors import KgError, cause
from kg.reading.folders import hidden
from kg.reading.limits import Limits
from kg.reading.remote import Remote

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What the standard library raises for damaged, encrypted or exotic archives."""
_UNSEEN = frozenset(["Cc", "Cf", "Cs"])
"""Unicode's categories of control, format and surrogate characters."""
_UTF8 = 0x800
"""The flag bit of a member whose name is UTF-8."""


def members(path: Path | Remote, limits: Limits) -> list[tuple[str, str]]:
    """The files of the archive at ``path``: each name as the archive has it, and as it is shown.

    Raises KgError: KG027 (no readable archive), KG030 (too many members); OSError.
    """
    infos = [info for info in _opened(path, path.name).infolist() if not info.is_dir()]
    if len(infos) > limits.members:
        raise KgError("KG030", path.name, what=f"{len(infos):,} members, at most {limits.members:,}")
    shown = [(info.filename, _shown(info)) for info in infos]
    return [(name, text) for name, text in shown if text and not hidden(text)]


def member_bytes(path: Path | Remote, name: str, label: str, limits: Limits) -> bytes:
    """The bytes of one member. Raises KgError: KG004 (larger than the limit), KG027; OSError."""
    return part_bytes(_opened(path, label), name, label, limits.bytes, "a zip archive")


def part_bytes(archive: zipfile.ZipFile, name: str, label: str, most: int, format_: str) -> bytes:
    """One part of a packed file, at most ``most`` bytes whatever its header says.

    Raises KgError: KG004 (more), KG027 (missing, damaged, encrypted).
    """
    try:
        with archive.open(name) as part:
            data = part.read(most + 1)
    except KeyError as error:
        raise KgError("KG027", label, why=f"its part {name} is missing", format=format_) from error
    except _BROKEN as error:
        raise KgError("KG027", label, why=cause(error), format=format_) from error
    if len(data) > most:
        raise KgError("KG004", label, name, size=f"more than {most}", limit=most)
    return data


def packed(file: IO[bytes], label: str, format_: str) -> zipfile.ZipFile:
    """A packed file opened. Raises KgError KG027."""
    try:
        return zipfile.ZipFile(file)
    except _BROKEN as error:
        raise KgError("KG027", label, why=cause(error), format=format_) from error


def _opened(path: Path | Remote, label: str) -> zipfile.ZipFile:
    try:
        return _listed(path, path.seen if isinstance(path, Remote) else path.stat().st_mtime_ns, os.getpid())
    except _BROKEN as error:
        raise KgError("KG027", label, why=cause(error), format="a zip archive") from error


@lru_cache(maxsize=2)
def _listed(path: Path | Remote, _state: int | str, _process: int) -> zipfile.ZipFile:
    """The archive with its list read: once for all its members, but in each process, since a position is shared."""
    return zipfile.ZipFile(path.open() if isinstance(path, Remote) else path)


def _shown(info: zipfile.ZipInfo) -> str:
    """A member's name for people: Chinese names of old archives decoded, and no way out of the archive."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = info.filename
    parts = [visible(part) for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts)


def visible(name: str) -> str:
    """``name`` without characters that a terminal obeys or UTF-8 cannot hold: each becomes U+FFFD."""
    return "".join("�" if unicodedata.category(char) in _UNSEEN else char for char in name)
