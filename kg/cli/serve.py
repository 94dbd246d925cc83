"""``kg serve``"""

from typing import Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From


@guarded
def serve(
    source: From = OUTPUT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65_535, help="Port; 0: any free one.")] = 8_000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name that the server is addressed by; repeatable; *: any."),
    ] = None,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", help="A site whose scripts may ask; repeatable; *: any."),
    ] = None,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that answer queries.")] = 2,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=1, help="The most rows of an answer.")] = 10_000,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.001, help="The most time of a query.")
    ] = 10.0,
    memory: Annotated[
        int, typer.Option(metavar="MB", min=1, help="The most memory of a query (Linux).")
    ] = 2_048,
) -> None:
    """Serve a build: a SPARQL endpoint at /sparql, a query page at /query, its IRIs and its pages.

    Read-only, and on this machine only, unless --host says otherwise; then --allow-host must name the server.
    """
    from kg.errors import KgError

    try:
        import uvicorn

        from kg.serve.app import app
    except ModuleNotFoundError as error:
        raise KgError("KG042", package=error.name) from error
    from kg.graph.store import load
    from kg.query import Limits
    from kg.serve.settings import LOOPBACK, Settings

    if host not in LOOPBACK and not allow_host:
        raise typer.BadParameter(
            f"name the server with --allow-host to listen on {host}", param_hint="--host"
        )
    load(source)
    settings = Settings(
        out=source,
        hosts=(*LOOPBACK, *(allow_host or ())),
        origins=tuple(allow_origin or ()),
        workers=workers,
        limits=Limits(seconds=timeout, rows=limit, megabytes=memory),
    )
    config = uvicorn.Config(app(settings), host=host, port=port, log_level="warning", server_header=False)
    try:
        listening = config.bind_socket()
    except SystemExit as error:  # uvicorn has said why
        raise typer.BadParameter(f"nothing can listen on {host} port {port}", param_hint="--port") from error
    name = f"[{host}]" if ":" in host else host
    typer.echo(
        f"http://{name}:{listening.getsockname()[1]}/ (query page: /query, SPARQL: /sparql; Ctrl-C ends)"
    )
    uvicorn.Server(config).run(sockets=[listening])
