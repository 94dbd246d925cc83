"""Pages in a real browser, cut off from the network: what they complain of, and whether everybody can use them.

Playwright and axe-core are imported where they are used, so that without them only the browser's tests are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""The rules of axe-core that stand for WCAG 2.2 AA."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window; there must be one (``CHROMIUM``)."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


class Tabs:
    """Opens pages, and keeps what went wrong in any of them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        """Console errors and warnings, uncaught errors, and requests for anything but files."""

    def open(
        self,
        path: Path,
        fragment: str = "",
        *,
        query: str = "",
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        """A file in a context of its own (nothing remembered), the network cut off."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, offline=True, locale="zh-CN"
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self._heard(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._requested(request.url))
        page.goto(path.as_uri() + query + (f"#{fragment}" if fragment else ""))
        return page

    def visit(self, url: str) -> Page:
        """A page of a server on this machine, in a context of its own; a request to any other is a complaint."""
        context = self._browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self._heard(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        server = "/".join(url.split("/")[:3])
        page.on("request", lambda request: self._requested(request.url.replace(server, "file://")))
        page.goto(url)
        return page

    def close(self) -> None:
        """Closes all pages."""
        for context in self._contexts:
            context.close()

    def _heard(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")

    def _requested(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.complaints.append(f"request: {url}")


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA, each with the first element it concerns."""
    from axe_playwright_python.sync_playwright import Axe

    options: dict[str, Any] = {"runOnly": list(WCAG), "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
