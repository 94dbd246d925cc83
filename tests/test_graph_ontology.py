"""The ontology is complete, speaks two languages, has no blank nodes, and agrees with the shapes."""

import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
import pytest

from kg import resources
from kg.lexicon import vocabulary
from kg.model import EntityType
from tests.some import some

FZ = "https://fazhi.example/ontology#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SH = "http://www.w3.org/ns/shacl#"
OWL = "http://www.w3.org/2002/07/owl#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
ENTITIES: tuple[str, ...] = get_args(EntityType)
RELATIONS = {
    "implements": ("Division Organization", "Programme"),
    "enacts": ("Division Organization", "LegalInstrument"),
    "follows": ("Division Organization", "LegalInstrument Doctrine"),
    "studies": ("Division Organization", "LegalInstrument Doctrine"),
    "publicises": ("Division Organization", "LegalInstrument Doctrine Programme"),
    "establishes": ("Division Organization", "Organization Programme Role"),
    "engages": ("Division Organization", "Organization Person"),
    "cooperatesWith": ("Division Organization", "Division Organization"),
    "receives": (" ".join(ENTITIES), "Honour"),
    "partOf": ("Programme Organization", "Programme Organization"),
    "locatedIn": ("Organization Programme Division", "Division"),
    "affiliatedWith": ("Person", "Organization"),
}
"""Domain and range: the entity classes that each admits."""
Facts = dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]]


def facts(path: Path) -> Facts:
    found: Facts = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=str(path)):
        found[str(quad.subject).strip("<>")][quad.predicate.value].append(quad.object)
    return found


ONTOLOGY = facts(resources.ontology() / "fazhi.ttl")
TERMS = sorted(iri for iri in ONTOLOGY if iri.startswith(FZ) and not iri.startswith(f"{FZ}component-"))


def values(subject: str, predicate: str) -> list[str]:
    return [v.value for v in ONTOLOGY[subject][predicate] if isinstance(v, ox.NamedNode | ox.Literal)]


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_named_and_explained_in_two_languages(term: str) -> None:
    for predicate in ("label", "comment"):
        texts = [v for v in ONTOLOGY[term][RDFS + predicate] if isinstance(v, ox.Literal)]
        assert sorted(v.language or "" for v in texts) == ["en", "zh"]
        for text in texts:
            assert re.search("[\u4e00-\u9fff]" if text.language == "zh" else "[A-Za-z]{3}", text.value)


@pytest.mark.parametrize("term", [t for t in TERMS if any(v.endswith("Property") for v in values(t, TYPE))])
def test_a_property_has_one_domain_and_one_range(term: str) -> None:
    for side in ("domain", "range"):
        assert len(values(term, RDFS + side)) == 1
        (value,) = values(term, RDFS + side)
        assert value in TERMS or not value.startswith(FZ)


def test_there_are_no_blank_nodes() -> None:
    for quad in some(ox.parse(path=str(resources.ontology() / "fazhi.ttl"))):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_the_header_names_version_and_licence() -> None:
    (header,) = (iri for iri in ONTOLOGY if f"{OWL}Ontology" in values(iri, TYPE))
    assert header == FZ.removesuffix("#")
    (version,) = values(header, f"{OWL}versionInfo")
    assert values(header, f"{OWL}versionIRI") == [f"{header}/{version}"]
    assert values(header, "http://purl.org/dc/terms/license")


def test_the_relations_are_the_twelve() -> None:
    assert sorted(vocabulary.load().properties) == sorted(RELATIONS)


@pytest.mark.parametrize("relation", RELATIONS)
def test_domain_and_range_admit_exactly_these_entities(relation: str) -> None:
    known = vocabulary.load().properties[relation]
    domain, range_ = RELATIONS[relation]
    assert sorted(set(known.domain) & set(ENTITIES)) == sorted(domain.split())
    assert sorted(set(known.range) & set(ENTITIES)) == sorted(range_.split())


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_shape_of_a_relation_has_its_domain_and_range(relation: str) -> None:
    shapes = facts(resources.ontology() / "shapes.ttl")
    shape = shapes[f"https://fazhi.example/shapes#{relation}"]
    (inner,) = shape[f"{SH}property"]
    path, range_ = (shapes[str(inner)][SH + name] for name in ("path", "class"))
    assert shape[f"{SH}targetSubjectsOf"] == path == [ox.NamedNode(FZ + relation)]
    assert shape[f"{SH}class"] == ONTOLOGY[FZ + relation][f"{RDFS}domain"]
    assert range_ == ONTOLOGY[FZ + relation][f"{RDFS}range"]


def test_whatever_configuration_and_shapes_use_is_declared() -> None:
    paths = [resources.ontology() / "shapes.ttl", *(resources.ontology() / "vocabulary").glob("*.ttl")]
    used = {
        term.value
        for path in paths
        for quad in ox.parse(path=str(path))
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(FZ)
    }
    assert sorted(used - set(ONTOLOGY)) == []


def test_every_kind_is_allowed_to_exactly_one_class() -> None:
    shapes = (resources.ontology() / "shapes.ttl").read_text(encoding="utf-8")
    allowed = re.findall(r"\bk:([a-z-]+)", shapes)
    kinds = [concept.id.removeprefix("kind/") for concept in vocabulary.load().of("Kind")]
    assert sorted(allowed) == sorted(kinds)
