"""The pages of a build made again from its graph alone, of all of it or of a part."""

from pathlib import Path

from kg.publish.replacing import place
from kg.publish.workplace import workplace, writing
from kg.views import Wanted, view

PAGES = (".html", ".css", ".js")
"""What the pages consist of: the records of the reports lie between them and stay."""


def redraw(source: Path, out: Path, wanted: Wanted) -> tuple[Path, list[Path]]:
    """Make the pages of the graph in folder ``source`` and put them into ``out``; gives the path of ``index.html``
    and those of all files that were written.

    Pages in ``out`` that the new ones lack are removed. Raises KgError: KG012 for a graph that cannot be read,
    KG039 for one that holds no report that is wanted; KG016 for a page that cannot be written; KG031 while a build writes
    to ``out``. Then all stays as it was.
    """
    with writing(out), workplace(out) as work:
        same = source.absolute() == out.absolute()
        page = view(source / "graph.ttl", work / "new", wanted=wanted, data=same)
        written = place(work / "new", out, only=PAGES)
    return out / page.name, written
