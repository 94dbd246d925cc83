"""What a build tells of itself: the summary that it returns, and ``build.json``."""

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.errors import KgError
from kg.model import Copy, Disagreement, Notice, Record
from kg.reading import Source, source
from kg.reading.folders import is_file

VERSIONS = (
    "fazhi-kg",
    "ahocorasick-rs",
    "isal",
    "numpy",
    "pydantic",
    "pydantic-core",
    "pyoxigraph",
    "rjieba",
    "spacy",
)
"""Distributions that every build has and whose version may change what is made of a report, or its bytes."""
FORMATS = ("lxml", "pypdfium2")
"""Those that a build may do without."""


class BuildSummary(Record):
    """What a build read and wrote; ``files`` are relative to the output folder."""

    reports: int
    mentions: int
    entities: int
    relations: int
    observations: int
    statements: int
    triples: int
    """Distinct triples of the whole graph: all that ``graph.ttl`` holds."""
    report_triples: int
    """Those that the reports state, or that are said between them: no ontology, no vocabulary in use, no description of the
    data set."""
    failures: tuple[Notice, ...]
    warnings: tuple[Notice, ...]
    files: tuple[str, ...]
    contradictions: tuple[Disagreement, ...] = ()
    copies: tuple[Copy, ...] = ()
    kept: int = 0
    """Files that were not read again: what was made of them before was there. Not in ``build.json``: it tells of the
    result, which does not depend on it."""


def write_manifest(
    path: Path,
    summary: BuildSummary,
    files: Sequence[Source],
    read: Mapping[Source, str],
    base: str,
    vocabulary: Sequence[Path],
) -> None:
    """Write ``build.json`` to ``path``: what was read, what came of it, and with which versions; no clock times.

    ``read``: the SHA-256 of those of ``files`` that could be read, as they were then. It is written as it is made, because
    the text of a hundred thousand files takes more memory than their list. Raises OSError.
    """
    facts = {
        "inputs": [{"file": str(one), "sha256": read.get(one) or _sha256(one)} for one in files],
        "counts": summary.model_dump(
            include=set(BuildSummary.model_fields)
            - {"failures", "warnings", "files", "contradictions", "copies", "kept"}
        ),
        "failures": [n.model_dump() for n in summary.failures],
        "warnings": [n.model_dump() for n in summary.warnings],
        "contradictions": [one.model_dump() for one in summary.contradictions],
        "copies": [one.model_dump() for one in summary.copies],
        "files": list(summary.files),
        "base": base,
        "vocabulary": [{"file": str(path), "sha256": _sha256(source(path))} for path in vocabulary],
        "versions": {name: version(name) for name in VERSIONS},
    }
    with path.open("w", encoding="utf-8") as file:
        json.dump(facts, file, ensure_ascii=False, indent=1)
        file.write("\n")


def versions() -> dict[str, str]:
    """The versions of Python and of what may change a build, where it is installed."""
    found = {"python": platform.python_version()}
    for name in (*VERSIONS, *FORMATS):
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def _sha256(one: Source) -> str | None:
    """Of the document's bytes; None when it cannot be read, or is no regular file and might never end."""
    if isinstance(one.path, Path) and not is_file(one.path):
        return None
    try:
        if one.member is not None or not isinstance(one.path, Path):
            return hashlib.sha256(one.content()).hexdigest()
        with one.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, KgError):
        return None
