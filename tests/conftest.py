"""Where the real reports are that some tests read: beside the checkout, never in it."""

import os
from pathlib import Path

import pytest

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
