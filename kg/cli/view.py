"""``kg view``"""

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From
from kg.cli.working import working


@guarded
def view(source: From = OUTPUT) -> None:
    """Make the pages (index.html, graph.html) of a build again from its graph.ttl."""
    from kg.views import index, view

    with working("Drawing"):
        pages = [make(source / "graph.ttl", source) for make in (index, view)]
    for page in pages:
        typer.echo(page)
