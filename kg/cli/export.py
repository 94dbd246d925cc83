"""``kg export``"""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From
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
) -> None:
    """Write the graph for other programs: Gephi and its like, JSON-LD, spreadsheets."""
    from kg.export import export as run

    with working("Exporting"):
        written = run(source, target)
    for path in written:
        typer.echo(path)
