"""Files that are not on this machine: whatever fsspec opens by a URL (s3://, gs://, https://, memory:// …)."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from kg.errors import KgError
from kg.reading.folders import hidden

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_MARK = "://"


def is_url(text: str) -> bool:
    """Whether an input is a URL, and no path."""
    return _MARK in text


class Remote(NamedTuple):
    """A file or folder at a URL. What its methods raise is OSError, or KgError KG034 where a package is missing."""

    url: str
    """As given, with what it says of how to get there (a login, a chain of file systems)."""
    inner: str = ""
    """For a file in a folder at ``url``: its path there."""
    seen: str = ""
    """When it was found: one that is found again may be another. By a mark that no other finding has, since not every server
    tells when a file changed."""

    def __str__(self) -> str:
        """For people and for the build's files: without user name and password."""
        url = self.url
        if "@" in (place := urlsplit(url).netloc):
            url = url.replace(f"{place}", place.rpartition("@")[2], 1)
        return f"{url.rstrip('/')}/{self.inner}" if self.inner else url

    @property
    def name(self) -> str:
        """Without folders."""
        return PurePosixPath(self.inner or self.url).name

    @property
    def suffix(self) -> str:
        """The file type."""
        return PurePosixPath(self.name).suffix

    def is_folder(self) -> bool:
        """Whether there is a folder."""
        with _files_of(self) as (system, path):
            return bool(system.isdir(path))

    def files(self) -> list["Remote"]:
        """The files in the folder and those below it, without hidden ones."""
        with _files_of(self) as (system, path):
            root = path.rstrip("/") + "/"
            inner = [found[len(root) :] for found in map(str, system.find(path)) if found.startswith(root)]
        return [Remote(self.url, name) for name in inner if not hidden(name)]

    def read(self, most: int) -> bytes:
        """The bytes, at most so many."""
        with _files_of(self) as (system, path), system.open(path, "rb") as file:
            return bytes(file.read(most))

    def open(self) -> IO[bytes]:
        """The file, to read any part of it; from the web a copy on disk, since many servers give no parts."""
        with _files_of(self) as (system, path):
            file: IO[bytes] = system.open(path, "rb")
            if "http" not in system.protocol:
                return file
            copy = TemporaryFile()  # noqa: SIM115 whoever asked for the file closes it
            with file:
                shutil.copyfileobj(file, copy)
            return copy


@contextmanager
def _files_of(one: Remote) -> Iterator[tuple["AbstractFileSystem", str]]:
    """The file system that has ``one``, and its path there. What a file system complains of is OSError."""
    try:
        system, path = filesystem(one.url)
        yield system, f"{path.rstrip('/')}/{one.inner}" if one.inner else path
    except FileNotFoundError as error:  # some say only which
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT)) from error
    except (KgError, OSError):
        raise
    except Exception as error:  # each protocol's package has errors of its own
        raise OSError(f"{type(error).__name__}: {error}") from error


def filesystem(url: str) -> tuple["AbstractFileSystem", str]:
    """fsspec's file system for a URL, and the path there.

    Raises KgError KG034 without fsspec or the package of the protocol, OSError for a protocol that it does not know.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise KgError("KG034", str(Remote(url)), package="fsspec") from error
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        raise KgError("KG034", str(Remote(url)), package=str(error)) from error
    except ValueError as error:
        raise OSError(str(error)) from error
    return system, str(path)
