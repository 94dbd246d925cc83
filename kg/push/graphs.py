"""The named graphs of a build, one after the other, as N-Triples."""

import gzip
import hashlib
from collections.abc import Iterator
from io import BufferedReader
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import UNREADABLE, raised_as
from kg.graph.shards import shards


class Graph(NamedTuple):
    """One graph, ready to be sent."""

    iri: str
    lines: tuple[bytes, ...]
    """N-Triples, one a line."""

    @property
    def digest(self) -> str:
        """Of the lines: SHA-256, hexadecimal."""
        return hashlib.sha256(b"".join(self.lines)).hexdigest()

    def chunks(self, most: int) -> Iterator[bytes]:
        """The lines, ``most`` at a time; at least one chunk."""
        for begin in range(0, max(1, len(self.lines)), most):
            yield b"".join(self.lines[begin : begin + most])


def graphs(out: Path, shared: str) -> Iterator[Graph]:
    """The graphs of ``OUT/graph.nq.gz``, or of the shards; what is in the default graph comes first, as graph ``shared``.

    Memory holds one graph at a time. Raises KgError KG012 when a file cannot be read.
    """
    for path in shards(out) or [out / "graph.nq.gz"]:
        with (
            raised_as("KG012", path, UNREADABLE),
            gzip.open(path, "rb") as packed,
            BufferedReader(packed) as file,
        ):
            quads = ox.parse(file, format=ox.RdfFormat.N_QUADS)
            for name, group in groupby(quads, key=lambda quad: quad.graph_name):
                iri = name.value if isinstance(name, ox.NamedNode) else shared
                yield Graph(iri, tuple(f"{quad.triple} .\n".encode() for quad in group))
