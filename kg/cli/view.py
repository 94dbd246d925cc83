"""``kg view``"""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json, Out
from kg.cli.working import working


@guarded
def view(
    folder: Out = None,
    source: From = OUTPUT,
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Folder for the pages; none: beside the graph."
        ),
    ] = None,
    town: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only this place's reports: its name, the end of it, or its code; repeatable.",
        ),
    ] = None,
    year: Annotated[
        list[int] | None, typer.Option(metavar="YEAR", help="Only this year's reports; repeatable.")
    ] = None,
    cls: Annotated[
        list[str] | None,
        typer.Option("--class", metavar="CLASS", help="Only entities of this class (Programme); repeatable."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Make the pages again from a graph alone: all of it, or some places, years and classes.

    It prints the path of index.html, with --json a list of those of all files written.
    """
    from kg.publish import redraw
    from kg.views import Wanted
    from kg.views.pages import CLASSES

    known = {name.lower(): name for name in CLASSES}
    for name in cls or ():
        if name.lower() not in known:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(CLASSES)}", param_hint="--class")
    classes = tuple(known[name.lower()] for name in cls or ())
    wanted = Wanted(tuple(town or ()), tuple(map(str, year or ())), classes)
    source = folder or source
    with working("Drawing"):
        page, written = redraw(source, out or source, wanted)
    typer.echo(json.dumps([*map(str, written)], ensure_ascii=False, indent=1) if as_json else page)
