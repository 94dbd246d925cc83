"""Where the shards of a graph lie; who only asks a graph need not load what writes one."""

from pathlib import Path

FOLDER = "shards"
DEFAULT = "default.nq.gz"
"""The shard of the default graph: ontology, vocabulary in use, the data set's description, and what is said between reports."""


def shards(folder: Path) -> list[Path]:
    """The shards of the build in ``folder``, the default graph's first; none when it is not in shards."""
    found = sorted((folder / FOLDER).glob("[0-9]*.nq.gz"))
    return [folder / FOLDER / DEFAULT, *found] if found else []
