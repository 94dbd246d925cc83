"""``index.html``: what a build holds, report by report, and where to go from here."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pyoxigraph as ox

from kg.model import EntityType, Record
from kg.views import pages
from kg.views.columns import FZ, LABEL, Columns
from kg.views.picture import Name


class Row(Record):
    """One report of the list."""

    title: str
    year: str
    division: str
    anchor: str
    """IRI of the division, or empty: the node that the link opens."""
    relations: int
    figures: int
    shortcomings: int
    plans: int


class Overview(Record):
    """What the page says."""

    rows: tuple[Row, ...]
    classes: tuple[tuple[Name, int], ...]


def draw(store: ox.Store, out: Path) -> Path:
    """Writes ``index.html`` into folder ``out``; gives its path. KgError KG016 when it cannot be written."""
    return pages.save(out / "index.html", render(overview(store)))


def overview(store: ox.Store) -> Overview:
    """The counts of a graph, and its reports in order of division and year."""
    columns = Columns(store)
    per: dict[str, Counter[str]] = {
        cls: Counter(columns.one(iri, FZ + "report") for iri in columns.instances(cls))
        for cls in ("Claim", "Observation", "Shortcoming", "Plan")
    }
    rows = []
    for report in columns.instances("Report"):
        division = columns.one(report, FZ + "division")
        row = Row(
            title=columns.name(report, (LABEL,)).zh,
            year=columns.one(report, FZ + "year"),
            division=columns.name(division, (LABEL,)).zh if division else "",
            anchor=division,
            relations=per["Claim"][report],
            figures=per["Observation"][report],
            shortcomings=per["Shortcoming"][report],
            plans=per["Plan"][report],
        )
        rows.append(row)
    rows.sort(key=lambda row: (row.anchor, row.year, row.title))
    counts = Counter(columns.entities().values())
    classes = tuple((columns.name(FZ + cls), counts[cls]) for cls in get_args(EntityType) if counts[cls])
    return Overview(rows=tuple(rows), classes=classes)


def render(about: Overview) -> str:
    """The page as HTML."""
    return pages.render("index", Name(zh="法治政府建设知识图谱", en="Rule-of-law reports"), about=about)
