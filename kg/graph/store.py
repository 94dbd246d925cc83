"""Reading a written graph again: as a stream of triples, or as a store to query."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import UNREADABLE, KgError, raised_as
from kg.graph import embedded
from kg.graph.iris import DEFAULT_BASE
from kg.graph.shards import shards

_FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS}


def load(path: Path) -> ox.Store:
    """The graph of a file (``.ttl``, ``.nt``, ``.nq``, also with ``.gz``) or of a build's folder.

    A folder's embedded store is opened to read only when it is that of its ``graph.ttl``; everything else is
    read into memory. N-Quads become one graph, in which a triple that several reports state stands once, as in
    ``graph.ttl``: so a build's two files give the same answers.
    Raises KgError KG012 when there is no such file, or it is not what its name says.
    """
    if path.is_dir() and (ready := embedded.current(path)) is not None:
        return ready
    path, form, data = _open(path)
    store = ox.Store()
    with raised_as("KG012", path, UNREADABLE):
        if form == ox.RdfFormat.N_QUADS:
            embedded.index(store, (ox.Quad(*quad.triple) for quad in ox.parse(data, format=form)))
        else:
            store.bulk_load(data, format=form)
    return store


def stream(path: Path) -> Iterator[ox.Quad]:
    """The statements of a file or a build's folder, in its order and as often as they stand there; of a build in
    shards those of all shards, one after the other.

    Raises KgError KG012, for what is wrong inside only when the reading comes there.
    """
    parts = [] if (path / "graph.ttl").exists() else shards(path)
    for part in parts or [path]:
        file, form, data = _open(part)
        with raised_as("KG012", file, UNREADABLE):
            yield from ox.parse(data, format=form)


def triples(path: Path) -> list[ox.Triple]:
    """The distinct triples of all graphs of a file or a build's folder. Raises KgError KG012."""
    return list(dict.fromkeys(quad.triple for quad in stream(path)))


def manifest(folder: Path) -> dict[str, Any]:
    """What ``build.json`` says of the build in ``folder``; nothing where there is none, or it is broken."""
    try:
        said = json.loads((folder / "build.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def base(folder: Path) -> str:
    """What the IRIs of the build in ``folder`` begin with, as its ``build.json`` says; the default without one."""
    return str(manifest(folder).get("base", DEFAULT_BASE))


def _open(path: Path) -> tuple[Path, ox.RdfFormat, bytes]:
    file = path / "graph.ttl" if path.is_dir() else path
    if not file.exists():
        why = "it was built in shards, for a triple store" if shards(path) else "No such file or directory"
        raise KgError("KG012", str(file), why=why)
    packed = file.suffix == ".gz"
    form = _FORMATS.get(Path(file.stem).suffix if packed else file.suffix)
    if form is None:
        raise KgError("KG012", str(file), why="its name must end in .ttl, .nt or .nq, or these and .gz")
    with raised_as("KG012", file, UNREADABLE):
        data = file.read_bytes()
        return file, form, gzip.decompress(data) if packed else data
