"""The Oxigraph store of a build: ``graph.ttl`` parsed and indexed once, so that a question need not read it.

It lies in ``OUT/store/HASH``, where HASH is that of the ``graph.ttl`` it was filled from. A store is therefore
current or it is not there: no marker can lie, and a build that is interrupted leaves the old pair or the new.
The store's own files hold times and random names; they differ from build to build, what they answer does not.
"""

import hashlib
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

FOLDER = "store"
BATCH = 250_000
"""Statements that are indexed at once. The engine's loader holds all of its input where that is not cut (2.4 GB for six million
statements); so it takes 250 MB, in the same time."""


def fill(folder: Path) -> Path:
    """Make the store of ``folder``'s ``graph.ttl`` (one that exists is left alone); its path. Raises OSError."""
    graph = folder / "graph.ttl"
    path = folder / FOLDER / _hash(graph)
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        store = ox.Store(str(path))
        index(store, ox.parse(path=str(graph), format=ox.RdfFormat.TURTLE))
        store.optimize()
        store.flush()
    return path


def index(store: ox.Store, said: Iterator[ox.Quad]) -> None:
    """Put statements into a store, ``BATCH`` at a time."""
    for first in said:
        store.bulk_extend(chain([first], islice(said, BATCH - 1)))


def current(folder: Path) -> ox.Store | None:
    """The store of exactly this ``graph.ttl``, to read only; None when there is none or it cannot be opened.

    Any number of processes may have it open.
    """
    if not (folder / FOLDER).is_dir():
        return None
    try:
        path = folder / FOLDER / _hash(folder / "graph.ttl")
        return ox.Store.read_only(str(path)) if path.is_dir() else None
    except (OSError, RuntimeError):  # pyoxigraph says RuntimeError of a damaged store
        return None


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]
