"""Writing graphs to files: lines of N-Quads, and never half a file."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import raised_as


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
        with raised_as("KG016", path):
            with temporary.open("wb") as file:
                yield file
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
