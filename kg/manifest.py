"""What a build tells of itself: the summary that it returns, and ``build.json``."""

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from kg.model import Notice, Record

VERSIONS = ("fazhi-kg", "spacy", "rjieba", "pyoxigraph")
"""Distributions whose version may change a build."""


class BuildSummary(Record):
    """What a build read and wrote; ``files`` are relative to the output folder."""

    reports: int
    mentions: int
    entities: int
    relations: int
    observations: int
    statements: int
    triples: int
    failures: tuple[Notice, ...]
    warnings: tuple[Notice, ...]
    files: tuple[str, ...]


def manifest(summary: BuildSummary, files: Sequence[Path], base: str, vocabulary: Sequence[Path]) -> str:
    """``build.json``: what was read, what came of it, and with which versions; no clock times."""
    facts = {
        "inputs": [{"file": str(path), "sha256": _sha256(path)} for path in files],
        "counts": summary.model_dump(
            include=set(BuildSummary.model_fields) - {"failures", "warnings", "files"}
        ),
        "failures": [n.model_dump() for n in summary.failures],
        "warnings": [n.model_dump() for n in summary.warnings],
        "files": list(summary.files),
        "base": base,
        "vocabulary": [{"file": str(path), "sha256": _sha256(path)} for path in vocabulary],
        "versions": {name: version(name) for name in VERSIONS},
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _sha256(path: Path) -> str | None:
    """Of the file's bytes; None when it cannot be read, or is no regular file and might never end."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
