"""``kg view``"""

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From
from kg.cli.working import working


@guarded
def view(source: From = OUTPUT) -> None:
    """Make the pages (index.html, graph.html) of a build again from its graph.ttl."""
    from kg.views import view

    with working("Drawing"):
        page = view(source / "graph.ttl", source)
    typer.echo(page)
