"""fazhi-kg: China's yearly reports on rule-of-law government as one traceable knowledge graph."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from kg.api import Graph

    __version__: str

__all__ = ["__version__", "open"]


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: every command would wait for it."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("fazhi-kg")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0"


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
