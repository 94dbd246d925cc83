"""Inputs at URLs: the same documents as in a folder, whoever stores them."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from kg.build import build
from kg.errors import KgError
from kg.reading import Limits, Remote, find, is_url, read_source
from tests.builds import contents, told, write
from tests.casefiles import report
from tests.servers import free_port, waited

FILES = {
    "a.txt": report("推行首违不罚。"),
    "more/b.txt": report("推行容缺受理。", title="上海市青浦区金泽镇2022年法治政府建设情况报告"),
    "more/empty.txt": "",
    ".hidden.txt": "x",
    ".git/notes.txt": "x",
    "table.xls": "x",
}


def packed(words: str = "推行告知承诺制。") -> bytes:
    """A zip archive with a report."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("inner/c.txt", report(words))
    return data.getvalue()


@pytest.fixture
def memory() -> Iterator[str]:
    """The files in fsspec's own memory."""
    system = fsspec.filesystem("memory")
    for name, text in FILES.items():
        system.pipe_file(f"/reports/{name}", text.encode())
    system.pipe_file("/reports/d.zip", packed())
    yield "memory://reports"
    system.rm("/reports", recursive=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files in a folder."""
    for name, text in FILES.items():
        write(tmp_path / "reports" / name, text)
    (tmp_path / "reports" / "d.zip").write_bytes(packed())
    return tmp_path / "reports"


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """The folder behind a web server on loopback."""
    pytest.importorskip("aiohttp", reason="fsspec reads http by aiohttp, which is not installed")
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", str(folder)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        waited(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


@pytest.mark.parametrize("kind", ["memory", "served", "file"])
def test_a_url_builds_what_its_folder_builds(
    kind: str, folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = f"file://{folder}" if kind == "file" else request.getfixturevalue(kind)
    local = build([folder], tmp_path / "local")
    away = build([Remote(url)], tmp_path / "away")
    assert told(away.failures) == told(local.failures) == [("KG001", "empty.txt")]
    codes = [[about.code for about in one.warnings] for one in (away, local)]
    assert codes[0] == codes[1] == ["KG018", "KG009"]
    assert contents(tmp_path / "away") == contents(tmp_path / "local")


def test_labels_are_urls_and_what_is_hidden_or_unreadable_is_left_out(memory: str) -> None:
    labels = [str(one) for one in find([Remote(memory)]).sources]
    names = ["a.txt", "d.zip/inner/c.txt", "more/b.txt", "more/empty.txt"]
    assert labels == [f"memory://reports/{name}" for name in names]
    [about] = find([Remote(memory)]).warnings
    assert (about.code, about.file, about.message) == (
        "KG018",
        memory,
        "the folder holds files that are not read: 1 .xls",
    )


def test_an_archive_that_was_replaced_is_read_again(memory: str) -> None:
    place = Remote(f"{memory}/d.zip")
    system = fsspec.filesystem("memory")
    for words in ("推行告知承诺制。", "推行容缺受理。"):
        system.pipe_file("/reports/d.zip", packed(words))
        found = find([place, place]).sources
        assert [words in read_source(one).clean for one in found] == [True]


def test_one_document_may_be_named_alone(memory: str) -> None:
    [one] = find([Remote(f"{memory}/more/b.txt")]).sources
    assert (str(one), one.name) == ("memory://reports/more/b.txt", "b.txt")
    assert "金泽镇" in read_source(one).clean


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("ftp://me:secret@example.org/in/a.txt", "ftp://example.org/in/a.txt"),
        ("s3://bucket/a@b.txt", "s3://bucket/a@b.txt"),
        ("https://example.org/a.txt", "https://example.org/a.txt"),
    ],
)
def test_a_login_is_shown_to_nobody(url: str, shown: str) -> None:
    assert str(Remote(url)) == shown
    assert str(Remote(url.removesuffix("/a.txt"), "a.txt")).endswith("a.txt")
    assert "secret" not in str(Remote(url.removesuffix("/a.txt"), "a.txt"))


def test_more_bytes_than_the_limit_are_not_read(memory: str) -> None:
    with pytest.raises(KgError, match=r"KG004.*more than 20"):
        find([Remote(f"{memory}/a.txt")]).sources[0].content(Limits(bytes=20))
    size = len(FILES["a.txt"].encode())
    assert len(find([Remote(f"{memory}/a.txt")]).sources[0].content(Limits(bytes=size))) == size


@pytest.mark.parametrize("url", ["memory://reports/none.txt", "memory://nowhere", "foo://x/a.txt"])
def test_what_is_not_there_is_named(url: str, tmp_path: Path) -> None:
    summary = build([Remote(url)], tmp_path / "out")
    [about] = summary.failures
    assert (about.code, about.file) == ("KG003", url)
    assert ("No such file" if url.startswith("memory") else "foo") in about.message


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(KgError, match=r"KG034.*s3fs"):
        find([Remote("s3://bucket/reports")])
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(KgError, match=r"KG034.*fsspec"):
        find([Remote("memory://reports")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("s3://b/k", True), ("a/b.txt", False), ("C:\\a.txt", False), ("zip://*::s3://b/k.zip", True)],
)
def test_a_url_is_told_from_a_path(text: str, expected: bool) -> None:
    assert is_url(text) == expected
