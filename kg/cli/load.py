"""``kg load``"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json, Out

if TYPE_CHECKING:
    from kg.push import Progress


class How(StrEnum):
    """The protocol; see ``kg.push.Protocol``."""

    gsp = "gsp"
    update = "update"


class Auth(StrEnum):
    """How user and password are shown."""

    basic = "basic"
    digest = "digest"


@guarded
def load(
    folder: Out = None,
    source: From = OUTPUT,
    to: Annotated[str, typer.Option(metavar="URL", help="The store's graph store or update endpoint.")] = "",
    protocol: Annotated[
        How, typer.Option(help="gsp: Graph Store Protocol; update: SPARQL Update.")
    ] = How.gsp,
    graph: Annotated[
        str | None,
        typer.Option(
            metavar="IRI", help="Graph for ontology, vocabulary and description; the data set's own."
        ),
    ] = None,
    chunk: Annotated[int, typer.Option(metavar="N", min=1, help="Triples of one request.")] = 20_000,
    auth: Annotated[Auth, typer.Option(help="How user and password are shown.")] = Auth.basic,
    as_json: Json = False,
) -> None:
    """Send a build to a triple store: one named graph a report.

    Each graph takes the place of the one of its name, so that loading again never doubles; a load that broke off
    goes on where it was; reports that the build no longer has are removed. User and password, or a token, come from
    the environment: KG_LOAD_USER, KG_LOAD_PASSWORD, KG_LOAD_TOKEN.
    """
    from kg.graph.iris import dataset
    from kg.graph.store import base
    from kg.push import Endpoint, Protocol, credentials, push

    if not to:
        raise typer.BadParameter("give the address of the store", param_hint="--to")
    out = folder or source
    shared = graph or dataset(base(out))
    with (
        Endpoint(to, Protocol(protocol), credentials(auth is Auth.digest)) as endpoint,
        progress(out) as told,
    ):
        pushed = push(out, to, endpoint, shared, chunk=chunk, progress=told)
    if as_json:
        typer.echo(pushed.model_dump_json(indent=1))
        return
    typer.echo(f"Sent {pushed.sent:,} graphs to {to}; the build has {pushed.triples:,} triples in them.")
    if pushed.skipped:
        typer.echo(f"{pushed.skipped:,} were there already, from a load that broke off.")
    if pushed.removed:
        typer.echo(f"{pushed.removed:,} of reports that the build no longer has were removed.")


@contextmanager
def progress(out: Path) -> Iterator["Progress"]:
    """A bar on a terminal's stderr: graphs sent of those that the build has."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Loading", total=1 + sum(1 for _ in (out / "reports").glob("*.json")))
        yield lambda _: bar.advance(task)
