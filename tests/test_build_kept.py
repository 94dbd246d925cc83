"""A build reads what is new or changed, and what it writes is what a build that reads all would write."""

import ast
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from kg.build import build
from kg.errors import KgError
from kg.making import kept
from kg.making import report as making
from kg.model import Text
from kg.publish.manifest import FORMATS, VERSIONS, versions
from kg.reading import Limits, read_source
from tests.builds import TEA_HOUSE, VOCABULARY, FileBytes, ask, contents, load, told, write
from tests.casefiles import report
from tests.test_rooms import imports, modules

REPORTS = {
    "a.txt": report("推行首违不罚。"),
    "b.txt": report("推行容缺受理。", title="上海市青浦区练塘镇2022年法治政府建设情况报告"),
    "notes.txt": "把鸡蛋打散，加盐，下锅翻炒两分钟即可。",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports and a text that is none."""
    for name, text in REPORTS.items():
        write(tmp_path / "in" / name, text)
    return tmp_path / "in"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, as they are read."""
    names = []

    def noted(one: Any, limits: Limits) -> Text:
        names.append(one.name)
        return read_source(one, limits)

    monkeypatch.setattr(making, "read_source", noted)
    return names


def whole(folder: Path) -> dict[str, bytes]:
    """Every file of a build but the store."""
    return contents(folder) | {
        path.name: FileBytes(path.read_bytes())
        for path in (folder / "build.json", *(folder / ".kept").iterdir())
    }


def test_what_has_not_changed_is_not_read_again(reports: Path, tmp_path: Path, read: list[str]) -> None:
    first = build([reports], tmp_path / "out")
    assert (sorted(read), first.kept) == (sorted(REPORTS), 0)
    before = whole(tmp_path / "out")
    read.clear()
    again = build([reports], tmp_path / "out")
    assert (read, again.kept) == ([], 3)
    assert whole(tmp_path / "out") == before
    assert again == first.model_copy(update={"kept": 3})


def test_only_what_changed_is_read_and_what_is_gone_leaves_no_trace(
    reports: Path, tmp_path: Path, read: list[str]
) -> None:
    build([reports], tmp_path / "out")
    write(reports / "a.txt", report("推行首违不罚。推进综合执法。"))
    (reports / "b.txt").unlink()
    write(reports / "c.txt", report("推行告知承诺制。", title="上海市青浦区金泽镇2022年法治政府建设情况报告"))
    read.clear()
    summary = build([reports], tmp_path / "out")
    assert (sorted(read), summary.kept) == (["a.txt", "c.txt"], 1)
    build([reports], tmp_path / "clean")
    assert whole(tmp_path / "out") == whole(tmp_path / "clean")
    names = {row[0] for row in ask(load(tmp_path / "out"), "?r a fz:Report ; fz:fileName ?name", "name")}
    assert names == {"a.txt", "c.txt", "notes.txt"}
    assert len(list((tmp_path / "out" / ".kept").iterdir())) == 3


def test_a_folder_that_was_moved_is_not_read_again_and_its_files_are_called_as_they_are_now(
    reports: Path, tmp_path: Path, read: list[str]
) -> None:
    build([reports], tmp_path / "out")
    moved = reports.rename(tmp_path / "moved")
    read.clear()
    summary = build([moved], tmp_path / "out")
    assert read == []
    assert {about.file for about in summary.warnings} == {str(moved / "b.txt"), str(moved / "notes.txt")}


@pytest.mark.parametrize("changed", ["base", "limits", "vocabulary", "program", "version"])
def test_another_setting_or_program_reads_all_again(
    changed: str, reports: Path, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build([reports], tmp_path / "out")
    read.clear()
    all_settings: dict[str, dict[str, Any]] = {
        "base": {"base": "https://example.org/"},
        "limits": {"limits": Limits(characters=100_000)},
        "vocabulary": {"vocabulary": [TEA_HOUSE]},
    }
    settings = all_settings.get(changed, {})
    if changed == "program":
        monkeypatch.setattr(kept, "contents", lambda: b"changed")
    if changed == "version":
        monkeypatch.setattr(kept, "versions", lambda: {"spacy": "99"})
    summary = build([reports], tmp_path / "out", **settings)
    assert (sorted(read), summary.kept) == (sorted(REPORTS), 0)


def test_a_vocabulary_that_is_edited_between_two_builds_of_a_process_is_read_again(
    reports: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.ttl"
    shutil.copy(TEA_HOUSE, own)
    write(reports / "a.txt", report("推行茶馆调解法、首违不罚。推行院坝说理法。"))
    build([reports], tmp_path / "out", vocabulary=[own])
    own.write_text(own.read_text("utf-8").replace("茶馆调解法", "院坝说理法"), "utf-8")
    build([reports], tmp_path / "out", vocabulary=[own])
    named = {
        row[0]
        for row in ask(load(tmp_path / "out"), f"<{VOCABULARY}programme/tea-house> skos:prefLabel ?n", "n")
    }
    assert "院坝说理法" in named
    subprocess.run(
        [
            *[sys.executable, "-c", "from kg.cli import app; app()", "build", str(reports)],
            *["--vocabulary", str(own), "-o", str(tmp_path / "clean")],
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    assert whole(tmp_path / "out") == whole(tmp_path / "clean")


def test_what_was_made_while_a_vocabulary_was_edited_is_not_kept(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.ttl"
    shutil.copy(TEA_HOUSE, own)

    def edited(one: Any, limits: Limits) -> Text:
        own.write_text(f"{TEA_HOUSE.read_text('utf-8')}# {one.name}\n", "utf-8")
        return read_source(one, limits)

    monkeypatch.setattr(making, "read_source", edited)
    build([reports], tmp_path / "out", vocabulary=[own])
    assert list((tmp_path / "out" / ".kept").iterdir()) == []


def test_the_version_of_each_library_that_a_report_goes_through_counts() -> None:
    todo, seen = ["kg.making.report"], set[str]()
    while todo:
        module = todo.pop()
        if module not in seen:
            seen.add(module)
            todo += imports()[module]
    trees = [ast.parse(modules()[module].read_text("utf-8")) for module in seen]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    known = packages_distributions()
    used = {dist for name in names for dist in known.get(name.split(".")[0], ())}
    counted = {name.replace("-", "_") for name in (*VERSIONS, *FORMATS)}
    # Where files lie, and how types are spelled.
    decide_nothing = {"fsspec", "platformdirs", "typing_extensions"}
    assert {name.replace("-", "_") for name in used} - decide_nothing <= counted | {"fazhi_kg"}
    assert set(versions()) >= set(VERSIONS)


def test_all_is_read_when_that_is_asked_for(reports: Path, tmp_path: Path, read: list[str]) -> None:
    build([reports], tmp_path / "out")
    read.clear()
    assert build([reports], tmp_path / "out", anew=True).kept == 0
    assert sorted(read) == sorted(REPORTS)


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "replaced"])
def test_a_damaged_entry_is_made_again(damage: str, reports: Path, tmp_path: Path, read: list[str]) -> None:
    build([reports], tmp_path / "out")
    before = whole(tmp_path / "out")
    for entry in (tmp_path / "out" / ".kept").iterdir():
        data = bytearray(entry.read_bytes())
        data[len(data) // 2] ^= 1
        damaged = {"empty": b"", "cut": data[:-3], "flipped": data, "replaced": b"\xff" * len(data)}
        entry.write_bytes(bytes(damaged[damage]))
    read.clear()
    build([reports], tmp_path / "out")
    assert sorted(read) == sorted(REPORTS)
    assert whole(tmp_path / "out") == before


def test_what_cannot_be_read_is_named_each_time(reports: Path, tmp_path: Path) -> None:
    write(reports / "empty.txt", "")
    for _ in range(2):
        assert told(build([reports], tmp_path / "out").failures) == [("KG001", "empty.txt")]


def test_a_file_that_vanishes_after_it_was_listed_costs_no_other(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([reports], tmp_path / "out")

    def vanishing(one: Any, limits: Limits) -> Text:
        (reports / "b.txt").unlink(missing_ok=True)
        return read_source(one, limits)

    monkeypatch.setattr(making, "read_source", vanishing)
    summary = build([reports], tmp_path / "out", anew=True)
    assert told(summary.failures) == [("KG003", "b.txt")]
    assert summary.reports == 2


def test_two_builds_do_not_write_to_one_folder(reports: Path, tmp_path: Path) -> None:
    (tmp_path / ".out.kg").mkdir()
    with FileLock(tmp_path / ".out.kg" / "lock"):
        with pytest.raises(KgError, match="KG031"):
            build([reports], tmp_path / "out")
        assert not (tmp_path / "out").exists()
    build([reports], tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


@pytest.mark.parametrize("place", ["beside", "inside"])
def test_files_of_others_stay(
    place: str, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the folder itself must stay, because somebody works in it."""
    out = tmp_path / "out"
    build([reports], out)
    write(out / "mine" / "inner" / "notes.txt", "mine")
    (out / "link").symlink_to("mine")
    out.chmod(0o750)
    (reports / "b.txt").unlink()
    folder = out.stat().st_ino
    if place == "inside":
        monkeypatch.chdir(out)
    build([reports], Path() if place == "inside" else out)
    assert (out / "mine" / "inner" / "notes.txt").read_text("utf-8") == "mine"
    assert (out / "link").readlink() == Path("mine")
    assert out.stat().st_mode & 0o777 == 0o750
    assert (out.stat().st_ino == folder) == (place == "inside")
    build([reports], tmp_path / "clean")
    ours = {name: data for name, data in contents(out).items() if not name.startswith("mine")}
    assert {name: data for name, data in ours.items() if not name.startswith("link")} == contents(
        tmp_path / "clean"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean", "in", "out"]
    assert not (out / ".kg").exists()
