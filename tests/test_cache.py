"""What is kept on disk is never stale, never half-written, and never needed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg import cache, resources
from kg.lexicon import divisions, vocabulary

PROCESSES = """
import sys
from pathlib import Path
from kg.cache import kept
source = Path(sys.argv[1])
found = kept("words", [source], lambda: {"words": source.read_text("utf-8").split()})
assert found == {"words": ["a", "b"] * 50_000}, "not what was made"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the test's own."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text("一 二", "utf-8")
    return path


class Maker:
    """Makes words of a file, and counts how often."""

    def __init__(self, source: Path) -> None:
        self.source, self.calls = source, 0

    def __call__(self) -> dict[str, list[str]]:
        self.calls += 1
        return {"words": self.source.read_text("utf-8").split()}

    def kept(self) -> object:
        return cache.kept("words", [self.source], self)


def test_what_was_made_before_is_not_made_again(folder: Path, source: Path) -> None:
    make = Maker(source)
    assert make.kept() == make.kept() == {"words": ["一", "二"]}
    assert make.calls == 1
    assert len(list(folder.iterdir())) == 1


def test_another_source_or_program_makes_another_entry(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Maker(source)
    make.kept()
    source.write_text("三", "utf-8")
    assert make.kept() == {"words": ["三"]}
    monkeypatch.setattr(cache, "program", lambda: b"changed")
    make.kept()
    assert make.calls == 3
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff" * 200])
def test_a_damaged_entry_is_made_anew(folder: Path, source: Path, damage: bytes) -> None:
    make = Maker(source)
    make.kept()
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert make.kept() == {"words": ["一", "二"]}
    assert entry.read_bytes() == whole
    entry.write_bytes(whole[:-3])
    assert make.kept() == {"words": ["一", "二"]}


def test_a_folder_that_cannot_be_written_is_done_without(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(source / "below-a-file"))
    make = Maker(source)
    assert make.kept() == make.kept() == {"words": ["一", "二"]}
    assert make.calls == 2
    assert list(tmp_path.iterdir()) == [source]


def test_a_write_that_fails_leaves_nothing(
    folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert Maker(source).kept() == {"words": ["一", "二"]}
    assert list(folder.iterdir()) == []


def test_an_empty_variable_keeps_nothing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    assert Maker(source).kept() == {"words": ["一", "二"]}
    assert list(tmp_path.iterdir()) == [source]


def test_old_entries_make_room(folder: Path, source: Path) -> None:
    for number in range(cache.KEPT + 3):
        source.write_text(str(number), "utf-8")
        Maker(source).kept()
    assert len(list(folder.iterdir())) == cache.KEPT


@pytest.mark.skipif(os.name != "posix", reason="the system has no umask")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_who_may_read_an_entry_is_as_the_umask_says(
    folder: Path, source: Path, umask: int, mode: int
) -> None:
    before = os.umask(umask)
    try:
        Maker(source).kept()
    finally:
        os.umask(before)
    (entry,) = folder.iterdir()
    assert entry.stat().st_mode & 0o777 == mode


def test_what_cannot_be_written_whole_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "place" / "inside").mkdir(parents=True)
    cache.at_once(tmp_path / "place", b"data")
    assert list(tmp_path.iterdir()) == [tmp_path / "place"]


def test_processes_share_a_folder(folder: Path, source: Path) -> None:
    source.write_text("a b " * 50_000, "utf-8")
    command = [sys.executable, "-c", PROCESSES, str(source)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    errors = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 4, errors
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_gazetteers_and_vocabularies_are_the_same_from_disk() -> None:
    for _ in ("made", "from disk"):
        known, found = vocabulary.load.__wrapped__(), divisions.load.__wrapped__()
        assert known.concepts == vocabulary.load().concepts
        assert known.properties == vocabulary.load().properties
        assert found.by_name("宝山区") == divisions.load().by_name("宝山区")
        assert found.by_short_name("恩施") == divisions.load().by_short_name("恩施") != ()


def test_the_programs_contents_are_the_same_wherever_and_whenever_it_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a checkout the ontology is beside the package, in a wheel inside."""
    here = cache.contents()
    wheel = tmp_path / "kg"
    shutil.copytree(resources.PACKAGE, wheel, copy_function=shutil.copyfile)
    shutil.copytree(resources.ontology(), wheel / "ontology", copy_function=shutil.copyfile)
    monkeypatch.setattr(cache, "PACKAGE", wheel)
    monkeypatch.setattr(cache, "ontology", lambda: wheel / "ontology")
    assert cache.contents.__wrapped__() == here
    with (wheel / "ontology" / "fazhi.ttl").open("a") as file:
        file.write("\n")
    assert cache.contents.__wrapped__() != here
