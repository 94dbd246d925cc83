"""A finished build takes the place of the one before: all of it at one moment, so that no reader and no kill sees half."""

import ctypes
import os
import shutil
from pathlib import Path

from kg.graph import embedded
from kg.publish.ours import FILES, OURS
from kg.publish.replacing import replace_files

_CWD = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE = 2  # RENAME_EXCHANGE, Linux 3.15


def publish(work: Path, out: Path) -> None:
    """Put what is in ``work/new`` in the place of the build in ``out``; files of others in ``out`` stay. Raises OSError.

    ``work`` is ``out``'s workplace. The two folders are exchanged in one step of the file system, or, where it has none,
    renamed one after the other. Into a folder that must stay itself, or that cannot be renamed (one of a container's
    image), the files are moved one by one.
    """
    new, whole = work / "new", out.resolve()
    if work.parent == whole or not whole.exists():
        replace_files(new, whole) if whole.exists() else new.rename(whole)
        return
    _carry(whole, new)
    shutil.copystat(whole, new)
    try:
        _exchange(new, whole, work / "old")
    except OSError:
        replace_files(new, whole)
        return
    before = new if new.exists() else work / "old"
    _carry(before, whole)  # what others put there in the meantime
    shutil.rmtree(before, ignore_errors=True)


def linked(source: Path | str, target: Path | str) -> None:
    """Make ``target`` the same file as ``source``; a copy where the file system has no links. Raises OSError."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _exchange(new: Path, out: Path, old: Path) -> None:
    """Let ``new`` and ``out`` change names; without that, ``out`` becomes ``old`` and ``new`` becomes ``out``."""
    swap = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if swap and swap(_CWD, os.fsencode(new), _CWD, os.fsencode(out), _EXCHANGE) == 0:
        return
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise


def _carry(source: Path, target: Path) -> None:
    """Give ``target`` the files of others that ``source`` has."""
    for path in source.iterdir():
        mine = path.name in (*OURS, *FILES, embedded.FOLDER) or (target / path.name).exists()
        if mine:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, target / path.name, symlinks=True, copy_function=linked)
        else:
            linked(path, target / path.name)
