"""The fast SHACL engine gives what pyshacl gives, on a good graph and on every graph that is wrong on purpose."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH

from kg import resources
from kg.graph import store
from kg.graph.findings import level
from kg.graph.index import Index
from kg.graph.terms import Triple
from kg.graph.validate import shacl
from tests.some import some
from tests.test_graph_validate import built, triples, write, wrong_copies

__all__ = ["built", "triples"]
FZ = "https://fazhi.example/ontology#"
Result = tuple[str, str, str, str, str, str]
"""Severity, node, path, value, and the message in Chinese and in English."""
ABSTRACT = {
    "Entity",
    "Located",
    "Actor",
    "Establishable",
    "Arrangement",
    "Party",
    "Subject",
    "Norm",
    "Statement",
}
"""Classes that nothing has for its type: they stand above those that things have."""


def ours(found: Sequence[ox.Triple]) -> set[Result]:
    return {(f.severity, f.node, f.path, f.value, f.zh, f.en) for f in shacl(found, Index(found))}


def theirs(found: Sequence[ox.Triple]) -> set[Result]:
    lines = "".join(f"{t.subject} {t.predicate} {t.object} .\n" for t in found)
    data = rdflib.Graph().parse(data=lines, format="nt")
    shapes = rdflib.Graph().parse(resources.ontology() / "shapes.ttl")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, do_owl_imports=False)
    said: set[Result] = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        severity, *about = (
            "" if (value := results.value(result, p)) is None else str(value)
            for p in (SH.resultSeverity, SH.focusNode, SH.resultPath, SH.value)
        )
        messages = {m.language: str(m) for m in results.objects(result, SH.resultMessage)}
        node, path, value = about
        said.add((level(severity), node, path, value, messages["zh"], messages["en"]))
    return said


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("broken", [False, True])
def test_two_engines_find_the_same(broken: bool, triples: list[Triple], tmp_path: Path) -> None:
    write(tmp_path / "graph.nt", [*triples, *(wrong_copies(triples) if broken else ())])
    ontology = store.triples(resources.ontology() / "fazhi.ttl")
    found = list(dict.fromkeys([*store.triples(tmp_path / "graph.nt"), *ontology]))
    mine = ours(found)
    assert mine == theirs(found)
    assert bool(mine) is broken
    assert not broken or {severity for severity, *_ in mine} == {"violation", "warning", "info"}


def test_every_class_has_a_shape() -> None:
    shapes = rdflib.Graph().parse(resources.ontology() / "shapes.ttl")
    targets = {str(cls) for cls in shapes.objects(None, SH.targetClass)}
    ontology = rdflib.Graph().parse(resources.ontology() / "fazhi.ttl")
    classes = {str(cls) for cls in ontology.subjects(RDF.type, rdflib.OWL.Class)}
    assert {cls.removeprefix(FZ) for cls in classes - targets} == ABSTRACT | {"Assertion"}


def test_every_property_shape_speaks_both_languages() -> None:
    shapes = rdflib.Graph().parse(resources.ontology() / "shapes.ttl")
    for shape in some({*shapes.objects(None, SH.property)}):
        messages = shapes.objects(shape, SH.message)
        said = sorted(str(m.language) for m in messages if isinstance(m, rdflib.Literal))
        assert said == ["en", "zh"], shapes.value(shape, SH.path)
