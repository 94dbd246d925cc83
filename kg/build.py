"""The pipeline from files to written graph: the only place that knows all rooms."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg import resources
from kg.errors import KgError, notice
from kg.extraction import extract
from kg.graph import dataset, exchange, iris, writers
from kg.graph.triples import report_triples
from kg.lexicon import vocabulary as lexicon
from kg.linking import link, reporting_division
from kg.model import Notice, Record, Report
from kg.reading import SUFFIXES, outline, read_file

MAX_BYTES = 10_000_000


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


def inputs(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those given, and those of a readable type in the folders given, in order of path.

    Raises KgError KG011 when that leaves nothing, KG003 when a path does not exist.
    """
    given = list(paths) or [resources.sample()]
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            found += sorted(p for p in inside if p.suffix.lower() in SUFFIXES)
        else:
            found.append(path)
    if not found:
        raise KgError("KG011", where=", ".join(map(str, given)))
    return list(dict.fromkeys(found))


def build_report(path: Path, *, max_bytes: int = MAX_BYTES, vocabulary: Sequence[Path] = ()) -> tuple[Report, list[Notice]]:
    """One file, through reading, extraction and linking, with the warnings it deserves.

    Raises KgError when it cannot be read, or when a vocabulary is not usable.
    """
    text = read_file(path, max_bytes=max_bytes)
    own = outline(text)
    home, reason = reporting_division(own, text.clean)
    warnings = []
    if not own.is_report:
        warnings.append(notice("KG005", str(path)))
    if home is None:
        warnings.append(notice("KG008", str(path), why=reason))
    said = extract(text, own, home, tuple(map(str, vocabulary)))
    return link(text, own, said, home, lexicon.load(tuple(vocabulary))), warnings


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    base: str = iris.DEFAULT_BASE,
    max_bytes: int = MAX_BYTES,
    vocabulary: Sequence[Path] = (),
) -> BuildSummary:
    """Read reports (none given: the embedded sample) and write the graph, the records and the pages to ``out``.

    One bad file is a failure in the summary; the others are built. Raises KgError when nothing can be done:
    no input (KG011), an unusable vocabulary (KG014), an output that cannot be written (KG016).
    """
    iris.check_base(base)
    lexicon.load(tuple(vocabulary))
    reports: dict[str, tuple[Path, Report]] = {}
    failures: list[Notice] = []
    warnings: list[Notice] = []
    hashes: dict[str, str] = {}
    for path in inputs(paths):
        try:
            report, own = build_report(path, max_bytes=max_bytes, vocabulary=vocabulary)
        except KgError as error:
            failures.append(error.notice)
            continue
        except Exception as error:  # a report that trips the program must not lose the batch
            failures.append(notice("KG015", str(path), why=f"{type(error).__name__}: {error}"))
            continue
        if report.key in reports:
            warnings.append(notice("KG010", str(path), other=str(reports[report.key][0])))
            continue
        warnings += own
        reports[report.key] = (path, report)
        hashes[str(path)] = report.text.sha256
    warnings += _conflicts(reports.values())
    return _write(reports, out, base, vocabulary, failures, warnings)
