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
from kg.export.networks import flattened
from kg.graph import store
from kg.graph.network import network
from kg.query.formats import harmless
from tests.builds import DATA, SAMPLE, VOCABULARY, ask, load, records, write
from tests.casefiles import report
from tests.some import some

FIGURES = """信息内容|本年制发件数|
茶规|3|
规范性文件报备率、及时率均为100%。全年调解纠纷20件，其中涉企纠纷5件。惠南镇调解纠纷30件。发放宣传资料1.2万份，涉及金额1.05亿元。"""
"""Figures of which extraction finds those of sentences first, and of two of one clause the one that is named first."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exported")
    build([*SAMPLE[:2], write(out.parent / "exported.txt", report(FIGURES))], out)
    return out


@pytest.fixture(scope="module")
def graph(built: Path) -> ox.Store:
    return load(built)


@pytest.fixture(scope="module")
def tables(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """The rows of each table."""
    found = {}
    for path in export(built, tmp_path_factory.mktemp("tables")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


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


def test_a_part_of_a_total_says_of_which_row_it_is_one(tables: dict[str, list[dict[str, str]]]) -> None:
    rows = tables["observations"]
    for doc in {row["doc"] for row in rows}:
        own = {row["number"]: row for row in rows if row["doc"] == doc}
        for part in (row for row in own.values() if row["part_of"]):
            whole = own[part["part_of"]]
            assert whole["unit"] == part["unit"]
            assert float(whole["value"]) >= float(part["value"])
    assert any(row["part_of"] for row in rows)


def test_a_figure_has_one_number_in_graph_record_and_table(
    built: Path, graph: ox.Store, tables: dict[str, list[dict[str, str]]]
) -> None:
    asked = ask(graph, "?o fz:report ?r ; fz:ordinal ?n ; fz:counts ?c ; fz:value ?v", "r", "n", "c", "v")
    told = sorted((r.removeprefix(DATA), int(n), c, float(v)) for r, n, c, v in asked)
    rows = [
        (row["report_key"], int(row["number"]), row["indicator"], float(row["value"]))
        for row in tables["observations"]
    ]
    listed = [
        (record["key"], number, figure["indicator"], float(figure["value"]))
        for record in records(built)
        for number, figure in enumerate(record["observations"], 1)
    ]
    assert sorted(rows) == sorted(listed) == told


def test_a_figure_is_part_of_the_same_one_in_graph_record_and_table(
    built: Path, graph: ox.Store, tables: dict[str, list[dict[str, str]]]
) -> None:
    part = "?o fz:report ?r ; fz:ordinal ?n ; fz:partOfFigure/fz:ordinal ?whole"
    told = sorted((r.removeprefix(DATA), n, whole) for r, n, whole in ask(graph, part, "r", "n", "whole"))
    rows = [(r["report_key"], r["number"], r["part_of"]) for r in tables["observations"] if r["part_of"]]
    listed = [
        (record["key"], str(number), str(figure["part_of"] + 1))
        for record in records(built)
        for number, figure in enumerate(record["observations"], 1)
        if "part_of" in figure
    ]
    assert sorted(rows) == sorted(listed) == told != []


def test_a_figure_in_ten_thousands_is_plain_in_graph_record_and_table(
    built: Path, graph: ox.Store, tables: dict[str, list[dict[str, str]]]
) -> None:
    said = "?o fz:value ?value ; fz:unit ?unit ; fz:plainValue ?plain ; fz:plainUnit ?of"
    asked = ask(graph, said, "value", "unit", "plain", "of")
    assert {("1.2", "万份", "12000", "份"), ("1.05", "亿元", "105000000", "元")} <= set(asked)
    listed = [
        (figure["value"], figure["unit"], figure["plain_value"], figure["plain_unit"])
        for record in records(built)
        for figure in record["observations"]
        if "plain_value" in figure
    ]
    assert {(1.2, "万份", 12000, "份"), (1.05, "亿元", 105000000, "元")} <= set(listed)
    assert sorted(asked) == sorted(tuple(map(str, row)) for row in listed)
    rows = {(r["value"], r["unit"], r["plain_value"], r["plain_unit"]) for r in tables["observations"]}
    assert {("1.2", "万份", "12000", "份"), ("20", "件", "20", "件")} <= rows


ENDS = {
    "reports": ("area",),
    "mentions": ("report", "entity"),
    "relations": ("report", "area", "s", "o"),
    "observations": ("report", "area", "about"),
    "statements": ("report", "area"),
}
"""What the rows of each table point to by a key."""


@pytest.mark.parametrize(("table", "ends"), ENDS.items(), ids=ENDS)
def test_whatever_a_row_names_it_tells_the_key_of(
    table: str, ends: tuple[str, ...], tables: dict[str, list[dict[str, str]]]
) -> None:
    names = {row["key"]: row["name"] for row in tables["entities"]}
    docs = {row["key"]: row["doc"] for row in tables["reports"]}
    for row in some(tables[table]):
        for end in ends:
            if end == "report":
                assert docs[row["report_key"]] == row["doc"]
            else:
                assert names[row[f"{end}_key"]] == row[end]


def test_the_keys_of_a_row_are_those_of_the_graph(
    graph: ox.Store, tables: dict[str, list[dict[str, str]]]
) -> None:
    def keys(pattern: str, *names: str) -> set[tuple[str, ...]]:
        starts = (DATA, VOCABULARY, "https://fazhi.example/ontology#")
        return {
            tuple(next((v.removeprefix(s) for s in starts if v.startswith(s)), v) for v in row)
            for row in ask(graph, pattern, *names)
        }

    def rows(table: str, *columns: str) -> set[tuple[str, ...]]:
        return {tuple(row[column] for column in columns) for row in tables[table]}

    claim = "?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; fz:status ?is ; fz:report ?r"
    assert keys(claim, "r", "s", "p", "o", "is") == rows(
        "relations", "report_key", "s_key", "p", "o_key", "status"
    )
    mention = "?m nif:referenceContext ?r ; nif:beginIndex ?b ; nif:endIndex ?e ; itsrdf:taIdentRef ?x"
    assert keys(mention, "r", "b", "e", "x") == rows("mentions", "report_key", "begin", "end", "entity_key")
    about = "?o a fz:Observation ; fz:report ?r ; fz:ordinal ?n ; fz:about ?x"
    assert keys(about, "r", "n", "x") == rows("observations", "report_key", "number", "about_key")
    assert keys("?r fz:division ?x", "r", "x") == rows("reports", "key", "area_key")


def test_characters_that_xml_has_not_are_replaced(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="x\x00\x0b\ud800y", years=("2021", "2022"))
    assert dict(flattened(graph).nodes(data=True)) == {
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
    tables = CliRunner().invoke(app, ["export", str(tmp_path / "tables"), "--from", str(built), "--json"])
    assert sorted(json.loads(tables.stdout)) == sorted(map(str, (tmp_path / "tables").iterdir()))
