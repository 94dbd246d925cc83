"""The command line: one thin command a file, each over a plain function of the rooms.

Nothing heavy is imported here; each command imports what it needs, so that ``kg --help`` answers at once.
"""

import atexit
import gc
import sys
from typing import Annotated

import typer

from kg.cli import build, explain, export, load, ontology, query, score, serve, validate, view
from kg.cli.commands import add
from kg.cli.lexicon import lexicon

app = typer.Typer(
    name="kg",
    help="Build a knowledge graph from yearly reports on rule-of-law government, and ask it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kg {version('fazhi-kg')}")
        raise typer.Exit


@app.callback()
def main(
    _wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Build a knowledge graph from yearly reports on rule-of-law government, and ask it."""
    gc.set_threshold(100_000)  # a sixth of the start went into looking for cycles among imported modules
    atexit.register(
        gc.freeze
    )  # and a seventh of the run into looking again at its end, where all is given back anyway
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe set to ASCII or GBK must not end a command over one character.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if stream.isatty() else "backslashreplace")


add(
    app,
    build.build,
    explain.explain,
    export.export,
    load.load,
    ontology.ontology,
    query.query,
    score.score,
    serve.serve,
    validate.validate,
    view.view,
)
app.add_typer(lexicon)
