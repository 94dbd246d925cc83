"""What there is to read: folders, archives, lists, standard input."""

import os
import zipfile
from collections.abc import Iterator, Mapping
from errno import EACCES
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.build import build
from kg.cli import app
from kg.errors import KgError
from kg.reading import Limits, find, read_source
from tests.builds import SAMPLE, contents, records, told, write
from tests.casefiles import report
from tests.writers.docx import docx_bytes

REPORT = report("推行首违不罚。")


def archive(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return path


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder in which this process may do what modes of files say, the superuser's too: it is somebody else meanwhile."""
    if not hasattr(os, "setresuid"):
        pytest.skip("the system has no changing of users")
    me = os.getuid()
    with TemporaryDirectory() as place:
        Path(place).chmod(0o777)
        if me == 0:
            os.setresuid(65534, 65534, 0)
        try:
            yield Path(place)
        finally:
            os.setresuid(me, me, me)


def labels(*paths: Path) -> list[str]:
    return [one.label.replace(str(paths[0].parent), "") for one in find(paths).sources]


def test_sources_of_an_archive_are_its_members(tmp_path: Path) -> None:
    members = {
        "某镇/报告.txt": b"x",
        "b.docx": b"x",
        "c.png": b"x",
        ".hidden.txt": b"x",
        "inner.zip": b"x",
        "d/": b"",
    }
    assert labels(archive(tmp_path / "a.zip", members)) == ["/a.zip/b.docx", "/a.zip/某镇/报告.txt"]


def test_what_is_hidden_below_a_folder_is_left_out_and_a_hidden_folder_may_be_given(tmp_path: Path) -> None:
    folder = tmp_path / ".in"
    for name in ("a.txt", ".b.txt", "c/d.txt", "c/.e/f.txt", ".g/h/i.txt"):
        write(folder / name, REPORT)
    archive(folder / "z.zip", {"a.txt": b"x", ".b/c.txt": b"x", "d/.e/f/g.txt": b"x"})
    found = find([folder])
    inner = [one.label.removeprefix(f"{folder}/") for one in found.sources]
    assert (inner, found.failures, found.warnings) == (["a.txt", "c/d.txt", "z.zip/a.txt"], [], [])


def test_a_folder_s_links_are_followed_to_files_alone(tmp_path: Path) -> None:
    write(tmp_path / "other" / "a.txt", REPORT)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "other" / "a.txt")
    (tmp_path / "in" / "c").symlink_to(tmp_path / "other")
    (tmp_path / "in" / "d.txt").symlink_to(tmp_path / "nowhere.txt")
    assert labels(tmp_path / "in") == ["/in/b.txt"]


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_closed_folder_is_named_and_costs_no_other(unprivileged: Path, mode: int) -> None:
    for name in ("in/a.txt", "in/closed/b.txt", "in/closed/c/d.txt", "in/open/e.txt"):
        write(unprivileged / name, REPORT)
    (unprivileged / "in" / "closed").chmod(mode)
    found = find([unprivileged / "in"])
    (unprivileged / "in" / "closed").chmod(0o755)
    assert [one.name for one in found.sources] == ["a.txt", "e.txt"]
    assert told(tuple(found.failures)) == [("KG003", "closed")]
    assert "Permission denied" in found.failures[0].message


def test_a_link_into_a_closed_folder_is_named_when_it_is_read(unprivileged: Path) -> None:
    write(unprivileged / "closed" / "a.txt", REPORT)
    write(unprivileged / "in" / "b.txt", REPORT)
    (unprivileged / "in" / "c.txt").symlink_to(unprivileged / "closed" / "a.txt")
    (unprivileged / "closed").chmod(0)
    found = find([unprivileged / "in"])
    with pytest.raises(KgError) as raised:
        read_source(found.sources[1])
    below = find([unprivileged / "closed" / "inner"])
    (unprivileged / "closed").chmod(0o755)
    assert raised.value.notice.code == "KG003"
    assert [one.name for one in (*found.sources, *below.sources)] == ["b.txt", "c.txt", "inner"]


