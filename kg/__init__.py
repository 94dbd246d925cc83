"""fazhi-kg: China's yearly reports on rule-of-law government as one traceable knowledge graph."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from kg.api import Graph

try:
    __version__ = version("fazhi-kg")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0"

__all__ = ["__version__", "open"]


def open(path: "str | PathLike[str]" = "output") -> "Graph":
    """The build in folder ``path``, or the graph in a file: ``kg.api.Graph`` tells what can be done with it.

    Raises KgError KG012 when there is neither.

    >>> import kg
    >>> with kg.open("output") as g:
    ...     g.query("ASK { ?report a <https://fazhi.example/ontology#Report> }").truth
    True
    """
    from pathlib import Path

    from kg.api import Graph

    return Graph(Path(path))
