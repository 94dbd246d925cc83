"""Annotated and built reports from files."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from kg.score.annotations import Annotation


def load(path: Path) -> dict[str, Annotation]:
    """The reports in a file, a folder (searched to its depth) or a build's folder (its ``reports``), by ``doc``.

    JSON files that hold no report of the exchange format are passed over; of two with one ``doc`` the later in
    order of path stands. Raises ValueError, in one line with the file and the place in it, for a file that cannot
    be read or whose values are not of the exchange format, and when no report is found.
    """
    found = {report.doc: report for file in _files(path) for report in _read(file)}
    if not found:
        raise ValueError(f"{path}: there is no report in the exchange format")
    return found


def _files(path: Path) -> list[Path]:
    folder = path / "reports" if (path / "build.json").is_file() else path
    return sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]


def _read(file: Path) -> Iterator[Annotation]:
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
        if isinstance(content, dict) and "doc" in content and "entities" in content:
            yield Annotation.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ValueError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{file}: {error}") from error
