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
from kg.checking import ALIKE, contradictions, likeness
from kg.errors import KgError, notice
from kg.extraction import extract
from kg.graph import embedded, iris
from kg.graph.exchange import dumps
from kg.graph.files import GraphFiles, Part, render
from kg.lexicon import vocabulary as lexicon
from kg.linking import link, reporting_division, stated_name
from kg.manifest import BuildSummary, manifest
from kg.model import Copy, Notice, Report
from kg.publish import publish, writing
from kg.reading import DEFAULTS, Limits, Source, deadline, left_out, outline, read_source, sources
from kg.views import view
from kg.workers import in_order

COUNTED = ("mentions", "relations", "observations", "statements")
"""What a summary counts of each report."""


def inputs(paths: Iterable[Path | Source], limits: Limits = DEFAULTS) -> list[Source]:
    """What to read: the files given, and the files and members of a readable type in folders and archives given, in
    order of label.

    The order in which they are given does not matter. Raises KgError KG011 when that leaves nothing.
    """
    given: list[Path | Source] = list(paths) or [resources.sample()]
    found = sources(given, limits)
    if not found:
        raise KgError("KG011", where=", ".join(map(str, given)))
    return found


def build_report(
    one: Source, *, limits: Limits = DEFAULTS, vocabulary: Sequence[Path] = ()
) -> tuple[Report, list[Notice]]:
    """One source, through reading, extraction and linking, with the warnings it deserves.

    Raises KgError when it cannot be read, or when a vocabulary is not usable.
    """
    text = read_source(one, limits)
    own = outline(text)
    home, reason = reporting_division(own, text.clean)
    warnings = [about.model_copy(update={"file": str(one)}) for about in text.notices]
    if not own.is_report:
        warnings.append(notice("KG005", str(one)))
    if home is None:
        warnings.append(notice("KG008", str(one), why=reason))
    called = None if home else stated_name(own, text.clean)
    said = extract(text, own, home, tuple(map(str, vocabulary)), called)
    known = lexicon.load(tuple(vocabulary))
    report = link(text, own, said, home, known, called)
    return report.model_copy(update={"contradictions": contradictions(report, known)}), warnings


class Made(NamedTuple):
    """One report, ready to be joined with others: what a worker process hands back."""

    key: str
    sha256: str
    """Of the file's bytes."""
    part: Part
    record: bytes
    """The exchange file."""
    warnings: list[Notice]
    claim: tuple[str, int | None, str | None] | None
    """The division's key, the year and the issuer; None when the division is not known."""
    counts: Counter[str]
    entities: list[str]
    """Their keys."""


def make(path: Source, *, base: str, limits: Limits, vocabulary: tuple[Path, ...]) -> Made | Notice:
    """One file to what the build joins, or why that failed."""
    try:
        with deadline(path.name, limits):
            report, warnings = build_report(path, limits=limits, vocabulary=vocabulary)
            part = render(report, base, vocabulary)
    except KgError as error:
        return error.notice.model_copy(update={"file": str(path)})
    except Exception as error:  # a report that trips the program must not lose the batch
        return notice("KG015", str(path), why=f"{type(error).__name__}: {error}")
    area = None if report.area is None else report.entities[report.area].key
    return Made(
        key=report.key,
        sha256=report.text.sha256,
        part=part,
        record=dumps(report),
        warnings=warnings,
        claim=(area, report.outline.year, report.outline.issuer) if area else None,
        counts=Counter({name: len(getattr(report, name)) for name in COUNTED}),
        entities=[entity.key for entity in report.entities],
    )


def _died(path: Source) -> Made | Notice:
    return notice("KG021", str(path))


def build(
    paths: Sequence[Path | Source],
    out: Path,
    *,
    base: str = iris.DEFAULT_BASE,
    limits: Limits = DEFAULTS,
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
    files = inputs(paths, limits)
    failures: list[Notice] = []
    warnings = left_out(paths, limits)
    seen: dict[str, Source] = {}
    claimed: dict[tuple[str, int | None, str | None], Source] = {}
    often = Counter(path.stem.lower() for path in files)
    years: dict[tuple[str, int | None], list[str]] = {}
    copies: list[Copy] = []
    tally: Counter[str] = Counter()
    entities: set[str] = set()
    one = partial(make, base=base, limits=limits, vocabulary=extra)
    with writing(out), _uncollected(), TemporaryDirectory(dir=_parent(out), prefix=".kg-") as work:
        staging = Path(work)
        with GraphFiles(staging, base, extra) as graph:
            results = in_order(one, files, min(jobs, len(files)), died=_died, modules=[__name__])
            for path, made in zip(files, results, strict=True):
                if isinstance(made, Notice):
                    failures.append(made)
                    continue
                copy = _copy(made, path, seen, years, limits)
                if copy:
                    warnings.append(notice("KG010", str(path), other=str(seen[copy.report])))
                    copies.append(copy)
                    graph.add_copy(copy)
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
            mentions=tally["mentions"],
            relations=tally["relations"],
            observations=tally["observations"],
            statements=tally["statements"],
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
        summary = summary.model_copy(
            update={
                "files": tuple(sorted(names)),
                "contradictions": counts.contradictions,
                "copies": tuple(copies),
            }
        )
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


def _copy(
    made: Made,
    path: Source,
    seen: dict[str, Source],
    years: dict[tuple[str, int | None], list[str]],
    limits: Limits,
) -> Copy | None:
    """The copy that ``path`` is, when its report was read already: in the same characters, or in nearly the same.

    ``years``: the keys of the reports read so far by division and year; only those are read again and compared.
    """
    if made.key in seen:
        return Copy(file=str(path), sha256=made.sha256, report=made.key, exact=True)
    if made.claim is None:
        return None
    peers = years.setdefault(made.claim[:2], [])
    for key in peers:
        texts = [read_source(one, limits).clean for one in (seen[key], path)]
        if likeness(*texts) >= ALIKE:
            return Copy(file=str(path), sha256=made.sha256, report=key, exact=False)
    peers.append(made.key)
    return None


def _conflict(
    made: Made, path: Source, claimed: dict[tuple[str, int | None, str | None], Source]
) -> list[Notice]:
    """A warning when another text reports on the same division and year in the name of the same issuer."""
    other = claimed.setdefault(made.claim, path) if made.claim else path
    return [] if other == path else [notice("KG009", str(path), other=str(other))]


def _record_name(path: Source, key: str, often: Counter[str]) -> str:
    """``NAME.json`` for the exchange file; of files of one name each gets the end of its report's key, as its page."""
    alone = often[path.stem.lower()] == 1
    return f"{path.stem}.json" if alone else f"{path.stem}-{key[-8:]}.json"


def _parent(out: Path) -> Path:
    """The folder that ``out`` lies in, made if need be."""
    parent = out.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    return parent
