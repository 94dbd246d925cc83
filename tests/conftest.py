"""What tests share: the real reports, which lie beside the checkout and never in it, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from typing_extensions import TypeIs

from tests.browsing import CHROMIUM, Tabs, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("patient", deadline=None)  # no test asserts a time: another machine may be slow
settings.load_profile("patient")
SHARED = Path(os.environ.get("FAZHI_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Of two sets of files that should be the same, which differ and where first; pytest would print them whole."""
    if op != "==" or not (_are_files(left) and _are_files(right)):
        return None
    told = ["two sets of files"]
    for name in sorted(left.keys() | right.keys()):
        one, two = left.get(name), right.get(name)
        if one is None or two is None:
            told.append(f"{name}: only {'right' if one is None else 'left'}")
        elif one != two:
            at = next(
                (n for n, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]),
                min(len(one), len(two)),
            )
            here = slice(max(0, at - 60), at + 60)
            told.append(f"{name}: from byte {at}: {one[here]!r} != {two[here]!r}")
    return told


def _are_files(value: object) -> TypeIs[dict[str, bytes]]:
    return isinstance(value, dict) and bool(value) and all(isinstance(data, bytes) for data in value.values())


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
