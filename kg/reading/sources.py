"""What there is to read: files, the members of archives, standard input; each with the name that people know it by."""

import stat
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kg.errors import KgError, notice
from kg.model import Notice
from kg.reading.archives import member_bytes, members, visible
from kg.reading.formats import is_readable_type
from kg.reading.limits import DEFAULTS, Limits

ARCHIVE = ".zip"


class Source(NamedTuple):
    """One document to read; ``str`` gives its label, by which sources are sorted."""

    label: str
    """The path as given, with ``/`` and the member's name behind that of an archive."""
    path: Path
    member: str | None = None
    """The name in the archive at ``path``, exactly as the archive has it."""

    def __str__(self) -> str:
        return self.label

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return self.label.replace("\\", "/").rpartition("/")[2] or self.label

    @property
    def stem(self) -> str:
        """The name without its file type."""
        return PurePosixPath(self.name).stem

    def content(self, limits: Limits = DEFAULTS) -> bytes:
        """The bytes. Raises KgError: KG003 (not readable, or not a file), KG004 (too many), KG027 (bad archive)."""
        try:
            if self.member is not None:
                return member_bytes(self.path, self.member, self.label, limits)
            return _bytes(self.path, self.name, limits)
        except (OSError, ValueError) as error:
            raise KgError("KG003", self.name, why=getattr(error, "strerror", None) or str(error)) from error


def source(path: Path) -> Source:
    """The source that a file is."""
    return Source(visible(str(path)), path)


def sources(paths: Iterable[Path | Source], limits: Limits = DEFAULTS) -> list[Source]:
    """What the files and folders given hold, in order of label; each document once.

    Files of a folder, and members of an archive, count when their name has a type that is read; a file given by
    itself counts always, and fails later if it cannot be read.
    """
    found: set[Source] = set()
    for path in paths:
        if isinstance(path, Source):
            found.add(path)
            continue
        folder = path.is_dir()
        for file in (one for one in _files(path) if is_readable_type(one.name)) if folder else (path,):
            found.update(_members(file, limits) if file.suffix.lower() == ARCHIVE else [source(file)])
    return sorted(found, key=lambda one: (one.label, one.member or ""))


def left_out(paths: Iterable[Path | Source], limits: Limits = DEFAULTS) -> list[Notice]:
    """A warning for each folder or archive that holds files of types that are not read, with how many of each."""
    warnings = []
    for path in paths:
        if isinstance(path, Source):
            continue
        files = _files(path) if path.is_dir() else [path]
        names = {str(path): [file.name for file in files]} if path.is_dir() else {}
        names |= {str(file): list(_names(file, limits)) for file in files if file.suffix.lower() == ARCHIVE}
        for label, inside in sorted(names.items()):
            other = Counter(
                PurePosixPath(name).suffix.lower() for name in inside if not is_readable_type(name)
            )
            if other:
                types = ", ".join(f"{count} {suffix}" for suffix, count in sorted(other.items()))
                warnings.append(notice("KG018", visible(label), types=types))
    return warnings


def _files(folder: Path) -> list[Path]:
    """The regular files in a folder and those below it, without hidden ones."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]


def _members(archive: Path, limits: Limits) -> list[Source]:
    """The documents in an archive; the archive itself when it cannot be listed, so that reading it tells why."""
    try:
        found = members(archive, limits)
    except (KgError, OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return [source(archive)]
    return [
        Source(f"{visible(str(archive))}/{shown}", archive, name)
        for name, shown in found
        if is_readable_type(shown) and not shown.lower().endswith(ARCHIVE)
    ]


def _names(archive: Path, limits: Limits) -> Iterator[str]:
    try:
        yield from (shown for _, shown in members(archive, limits))
    except (KgError, OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return


def _bytes(path: Path, name: str, limits: Limits) -> bytes:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise KgError("KG003", name, why="it is a folder" if path.is_dir() else "it is not a regular file")
    if found.st_size > limits.bytes:
        raise KgError("KG004", name, size=found.st_size, limit=limits.bytes)
    return path.read_bytes()