def test_a_closed_folder_is_a_failure_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = write(tmp_path / "in" / "closed" / "b.txt", REPORT).parent
    write(tmp_path / "in" / "a.txt", REPORT)
    listed = os.scandir

    def scandir(path: Any) -> Any:
        if str(path) == str(closed):
            raise PermissionError(EACCES, os.strerror(EACCES), str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    ran = CliRunner().invoke(app, ["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    assert (ran.exit_code, len(records(tmp_path / "out"))) == (1, 1)
    assert f"KG003 error: {closed}: " in ran.stderr
    ran = CliRunner().invoke(app, ["build", str(closed), "-o", str(tmp_path / "none")])
    assert (ran.exit_code, ran.stderr.split()[0], (tmp_path / "none").exists()) == (2, "KG003", False)


@pytest.mark.parametrize("out", ["output", "deep/output", "."])
def test_a_build_does_not_read_what_it_wrote(
    out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt", REPORT)
    first = build([Path()], Path(out))
    write(tmp_path / out / "b.txt", SAMPLE[0].read_text("utf-8"))
    second = build([Path()], Path(out))
    assert (first.reports, second.reports, second.kept) == (1, 2, 1)
    assert first.warnings == second.warnings == ()


def test_an_archive_builds_as_its_files_do(tmp_path: Path) -> None:
    files = {path.name: path.read_bytes() for path in SAMPLE}
    lines = SAMPLE[0].read_text("utf-8").split("\n")
    files["z-again.docx"] = docx_bytes(lines)
    summary = build([archive(tmp_path / "a.zip", files)], tmp_path / "out")
    assert (summary.reports, told(summary.failures)) == (len(SAMPLE), [])
    plain = build(SAMPLE, tmp_path / "plain")
    assert summary.report_triples == plain.report_triples + 5  # what is said of the copy
    assert {record["key"] for record in records(tmp_path / "out")} == {
        r["key"] for r in records(tmp_path / "plain")
    }


def test_names_of_old_archives_are_decoded(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"xxxx.txt": b"x"})
    path.write_bytes(path.read_bytes().replace(b"xxxx", "报告".encode("gb18030")))
    assert labels(path) == ["/a.zip/报告.txt"]


@pytest.mark.parametrize(
    "name", ["../../up.txt", "/etc/passwd.txt", "a\\..\\..\\b.txt", "x/./../y.txt", 'q"\n\x1b[31m.txt']
)
def test_a_member_is_read_in_place_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    path = archive(tmp_path / "in" / "a.zip", {name: REPORT.encode()})
    (one,) = find([path]).sources
    assert ".." not in one.label.split("/")
    assert one.label.isprintable()
    assert read_source(one).sha256
    build([path], tmp_path / "out")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["in", "out"]
    assert len(records(tmp_path / "out")) == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and nothing", b"no archive at all"])
def test_an_archive_that_cannot_be_listed_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    summary = build([tmp_path / "a.zip", SAMPLE[0]], tmp_path / "out")
    assert told(summary.failures) == [("KG001" if not data else "KG027", "a.zip")]
    assert summary.reports == 1


def test_a_locked_archive_is_named(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": b"secret"})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(bytes(data))
    assert told(build([path, SAMPLE[0]], tmp_path / "out").failures) == [("KG027", "a.txt")]


def test_an_archive_tells_what_it_leaves_out(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": REPORT.encode(), "b.xlsx": b"", "c.xlsx": b""})
    (about,) = [w for w in build([path], tmp_path / "out").warnings if w.code == "KG018"]
    assert (about.file, about.message.rpartition(": ")[2]) == (str(path), "2 .xlsx")


def test_limits_of_an_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {f"{at}.txt": b"x" * 100 for at in range(3)})
    with pytest.raises(KgError) as caught:
        read_source(find([path], Limits(members=2)).sources[0], Limits(members=2))
    assert caught.value.notice.code == "KG027"
    with pytest.raises(KgError) as caught:
        read_source(find([path]).sources[0], Limits(bytes=99))
    assert caught.value.notice.code == "KG004"


def test_standard_input_is_a_report(tmp_path: Path) -> None:
    word = docx_bytes(SAMPLE[0].read_text("utf-8").split("\n"))
    for name, data in {"text": SAMPLE[0].read_bytes(), "word": word}.items():
        ran = CliRunner().invoke(app, ["build", "-", "-o", str(tmp_path / name)], input=data)
        assert ran.exit_code == 0, ran.output
    text, again = records(tmp_path / "text")[0], records(tmp_path / "word")[0]
    assert [e["key"] for e in text["entities"]] == [e["key"] for e in again["entities"]]
    assert text["doc"] == "stdin"


def test_standard_input_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        CliRunner().invoke(app, ["build", "-", "-o", str(tmp_path / name)], input=SAMPLE[0].read_bytes())
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    manifests = [(tmp_path / name / "build.json").read_bytes() for name in ("one", "two")]
    assert manifests[0] == manifests[1]


def test_a_list_of_files(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("\ufeff" + "\n".join(map(str, SAMPLE[:2])) + "\n\n", encoding="utf-8")
    ran = CliRunner().invoke(app, ["build", "--files-from", str(listed), "-o", str(tmp_path / "out")])
    assert ran.exit_code == 0
    assert len(records(tmp_path / "out")) == 2
    piped = "\n".join(map(str, SAMPLE[:3]))
    ran = CliRunner().invoke(app, ["build", "--files-from", "-", "-o", str(tmp_path / "out")], input=piped)
    assert len(records(tmp_path / "out")) == 3


@pytest.mark.parametrize("typed", ["nowhere.txt", "- -", "/dev/null"])
def test_a_list_that_lists_nothing_is_wrong_use(tmp_path: Path, typed: str) -> None:
    ran = CliRunner().invoke(
        app, ["build", "--files-from", *typed.split(), "-o", str(tmp_path / "out")], input=""
    )
    assert ran.exit_code == 2
    assert not (tmp_path / "out").exists()
