"""Writing graphs to files: sorted, the same bytes for the same triples, and never half a file."""

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple
from kg.graph.turtle import TYPE, blocks, header

LEVEL = 1
"""Of zlib. N-Quads repeat themselves so much that 1 gives 20:1; 6 takes twice the time for a sixth less."""


def write_turtle(path: Path, triples: Iterable[Triple], base: str = DEFAULT_BASE) -> None:
    """Write ``triples``, each once, by subject. Raises KgError KG016."""
    with replacing(path) as file:
        file.write(header(base).encode() + b"\n")
        file.write(blocks(sorted(set(triples), key=turtle_order), base))


def write_nquads(path: Path, graphs: Mapping[str, Iterable[Triple]], default: Iterable[Triple] = ()) -> None:
    """Write gzipped N-Quads: the default graph, then the named graphs by IRI, sorted. Raises KgError KG016.

    Each graph is a gzip member of its own: members made elsewhere can be joined without recompression.
    """
    with replacing(path) as file:
        file.write(gzip_member(nquads(sorted(set(default)))))
        for graph in sorted(graphs):
            file.write(gzip_member(nquads(sorted(set(graphs[graph])), graph)))


def turtle_order(triple: Triple) -> tuple[str, bool, str, str]:
    """Sort key: by subject, its types first."""
    subject, predicate, value = triple
    return subject, predicate != TYPE, predicate, value


def nquads(triples: Iterable[Triple], graph: str = "") -> bytes:
    """N-Quads lines in the order given, in the named graph of that IRI or in the default graph."""
    end = f" <{graph}> .\n" if graph else " .\n"
    return b"".join([f"{s} {p} {o}{end}".encode() for s, p, o in triples])


def gzip_member(data: bytes) -> bytes:
    """``data`` compressed, without a clock time or a file name; empty for no data."""
    return zlib.compress(data, LEVEL, wbits=31) if data else b""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes ``path``'s place when the block ends well, and leaves nothing when it does not.

    Raises KgError KG016 when it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            yield file
        temporary.replace(path)
    except OSError as error:
        raise KgError("KG016", str(path), why=error.strerror or str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)
