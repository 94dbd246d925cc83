"""Builds add up: for any reports, in any order, parts and company, the graph is the same or the union."""

import inspect
import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import build
from kg.query import find, load, run
from tests.builds import DATA, contents, told, write
from tests.casefiles import report

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
TOWNS = (
    "上海市青浦区练塘镇",
    "上海市青浦区金泽镇",
    "江苏省苏州市吴江区黎里镇",
    "河南省驻马店市汝南县三桥镇",
    "中兴镇",
)
"""Two of one district, two of others, and one of which there are three."""
SENTENCES = (
    "推行首违不罚。",
    "全面落实行政执法三项制度，完善行政执法公示制度。",
    "学习民法典和行政处罚法。",
    "执行《行政处罚法（2017年修正）》和《合同法》。",
    "镇司法所联合派出所调解纠纷120件，成功率98.5%。",
    "成立法治建设领导小组，印发《法治建设工作方案》。",
    "获评“民主法治示范镇”。",
    "向村民宣传宪法和“茶馆说事”。",
)
SECTIONS = ("achievements", "shortcomings", "plans")
Files = dict[str, str]
"""Texts by file name."""


@st.composite
def files(draw: st.DrawFn, least: int = 1, most: int = 4) -> Files:
    """Reports of some towns and years that say some things; no two are the same."""
    texts = st.builds(
        lambda town, year, words, section: report(
            "".join(words), section, f"{town}{year}年法治政府建设情况报告"
        ),
        st.sampled_from(TOWNS),
        st.integers(2021, 2023),
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
        st.sampled_from(SECTIONS),
    )
    found = draw(st.lists(texts, min_size=least, max_size=most, unique=True))
    return {f"{number}.txt": text for number, text in enumerate(found)}


def put(folder: Path, given_: Files) -> list[Path]:
    """The files, written."""
    return [write(folder / name, text) for name, text in given_.items()]


def graph(folder: Path) -> set[ox.Triple]:
    """What a build says of the world: its triples but those in which the data set describes itself."""
    found = {quad.triple for quad in ox.parse(path=str(folder / "graph.ttl"))}
    return {triple for triple in found if not str(triple.subject).startswith(f"<{DATA}dataset")}


def built(paths: Sequence[Path], out: Path) -> dict[str, bytes]:
    """Every file that a build of these inputs writes."""
    build(paths, out)
    return contents(out)


@given(files(least=2), st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_the_order_of_reports_does_not_show(given_: Files, chance: random.Random) -> None:
    with TemporaryDirectory() as work:
        paths = put(Path(work) / "in", given_)
        first = built(paths, Path(work) / "a")
        assert built(chance.sample(paths, len(paths)), Path(work) / "b") == first


@given(files(least=2), st.data())
@settings(max_examples=8, deadline=None)
def test_the_union_of_two_builds_is_the_build_of_the_union(given_: Files, data: st.DataObject) -> None:
    with TemporaryDirectory() as work:
        paths = put(Path(work) / "in", given_)
        inside = data.draw(st.lists(st.booleans(), min_size=len(paths), max_size=len(paths)))
        parts = [[p for p, i in zip(paths, inside, strict=True) if i is side] for side in (True, False)]
        said = set()
        for number, part in enumerate(filter(None, parts)):
            build(part, Path(work) / str(number))
            said |= graph(Path(work) / str(number))
        build(paths, Path(work) / "all")
        assert graph(Path(work) / "all") == said


@given(files(least=2), st.data())
@settings(max_examples=6, deadline=None)
def test_a_report_that_is_gone_leaves_no_trace(given_: Files, data: st.DataObject) -> None:
    with TemporaryDirectory() as work:
        paths = put(Path(work) / "in", given_)
        kept = data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=len(paths) - 1, unique=True))
        build(paths, Path(work) / "out")
        assert built(kept, Path(work) / "out") == built(kept, Path(work) / "fresh")


@given(files(), st.sampled_from(["", "\ufeff", "\r\n"]))
@settings(max_examples=6, deadline=None)
def test_the_same_report_twice_is_one_report(given_: Files, change: str) -> None:
    with TemporaryDirectory() as work:
        paths = put(Path(work) / "in", given_)
        build(paths, Path(work) / "once")
        text = given_["0.txt"]
        again = text.replace("\n", change) if change == "\r\n" else change + text
        copy = Path(work) / "in" / "copy.txt"
        copy.write_bytes(again.encode())
        summary = build([*paths, copy], Path(work) / "twice")
        assert ("KG010", "copy.txt") in told(summary.warnings)
        twice = graph(Path(work) / "twice")
        noted = {triple for triple in twice if str(triple.subject).startswith(f"<{DATA}copy/")}
        assert noted
        assert twice - noted == graph(Path(work) / "once")


@given(st.sampled_from(TOWNS[:4]), st.integers(2021, 2023), st.permutations(SENTENCES))
@settings(max_examples=4, deadline=None)
def test_two_reports_of_one_town_and_year_are_both_kept_and_named(
    town: str, year: int, words: list[str]
) -> None:
    with TemporaryDirectory() as work:
        title = f"{town}{year}年法治政府建设情况报告"
        texts = [report(words[0], title=title), report(words[0] + words[1], title=title)]
        paths = put(Path(work), {f"{number}.txt": text for number, text in enumerate(texts)})
        build(paths, Path(work) / "out")
        manifest = json.loads((Path(work) / "out" / "build.json").read_text("utf-8"))
        (warning,) = [notice for notice in manifest["warnings"] if notice["code"] == "KG009"]
        assert [Path(warning["file"]).name, "0.txt" in warning["message"]] == ["1.txt", True]
        (row,) = run(load(Path(work) / "out" / "graph.ttl"), find("same-town-and-year").text).rows
        place, when, issuer, *both = (None if cell is None else cell.value for cell in row)
        assert (place, when, issuer, sorted(map(str, both))) == (town, str(year), None, ["0.txt", "1.txt"])


CODE = """
import sys
from pathlib import Path
from kg.build import build
build([Path(sys.argv[1])], Path(sys.argv[2]), **eval(sys.argv[3]))
"""


@given(files(least=3), st.integers(0, 2**32 - 1), st.integers(1, 4))
@settings(max_examples=4, deadline=None)
def test_neither_the_seed_of_hashes_nor_the_number_of_processes_shows(
    given_: Files, seed: int, jobs: int
) -> None:
    options = {"jobs": jobs} if "jobs" in inspect.signature(build).parameters else {}
    with TemporaryDirectory() as work:
        put(Path(work) / "in", given_)
        first = built([Path(work) / "in"], Path(work) / "a")
        subprocess.run(
            [sys.executable, "-c", CODE, str(Path(work) / "in"), str(Path(work) / "b"), repr(options)],
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            timeout=300,
        )
        assert contents(Path(work) / "b") == first
