"""``kg validate``"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json
from kg.cli.working import working

if TYPE_CHECKING:
    from kg.graph.findings import Finding


@guarded
def validate(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A Turtle or N-Quads file; none: the build's.")
    ] = None,
    source: From = OUTPUT,
    vocabulary: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A vocabulary that the build used; repeatable.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check a graph: its shape, its spans, its claims.

    Exit code 0: no errors (there may be warnings); 1: errors; 2: the graph could not be read.
    """
    from kg.graph.validate import validate as run

    with working("Checking"):
        found = run(file or source, extra=vocabulary or ())
    errors = sum(finding.severity == "error" for finding in found)
    if as_json:
        typer.echo(json.dumps([finding.model_dump() for finding in found], ensure_ascii=False, indent=1))
    else:
        for finding in found:
            typer.echo(told(finding))
        typer.echo(f"errors: {errors:,}, warnings: {len(found) - errors:,} in {file or source}")
    if errors:
        raise typer.Exit(1)


def told(finding: "Finding") -> str:
    """One finding in one line: what is wrong, with what, where."""
    path = finding.path.replace("#", "/").rpartition("/")[2]
    about = shortened(f"{path} {finding.value}".strip())
    detail = f" ({about})" if about else ""
    return f"{finding.severity}: {shortened(finding.label)}: {finding.en}{detail} <{finding.node}>"


def shortened(text: str, most: int = 60) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
