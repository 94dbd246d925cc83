"""``kg export``"""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json
from kg.cli.working import working


@guarded
def export(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FILE|FOLDER",
            help="A name that ends in .graphml, .gexf or .jsonld; a folder gets CSV tables.",
        ),
    ],
    source: From = OUTPUT,
    as_json: Json = False,
) -> None:
    """Write the graph for other programs: Gephi and its like, JSON-LD, spreadsheets.

    It prints the path of each file written, with --json as a list.
    """
    from kg.export import export as run

    with working("Exporting"):
        written = run(source, target)
    paths = [*map(str, written)]
    typer.echo(json.dumps(paths, ensure_ascii=False, indent=1) if as_json else "\n".join(paths))
