"""The two files of a build: independent of order and company, each triple once, the same facts in both."""

import gzip
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.graph import merging
from kg.graph.description import Counts
from kg.graph.files import GraphFiles, render
from kg.graph.iris import DEFAULT_BASE
from kg.graph.runs import Runs
from kg.model import Report
from tests.factories import VOCABULARY, make_report, triples_of

REPORTS = [make_report(f"9999{n}101000", 2020 + n % 2, 1 + n % 3) for n in range(10, 16)]
REPORTS += [make_report("999910101000", 2031)]
NAMES = ("graph.ttl", "graph.nq.gz")
DESCRIPTION = "<https://fazhi.example/id/dataset>"


def build(folder: Path, reports: list[Report], base: str = DEFAULT_BASE) -> Counts:
    folder.mkdir(exist_ok=True)
    with GraphFiles(folder, base, VOCABULARY) as graph:
        for report in reports:
            graph.add(render(report, base, VOCABULARY))
        return graph.finish()


def turtle(folder: Path) -> list[str]:
    return [str(quad.triple) for quad in ox.parse(path=str(folder / "graph.ttl"))]


def test_the_order_of_reports_does_not_show(tmp_path: Path) -> None:
    build(tmp_path / "a", REPORTS)
    build(tmp_path / "b", random.Random(3).sample(REPORTS, len(REPORTS)))
    for name in NAMES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_runs_on_disk_do_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = build(tmp_path / "a", REPORTS)
    monkeypatch.setattr(merging, "Runs", lambda folder: Runs(folder, 50))
    assert build(tmp_path / "b", REPORTS) == counts
    for name in NAMES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_seed_of_hashes_does_not_show(tmp_path: Path, seed: str) -> None:
    code = (
        "import sys; from pathlib import Path; from tests import test_graph_files as t;"
        "t.build(Path(sys.argv[1]), t.REPORTS)"
    )
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a")], check=True, env=environment, cwd=tmp_path
    )
    build(tmp_path / "b", REPORTS)
    for name in NAMES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_graph_of_two_folders_is_the_union_of_their_graphs(tmp_path: Path) -> None:
    for name, reports in {"a": REPORTS[:4], "b": REPORTS[2:], "both": REPORTS}.items():
        build(tmp_path / name, reports)
    a, b, both = (
        {triple for triple in turtle(tmp_path / name) if not triple.startswith(DESCRIPTION[:-1])}
        for name in ("a", "b", "both")
    )
    assert a < both
    assert b < both
    assert a | b == both


def test_each_triple_stands_once_and_is_counted(tmp_path: Path) -> None:
    counts = build(tmp_path / "a", REPORTS)
    found = turtle(tmp_path / "a")
    assert len(found) == len(set(found))
    said = {triple for report in REPORTS for triple in triples_of(report)}
    typed = [o for _, p, o in said if p.endswith("#type>") and "fazhi.example/ontology#" in o]
    things = Counter(o.partition("#")[2][:-1] for o in typed)
    assert (counts.reports, counts.triples) == (len(REPORTS), len(said))
    assert counts.things == dict(sorted(things.items()))
    assert counts.whole == len(found)
    assert {" ".join(triple) for triple in said} <= set(found)
    number = f'"{len(found)}"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert f"{DESCRIPTION} <http://rdfs.org/ns/void#triples> {number}" in found


def test_both_files_say_the_same(tmp_path: Path) -> None:
    build(tmp_path / "a", REPORTS)
    data = gzip.decompress((tmp_path / "a" / "graph.nq.gz").read_bytes())
    quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    assert len(quads) == len(set(quads))
    assert {str(quad.triple) for quad in quads} == set(turtle(tmp_path / "a"))
    named = {str(quad.graph_name) for quad in quads} - {"DEFAULT"}
    assert named == {f"<{DEFAULT_BASE}{report.key}>" for report in REPORTS}


@pytest.mark.parametrize(
    "base", ["https://data.example.org/law#", "http://[::1]:8080/%E6%B3%95/", "http://h/?a=/"]
)
def test_all_data_move_with_the_base(tmp_path: Path, base: str) -> None:
    build(tmp_path / "a", REPORTS[:1], base)
    found = "\n".join(turtle(tmp_path / "a"))
    assert DEFAULT_BASE not in found
    assert found.count(base) > 1000


def test_two_parts_of_one_key_are_refused(tmp_path: Path) -> None:
    part = render(REPORTS[0], extra=VOCABULARY)
    with GraphFiles(tmp_path, extra=VOCABULARY) as graph:
        graph.add(part)
        with pytest.raises(ValueError, match=REPORTS[0].key):
            graph.add(part)


def test_a_wrong_base_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="IRI"):
        GraphFiles(tmp_path, "id/")


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    missing = (*VOCABULARY, tmp_path / "none.ttl")
    with GraphFiles(tmp_path, extra=missing) as graph:
        graph.add(render(REPORTS[0], extra=VOCABULARY))
        with pytest.raises(KgError, match="KG014"):
            graph.finish()
    assert list(tmp_path.iterdir()) == []
