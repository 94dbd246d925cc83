"""The measurements on annotated reports, run as they are typed, on reports made up for this and on the embedded sample."""

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg import resources
from kg.lexicon.reliability import LAYERS, SEPARATOR
from kg.query import questions
from tests.builds import write
from tests.casefiles import report

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = (resources.sample(), ROOT / "tests" / "gold")


def run(script: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / script), *map(str, arguments)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=300,
        encoding="utf-8",
    )
    return done.stdout


def annotated(folder: Path, name: str, text: str, programme: str) -> None:
    """A report and its annotations, which know one programme."""
    write(folder / "text" / f"{name}.txt", text)
    entity = {"type": "Programme", "kind": "机制", "name": programme, "forms": [programme]}
    gold = {"doc": f"{name}.txt", "report": {}, "entities": [entity], "relations": []}
    write(folder / "gold" / f"{name}.json", json.dumps({**gold, "observations": [], "statements": []}))


def entities(page: str, way: str) -> float:
    """F1 of the entities of the full reports."""
    row = re.search(rf"^\| Full \| {way} \| ([\d.]+)", page, re.MULTILINE)
    assert row
    return float(row[1])


@pytest.mark.parametrize(("programme", "is_national"), [("三改一拆", False), ("宪法宣誓制度", True)])
def test_what_only_one_report_speaks_for_is_left_out_unless_it_is_national(
    tmp_path: Path, programme: str, is_national: bool
) -> None:
    annotated(tmp_path, "one", report(f"推行{programme}。"), programme)
    annotated(tmp_path, "two", report("平稳有序。"), "没有这个项目")
    folders = (tmp_path / "text", tmp_path / "gold")
    page = run("leave_one_out.py", *folders, *folders)
    shipped = entities(page, "as shipped")
    assert shipped > 0
    assert (entities(page, "left out") == shipped) is is_national
    assert entities(page, "left out, strictly") < shipped


def test_calibration_counts_what_the_builds_find(tmp_path: Path) -> None:
    out, page = tmp_path / "reliability.tsv", tmp_path / "confidence.md"
    run("calibrate.py", *SAMPLE, *SAMPLE, "-o", out, "--page", page)
    rows = [line.split("\t") for line in out.read_text("utf-8").splitlines()]
    assert rows[0] == ["pool", "share", "right", "found"]
    pools = {tuple(pool.split(SEPARATOR)): tuple(map(float, rest)) for pool, *rest in rows[1:]}
    assert {pool for pool in pools if len(pool) == 1} == {(layer,) for layer in LAYERS}
    for share, right, found in pools.values():
        assert 0 <= right <= found
        assert min(right / found, 0.5) <= share <= 1
    assert page.read_text("utf-8").count("## ") == 2


def test_growth_is_measured_kept_and_drawn(tmp_path: Path) -> None:
    kept, plot = tmp_path / "growth.tsv", tmp_path / "growth.svg"
    for sizes in (("2", "4"), ("4",)):
        said = run("growth.py", "--reports", *sizes, "--characters", "600", "--keep", kept)
        assert len(said.splitlines()) == 2 + len(sizes)
    rows = [line.split("\t") for line in kept.read_text("utf-8").splitlines()]
    assert [row[3] for row in rows] == ["reports", "2", "4"]
    assert 100 < int(rows[1][4]) < int(rows[2][4])
    run("growth_plot.py", kept, "-o", plot)
    assert ElementTree.parse(plot).getroot().tag.endswith("svg")


def test_a_generated_build_is_asked_and_loaded(tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = run("questions.py", out, "--triples", "5000")
    asked = {line.split("|")[1].strip(): line.split("|")[2] for line in said.splitlines() if line[:1] == "|"}
    assert asked.keys() >= {question.name for question in questions()}
    assert int(asked["one-town"].replace(",", "")) > 0
    loaded = run("loading.py", out)
    assert "the build's own store" in loaded
    assert ("Oxigraph" in loaded) == (Path(sys.executable).with_name("oxigraph")).exists()


def test_what_is_unchanged_is_taken_as_it_was() -> None:
    rows = [line.split("|")[1:4] for line in run("incremental.py", "--reports", "3").splitlines()[2:]]
    assert [[int(cell) for cell in row] for row in rows] == [[3, 3, 0], [3, 1, 2]]
