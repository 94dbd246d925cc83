"""``kg build``"""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.given import given
from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, Json
from kg.cli.working import working

if TYPE_CHECKING:
    from kg.publish.manifest import BuildSummary

COUNTS = ("mentions", "entities", "relations", "observations", "statements", "triples")


@guarded
def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Reports, folders and zip archives of them, here or at URLs; - is standard input; none: the embedded sample.",
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="Folder that the files are written to.")
    ] = OUTPUT,
    base: Annotated[
        str, typer.Option(metavar="IRI", help="What the IRIs of the data begin with.")
    ] = "https://fazhi.example/id/",
    max_bytes: Annotated[
        int, typer.Option(metavar="N", min=1, help="Files larger than this are not read.")
    ] = 10_000_000,
    max_pages: Annotated[int, typer.Option(metavar="N", min=1, help="Most pages of a PDF or OFD.")] = 500,
    max_seconds: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            help="Most seconds for reading a file that is no plain text, and for all that follows.",
        ),
    ] = 60,
    ocr: Annotated[
        bool,
        typer.Option(
            "--ocr", help="Recognise scanned pages of PDFs by Tesseract; what is read may be wrong."
        ),
    ] = False,
    files_from: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A file that lists inputs, a path or URL a line; - is standard input."
        ),
    ] = None,
    vocabulary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A vocabulary of your own beside the shipped ones; repeatable."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", metavar="N", min=0, help="Processes that build; 0: one for each processor."
        ),
    ] = 1,
    anew: Annotated[
        bool,
        typer.Option(
            "--anew", help="Read every file, also those that have not changed since the build in OUT."
        ),
    ] = False,
    pages: Annotated[
        bool,
        typer.Option(
            "--pages/--no-pages", help="Draw the pages and fill the store, or write graph and records alone."
        ),
    ] = True,
    shards: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            max=500,
            help="For a triple store: the graph in N files of N-Quads, without Turtle, pages and store; 0: not.",
        ),
    ] = 0,
    dask: Annotated[
        str,
        typer.Option(
            metavar="SCHEDULER",
            help="Build on a Dask cluster: the scheduler's address, or its scheduler file (docs/cluster.md).",
        ),
    ] = "",
    shared: Annotated[
        str,
        typer.Option(
            metavar="PLACE",
            help="Folder or URL that keeps what was made of each file, for several machines; otherwise OUT does.",
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Read reports and write the graph, the records and the pages.

    Exit code 0: all reports were built; 1: some were not (the rest is written); 2: none was.
    """
    from kg.build import build as run
    from kg.errors import describe
    from kg.graph.iris import check_base
    from kg.making.workers import cores
    from kg.reading.limits import Limits

    try:
        check_base(base)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--base") from error
    if dask and jobs != 1:
        raise typer.BadParameter("the cluster's workers build, not processes here", param_hint="--jobs")
    limits = Limits(bytes=max_bytes, pages=max_pages, seconds=max_seconds, ocr=ocr)
    with given(paths or [], files_from, max_bytes) as found, working("Building"):
        summary = run(
            found,
            out,
            base=base,
            limits=limits,
            vocabulary=vocabulary or [],
            jobs=jobs or cores(),
            anew=anew,
            pages=pages,
            shards=shards,
            dask=dask,
            shared=shared,
        )
    for notice in (*summary.failures, *summary.warnings):
        typer.echo(describe(notice), err=True)
    typer.echo(summary.model_dump_json(indent=1) if as_json else told(summary, out))
    if summary.failures:
        raise typer.Exit(1 if summary.reports else 2)


def told(summary: "BuildSummary", out: Path) -> str:
    """The summary for people: what was read, what came of it, where it is, and what to do next."""
    failed = f", {len(summary.failures)} could not be built" if summary.failures else ""
    plural = "report" if summary.reports == 1 else "reports"
    lines = [f"Built {summary.reports} {plural}{failed}."]
    if summary.kept:
        lines.append(f"Files not read again, as they have not changed: {summary.kept:,}.")
    lines += [f"  {name:<12} {getattr(summary, name):>12,}" for name in COUNTS]
    lines[-1] += f" in all, {summary.report_triples:,} of the reports"
    if summary.reports:
        lines += [f"Files in {out}:", *(f"  {name}" for name in shown(summary.files))]
        lines.append(f"Next: {following(summary.files, out)}")
    return "\n".join(lines)


def following(files: tuple[str, ...], out: Path) -> str:
    """What can be done with a build that has these files."""
    if "graph.ttl" not in files:
        return f"load {out / 'shards'} into a triple store (docs/importing.md), or kg load {out} --to URL"
    where = "" if out == OUTPUT else f" --from {out}"
    look = f"open {out / 'index.html'} in a browser" if "index.html" in files else f"kg view {out}"
    return f"{look}, or ask: kg query --list{where}"


def shown(files: tuple[str, ...]) -> list[str]:
    """The files beside ``index.html`` by name, and each folder with how many it holds, but for one told as a whole."""
    folders = Counter(name.split("/")[0] for name in files if "/" in name[:-1])
    told = {name: name for name in files if "/" not in name[:-1]}
    told |= {name: f"{name + '/':<12} {count:>12,} files" for name, count in folders.items()}
    return [told[name] for name in sorted(told)]
