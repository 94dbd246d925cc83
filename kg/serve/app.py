"""The server: which address is answered how."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from urllib.parse import quote

import pyoxigraph as ox
from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.graph.iris import dataset
from kg.graph.store import base
from kg.query import find, values
from kg.query.media import TRIPLES, Media, Page
from kg.query.pool import BusyError, Pool
from kg.query.run import LimitError
from kg.serve import resources, site
from kg.serve.accept import FOR_SOLUTIONS, FOR_TRIPLES, HTML, preferred
from kg.serve.description import describe
from kg.serve.guard import Guard
from kg.serve.protocol import query as query_of
from kg.serve.settings import Settings

TRUNCATED = "Kg-Truncated"
"""Header of an answer that was cut at the limit of rows: ``true``."""


def app(settings: Settings) -> Starlette:
    """The server of a build as an ASGI application; its workers run from its start to its end."""
    service = _Service(settings)
    routes = [
        Route("/sparql", service.sparql, methods=["GET", "POST"]),
        Route("/questions/{name}", service.question),
        Route("/resource", service.resource),
        Route("/.well-known/void", service.void),
        Route("/query", lambda _: HTMLResponse(site.query_page())),
        Route("/query.html", lambda _: RedirectResponse("/query")),
        Route("/assets/{name}", service.asset),
        Route("/{path:path}", service.path),
    ]
    middleware = [
        Middleware(Guard, origins=settings.origins),
        Middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts, www_redirect=False),
        Middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["GET", "POST"],
            allow_headers=["*"],
            expose_headers=[TRUNCATED],
        ),
    ]
    handlers = {KgError: _refused, BusyError: _busy, HTTPException: _http}
    return Starlette(
        routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=service.lifespan
    )


class _Service:
    """The endpoints, over one pool of workers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._files = site.Files(settings.out)
        self._waiting = 0

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        with Pool(self._settings.out, self._settings.workers) as self._pool:
            yield

    async def sparql(self, request: Request) -> Response:
        """The endpoint of the SPARQL Protocol."""
        text = await query_of(request, self._settings.body)
        if text is None:
            return await self._described(request)
        return _sent(await self._ask(text, {}, _media(request)))

    async def question(self, request: Request) -> Response:
        """A saved question with its parameters."""
        given = dict(request.query_params)
        try:
            question = find(request.path_params["name"])
            bound = values(question, given)
        except KgError as error:
            raise HTTPException(404, str(error)) from error
        return _sent(await self._ask(question.text, bound, _media(request)))

    async def resource(self, request: Request) -> Response:
        """What the graph says of ``?iri=``."""
        return await self._told(request, [request.query_params.get("iri", "")])

    async def void(self, _: Request) -> Response:
        """Where RFC 8615 and VoID have clients look for what a server holds: the way to the data set's description."""
        about = quote(dataset(base(self._settings.out)), safe="")
        return RedirectResponse(f"/resource?iri={about}", 302)

    async def asset(self, request: Request) -> Response:
        """A file that the pages share: the build's own, or else the program's."""
        name = request.path_params["name"]
        try:
            return await self._files.get_response(f"assets/{name}", request.scope)
        except HTTPException:
            return site.asset(name)

    async def path(self, request: Request) -> Response:
        """A file of the build, or else the IRI that the path stands for."""
        path = request.path_params["path"]
        try:
            return await self._files.get_response(path or ".", request.scope)
        except HTTPException as error:
            if error.status_code != 404:
                raise
        return await self._told(request, resources.named(f"/{path}", base(self._settings.out)))

    async def _told(self, request: Request, iris: list[str]) -> Response:
        wanted = preferred(request.headers.get("accept", ""), {HTML: HTML, **FOR_TRIPLES})
        if not wanted:
            raise HTTPException(406, f"to be had: {HTML}, {', '.join(TRIPLES)}")
        for iri in iris:
            if (term := resources.term(iri)) is None:
                continue
            found = await self._ask(resources.STATEMENTS.format(iri=term), {}, Media(), resources.LIMIT)
            rows = json.loads(found.body)["results"]["bindings"]
            if rows and wanted == HTML:
                response: Response = HTMLResponse(resources.page(iri, rows, found.truncated, site.NAVIGATION))
            elif rows:
                response = _sent(await self._ask(resources.triples(iri), {}, Media("", wanted)))
            else:
                continue
            response.headers["vary"] = "Accept"
            return response
        raise HTTPException(404, "the graph says nothing of this address")

    async def _described(self, request: Request) -> Response:
        wanted = preferred(request.headers.get("accept", ""), {**FOR_TRIPLES, HTML: HTML})
        if wanted == HTML:
            return RedirectResponse("/query")
        if not wanted:
            raise HTTPException(406, f"to be had: {', '.join(TRIPLES)}")
        count = await self._ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", {}, Media("text/csv"))
        endpoint = str(request.url.replace(query="", fragment=""))
        triples = describe(endpoint, int(count.body.split()[1]))
        return _sent(Page(ox.serialize(triples, format=TRIPLES[wanted]) or b"", wanted))

    async def _ask(
        self,
        text: str,
        bound: Mapping[str, ox.NamedNode | ox.Literal],
        media: Media,
        rows: int | None = None,
    ) -> Page:
        settings = self._settings
        if self._waiting >= settings.waiting:
            raise BusyError
        limits = settings.limits.model_copy(update={"rows": rows}) if rows else settings.limits
        self._waiting += 1
        try:
            return await to_thread.run_sync(
                self._pool.page, text, bound, limits, media, settings.patience, abandon_on_cancel=False
            )
        finally:
            self._waiting -= 1


def _media(request: Request) -> Media:
    accept = request.headers.get("accept", "")
    return Media(preferred(accept, FOR_SOLUTIONS), preferred(accept, FOR_TRIPLES))


def _sent(page: Page) -> Response:
    if not page.media:
        raise HTTPException(406, f"to be had: {', '.join({**FOR_SOLUTIONS, **FOR_TRIPLES}.values())}")
    response = Response(page.body, media_type=page.media, headers={"vary": "Accept"})
    if page.truncated:
        response.headers[TRUNCATED] = "true"
    return response


async def _refused(_: Request, error: Exception) -> Response:
    """A query that is wrong or not allowed: 400; one that went over a limit, or a graph that is away: 503."""
    assert isinstance(error, KgError)
    over = isinstance(error, LimitError) or error.notice.code == "KG012"
    return PlainTextResponse(f"{error}\n", 503 if over else 400)


async def _busy(_: Request, __: Exception) -> Response:
    return PlainTextResponse("every worker is busy; try again\n", 503, {"Retry-After": "5"})


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
