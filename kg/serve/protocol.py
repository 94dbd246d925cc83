"""Reading a request of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/)."""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_OTHER_GRAPHS = ("default-graph-uri", "named-graph-uri")


async def query(request: Request, most: int) -> str | None:
    """The query in a request; None when a GET asks none (then the service is described).

    Raises HTTPException 400 for a request that is not of the protocol, 403 for an update or for other graphs,
    413 for a body of more than ``most`` bytes, 415 for one of another type.
    """
    given = request.query_params.multi_items()
    if request.method in ("GET", "HEAD"):
        return _one(given) if given else None
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == UPDATE:
        raise HTTPException(403, "the graph is read-only")
    if media not in (FORM, QUERY):
        raise HTTPException(415, f"send the query as {FORM} or {QUERY}")
    text = await _body(request, most)
    if media == FORM:
        return _one([*given, *parse_qsl(text, keep_blank_values=True)])
    return _one([*given, ("query", text)])


def _one(given: list[tuple[str, str]]) -> str:
    names = [name for name, _ in given]
    if "update" in names:
        raise HTTPException(403, "the graph is read-only")
    if any(name in names for name in _OTHER_GRAPHS):
        raise HTTPException(
            403, "the build's graph is asked; leave out default-graph-uri and named-graph-uri"
        )
    texts = [value for name, value in given if name == "query"]
    if len(texts) != 1:
        raise HTTPException(400, "give one parameter named query")
    return texts[0]


async def _body(request: Request, most: int) -> str:
    data = b""
    async for piece in request.stream():
        data += piece
        if len(data) > most:
            raise HTTPException(413, f"a request may have {most:,} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the body is not UTF-8") from error
