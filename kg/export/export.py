"""Which format a target names, and writing it."""

from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError, raised_as
from kg.export.jsonld import jsonld
from kg.export.networks import gexf, graphml
from kg.export.tables import tables

FORMATS: dict[str, Callable[[Path, Path], list[Path]]] = {
    ".graphml": graphml,
    ".gexf": gexf,
    ".jsonld": jsonld,
    "": tables,
}
"""Ending of the target → what writes it; a folder gets CSV tables. Each gives the files that it wrote."""


def export(source: Path, target: Path) -> list[Path]:
    """Write the build (or, but for tables, the graph file) ``source`` to ``target``; the files written.

    The same build gives the same bytes. Raises KgError KG012 when it cannot be read, KG038 when the target's ending
    is none of ``FORMATS``, KG016 when it cannot be written.
    """
    write = FORMATS.get(target.suffix.lower())
    if write is None:
        raise KgError("KG038", str(target), suffix=target.suffix)
    with raised_as("KG016", target):
        return write(source, target)
