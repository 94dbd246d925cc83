"""Nothing but the inputs decides what a build writes: no order, no seed, no run before it, no place."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from pprint import pformat

import pyoxigraph as ox
import pytest

from kg import resources
from kg.build import build
from tests.builds import DATA, SAMPLE, contents, write
from tests.casefiles import report


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded sample, built."""
    folder = tmp_path_factory.mktemp("build") / "out"
    build([], folder)
    return folder


def test_a_second_run_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    build([], tmp_path / "again")
    assert contents(tmp_path / "again") == contents(out)
    assert (tmp_path / "again" / "build.json").read_bytes() == (out / "build.json").read_bytes()


def test_a_build_prints_short(out: Path) -> None:
    """Two that differ are told in a moment: pytest's own comparison of their bytes took half an hour."""
    assert len(pformat(contents(out))) < 50_000


def test_the_order_of_inputs_does_not_show(out: Path, tmp_path: Path) -> None:
    build(SAMPLE[::-1], tmp_path / "again")
    assert contents(tmp_path / "again") == contents(out)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    summary = build([SAMPLE[0], SAMPLE[0]], tmp_path / "out")
    assert (summary.reports, summary.warnings) == (1, ())


def test_the_graph_of_two_folders_is_the_union_of_their_graphs(out: Path, tmp_path: Path) -> None:
    parts = set()
    for number, path in enumerate(SAMPLE):
        build([path], tmp_path / str(number))
        parts |= {q.triple for q in ox.parse(path=str(tmp_path / str(number) / "graph.ttl"))}
    whole = {q.triple for q in ox.parse(path=str(out / "graph.ttl"))}
    assert {t for t in whole ^ parts if not str(t.subject).startswith(f"<{DATA}dataset")} == set()


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_seed_of_hashes_does_not_show(out: Path, tmp_path: Path, seed: str) -> None:
    code = "import sys; from pathlib import Path; from kg.build import build; build([], Path(sys.argv[1]))"
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "out")],
        check=True,
        cwd=Path(__file__).resolve().parent.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
        timeout=120,
    )
    assert contents(tmp_path / "out") == contents(out)


def test_a_rebuild_removes_records_that_are_gone_and_nothing_of_others(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    build(SAMPLE[:2], folder)
    write(folder / "notes.txt", "mine")
    summary = build(SAMPLE[1:3], folder)
    names = [path.name for path in sorted((folder / "reports").iterdir())]
    assert names == [f"{p.stem}.{kind}" for p in SAMPLE[1:3] for kind in ("html", "json")]
    assert (folder / "notes.txt").read_text("utf-8") == "mine"
    assert "notes.txt" not in summary.files
    fresh = tmp_path / "fresh"
    build(SAMPLE[1:3], fresh)
    assert {**contents(fresh), "notes.txt": b"mine"} == contents(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", "out"]


def test_the_sample_may_be_built_from_a_copy(out: Path, tmp_path: Path) -> None:
    shutil.copytree(resources.sample(), tmp_path / "in")
    build([tmp_path / "in"], tmp_path / "out")
    assert contents(tmp_path / "out") == contents(out)


def test_of_one_report_under_two_names_the_same_one_is_kept(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (a, b):
        path.write_text(report("推行容缺受理。"), encoding="utf-8")
    build([a, b], tmp_path / "one")
    build([b, a], tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
