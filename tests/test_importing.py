"""``graph.ttl`` in real stores: without a complaint, with every triple, and with the same answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import resources
from kg.build import build
from kg.query import load, run
from tests.stores import STORES, Loaded, Rows

pytestmark = pytest.mark.slow

ASKED = ("honours", "laws-by-towns", "laws-taught", "shared-programmes", "working-together")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("imported")
    build([], out)
    return out / "graph.ttl"


@pytest.fixture(scope="module", params=STORES)
def loaded(
    request: pytest.FixtureRequest, graph: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    with STORES[request.param](graph, tmp_path_factory.mktemp("store")) as found:
        yield found


def test_it_loads_without_a_complaint(loaded: Loaded) -> None:
    assert loaded.complaints == []


def test_it_counts_the_same_triples(loaded: Loaded, graph: Path) -> None:
    assert loaded.triples == len(load(graph))


@pytest.mark.parametrize("name", ASKED)
def test_it_answers_alike(loaded: Loaded, graph: Path, name: str) -> None:
    query = resources.ontology() / "queries" / f"{name}.rq"
    answer = run(load(graph), query.read_text(encoding="utf-8"))
    expected: Rows = [tuple("" if cell is None else cell.value for cell in row) for row in answer.rows]
    assert expected
    assert sorted(loaded.ask(query)) == sorted(expected)


@pytest.mark.parametrize("name", ["rdflib", "Jena"])
def test_a_complaint_would_be_heard(name: str, tmp_path: Path) -> None:
    """Of the two that look into literals."""
    bad = tmp_path / "bad.ttl"
    bad.write_text('<http://a.example/> <http://b.example/> "x"^^<http://www.w3.org/2001/XMLSchema#date> .')
    work = tmp_path / "work"
    work.mkdir()
    with STORES[name](bad, work) as loaded:
        assert loaded.complaints
