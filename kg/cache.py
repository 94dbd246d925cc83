"""What is slow to make from the files that ship, kept on disk from run to run.

An entry's name holds a hash of all that it was made from: the sources' bytes and the files that ship with the program. So an
entry is never stale, runs may share the folder, and deleting it costs nothing but time. Entries are data, not code: JSON with
a checksum.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from platformdirs import user_cache_path
from pydantic_core import from_json, to_json

from kg.resources import PACKAGE, ontology

VARIABLE = "KG_CACHE"
"""Environment variable: another folder than the user's cache; empty: keep nothing."""
KEPT = 8
"""Entries of one name that stay: one for each state of the program and of the user's vocabularies, the newest."""
_DIGEST = 64


def kept(name: str, sources: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What ``make`` makes of ``sources``: the data that JSON can hold, as JSON gives it back (lists, no tuples).

    Taken from disk when it was made before. Where the folder cannot be read or written, it is made again each time.
    Raises what ``make`` raises.
    """
    folder = _folder()
    try:
        path = folder / f"{name}-{_key(sources)}.json" if folder else None
    except OSError:  # an unreadable source: ``make`` says so in its own words
        path = None
    found = _read(path) if path else None
    if found is None:
        made = to_json(make())
        found = from_json(made)
        if path:
            _write(path, made, name)
    return found


def _folder() -> Path | None:
    chosen = os.environ.get(VARIABLE)
    if chosen is None:
        return user_cache_path("fazhi-kg", appauthor=False)
    return Path(chosen) if chosen else None


def _key(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256(program())
    for source in sources:
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()[:32]


@cache
def program() -> bytes:
    """A hash of all that ships with the program, code and words, by name, size and time of change of each file."""
    places = sorted({PACKAGE, ontology()})
    files = sorted(path for place in places for path in _shipped(place))
    stats = ((path, path.stat()) for path in files)
    listed = "\n".join(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats)
    return hashlib.sha256(listed.encode()).digest()


@cache
def contents() -> bytes:
    """A hash of all that ships with the program, by name and bytes of each file: the same wherever it is installed."""
    places = {PACKAGE: "", ontology(): "ontology/"}  # in a wheel the second is in the first
    files = {
        f"{at}{path.relative_to(place).as_posix()}": path
        for place, at in places.items()
        for path in _shipped(place)
    }
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\n".encode() + hashlib.sha256(files[name].read_bytes()).digest())
    return digest.digest()


def _shipped(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.suffix not in ("", ".pyc")]


def _read(path: Path) -> Any | None:
    """The data of an entry; None when there is none, or it is not whole."""
    try:
        entry = path.read_bytes()
    except OSError:
        return None
    data = entry[_DIGEST:]
    return from_json(data) if entry[:_DIGEST] == hashlib.sha256(data).hexdigest().encode() else None


def _write(path: Path, data: bytes, name: str) -> None:
    at_once(path, hashlib.sha256(data).hexdigest().encode() + data)
    with suppress(OSError):
        entries = sorted(path.parent.glob(f"{name}-*.json"), key=lambda entry: entry.stat().st_mtime_ns)
        for entry in entries[:-KEPT]:
            entry.unlink()


def at_once(path: Path, data: bytes) -> None:
    """Put ``data`` in its place whole, or not at all: where that cannot be written, nothing is there and nothing is said.

    Who may read it is as the umask says, for entries may be shared; a file of ``tempfile`` is its maker's alone.
    """
    temporary = path.with_name(f".{uuid4().hex}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("xb") as file:
                file.write(data)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
