"""A finished build takes the place of the one before: all of it at one moment, so that no reader and no kill sees half."""

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path

from filelock import FileLock, Timeout

from kg import views
from kg.errors import KgError
from kg.graph import description, embedded, shards

KEPT = ".kept"
"""Folder of what was made of each source (``kg.kept``)."""
MANIFEST = "build.json"
"""File by which a build is known."""
OURS = (KEPT, "assets", "data", "entities", "reports", shards.FOLDER)
"""Folders of a build that hold nothing but its files: what the new build lacks is removed from them."""
_FILES = (*(name for name, _ in description.FILES), *views.FILES)
"""Files that a build may have or lack: those of the build before it are removed."""
_CWD = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE = 2  # RENAME_EXCHANGE, Linux 3.15


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Turn errors of the file system into KgError KG016 that names ``out``."""
    try:
        yield
    except OSError as error:
        raise KgError("KG016", str(out), why=error.strerror or str(error)) from error


def check_place(out: Path, inputs: Iterable[Path]) -> None:
    """Raises KgError KG037 when a folder in ``out`` of which a build removes what is not its own holds files of others: one of
    ``inputs``, or, where no build is, any. OSError when a folder cannot be read."""
    whole = out.resolve()
    given = [path.resolve() for path in inputs]
    built = (whole / MANIFEST).exists() or _work(whole).exists()
    for folder in (whole / name for name in OURS):
        theirs = not built and folder.is_dir() and any(folder.iterdir())
        if theirs or any(path.is_relative_to(folder) for path in given):
            raise KgError("KG037", str(out), folder=folder.name)


@contextmanager
def workplace(out: Path) -> Iterator[Path]:
    """A folder on ``out``'s file system that is this process's alone while the block runs, with an empty folder ``new``.

    It lies beside ``out``; inside it where ``out`` cannot be exchanged as a whole (``_fixed``). Whatever else a block
    leaves in it is there again next time: a build that was killed goes on from there. Raises KgError KG031 when another
    process has it, OSError when it cannot be made.
    """
    whole = out.resolve()
    if whole.is_dir() and not os.access(whole, os.W_OK | os.X_OK):
        raise PermissionError(
            EACCES, os.strerror(EACCES)
        )  # exchanging it would get round what its owner said
    work = _work(whole)
    work.mkdir(parents=True, exist_ok=True)
    lock = FileLock(work / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise KgError("KG031", str(out)) from error
    try:
        _recover(work, whole)
        (work / "new").mkdir()
        yield work
    finally:
        shutil.rmtree(work / "new", ignore_errors=True)
        with suppress(OSError):
            (work / "lock").unlink()
        lock.release()
        with suppress(OSError):
            work.rmdir()


def written(out: Path) -> list[Path]:
    """Where in ``out`` a build's files and folders lie: absolute paths, without links."""
    whole = out.resolve()
    return [whole / name for name in (*OURS, *_FILES, MANIFEST, embedded.FOLDER)]


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


def replace_files(staging: Path, out: Path) -> None:
    """Move every file of ``staging`` to its place in ``out``, and remove from our folders what is gone.

    The embedded store comes first and whole, and the one before goes last: whichever graph is there at any
    moment, its own store is there too, or none. Files of others in ``out`` stay. Raises OSError.
    """
    gone = [name for name in _FILES if not (staging / name).exists()]
    stores = [_moved(path, out / embedded.FOLDER) for path in (staging / embedded.FOLDER).glob("*")]
    place(staging, out)
    for name in gone:
        (out / name).unlink(missing_ok=True)
    for path in sorted((out / embedded.FOLDER).glob("*")):
        if path not in stores:
            _discard(path)


def place(staging: Path, out: Path, only: tuple[str, ...] = ()) -> None:
    """Move the files of ``staging`` to their places in ``out``, and remove from our folders what is gone.

    ``only``: the endings of names that may be removed; none given: all. Raises OSError.
    """
    fresh = sorted(path for path in staging.rglob("*") if path.is_file())
    for path in fresh:
        target = out / path.relative_to(staging)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    kept = {out / path.relative_to(staging) for path in fresh}
    for folder in OURS:
        for path in sorted((out / folder).rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in kept and (not only or path.suffix in only):
                path.unlink()


def linked(source: Path | str, target: Path | str) -> None:
    """Make ``target`` the same file as ``source``; a copy where the file system has no links. Raises OSError."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _fixed(out: Path) -> bool:
    """Whether ``out`` must stay the folder that it is: a mount, the place where somebody works, one in a closed folder."""
    if not out.is_dir():
        return False
    return out.is_mount() or Path.cwd().is_relative_to(out) or not os.access(out.parent, os.W_OK | os.X_OK)


def _work(whole: Path) -> Path:
    """Where a build to the folder ``whole`` works."""
    return whole / ".kg" if _fixed(whole) else whole.with_name(f".{whole.name}.kg")


def _recover(work: Path, out: Path) -> None:
    """Clear away what a build left that was killed; bring the output back if it was killed between two renames."""
    old = work / "old"
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (work / "new", old):
        if left.exists():
            shutil.rmtree(left)


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
        mine = path.name in (*OURS, *_FILES, embedded.FOLDER) or (target / path.name).exists()
        if mine:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, target / path.name, symlinks=True, copy_function=linked)
        else:
            linked(path, target / path.name)


def _moved(store: Path, folder: Path) -> Path:
    """``store``'s place in ``folder``, with the store in it."""
    folder.mkdir(exist_ok=True)
    target = folder / store.name
    if target.exists():
        _discard(target)
    return store.rename(target)


def _discard(store: Path) -> None:
    """Remove a store, first from under its name: half a store must not be taken for one.

    Where a store that is open cannot be moved (Windows), it stays until the next build.
    """
    try:
        shutil.rmtree(store.rename(store.with_name(f".gone-{store.name}")), ignore_errors=True)
    except OSError:
        return
