"""From files to the folder of a build: what is read, what is made of each file (``kg.making``), the graph, its pages."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kg import resources
from kg.errors import KgError
from kg.graph import embedded, iris
from kg.graph.files import GraphFiles
from kg.graph.merging import GraphWriter
from kg.graph.sharding import ShardFiles
from kg.lexicon import vocabulary as lexicon
from kg.lexicon.unheard import unheard
from kg.making import cluster, report
from kg.making.joining import Batch
from kg.making.kept import Settings, keeping, make_once, state
from kg.making.report import Made, died
from kg.making.workers import in_order, uncollected
from kg.model import Notice
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
    with (
        writing(out),
        uncollected(),
        workplace(out) as work,
        keeping(out.resolve() / KEPT, work / "kept", state(base, limits, extra), shared) as kept,
    ):
        staging = work / "new"
        settings = Settings(kept=kept, anew=anew, base=base, limits=limits, vocabulary=extra)
        batch = Batch(limits, kept, found.failures, [*unheard(extra), *found.warnings])
        with _graph(staging, base, extra, shards) as graph:
            results = _results(found.sources, roots, settings, jobs, dask)
            for source, made in zip(found.sources, results, strict=True):
                batch.take(source, made, graph, staging / "reports")
            batch.name_records(staging / "reports")
            counts = graph.finish() if batch.reports else None
        summary = batch.summary(counts)
        if not counts:
            return summary
        summary = summary.model_copy(update={"files": _finished(staging, pages=pages and not shards)})
        write_manifest(staging / MANIFEST, summary, found.sources, batch.sha256, base, extra)
        kept.gather(batch.entries, staging / KEPT)
        publish(work, out)
    return summary


def _places(paths: Iterable[Path | Remote | Source]) -> list[Path]:
    """The files and folders of this machine that are read."""
    given = [one.path if isinstance(one, Source) else one for one in paths] or [resources.sample()]
    return [one for one in given if isinstance(one, Path)]


def _results(
    files: Sequence[Source], roots: Iterable[Path], settings: Settings, jobs: int, dask: str
) -> Iterator[Made | Notice]:
    """What is made of each file, in order: by a cluster's workers, or by processes of this machine."""
    if dask:
        return cluster.results(dask, files, roots, settings)
    one = partial(make_once, **settings)
    return in_order(one, files, min(jobs, len(files)), died=died, modules=[report.__name__])


def _graph(folder: Path, base: str, extra: tuple[Path, ...], shards: int) -> GraphWriter:
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
