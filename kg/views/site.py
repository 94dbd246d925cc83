"""All pages of a build, from one reading of its graph."""

from pathlib import Path

from kg.graph.store import load
from kg.views import entities, graph, index, library, pages, reports
from kg.views.columns import Columns
from kg.views.shelf import shelve


def view(graph_path: Path, out: Path) -> Path:
    """Writes ``index.html`` and the pages it leads to into folder ``out`` from the Turtle file ``graph_path``.

    Gives the path of ``index.html``, where a reader begins. The same graph gives the same bytes. Raises
    KgError KG012 when the graph cannot be read, KG016 when a page cannot be written.
    """
    store = load(graph_path)
    pages.assets(out)
    graph.draw(store, out)
    shelf = shelve(library.read(Columns(store)))
    reports.draw(shelf, out)
    entities.draw(shelf, out)
    return index.draw(store, out)
