"""From files to the folder of a build: what is read, what is made of each file (``kg.making``), the graph, its pages."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import get_args

from kg import resources
from kg.errors import KgError
from kg.graph import embedded, iris
from kg.graph.files import GraphFiles
from kg.graph.sharding import ShardFiles
from kg.graph.together import Together
from kg.lexicon import vocabulary as lexicon
from kg.lexicon.unheard import unheard
from kg.making import cluster, report
from kg.making.joining import Batch
from kg.making.kept import How, keeping, make_once, state
from kg.making.report import COUNTED, Made, died
from kg.making.workers import in_order, uncollected
from kg.model import EntityType
from kg.publish import KEPT, MANIFEST, check_place, publish, workplace, writing, written
from kg.publish.manifest import BuildSummary, write_manifest
from kg.reading import DEFAULTS, Found, Limits, Remote, Source, find
from kg.views import view


def inputs(
    paths: Iterable[Path | Remote | Source], limits: Limits = DEFAULTS, out: Path | None = None
) -> Found:
    """What to read: the files given, and the files and members of a readable type in folders and archives given, but for
    those that a build to ``out`` wrote; in order of label.

    The order in which they are given does not matter. Raises KgError when that leaves nothing: KG003 for a folder that cannot
    be read, KG011.
    """
    given: list[Path | Remote | Source] = list(paths) or [resources.sample()]
    found = find(given, limits, written(out) if out else ())
    if found.failures and not found.sources:
        raise KgError.of(found.failures[0])
    if not found.sources:
        raise KgError("KG011", where=", ".join(map(str, given)))
    return found


def build(
    paths: Sequence[Path | Remote | Source],
    out: Path,
    *,
    base: str = iris.DEFAULT_BASE,
    limits: Limits = DEFAULTS,
    vocabulary: Sequence[Path] = (),
    jobs: int = 1,
    anew: bool = False,
    pages: bool = True,
    shards: int = 0,
    dask: str = "",
    shared: str = "",
) -> BuildSummary:
    """Read reports (none given: the embedded sample) and write the graph, the records and the pages to ``out``.

    ``jobs`` processes read them, or the workers of the Dask cluster whose scheduler is at ``dask``; who reads them does not
    change what is written. What the build that ``out`` holds, or one that was interrupted, made of a file is taken as it is
    while neither the file nor what reads it has changed; ``anew``: every file is read. What is made of a file is kept in
    ``out``, or, for other machines too, in the folder or at the URL ``shared``. Without ``pages`` neither pages nor store are
    made; the pages need the whole graph in memory. With ``shards`` there are none either, and the graph is written to that
    many files of N-Quads instead of one of each kind. One bad file is a failure in the summary; the others are built. When no
    report could be built, nothing is written. Until all is ready, ``out`` stays as it was. Raises KgError when nothing can be
    done: no input (KG011), an unusable vocabulary (KG014), an output that cannot be written (KG016), a base that is no IRI
    (KG017), an output that another build is writing (KG031), a package for URLs or for Dask that is not there (KG034), a
    cluster that fails (KG035, KG036), an output in which the build would remove files of others (KG037).
    """
    try:
        iris.check_base(base)
    except ValueError as error:
        raise KgError("KG017", why=str(error)) from error
    extra = tuple(vocabulary)
    lexicon.load(extra)
    roots = _places(paths)
    with writing(out):
        check_place(out, roots)
    found = inputs(paths, limits, out)
    files = found.sources
    with (
        writing(out),
        uncollected(),
        workplace(out) as work,
        keeping(out.resolve() / KEPT, work / "kept", state(base, limits, extra), shared) as kept,
    ):
        staging = work / "new"
        batch = Batch(limits, kept)
        batch.failures += found.failures
        batch.warnings += [*unheard(extra), *found.warnings]
        entries: set[str] = set()
        how = How(kept=kept, anew=anew, base=base, limits=limits, vocabulary=extra)
        with _graph(staging, base, extra, shards) as graph:
            results = (
                cluster.results(dask, files, roots, how)
                if dask
                else in_order(
                    partial(make_once, **how),
                    files,
                    min(jobs, len(files)),
                    died=died,
                    modules=[report.__name__],
                )
            )
            for path, made in zip(files, results, strict=True):
                batch.take(path, made, graph, staging / "reports")
                if isinstance(made, Made):
                    entries.add(kept.name(path, made.sha256))
            batch.name_records(staging / "reports")
            counts = graph.finish() if batch.reports else None
        summary = BuildSummary(
            reports=len(batch.reports),
            entities=sum(counts.things.get(name, 0) for name in get_args(EntityType)) if counts else 0,
            **{name: batch.counts[name] for name in COUNTED},
            triples=counts.whole if counts else 0,
            report_triples=counts.triples if counts else 0,
            failures=tuple(batch.failures),
            warnings=tuple(batch.warnings),
            files=(),
            contradictions=counts.contradictions if counts else (),
            copies=tuple(batch.copies),
            kept=batch.counts["kept"],
        )
        if not counts:
            return summary
        summary = summary.model_copy(update={"files": _finished(staging, pages=pages and not shards)})
        write_manifest(staging / MANIFEST, summary, files, batch.sha256, base, extra)
        kept.gather(entries, staging / KEPT)
        publish(work, out)
    return summary


def _places(paths: Iterable[Path | Remote | Source]) -> list[Path]:
    """The files and folders of this machine that are read."""
    given = [one.path if isinstance(one, Source) else one for one in paths] or [resources.sample()]
    return [one for one in given if isinstance(one, Path)]


def _graph(folder: Path, base: str, extra: tuple[Path, ...], shards: int) -> Together:
    """The graph's files in the making."""
    return ShardFiles(folder, base, extra, number=shards) if shards else GraphFiles(folder, base, extra)


def _finished(staging: Path, *, pages: bool) -> tuple[str, ...]:
    """Draw the pages and fill the store beside the graph, if they are wanted; the names of all that a build holds."""
    if pages:
        view(staging / "graph.ttl", staging, data=True)
    names = [p.relative_to(staging).as_posix() for p in staging.rglob("*") if p.is_file()]
    if pages:
        embedded.fill(staging)
        names.append(f"{embedded.FOLDER}/")
    return tuple(sorted([*names, MANIFEST, f"{KEPT}/"]))
