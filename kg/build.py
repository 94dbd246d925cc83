"""The pipeline from files to written graph: the only place that knows all rooms."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kg import making, resources
from kg.checking import ALIKE, likeness
from kg.errors import KgError, notice
from kg.graph import embedded, iris
from kg.graph.files import GraphFiles
from kg.kept import keeping, make_once, state
from kg.lexicon import vocabulary as lexicon
from kg.making import Made, died
from kg.manifest import BuildSummary, manifest
from kg.model import Copy, Notice
from kg.publish import KEPT, publish, workplace, writing
from kg.reading import DEFAULTS, Limits, Source, left_out, read_source, sources
from kg.views import view
from kg.workers import in_order


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


def build(
    paths: Sequence[Path | Source],
    out: Path,
    *,
    base: str = iris.DEFAULT_BASE,
    limits: Limits = DEFAULTS,
    vocabulary: Sequence[Path] = (),
    jobs: int = 1,
    anew: bool = False,
) -> BuildSummary:
    """Read reports (none given: the embedded sample) and write the graph, the records and the pages to ``out``.

    ``jobs`` processes read them; how many does not change what is written. What the build that ``out`` holds, or one that
    was interrupted, made of a file is taken as it is while neither the file nor what reads it has changed; ``anew``: every
    file is read. One bad file is a failure in the summary; the others are built. When no report could be built, nothing is
    written. Until all is ready, ``out`` stays as it was. Raises KgError when nothing can be done: no input (KG011), an
    unusable vocabulary (KG014), an output that cannot be written (KG016), a base that is no IRI (KG017), an output that
    another build is writing (KG031).
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
    with (
        writing(out),
        _uncollected(),
        workplace(out) as work,
        keeping(out / KEPT, work / "kept", state(base, limits, extra)) as kept,
    ):
        staging = work / "new"
        entries: set[str] = set()
        one = partial(make_once, kept=kept, anew=anew, base=base, limits=limits, vocabulary=extra)
        with GraphFiles(staging, base, extra) as graph:
            results = in_order(one, files, min(jobs, len(files)), died=died, modules=[making.__name__])
            for path, made in zip(files, results, strict=True):
                if isinstance(made, Notice):
                    failures.append(made)
                    continue
                entries.add(kept.name(path, made.sha256))
                tally["kept"] += made.kept
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
            kept=tally["kept"],
        )
        if not seen:
            return summary
        view(staging / "graph.ttl", staging, data=True)
        names = sorted(p.relative_to(staging).as_posix() for p in staging.rglob("*") if p.is_file())
        embedded.fill(staging)
        names += ["build.json", f"{KEPT}/", f"{embedded.FOLDER}/"]
        summary = summary.model_copy(
            update={
                "files": tuple(sorted(names)),
                "contradictions": counts.contradictions,
                "copies": tuple(copies),
            }
        )
        (staging / "build.json").write_text(manifest(summary, files, base, extra), encoding="utf-8")
        kept.gather(entries, staging / KEPT)
        publish(work, out)
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
