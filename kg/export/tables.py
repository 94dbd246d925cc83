"""What the reports say, as tables for a spreadsheet: one CSV file a kind, safe to open.

The files begin with a byte-order mark and their lines end in CRLF, because spreadsheets take them for another
encoding without; a cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.graph.writers import replacing
from kg.query.formats import harmless

Row = dict[str, Any]
TABLES = {
    "reports": "doc key title doc_number year area issuer addressee issued",
    "entities": "key type kind name linked",
    "mentions": "doc year entity surface begin end source_begin source_end rule",
    "relations": "doc year area s p o status evidence begin end rule",
    "observations": "doc number year area indicator concept value unit about period status approx part_of evidence begin end",
    "statements": "doc year area kind topic text begin end",
}
"""Name of the file → its columns. ``number``, from 0, counts a report's figures; ``part_of`` is the number of one."""


def tables(source: Path, target: Path) -> list[Path]:
    """Write ``reports.csv``, ``entities.csv`` and so on into folder ``target``. Raises KgError KG012 without a build."""
    files = sorted((source / "reports").glob("*.json"))
    if not files:
        raise KgError("KG012", str(source), why="it has no reports/*.json")
    target.mkdir(parents=True, exist_ok=True)
    reports = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    written = []
    for name, columns in TABLES.items():
        path = target / f"{name}.csv"
        with replacing(path) as file:
            file.write(_page(columns.split(), _rows(name, reports)).encode("utf-8-sig"))
        written.append(path)
    return written


def _rows(name: str, reports: list[Row]) -> Iterator[Row]:
    if name == "entities":
        yield from {entity["key"]: entity for report in reports for entity in report["entities"]}.values()
        return
    for report in reports:
        about = {"doc": report["doc"], "key": report["key"], **report["report"]}
        yield from (
            [about]
            if name == "reports"
            else ({**about, "number": n, **item} for n, item in enumerate(report[name]))
        )


def _page(columns: list[str], rows: Iterator[Row]) -> str:
    page = StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return page.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else harmless(str(value))
