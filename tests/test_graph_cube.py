"""The figures are a well-formed cube: the integrity constraints of the RDF Data Cube vocabulary, as SPARQL.

IC-7 to IC-10 and IC-18 are about slices, IC-15 to IC-17 about measure dimensions: the cube has neither, so they are asked
but cannot fail. IC-20 and IC-21 are templates for hierarchical code lists, of which there are none. Phase 2 of the
normalization moves values from data sets and slices down to observations; here all are at the observations.
"""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.graph.files import GraphFiles, render
from kg.model import Report
from tests import factories

FOLDER = Path(__file__).parent / "data" / "cube"
CONSTRAINTS = sorted(FOLDER.glob("ic-*.rq"))
QB = "http://purl.org/linked-data/cube#"
BROKEN = {
    1: "DELETE { ?o qb:dataSet ?d } INSERT { } WHERE { ?o qb:dataSet ?d }",
    2: "DELETE WHERE { ?d qb:structure ?s }",
    3: "DELETE WHERE { ?c qb:measure ?m }",
    4: "DELETE WHERE { fz:period rdfs:range ?r }",
    5: "DELETE { ?p qb:codeList ?l } INSERT { ?p rdfs:range skos:Concept } WHERE { ?p qb:codeList ?l }",
    6: "INSERT { fz:component-period qb:componentRequired false } WHERE { }",
    11: "DELETE WHERE { ?o fz:period ?p }",
    12: "DELETE { ?o fz:ordinal ?n } INSERT { ?o fz:ordinal 1 ; fz:indicator ?i ; fz:about ?a } "
    "WHERE { ?o fz:ordinal ?n ; qb:dataSet ?d . ?one fz:ordinal 1 ; fz:indicator ?i ; fz:about ?a }",
    13: "DELETE WHERE { ?o fz:evidence ?m }",
    14: "DELETE WHERE { ?o fz:value ?v }",
    19: "INSERT { ?l a skos:ConceptScheme } WHERE { fz:indicator qb:codeList ?l }",
}
"""By constraint: an update that makes a well-formed cube break it."""


def cube(folder: Path, update: str = "") -> ox.Store:
    """The graph of a build, with something done to it, normalized."""
    store = ox.Store()
    store.load(path=str(folder / "graph.ttl"))
    names = {
        "qb": QB,
        "fz": "https://fazhi.example/ontology#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
    if update:
        store.update("".join(f"PREFIX {name}: <{iri}> " for name, iri in names.items()) + update)
    store.update((FOLDER / "normalize.ru").read_text("utf-8"))
    return store


def is_broken(constraint: Path, store: ox.Store) -> bool:
    return bool(store.query(constraint.read_text("utf-8")))


def write(folder: Path, *reports: Report) -> Path:
    with GraphFiles(folder, extra=factories.VOCABULARY) as graph:
        for report in reports:
            graph.add(render(report, extra=factories.VOCABULARY))
        graph.finish()
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("cube"), factories.make_report())


def test_every_constraint_is_there() -> None:
    assert [path.stem for path in CONSTRAINTS] == [f"ic-{number:02}" for number in range(1, 20)]


def test_the_sample_is_a_well_formed_cube(tmp_path: Path) -> None:
    build([], tmp_path)
    store = cube(tmp_path)
    assert store.query(f"ASK {{ ?o a <{QB}Observation> }}")
    assert [path.stem for path in CONSTRAINTS if is_broken(path, store)] == []
    assert not store.query(
        f"ASK {{ ?x <{QB}slice>|<{QB}sliceKey>|<{QB}measureType>|<{QB}parentChildProperty> ?y }}"
    )


@pytest.mark.parametrize(("number", "update"), BROKEN.items())
def test_a_constraint_is_broken_by_a_cube_that_breaks_it(number: int, update: str, small: Path) -> None:
    (constraint,) = [path for path in CONSTRAINTS if path.stem == f"ic-{number:02}"]
    assert not is_broken(constraint, cube(small))
    assert is_broken(constraint, cube(small, update))


def test_figures_of_an_unknown_place_or_time_are_a_cube_of_their_own(tmp_path: Path) -> None:
    report = factories.make_report()
    nowhere = replace(report, area=None, key="report/unplaced-2021-1a2b3c4d")
    never = replace(
        report,
        key="report/999901101000-undated-1a2b3c4d",
        observations=tuple(replace(o, period="") for o in report.observations),
    )
    store = cube(write(tmp_path, nowhere, never))
    of = {}
    for name in ("figures", "figures-unplaced"):
        iri = f"https://fazhi.example/id/dataset/{name}"
        of[name] = len(list(store.quads_for_pattern(None, ox.NamedNode(f"{QB}dataSet"), ox.NamedNode(iri))))
    placed = sum(o.about is not None for o in report.observations)
    assert of == {"figures": placed, "figures-unplaced": 2 * len(report.observations) - placed}
    assert [path.stem for path in CONSTRAINTS if is_broken(path, store)] == []
