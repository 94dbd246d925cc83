"""What every request and every response goes through: who may ask, and what a browser may do with the answer."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""For answers that are no pages."""
PAGE_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
"""For pages, each of which carries a stricter policy of its own; this adds what a page cannot say of itself."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Refuses scripts of other sites (403) unless their origin is allowed, and sets the headers of safety.

    A browser sends ``Origin`` with what a script of another site asks, even where the script may not read the
    answer; without this, any page a user opens could keep the server on their machine at work.
    """

    def __init__(self, app: ASGIApp, origins: tuple[str, ...]) -> None:
        self._app, self._origins = app, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                page = found.get("content-type", "").startswith("text/html")
                found.setdefault("Content-Security-Policy", PAGE_POLICY if page else POLICY)
                for name, value in _HEADERS.items():
                    found.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        origin = headers.get("origin")
        own = headers.get("host", "")
        if origin and urlsplit(origin).netloc != own and not {"*", origin} & {*self._origins}:
            await PlainTextResponse(f"scripts of {origin} may not ask here\n", 403)(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)
