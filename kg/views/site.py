"""All pages of a build, from one reading of its graph."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.views.subset import Wanted, subset

FILES = ("figures.html", "graph.html", "index.html", "matrix.html", "places.html")
"""The pages that lie beside the graph; all others are in folders."""


def view(graph_path: Path, out: Path, *, wanted: Wanted | None = None, data: bool = False) -> Path:
    """Writes ``index.html`` and the pages it leads to into folder ``out`` from the Turtle file ``graph_path``.

    ``wanted``: the part of the graph that is shown; ``data``: whether the pages will lie beside the graph's
    files, and link to them. Gives the path of ``index.html``, where a reader begins. The same graph gives the
    same bytes. Raises KgError KG012 when the graph cannot be read, KG039 when it holds no report that is
    wanted, KG016 when a page cannot be written.
    """
    # What draws (networkx, Jinja) is loaded to draw: a process that only reads reports does without.
    from kg.graph.store import stream
    from kg.views import entities, figures, graph, index, library, matrix, pages, places, reports, tables
    from kg.views.columns import Columns
    from kg.views.shelf import shelve

    columns = subset(Columns(stream(graph_path)), wanted or Wanted())
    pages.assets(out)
    graph.draw(columns, out)
    shelf = shelve(library.read(columns))
    del columns  # the larger part of the memory
    with _collected():
        tables.write(shelf, out)
        reports.draw(shelf, out)
        entities.draw(shelf, out)
        matrix.draw(shelf, out)
        figures.draw(shelf, out)
        places.draw(shelf, out)
        return index.draw(shelf, out, data=data)


@contextmanager
def _collected() -> Iterator[None]:
    """Collect what templates leave behind in cycles, page after page, without looking through the shelf each time."""
    was = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not was:
            gc.disable()
