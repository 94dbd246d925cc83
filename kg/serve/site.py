"""The pages of a build, the query page, and what both share."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from kg.graph import embedded
from kg.query import questions
from kg.views import pages
from kg.views.wording import Name

NAVIGATION = (*pages.NAVIGATION, ("query", "查询", "Query"))
ASSETS = (*pages.ASSETS, "query.css", "query.js", "resource.css")
_TYPES = {".ttl": "text/turtle; charset=utf-8", ".gz": "application/gzip"}


class Files(StaticFiles):
    """The files of a build, but for its store and for hidden ones."""

    def __init__(self, out: Path) -> None:
        super().__init__(directory=out, html=True)

    async def get_response(self, path: str, scope: Scope) -> Response:
        parts = Path(path).parts
        if embedded.FOLDER in parts[:1] or any(part.startswith(".") and part != "." for part in parts):
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        if response.status_code == 404:
            raise HTTPException(404)
        if kind := _TYPES.get(Path(path).suffix):
            response.headers["content-type"] = kind
        response.headers["cache-control"] = "no-cache"
        return response


def asset(name: str) -> Response:
    """A style or a script of the program's own pages. Raises HTTPException 404."""
    if name not in ASSETS:
        raise HTTPException(404)
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return Response(pages.part(name), media_type=kind, headers={"cache-control": "no-cache"})


def query_page() -> str:
    """The page on which questions are asked; everything it needs is on this server."""
    listed = [
        {
            "name": one.name,
            "text": one.text,
            "title": one.title,
            "purpose": one.purpose,
            "parameters": [parameter.model_dump() for parameter in one.parameters],
        }
        for one in questions()
    ]
    return pages.render(
        "query",
        Name(zh="查询", en="Query"),
        root="/",
        questions=listed,
        connect=True,
        navigation=NAVIGATION,
    )
