"""The files in a folder and those below it."""

import os
from collections.abc import Collection
from errno import EACCES
from pathlib import Path
from typing import NamedTuple

from kg.errors import cause


class Inside(NamedTuple):
    """What is in a folder, in no order."""

    files: list[Path]
    closed: list[tuple[Path, str]]
    """The folders whose files cannot be listed or reached, each with what the system says of it."""


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder, as far as this process may know."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether ``path`` is a regular file, as far as this process may know."""
    try:
        return path.is_file()
    except OSError:
        return False


def inside(folder: Path, without: Collection[Path]) -> Inside:
    """The regular files in ``folder`` and below it; neither what is hidden there nor what is at or below a path in ``without``.

    Links to files are followed, links to folders are not.
    """
    top = folder.resolve()
    skipped = {folder / path.relative_to(top) for path in without if path.is_relative_to(top)}
    found = Inside([], [])

    def closed(error: OSError) -> None:
        found.closed.append((Path(error.filename), cause(error)))

    for place, folders, names in os.walk(folder, onerror=closed):
        here = Path(place)
        folders[:] = [name for name in folders if not hidden(name) and here / name not in skipped]
        files = [here / name for name in names if not hidden(name) and here / name not in skipped]
        if os.access(here, os.X_OK):
            found.files.extend(filter(_may_be_file, files))
        else:  # its names can be listed, and nothing more
            folders.clear()
            found.closed.append((here, os.strerror(EACCES)))
    return found


def _may_be_file(path: Path) -> bool:
    """Whether ``path`` is a regular file, or leads somewhere that this process cannot see: reading it will tell."""
    try:
        return path.is_file()
    except OSError:
        return True


def hidden(path: str) -> bool:
    """Whether a path with ``/``, relative to the folder or archive that was given, or a folder on its way is hidden."""
    return any(part.startswith(".") for part in path.split("/"))
