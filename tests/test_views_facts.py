"""What the graph page loads: everything of the picture, in pieces that the page can put together."""

import gzip
import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import stream
from kg.views import pages, view
from kg.views.columns import Columns
from kg.views.graph import facts
from kg.views.graph.drawing import drawing
from kg.views.graph.picture import Picture
from kg.views.graph.read import read
from tests.some import some

SMALL = Path(__file__).parent / "data" / "small.ttl"
OF_NODES = ("label", "short", "forms", "class", "kind", "base", "key", "in")
OF_EDGES = ("from", "predicate", "to", "claims")


@pytest.fixture(scope="module")
def picture() -> Picture:
    return read(Columns(stream(SMALL)))


def test_the_index_has_a_row_for_each_node_and_relation(picture: Picture) -> None:
    index = facts.index(picture)
    assert {len(index[name]) for name in OF_NODES} == {len(picture.nodes)} == {15}
    assert {len(index[name]) for name in OF_EDGES} == {len(picture.edges)}
    iris = [index["bases"][base] + key for base, key in zip(index["base"], index["key"], strict=True)]
    assert iris == [node.iri for node in picture.nodes]
    classes = [index["classes"][number][0] for number in index["class"]]
    assert classes == [node.cls for node in picture.nodes]


def test_claims_are_statuses_and_reports_in_turn(picture: Picture) -> None:
    index = facts.index(picture)
    for edge, row in some(zip(picture.edges, index["claims"], strict=True)):
        told = [(index["statuses"][row[at]][0], row[at + 1]) for at in range(0, len(row), 2)]
        assert told == [(claim.status, claim.report) for claim in edge.claims]


def test_chinese_is_spelled_for_the_search(picture: Picture) -> None:
    readings = facts.index(picture)["pinyin"]
    assert (readings["清"], readings["溪"], readings["宪"], readings["法"]) == ("qing", "xi", "xian", "fa")
    assert all(reading.isascii() and reading for reading in readings.values())


def test_the_evidence_of_every_relation_is_in_the_piece_where_it_is_looked_for(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "NODES", 4)
    monkeypatch.setattr(facts, "EDGES", 3)
    made = dict(facts.pieces(picture))
    for number, edge in enumerate(picture.edges):
        assert made[f"graph/edges-{number // 3}"][number % 3] == [claim.spans for claim in edge.claims]
    for number, node in enumerate(picture.nodes):
        assert made[f"graph/nodes-{number // 4}"][number % 4].get("spans", ()) == node.spans
    assert [made[f"graph/text-{n}"] for n in range(3)] == [report.text for report in picture.reports]


def test_the_files_hold_what_was_put_in(picture: Picture, tmp_path: Path) -> None:
    view(SMALL, tmp_path)
    text = (tmp_path / "data" / "graph" / "index.js").read_text(encoding="utf-8")
    packed: Any = text.removeprefix('fz.chunk("graph/index","').removesuffix('");\n')
    assert json.loads(gzip.decompress(b64decode(packed))) == json.loads(json.dumps(facts.index(picture)))


def test_the_first_nodes_are_drawn_and_have_places_of_their_own(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.views.graph.drawing.MOST", 6)
    nodes = drawing(picture)
    assert [node["id"] for node in nodes] == [0, 1, 2, 3, 4, 5]
    assert len({(node["x"], node["y"]) for node in nodes}) == 6


def test_what_stands_before_an_approximate_number_is_written_in_one_place() -> None:
    """The script of the figures' page, which has the numbers bare, has its own."""
    views = pages.TEMPLATES.parent
    files = [path for kind in ("*.py", "*.html") for path in some(views.rglob(kind))]
    code = [
        line
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if "≈ {" in line or '"≈' in line
    ]
    assert len(code) == 1
