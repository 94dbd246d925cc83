"""What tests share: the real reports, which lie beside the checkout and never in it, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browsing import CHROMIUM, Tabs, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("patient", deadline=None)  # no test asserts a time: another machine may be slow
settings.load_profile("patient")
SHARED = Path(os.environ.get("FAZHI_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))


def _folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}: set FAZHI_SHARED to the folder that holds the real reports")
    return folder


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """The four real reports (``*.txt``); ``../gold`` holds their annotations."""
    return _folder("corpus")


@pytest.fixture(scope="session")
def web_dir() -> Path:
    """The web pages: ``text/*.txt`` and ``gold/*.json``."""
    return _folder("web")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; the test is skipped where there is none."""
    pytest.importorskip("playwright", reason="Playwright is not installed (pip install -e '.[test]')")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (apt-get install chromium fonts-noto-cjk)")
    with chromium() as running:
        yield running


@pytest.fixture
def tabs(browser: Browser) -> Iterator[Tabs]:
    """Opens pages; afterwards none of them may have complained of anything."""
    opened = Tabs(browser)
    yield opened
    opened.close()
    assert opened.complaints == []
