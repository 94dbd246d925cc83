"""Writing graphs to files: sorted, the same bytes for the same triples, and never half a file."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError
from kg.graph import gzipped
from kg.graph.gzipped import deflate
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple
from kg.graph.turtle import TYPE, blocks, header


def write_turtle(path: Path, triples: Iterable[Triple], base: str = DEFAULT_BASE) -> None:
    """Write ``triples``, each once, by subject. Raises KgError KG016."""
    with replacing(path) as file:
        file.write(header(base).encode() + b"\n")
        file.write(blocks(sorted(set(triples), key=turtle_order), base))


def write_nquads(path: Path, graphs: Mapping[str, Iterable[Triple]], default: Iterable[Triple] = ()) -> None:
    """Write gzipped N-Quads: the default graph, then the named graphs by IRI, sorted. Raises KgError KG016."""
    named = (nquads(map(" ".join, sorted(set(graphs[graph]))), graph) for graph in sorted(graphs))
    with replacing(path) as file:
        whole = nquads(map(" ".join, sorted(set(default))))
        gzipped.write(file, (deflate([lines]) for lines in chain([whole], named)))


def turtle_order(triple: Triple) -> tuple[str, bool, str, str]:
    """Sort key: by subject, its types first."""
    subject, predicate, value = triple
    return subject, predicate != TYPE, predicate, value


def nquads(lines: Iterable[str], graph: str = "") -> bytes:
    """Lines of N-Triples without their full stop as N-Quads, in the named graph of that IRI or in the default graph."""
    return (f" <{graph}> .\n" if graph else " .\n").join([*lines, ""]).encode()


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
