"""A built graph from disk into memory."""

from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError


def load(where: Path) -> ox.Store:
    """The graph of a build's folder (its ``graph.ttl``) or of one Turtle file, as a store in memory.

    Raises KgError KG012 when there is none or it is not Turtle.
    """
    path = where / "graph.ttl" if where.is_dir() else where
    if not path.is_file():
        raise KgError("KG012", str(path), why="there is no such file")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        place = f"line {error.lineno}" if error.lineno else ""
        raise KgError("KG012", str(path), place, why=error.msg) from error
    except (OSError, UnicodeDecodeError) as error:
        raise KgError("KG012", str(path), why=str(error)) from error
    return store
