"""The networkx view: entities as nodes, each relation and status an edge with those who state it."""

from pathlib import Path

import networkx as nx
import pytest

from kg.graph import store
from kg.graph.files import GraphFiles, render
from kg.graph.iris import DEFAULT_BASE
from kg.graph.network import network
from kg.model.namespaces import VOCABULARY
from tests import factories

REPORTS = [factories.make_report(year=year) for year in (2021, 2022)]
TOWN = DEFAULT_BASE + REPORTS[0].entities[0].key
DISTRICT = DEFAULT_BASE + REPORTS[0].entities[1].key
LANTERNS = f"{VOCABULARY}test/lanterns"


@pytest.fixture(scope="module", params=["graph.ttl", "graph.nq.gz"])
def view(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph:
    folder: Path = tmp_path_factory.mktemp("built")
    with GraphFiles(folder, extra=factories.VOCABULARY) as graph:
        for report in REPORTS:
            graph.add(render(report, extra=factories.VOCABULARY))
        graph.finish()
    return network(store.triples(folder / request.param))


def test_nodes_are_the_entities(view: nx.MultiDiGraph) -> None:
    keys = {entity.key: entity for report in REPORTS for entity in report.entities}
    assert len(view) == len(keys) + 1  # the broader programme, of which the vocabulary speaks
    assert view.nodes[TOWN] == {"label": "云山区松林101镇", "cls": "Division", "kind": "镇", "scope": ""}
    assert view.nodes[LANTERNS]["kind"] == "制度"
    assert view.nodes[DEFAULT_BASE + "role/999901101000/thing-5"]["scope"] == TOWN


def test_an_edge_tells_who_states_it_and_when(view: nx.MultiDiGraph) -> None:
    edges = view[TOWN][LANTERNS]
    assert set(edges) == {"implements/achieved", "implements/planned", "implements/shortcoming"}
    for status in ("achieved", "planned", "shortcoming"):
        edge = edges[f"implements/{status}"]
        assert (edge["predicate"], edge["status"]) == ("implements", status)
        assert edge["years"] == ("2021", "2022")
        assert edge["reports"] == tuple(sorted(DEFAULT_BASE + report.key for report in REPORTS))
        assert len(edge["claims"]) == 2


def test_a_plain_triple_without_a_claim_is_an_edge_too(view: nx.MultiDiGraph) -> None:
    assert view[TOWN][DISTRICT]["locatedIn/achieved"] == {
        "predicate": "locatedIn",
        "status": "achieved",
        "claims": (),
        "reports": (),
        "years": (),
    }


def test_every_relation_is_there(view: nx.MultiDiGraph) -> None:
    stated = {(r.predicate, r.status) for r in REPORTS[0].relations} | {("locatedIn", "achieved")}
    assert {(e["predicate"], e["status"]) for _, _, e in view.edges(data=True)} == stated
    assert list(view) == sorted(view)
