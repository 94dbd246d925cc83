"""The pipeline from files to written graph: the only place that knows all rooms."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kg import resources
from kg.errors import KgError, notice
from kg.extraction import extract
from kg.graph import embedded, iris
from kg.graph.exchange import dumps
from kg.graph.files import GraphFiles, Part, render
from kg.lexicon import vocabulary as lexicon
from kg.linking import link, reporting_division, stated_name
from kg.manifest import BuildSummary, manifest
from kg.model import Notice, Report
from kg.publish import publish, writing
from kg.reading import is_text_type, outline, read_file
from kg.views import view
from kg.workers import in_order

MAX_BYTES = 10_000_000
COUNTED = ("mentions", "relations", "observations", "statements")
"""What a summary counts of each report."""


def inputs(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those given, and those of a readable type in the folders given, in order of path.

    The order in which they are given does not matter. Raises KgError KG011 when that leaves nothing.
    """
    given = list(paths) or [resources.sample()]
    found = [path for path in given if not path.is_dir()]
    found += [path for folder in given for path in _files(folder) if is_text_type(path)]
    if not found:
        raise KgError("KG011", where=", ".join(map(str, given)))
    return sorted(set(found), key=str)


def left_out(paths: Iterable[Path]) -> list[Notice]:
    """A warning for each folder that holds files of types that are not read, with how many of each."""
    warnings = []
    for folder in paths:
        other = Counter(path.suffix.lower() for path in _files(folder) if not is_text_type(path))
        if other:
            types = ", ".join(f"{count} {suffix}" for suffix, count in sorted(other.items()))
            warnings.append(notice("KG018", str(folder), types=types))
    return warnings


def _files(folder: Path) -> list[Path]:
    """The regular files in a folder and those below it, without hidden ones; none when it is no folder."""
    if not folder.is_dir():
        return []
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]


def build_report(
    path: Path, *, max_bytes: int = MAX_BYTES, vocabulary: Sequence[Path] = ()
) -> tuple[Report, list[Notice]]:
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
    called = None if home else stated_name(own, text.clean)
    said = extract(text, own, home, tuple(map(str, vocabulary)), called)
    return link(text, own, said, home, lexicon.load(tuple(vocabulary)), called), warnings


class Made(NamedTuple):
    """One report, ready to be joined with others: what a worker process hands back."""

    key: str
    part: Part
    record: bytes
    """The exchange file."""
    warnings: list[Notice]
    claim: tuple[str, int | None, str | None] | None
    """The division's key, the year and the issuer; None when the division is not known."""
    counts: Counter[str]
    entities: list[str]
    """Their keys."""


def make(path: Path, *, base: str, max_bytes: int, vocabulary: tuple[Path, ...]) -> Made | Notice:
    """One file to what the build joins, or why that failed."""
    try:
        report, warnings = build_report(path, max_bytes=max_bytes, vocabulary=vocabulary)
        part = render(report, base, vocabulary)
    except KgError as error:
        return error.notice.model_copy(update={"file": str(path)})
    except Exception as error:  # a report that trips the program must not lose the batch
        return notice("KG015", str(path), why=f"{type(error).__name__}: {error}")
    area = None if report.area is None else report.entities[report.area].key
    return Made(
        key=report.key,
        part=part,
        record=dumps(report),
        warnings=warnings,
        claim=(area, report.outline.year, report.outline.issuer) if area else None,
        counts=Counter({name: len(getattr(report, name)) for name in COUNTED}),
        entities=[entity.key for entity in report.entities],
    )


def _died(path: Path) -> Made | Notice:
    return notice("KG021", str(path))


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    base: str = iris.DEFAULT_BASE,
    max_bytes: int = MAX_BYTES,
    vocabulary: Sequence[Path] = (),
    jobs: int = 1,
) -> BuildSummary:
    """Read reports (none given: the embedded sample) and write the graph, the records and the pages to ``out``.

    ``jobs`` processes read them; how many does not change what is written. One bad file is a failure in the summary;
    the others are built. When no report could be built, nothing is written. Raises KgError when nothing can be done:
    no input (KG011), an unusable vocabulary (KG014), an output that cannot be written (KG016), a base that is no IRI
    (KG017).
    """
    try:
        iris.check_base(base)
    except ValueError as error:
        raise KgError("KG017", why=str(error)) from error
    extra = tuple(vocabulary)
    lexicon.load(extra)
    files = inputs(paths)
    failures: list[Notice] = []
    warnings = left_out(paths)
    seen: dict[str, Path] = {}
    claimed: dict[tuple[str, int | None, str | None], Path] = {}
    often = Counter(path.stem.lower() for path in files)
    tally: Counter[str] = Counter()
    entities: set[str] = set()
    one = partial(make, base=base, max_bytes=max_bytes, vocabulary=extra)
    with writing(out), _uncollected(), TemporaryDirectory(dir=_parent(out), prefix=".kg-") as work:
        staging = Path(work)
        with GraphFiles(staging, base, extra) as graph:
            results = in_order(one, files, min(jobs, len(files)), died=_died, modules=[__name__])
            for path, made in zip(files, results, strict=True):
                if isinstance(made, Notice):
                    failures.append(made)
                    continue
                if made.key in seen:
                    warnings.append(notice("KG010", str(path), other=str(seen[made.key])))
                    continue
                seen[made.key] = path
                warnings += made.warnings + _conflict(made, path, claimed)
                graph.add(made.part)
                tally += made.counts
                entities.update(made.entities)
                name = _record_name(path, made.key, often)
                (staging / "reports").mkdir(exist_ok=True)
                (staging / "reports" / name).write_bytes(made.record)
            if seen:
                counts = graph.finish()
        triples = counts.triples if seen else 0
        summary = BuildSummary(
            reports=len(seen),
            entities=len(entities),
            **{name: tally[name] for name in COUNTED},
            triples=triples,
            failures=tuple(failures),
            warnings=tuple(warnings),
            files=(),
        )
        if not seen:
            return summary
        view(staging / "graph.ttl", staging, data=True)
        names = sorted(p.relative_to(staging).as_posix() for p in staging.rglob("*") if p.is_file())
        embedded.fill(staging)
        names += ["build.json", f"{embedded.FOLDER}/"]
        summary = summary.model_copy(update={"files": tuple(sorted(names))})
        (staging / "build.json").write_text(manifest(summary, files, base, extra), encoding="utf-8")
        publish(staging, out)
    return summary


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave cyclic garbage alone: the records have no cycles, and a fifth of a build's time went into looking."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _conflict(
    made: Made, path: Path, claimed: dict[tuple[str, int | None, str | None], Path]
) -> list[Notice]:
    """A warning when another text reports on the same division and year in the name of the same issuer."""
    other = claimed.setdefault(made.claim, path) if made.claim else path
    return [] if other == path else [notice("KG009", str(path), other=str(other))]


def _record_name(path: Path, key: str, often: Counter[str]) -> str:
    """``NAME.json`` for the exchange file; of files of one name each gets the end of its report's key, as its page."""
    alone = often[path.stem.lower()] == 1
    return f"{path.stem}.json" if alone else f"{path.stem}-{key[-8:]}.json"


def _parent(out: Path) -> Path:
    """The folder that ``out`` lies in, made if need be."""
    parent = out.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    return parent
