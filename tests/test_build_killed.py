"""A build that is ended at any moment leaves the output before it or its own, never a mixture, and the next goes on."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from kg.build import build
from kg.publish import publish, workplace
from tests.builds import SAMPLE, contents, write
from tests.casefiles import report

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-c", "from kg.cli import app; app()", "build"]
POINTS = 50
SEED = 20261128
SIGHTS = (None, ("store", 0.15), ("build.json", 0.02))
"""After which sight a build is killed, and within how many seconds about: any time; around its end; while files take their
places."""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")


def print_of(folder: Path) -> str:
    """A hash of every file of a build but its store, whose files differ from build to build; that it is there counts."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and parts[0] != "store":
            digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
        elif path.is_dir() and parts[0] == "store" and len(parts) == 2:
            digest.update(str(path.relative_to(folder)).encode())
    return digest.hexdigest()


def started(folder: Path, out: Path) -> BaseProcess:
    """A build in a process of its own, which has no time to lose with imports."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["kg.build", __name__])
    process = context.Process(target=build, args=([folder], out))
    process.start()
    return process


def again(saved: Path, out: Path) -> None:
    """``out`` as it was saved, and nothing made in the meantime; what else a killed build left stays."""
    for folder in (out, out.with_name(f".{out.name}.kg") / "kept"):
        if folder.exists():
            shutil.rmtree(folder)
    shutil.copytree(saved, out)


def finished(process: BaseProcess) -> int | None:
    process.join(120)
    return process.exitcode


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """What is built first, and what then."""
    first, second = tmp_path / "first", tmp_path / "second"
    for number, path in enumerate(SAMPLE):
        write((first if number < 2 else second) / path.name, path.read_text("utf-8"))
    write(second / SAMPLE[0].name, SAMPLE[0].read_text("utf-8").replace("宪法", "民法典"))
    return first, second


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """A third of the moments anywhere in a build, a third around its end, a third while the files take their places."""
    first, second = folders
    place = tmp_path / "place"
    place.mkdir()
    out, saved = place / "out", tmp_path / "saved"
    build([first], saved)
    again(saved, out)
    assert finished(started(second, out)) == 0
    again(saved, out)
    begin = time.monotonic()
    assert finished(started(second, out)) == 0
    took = time.monotonic() - begin
    old, new = print_of(saved), print_of(out)
    assert old != new
    chance = random.Random(SEED)
    for point in range(POINTS):
        again(saved, out)
        sight, wait = SIGHTS[point % len(SIGHTS)] or ("", took)
        seen = place / ".out.kg" / "new" / sight
        shutil.rmtree(seen.parent, ignore_errors=True)
        running = started(second, out)
        while sight and running.is_alive() and not seen.exists():
            time.sleep(0.0005)
        time.sleep(chance.uniform(0, wait))
        running.kill()
        running.join()
        found = print_of(out)
        assert found in (old, new), f"point {point}: a mixture"
    assert finished(started(second, out)) == 0
    assert print_of(out) == new
    assert [path.name for path in place.iterdir()] == ["out"], "nothing is left of those that were killed"


@pytest.mark.slow
def test_the_next_build_goes_on_where_one_was_killed(folders: tuple[Path, Path], tmp_path: Path) -> None:
    first, _ = folders
    out = tmp_path / "out"
    for number in range(40):
        write(first / f"{number}.txt", report("推行首违不罚。" * (number + 1)))
    running = started(first, out)
    entries = tmp_path / ".out.kg" / "kept"
    while running.is_alive() and len(list(entries.glob("[!.]*"))) < 5:
        time.sleep(0.01)
    running.kill()
    running.join()
    assert not out.exists()
    made = len(list(entries.glob("[!.]*")))
    assert made >= 5
    summary = build([first], out)
    assert summary.kept >= made
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "out", "second"]
    build([first], tmp_path / "clean")
    assert contents(out) == contents(tmp_path / "clean")


@pytest.mark.slow
def test_an_interrupt_keeps_what_was_made_and_nothing_half_made(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    first, _ = folders
    for number in range(40):
        write(first / f"{number}.txt", report("推行首违不罚。" * (number + 1)))
    running = started(first, tmp_path / "out")
    entries = tmp_path / ".out.kg" / "kept"
    while running.is_alive() and not list(entries.glob("[!.]*")):
        time.sleep(0.01)
    assert running.pid
    os.kill(running.pid, signal.SIGINT)
    assert finished(running) != 0
    assert [path.name for path in (tmp_path / ".out.kg").iterdir()] == ["kept"]
    assert build([first], tmp_path / "out").kept
    assert not (tmp_path / ".out.kg").exists()


def test_an_output_that_was_put_aside_comes_back(tmp_path: Path) -> None:
    """Where folders cannot be exchanged, a build may be killed between two renames."""
    out = tmp_path / "out"
    build(SAMPLE[:1], out)
    before = print_of(out)
    (tmp_path / ".out.kg" / "new").mkdir(parents=True)
    out.rename(tmp_path / ".out.kg" / "old")
    with workplace(out) as work:
        assert print_of(out) == before
        assert not any((work / "new").iterdir())
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_folders_that_cannot_be_exchanged_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build(SAMPLE[:1], out)
    write(out / "mine.txt", "mine")
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    with workplace(out) as work:
        write(work / "new" / "graph.ttl", "")
        publish(work, out)
    assert (contents(out)["graph.ttl"], contents(out)["mine.txt"]) == (b"", b"mine")
    assert not (out / "store").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_renamed_gets_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container, where the image's own folders cannot."""
    out = tmp_path / "out"
    build(SAMPLE[:1], out)
    write(out / "mine.txt", "mine")
    folder, rename = out.stat().st_ino, Path.rename

    def refuses(self: Path, target: Path) -> Path:
        if self == out:
            raise OSError(18, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    monkeypatch.setattr(Path, "rename", refuses)
    build(SAMPLE[1:2], out)
    assert out.stat().st_ino == folder
    build(SAMPLE[1:2], tmp_path / "clean")
    assert contents(out) == {**contents(tmp_path / "clean"), "mine.txt": b"mine"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean", "out"]


def refused(prefix: Sequence[str], folder: Path, out: Path, before: Callable[[], None] | None = None) -> None:
    """A build from the command line says that it cannot write, in one line and without a traceback."""
    ended = subprocess.run(
        [*prefix, *COMMAND, str(folder), "-o", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=before,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stderr[:5], ended.stderr.count("\n")) == (2, "KG016", 1)


def small_disk() -> None:
    """No file of this process may grow beyond 100 kB; Python turns the signal into an error of the file system."""
    import resource  # not everywhere

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


@pytest.mark.slow
def test_a_disk_that_is_full_is_an_error_that_leaves_all_as_it_was(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    first, second = folders
    out = tmp_path / "out"
    build([first], out)
    before = print_of(out)
    refused([], second, out, small_disk)
    assert print_of(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "out", "second"]


@pytest.mark.slow
@pytest.mark.parametrize("closed", ["out", "parent"])
def test_a_folder_that_is_closed_is_an_error_that_leaves_all_as_it_was(
    closed: str, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    first, second = folders
    place = tmp_path / "place"
    place.mkdir()
    build([first], place / "out")
    before = print_of(place / "out")
    target = place / "out" if closed == "out" else place / "new"
    shut = place / "out" if closed == "out" else place
    shut.chmod(0o555)
    try:
        refused(without_rights(), second, target)
    finally:
        shut.chmod(0o755)
    assert print_of(place / "out") == before
    assert [path.name for path in place.iterdir()] == ["out"]


def without_rights() -> list[str]:
    """The superuser may write everywhere, unless it gives that up."""
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("the superuser may write everywhere, and there is no setpriv")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
