"""What there is to read: files here and at URLs, members of archives, standard input; each by the name that people know."""

import stat
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kg.errors import KgError, notice
from kg.model import Notice
from kg.reading.archives import member_bytes, members, visible
from kg.reading.formats import is_readable_type
from kg.reading.limits import DEFAULTS, Limits
from kg.reading.remote import Remote

ARCHIVE = ".zip"


class Source(NamedTuple):
    """One document to read; ``str`` gives its label, by which sources are sorted."""

    label: str
    """The path or URL as given, with ``/`` and the member's name behind that of an archive."""
    path: Path | Remote
    member: str | None = None
    """The name in the archive at ``path``, exactly as the archive has it."""

    def __str__(self) -> str:
        return self.label

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return self.label.replace("\\", "/").rpartition("/")[2] or self.label

    def content(self, limits: Limits = DEFAULTS) -> bytes:
        """The bytes. Raises KgError: KG003 (not readable, or not a file), KG004 (too many), KG027 (bad archive)."""
        try:
            if self.member is not None:
                return member_bytes(self.path, self.member, self.label, limits)
            return _bytes(self.path, self.name, limits)
        except (OSError, ValueError) as error:
            raise KgError("KG003", self.name, why=getattr(error, "strerror", None) or str(error)) from error


def source(path: Path | Remote) -> Source:
    """The source that a file is."""
    return Source(visible(str(path)), path)


def sources(paths: Iterable[Path | Remote | Source], limits: Limits = DEFAULTS) -> list[Source]:
    """What the files and folders given hold, in order of label; each document once. Raises KgError KG034.

    Files of a folder, and members of an archive, count when their name has a type that is read; a file given by
    itself counts always, and fails later if it cannot be read.
    """
    found: set[Source] = set()
    for path in paths:
        if isinstance(path, Source):
            found.add(path)
            continue
        inside = _files(path)
        for file in (path,) if inside is None else (one for one in inside if is_readable_type(one.name)):
            found.update(_members(file, limits) if file.suffix.lower() == ARCHIVE else [source(file)])
    return sorted(found, key=lambda one: (one.label, one.member or ""))


def left_out(paths: Iterable[Path | Remote | Source], limits: Limits = DEFAULTS) -> list[Notice]:
    """A warning for each folder or archive that holds files of types that are not read, with how many of each."""
    warnings = []
    for path in paths:
        if isinstance(path, Source):
            continue
        inside = _files(path)
        files = [path] if inside is None else inside
        names = {} if inside is None else {str(path): [file.name for file in files]}
        names |= {str(file): list(_names(file, limits)) for file in files if file.suffix.lower() == ARCHIVE}
        for label, held in sorted(names.items()):
            other = Counter(PurePosixPath(name).suffix.lower() for name in held if not is_readable_type(name))
            if other:
                types = ", ".join(f"{count} {suffix}" for suffix, count in sorted(other.items()))
                warnings.append(notice("KG018", visible(label), types=types))
    return warnings


def _files(place: Path | Remote) -> Sequence[Path | Remote] | None:
    """The regular files in a folder and those below it, without hidden ones; None for what is no folder.

    What has the name of a document is one: a web server cannot tell a page with links from a folder.
    """
    if isinstance(place, Path):
        if not place.is_dir():
            return None
        return [path for path in place.rglob("*") if path.is_file() and not path.name.startswith(".")]
    try:
        return None if is_readable_type(place.name, typed=True) or not place.is_folder() else place.files()
    except OSError:  # reading it will tell
        return None


def _members(archive: Path | Remote, limits: Limits) -> list[Source]:
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


def _names(archive: Path | Remote, limits: Limits) -> Iterator[str]:
    try:
        yield from (shown for _, shown in members(archive, limits))
    except (KgError, OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return


def _bytes(path: Path | Remote, name: str, limits: Limits) -> bytes:
    if isinstance(path, Remote):
        data = path.read(limits.bytes + 1)
        if len(data) > limits.bytes:
            raise KgError("KG004", name, size=f"more than {limits.bytes}", limit=limits.bytes)
        return data
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise KgError("KG003", name, why="it is a folder" if path.is_dir() else "it is not a regular file")
    if found.st_size > limits.bytes:
        raise KgError("KG004", name, size=found.st_size, limit=limits.bytes)
    return path.read_bytes()
