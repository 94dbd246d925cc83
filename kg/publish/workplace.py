"""Where a build works until all is ready: a folder of its own beside the output, one build at a time."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from errno import EACCES
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import KgError, raised_as
from kg.publish.ours import MANIFEST, OURS


def writing(out: Path) -> AbstractContextManager[None]:
    """Turn errors of the file system into KgError KG016 that names ``out``."""
    return raised_as("KG016", out)


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
        # Exchanging it would get round what its owner said.
        raise PermissionError(EACCES, os.strerror(EACCES))
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
