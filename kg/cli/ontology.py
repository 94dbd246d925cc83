"""``kg ontology``"""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.guard import guarded


@guarded
def ontology(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write.")] = Path(
        "ontology.html"
    ),
) -> None:
    """Write the ontology as a page to read, in Chinese and English: the terms, with diagrams."""
    from kg.publish import writing
    from kg.views.ontology import page
    from kg.views.terms import read

    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page(read()), encoding="utf-8")
    typer.echo(out)
