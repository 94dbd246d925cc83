"""The graph in formats of other programs: whole, the same each time, and safe to open."""

import csv
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg.build import build
from kg.cli import app
from kg.errors import KgError
from kg.export import FORMATS, export
from kg.export.networks import plain
from kg.graph import store
from kg.graph.network import network
from kg.query.formats import harmless
from tests.builds import SAMPLE
from tests.some import some


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exported")
    build(SAMPLE[:2], out)
    return out


@pytest.mark.parametrize(("ending", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_the_network_comes_back(built: Path, tmp_path: Path, ending: str, read: object) -> None:
    (path,) = export(built, tmp_path / f"network{ending}")
    expected = network(store.triples(built))
    found = nx.MultiDiGraph(read(path))  # type: ignore[operator]
    assert set(found.nodes) == set(expected.nodes)
    assert sorted(found.edges()) == sorted(expected.edges())
    for node, about in expected.nodes(data=True):
        assert found.nodes[node]["label"] == about["label"]
        assert found.nodes[node]["cls"] == about["cls"]
    predicates = sorted(about["predicate"] for _, _, about in found.edges(data=True))
    assert predicates == sorted(about["predicate"] for _, _, about in expected.edges(data=True))


def test_a_part_of_a_total_says_of_which_row_it_is_one(built: Path, tmp_path: Path) -> None:
    export(built, tmp_path / "tables")
    with (tmp_path / "tables" / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for doc in {row["doc"] for row in rows}:
        own = [row for row in rows if row["doc"] == doc]
        for part in (row for row in own if row["part_of"]):
            whole = own[int(part["part_of"])]
            assert whole["unit"] == part["unit"]
            assert float(whole["value"]) >= float(part["value"])
    assert any(row["part_of"] for row in rows)


def test_characters_that_xml_has_not_are_replaced(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="x\x00\x0b\ud800y", years=("2021", "2022"))
    assert dict(plain(graph).nodes(data=True)) == {
        "a": {"label": "x\ufffd\ufffd\ufffdy", "years": "2021; 2022"}
    }
    assert tmp_path.exists()


def test_jsonld_has_every_triple(built: Path, tmp_path: Path) -> None:
    (path,) = export(built, tmp_path / "graph.jsonld")
    found = {quad.triple for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.JSON_LD)}
    assert found == set(store.triples(built))


def test_tables_have_a_row_for_everything_that_is_said(built: Path, tmp_path: Path) -> None:
    written = export(built, tmp_path / "tables")
    records = [json.loads(path.read_text("utf-8")) for path in sorted((built / "reports").glob("*.json"))]
    for path in some(written):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        if path.stem == "reports":
            assert [row["doc"] for row in rows] == [record["doc"] for record in records]
        elif path.stem == "entities":
            keys = {entity["key"] for record in records for entity in record["entities"]}
            assert {row["key"] for row in rows} == keys
            assert len(rows) == len(keys)
        else:
            assert len(rows) == sum(len(record[path.stem]) for record in records) > 10
            assert all(row["doc"] for row in rows)


@pytest.mark.parametrize("target", ["a.graphml", "a.gexf", "a.jsonld", "a"])
def test_the_same_build_gives_the_same_bytes(built: Path, tmp_path: Path, target: str) -> None:
    first, again = (export(built, tmp_path / folder / target) for folder in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


FORMULAS = ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "\r=1", "\n=1", "  =1", "＝1＋1", "＋x", "－x", "＠x"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@given(st.text())
def test_nothing_else_is_changed(text: str) -> None:
    assert harmless(text) in (text, f"'{text}")
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize("text", ["-3", "+2.5", "-1e3", "98.63", "三项制度", "a=b", ""])
def test_numbers_and_words_stay(text: str) -> None:
    assert harmless(text) == text


def test_a_formula_in_a_report_is_text_in_its_table(built: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    record = json.loads(next((built / "reports").glob("*.json")).read_text("utf-8"))
    record["statements"][0]["text"] = '=HYPERLINK("http://a.example")'
    (tmp_path / "reports" / "x.json").write_text(json.dumps(record), encoding="utf-8")
    export(tmp_path, tmp_path / "tables")
    assert "'=HYPERLINK" in (tmp_path / "tables" / "statements.csv").read_text("utf-8-sig")


def test_what_cannot_be_written_is_told(built: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(KgError, match=r"KG038.*a\.xlsx: files of type \.xlsx are not written"):
        export(built, tmp_path / "a.xlsx")
    for target in (tmp_path / "file" / "a.graphml", tmp_path / "file"):
        with pytest.raises(KgError, match="KG016"):
            export(built, target)
    for ending in FORMATS:
        with pytest.raises(KgError, match="KG012"):
            export(tmp_path / "nothing", tmp_path / f"a{ending}")


def test_the_command_names_what_it_wrote(built: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", str(tmp_path / "n.graphml"), "--from", str(built)])
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 'n.graphml'}\n")
    assert CliRunner().invoke(app, ["export", "a.xlsx", "--from", str(built)]).exit_code == 2
