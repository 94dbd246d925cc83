"""Annotated and built reports from files."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from kg.errors import KgError, raised_as
from kg.score.annotations import Annotation


def load(path: Path) -> dict[str, Annotation]:
    """The reports in a file, a folder (searched to its depth) or a build's folder (its ``reports``), by ``doc``.

    JSON files that hold no report of the exchange format are passed over; of two with one ``doc`` the later in
    order of path stands. Raises KgError KG041, with the file and the place in it, for a file that cannot be read or
    whose values are not of the exchange format, and when no report is found.
    """
    found = {report.doc: report for file in _files(path) for report in _read(file)}
    if not found:
        raise KgError("KG041", str(path), why="there is none")
    return found


def _files(path: Path) -> list[Path]:
    folder = path / "reports" if (path / "build.json").is_file() else path
    return sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]


def _read(file: Path) -> Iterator[Annotation]:
    with raised_as("KG041", file, (OSError, ValueError, RecursionError)):
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    if not (isinstance(content, dict) and "doc" in content and "entities" in content):
        return
    try:
        yield Annotation.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise KgError("KG041", str(file), place, why=first["msg"]) from error
