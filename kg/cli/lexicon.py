"""``kg lexicon suggest`` and ``kg lexicon check``: for the expert who adds words."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.commands import add
from kg.cli.guard import guarded
from kg.cli.options import Json
from kg.cli.working import working

HELP = "Find names that the vocabulary lacks, and check a vocabulary file."
lexicon = typer.Typer(
    name="lexicon",
    help=HELP,
    short_help=HELP,
    no_args_is_help=True,
)


@guarded
def suggest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", help="Reports, or folders of them; none: the embedded sample."),
    ] = None,
    least: Annotated[
        int, typer.Option(metavar="N", min=1, help="Leave out what occurs less than this many times.")
    ] = 2,
    vocabulary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A vocabulary of your own beside the shipped ones; repeatable."),
    ] = None,
    as_json: Json = False,
) -> None:
    """List likely names that the vocabulary lacks, as Turtle ready to edit.

    Exit code 0, also when there are none; 1: some reports could not be read; 2: none could, or a vocabulary could not.
    """
    from kg.errors import describe
    from kg.suggest import draft
    from kg.suggest import suggest as run

    with working("Looking for names"):
        found, failures, reports = run(paths or [], least=least, vocabulary=vocabulary or [])
    for about in failures:
        typer.echo(describe(about), err=True)
    if as_json:
        typer.echo(json.dumps([one.model_dump() for one in found], ensure_ascii=False, indent=1))
    else:
        typer.echo(draft(found), nl=False)
    if failures:
        raise typer.Exit(1 if reports else 2)


@guarded
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Vocabularies of your own; none: the shipped ones."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check vocabulary files beside the shipped ones: labels, hierarchy, what each entry needs.

    Exit code 0: no faults; 1: faults, each with its line; 2: a file could not be read or is not Turtle.
    """
    from kg.errors import describe
    from kg.lexicon.check import check as run

    with working("Checking"):
        found = run(files or [])
    if as_json:
        typer.echo(json.dumps([about.model_dump() for about in found], ensure_ascii=False, indent=1))
    else:
        for about in found:
            typer.echo(describe(about))
        typer.echo(
            f"faults: {len(found):,} in {', '.join(map(str, files)) if files else 'the shipped vocabularies'}"
        )
    if found:
        raise typer.Exit(1)


add(lexicon, suggest, check)
