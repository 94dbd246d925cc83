"""A finished build takes the place of the one before, file by file, each at once."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError

OURS = ("assets", "data", "entities", "reports")
"""Folders of a build that hold nothing but its files: what the new build lacks is removed from them."""


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Turn errors of the file system into KgError KG016 that names ``out``."""
    try:
        yield
    except OSError as error:
        raise KgError("KG016", str(out), why=error.strerror or str(error)) from error


def publish(staging: Path, out: Path) -> None:
    """Move every file of ``staging`` to its place in ``out``, and remove records of reports that are gone.

    Files of others in ``out`` stay. Raises OSError.
    """
    out.mkdir(parents=True, exist_ok=True)
    fresh = sorted(path for path in staging.rglob("*") if path.is_file())
    for path in fresh:
        target = out / path.relative_to(staging)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    kept = {out / path.relative_to(staging) for path in fresh}
    for folder in OURS:
        for path in sorted((out / folder).rglob("*")):
            if path.is_file() and path not in kept:
                path.unlink()
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(exist_ok=True)
