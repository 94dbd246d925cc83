"""The store at the other end: by Graph Store Protocol or by SPARQL Update."""

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import Self
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.util import Retry

from kg.errors import KgError

RETRIES = 5
"""Times that a request is tried again, after 0.5, 1, 2, 4 and 8 seconds or as long as the store asks for."""
TEMPORARY = (408, 429, 500, 502, 503, 504)
"""Answers after which it is tried again."""
TIMEOUT = (10.0, 600.0)
"""Seconds to connect, and to wait for an answer."""


class Protocol(StrEnum):
    """How graphs are sent."""

    gsp = "gsp"
    """SPARQL 1.1 Graph Store HTTP Protocol: PUT replaces a graph, POST adds to it."""
    update = "update"
    """SPARQL 1.1 Update: DROP and INSERT DATA."""


class Bearer(AuthBase):
    """A token in the ``Authorization`` header."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def credentials(digest: bool = False) -> AuthBase | None:
    """From the environment: ``KG_LOAD_TOKEN``, or ``KG_LOAD_USER`` and ``KG_LOAD_PASSWORD``; None without them."""
    if token := os.environ.get("KG_LOAD_TOKEN"):
        return Bearer(token)
    if user := os.environ.get("KG_LOAD_USER"):
        return (HTTPDigestAuth if digest else HTTPBasicAuth)(user, os.environ.get("KG_LOAD_PASSWORD", ""))
    return None


class Endpoint:
    """The endpoint at ``url``; as a context manager it closes its connections. Methods raise KgError (load)."""

    def __init__(self, url: str, protocol: Protocol, auth: AuthBase | None = None, wait: float = 0.5) -> None:
        self._url, self._protocol = url, protocol
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            raise KgError("KG020", url, why="its address must begin with http:// or https://")
        self._session = requests.Session()
        self._session.auth = auth
        retry = Retry(
            total=RETRIES,
            backoff_factor=wait,
            status_forcelist=TEMPORARY,
            allowed_methods=None,  # every request may be sent twice: graphs are sets
            raise_on_status=False,
        )
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def replace(self, graph: str, chunks: Iterable[bytes]) -> None:
        """Put ``chunks`` of N-Triples in the place of whatever ``graph`` holds."""
        for number, chunk in enumerate(chunks):
            if self._protocol is Protocol.gsp:
                self._send("POST" if number else "PUT", graph, chunk, "application/n-triples")
            else:
                drop = b"" if number else f"DROP SILENT GRAPH <{graph}> ;\n".encode()
                insert = b"INSERT DATA { GRAPH <" + graph.encode() + b"> {\n" + chunk + b"} }"
                self._send("POST", "", drop + insert, "application/sparql-update")

    def remove(self, graph: str) -> None:
        """Remove ``graph``; one that is not there is well."""
        if self._protocol is Protocol.gsp:
            self._send("DELETE", graph, None, "", missing=True)
        else:
            self._send("POST", "", f"DROP SILENT GRAPH <{graph}>".encode(), "application/sparql-update")

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _send(self, method: str, graph: str, data: bytes | None, media: str, missing: bool = False) -> None:
        headers = {"Content-Type": f"{media}; charset=utf-8"} if media else {}
        params = {"graph": graph} if graph else {}
        try:
            response = self._session.request(
                method, self._url, params=params, data=data, headers=headers, timeout=TIMEOUT
            )
        except requests.RequestException as error:
            raise KgError("KG020", self._url, why=_short(str(error))) from error
        if not (response.ok or (missing and response.status_code == 404)):
            why = f"{response.status_code} {response.reason}: {response.text}"
            raise KgError("KG020", self._url, graph, why=_short(why))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:199]}…"
