"""What the reports say, as tables for a spreadsheet: one CSV file a kind, safe to open.

The files begin with a byte-order mark and their lines end in CRLF, because spreadsheets take them for another
encoding without; a cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.graph.exchange import records
from kg.graph.writers import replacing
from kg.query.formats import harmless

Row = dict[str, Any]
TABLES = {
    "reports": "doc key title doc_number year area issuer addressee issued area_key",
    "entities": "key type kind name linked",
    "mentions": "doc year entity surface begin end source_begin source_end rule report_key entity_key",
    "relations": "doc year area s p o status evidence begin end rule report_key area_key s_key o_key",
    "observations": "doc number year area indicator concept value unit plain_value plain_unit about period status approx part_of "
    "evidence begin end report_key area_key about_key",
    "statements": "doc year area kind topic text begin end report_key area_key",
}
"""Name of the file → its columns. ``number``, from 1, counts a report's figures, as ``fz:ordinal`` does; ``part_of`` is the
number of one. ``plain_value`` of ``plain_unit`` is what is printed, without 万 and 亿: what figures are compared and summed by.
``about`` is the division that reports where the record names nobody else, as ``fz:about`` is. What a column names, its ``_key``
tells from others of that name: a key of ``entities``, or, of a report, of ``reports``."""
NAMED = ("area", "entity", "s", "o", "about")
"""The columns that name an entity."""


def tables(source: Path, target: Path) -> list[Path]:
    """Write ``reports.csv``, ``entities.csv`` and so on into folder ``target``. Raises KgError KG012 without a build."""
    reports: list[Row] = [{**record} for record in records(source)]
    if not reports:
        raise KgError("KG012", str(source), why="it has no reports/*.json")
    target.mkdir(parents=True, exist_ok=True)
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
        about = {"doc": report["doc"], "report_key": report["key"], **report["report"]}
        own = [{"key": report["key"]}] if name == "reports" else report[name]
        keys = {entity["name"]: entity["key"] for entity in report["entities"]}
        for number, item in enumerate(own, 1):
            row = {**about, "number": number, **item}
            if name == "observations":
                row["about"] = row["about"] or row["area"]
                row = {"plain_value": row["value"], "plain_unit": row["unit"], **row}
                row["part_of"] = item["part_of"] + 1 if "part_of" in item else None
            yield row | {f"{column}_key": keys.get(row.get(column)) for column in NAMED}


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
