"""Files put in their places one by one, and those of the build before them removed."""

import shutil
from pathlib import Path

from kg.graph import embedded
from kg.publish.ours import FILES, OURS


def replace_files(staging: Path, out: Path) -> None:
    """Move every file of ``staging`` to its place in ``out``, and remove from our folders what is gone.

    The embedded store comes first and whole, and the one before goes last: whichever graph is there at any
    moment, its own store is there too, or none. Files of others in ``out`` stay. Raises OSError.
    """
    gone = [name for name in FILES if not (staging / name).exists()]
    stores = [_moved(path, out / embedded.FOLDER) for path in (staging / embedded.FOLDER).glob("*")]
    place(staging, out)
    for name in gone:
        (out / name).unlink(missing_ok=True)
    for path in sorted((out / embedded.FOLDER).glob("*")):
        if path not in stores:
            _discard(path)


def place(staging: Path, out: Path, only: tuple[str, ...] = ()) -> list[Path]:
    """Move the files of ``staging`` to their places in ``out``, which are given back, and remove from our folders what is gone.

    ``only``: the endings of names that may be removed; none given: all. Raises OSError.
    """
    fresh = sorted(path for path in staging.rglob("*") if path.is_file())
    for path in fresh:
        target = out / path.relative_to(staging)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    placed = [out / path.relative_to(staging) for path in fresh]
    kept = set(placed)
    for folder in OURS:
        for path in sorted((out / folder).rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in kept and (not only or path.suffix in only):
                path.unlink()
    return placed


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
