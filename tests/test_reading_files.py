"""Files, through ``read_file``."""

import os
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.reading import Limits, read_bytes, read_file, read_text

TEXT = "甲镇2022年法治政府建设情况报告\n2022年，甲镇依法行政。"


def code(path: Path, *, max_bytes: int = 20_000_000) -> str:
    with pytest.raises(KgError) as caught:
        read_file(path, Limits(bytes=max_bytes))
    assert caught.value.notice.file == path.name.replace("\0", "�")
    return caught.value.notice.code


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a.md", "report", "第2.5版", "2022.12"])
def test_files_reads(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    assert read_file(path) == read_bytes(TEXT.encode(), name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.png", "a.PNG", "a.json"])
def test_files_of_another_type(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    assert code(path) == "KG007"


def test_files_folder(tmp_path: Path) -> None:
    assert code(tmp_path) == "KG003"


def test_files_missing(tmp_path: Path) -> None:
    assert code(tmp_path / "none.txt") == "KG003"


def test_files_name_that_no_system_takes(tmp_path: Path) -> None:
    assert code(tmp_path / "a\0.txt") == "KG003"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_files_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert code(path) == "KG003"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may read every file")
def test_files_not_permitted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert code(path) == "KG003"


def test_files_too_large_is_seen_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert code(path) == "KG004"


def test_files_limit_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1234")
    assert read_file(path, Limits(bytes=4)).clean == "1234"
    assert code(path, max_bytes=3) == "KG004"


def test_files_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    assert code(path) == "KG001"


def test_text_of_characters() -> None:
    found = read_text(TEXT, "a.txt")
    assert (found.name, found.source, found.encoding) == ("a.txt", TEXT, "utf-8")
    assert found == read_bytes(TEXT.encode(), "a.txt")
