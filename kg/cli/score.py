"""``kg score``"""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json
from kg.cli.working import working


@guarded
def score(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", exists=True, help="Annotated reports: a file, or a folder of them."),
    ],
    out: Annotated[
        Path | None,
        typer.Argument(
            metavar="OUT",
            exists=True,
            help="What is scored: a folder that kg build wrote, like --from, or a file or folder.",
        ),
    ] = None,
    source: From = OUTPUT,
    misses: Annotated[
        bool, typer.Option("--misses", help="List every item that was missed and every one that is wrong.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Compare a build with annotated reports: precision, recall, F1.

    Reports pair up by the name of their source file; one that is not in OUT counts as missed throughout.
    """
    from kg.score import figures, listing, load, table
    from kg.score import score as run

    out = out or source
    with working("Scoring"):
        scored = run(load(gold), load(out))
    if scored.absent:
        some, of = len(scored.absent), len(scored.reports)
        typer.echo(f"{some} of {of} annotated reports are not in {out}: {', '.join(scored.absent)}", err=True)
    if as_json:
        listed = {"misses": [miss.model_dump() for miss in scored.misses]} if misses else {}
        typer.echo(json.dumps({**figures(scored), **listed}, ensure_ascii=False, indent=1))
        return
    typer.echo(table(scored))
    if misses and scored.misses:
        typer.echo(listing(scored))
