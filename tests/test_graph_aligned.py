"""The standards' classes in a built graph, as a store that infers nothing has them."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.build import build
from kg.graph.aligned import STANDARD
from kg.model.namespaces import FZ, NIF, PREFIXES, RDF, RDFS, XSD
from tests.casefiles import report


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[ox.Triple]:
    """The graph of the sample and of a report with a person."""
    folder: Path = tmp_path_factory.mktemp("aligned")
    (folder / "in.txt").write_text(report("镇政府聘请李俊峰律师担任法律顾问。"), encoding="utf-8")
    build([resources.sample(), folder / "in.txt"], folder / "out", pages=False)
    return {quad.triple for quad in ox.parse(path=str(folder / "out" / "graph.ttl"))}


def instances(said: set[ox.Triple], cls: str) -> set[str]:
    wanted = ox.NamedNode(f"{RDF}type"), ox.NamedNode(cls)
    return {str(t.subject) for t in said if (t.predicate, t.object) == wanted}


@pytest.mark.parametrize("name", STANDARD)
def test_a_thing_is_of_the_standards_class_too(name: str, said: set[ox.Triple]) -> None:
    own = instances(said, FZ + name)
    assert own != set()
    assert own <= instances(said, STANDARD[name])


def test_nothing_else_is_of_these_classes(said: set[ox.Triple]) -> None:
    own = set().union(*(instances(said, FZ + name) for name in STANDARD))
    assert set().union(*(instances(said, cls) for cls in STANDARD.values())) == own


def test_each_is_above_the_projects_class_in_the_ontology() -> None:
    quads = ox.parse(path=str(resources.ontology() / "fazhi.ttl"))
    above = {(str(q.subject), str(q.object)) for q in quads if q.predicate.value == f"{RDFS}subClassOf"}
    assert {(f"<{FZ}{name}>", f"<{cls}>") for name, cls in STANDARD.items()} <= above


def test_the_page_names_every_class_that_is_said() -> None:
    page = (Path(__file__).parent.parent / "docs" / "querying.md").read_text("utf-8")
    for cls in STANDARD.values():
        prefix = next(name for name, iri in PREFIXES.items() if cls.startswith(iri))
        assert f"`{prefix}:{cls.removeprefix(PREFIXES[prefix])}`" in page


def test_offsets_are_of_nifs_own_type(said: set[ox.Triple]) -> None:
    found = {
        t.object.datatype.value
        for t in said
        if t.predicate.value in (f"{NIF}beginIndex", f"{NIF}endIndex") and isinstance(t.object, ox.Literal)
    }
    assert found == {f"{XSD}nonNegativeInteger"}
