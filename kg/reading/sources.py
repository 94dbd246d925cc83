"""What there is to read: files here and at URLs, members of archives, standard input; each by the name that people know."""

import os
import stat
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from uuid import uuid4

from kg.errors import KgError, notice, raised_as
from kg.model import Notice
from kg.reading.archives import member_bytes, members, visible
from kg.reading.folders import inside, is_folder
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
        with raised_as("KG003", self.name, (OSError, ValueError)):
            if self.member is not None:
                return member_bytes(self.path, self.member, self.label, limits)
            return _bytes(self.path, self.name, limits)


def source(path: Path | Remote) -> Source:
    """The source that a file is."""
    return Source(visible(str(path)), path)


class Found(NamedTuple):
    """What there is to read in what was given."""

    sources: list[Source]
    """In order of label; each document once, by the first of its labels."""
    failures: list[Notice]
    """KG003 for each folder whose files cannot be listed or reached."""
    warnings: list[Notice]
    """KG018 for each folder or archive that holds files of types that are not read, with how many of each."""


def find(
    paths: Iterable[Path | Remote | Source], limits: Limits = DEFAULTS, without: Collection[Path] = ()
) -> Found:
    """What the files and folders given hold, but for what is at or below one of the paths ``without``. Raises KgError KG034.

    Files of a folder, and members of an archive, count when their name has a type that is read, and neither it nor a folder
    below the one given is hidden; a file given by itself counts always, and fails later if it cannot be read.
    """
    found: set[Source] = set()
    failures, warnings, now = list[Notice](), list[Notice](), uuid4().hex
    for path in paths:
        if isinstance(path, Source):
            found.add(path)
            continue
        held = _files(path, without, failures)
        files = [
            one._replace(seen=now) if isinstance(one, Remote) else one
            for one in ([path] if held is None else held)
        ]
        unread = {} if held is None else {str(path): [file.name for file in held]}
        for file in files:
            if file.suffix.lower() == ARCHIVE:
                found.update(_members(file, limits))
                unread[str(file)] = list(_names(file, limits))
            elif held is None or is_readable_type(file.name):
                found.add(source(file))
        warnings += [about for label, names in sorted(unread.items()) for about in _left_out(label, names)]
    once: dict[tuple[str | Remote, str], Source] = {}
    for one in sorted(found, key=lambda one: (one.label, one.member or "")):
        once.setdefault(_document(one), one)
    return Found([*once.values()], failures, warnings)


def _document(one: Source) -> tuple[str | Remote, str]:
    """What a source reads, by whatever path or link it is spelled."""
    place = os.path.realpath(one.path) if isinstance(one.path, Path) else one.path
    return place, one.member or ""


def _left_out(label: str, names: Iterable[str]) -> list[Notice]:
    """A warning about the folder or archive ``label`` when it holds files of types that are not read."""
    other = Counter(PurePosixPath(name).suffix.lower() for name in names if not is_readable_type(name))
    types = ", ".join(f"{count} {suffix}" for suffix, count in sorted(other.items()))
    return [notice("KG018", visible(label), types=types)] if types else []


def _files(
    place: Path | Remote, without: Collection[Path], failures: list[Notice]
) -> Sequence[Path | Remote] | None:
    """The files in a folder and those below it; None for what is no folder. Folders that are closed go to ``failures``.

    What has the name of a document is one: a web server cannot tell a page with links from a folder.
    """
    if isinstance(place, Path):
        if not is_folder(place):
            return None
        found = inside(place, without)
        failures += [
            notice("KG003", visible(str(folder)), why=f"{why} (a folder, and what it holds)")
            for folder, why in sorted(found.closed)
        ]
        return found.files
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
