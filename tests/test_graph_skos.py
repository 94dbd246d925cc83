"""The vocabulary in a built graph, as a store that infers nothing has it: labels, concepts, schemes."""

from itertools import combinations
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.build import build
from tests.builds import ask, load


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """The sample's graph."""
    folder: Path = tmp_path_factory.mktemp("skos") / "out"
    build([], folder, pages=False)
    return load(folder)


@pytest.mark.parametrize(
    "path",
    [
        "fz:kind",
        "fz:indicator",
        "fz:topic",
        "fz:status",
        "fz:sectionRole",
        "fz:kind/skos:inScheme",
        "rdf:predicate",
    ],
)
def test_what_a_thing_points_to_has_a_label_in_two_languages(store: ox.Store, path: str) -> None:
    one = f"?x {path} ?term"
    terms = set(ask(store, one, "term"))
    for language in ("zh", "en"):
        rows = set(ask(store, f"{one} . ?term rdfs:label ?l FILTER(LANG(?l) = '{language}')", "term", "l"))
        assert {row[:1] for row in rows} == terms != set()
        assert len(rows) == len(terms)


def test_every_entry_and_scheme_has_a_label_in_each_language_at_most(store: ox.Store) -> None:
    assert ask(store, "?x skos:prefLabel ?n FILTER NOT EXISTS { ?x rdfs:label ?l }", "x") == []
    twice = (
        "?x rdfs:label ?l, ?m FILTER(?l != ?m && LANG(?l) = LANG(?m)) FILTER EXISTS { ?x skos:prefLabel ?n }"
    )
    assert ask(store, twice, "x") == []


def test_what_reports_speak_of_has_one_label(store: ox.Store) -> None:
    labels = ask(store, "?x fz:linkedBy ?how ; rdfs:label ?label", "x", "label")
    assert len(labels) == len({thing for thing, _ in labels}) == len(ask(store, "?x fz:linkedBy ?how", "x"))


@pytest.fixture(scope="module")
def shipped() -> ox.Store:
    """The ontology with all vocabularies, in use or not."""
    found = ox.Store()
    for path in (resources.ontology() / "fazhi.ttl", *(resources.ontology() / "vocabulary").glob("*.ttl")):
        found.load(path=str(path))
    return found


LABELS = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
UP = "(skos:broader|iso-thes:broaderPartitive)"
INTEGRITY = {
    "S9: a scheme is no concept": "?x a skos:ConceptScheme, skos:Concept",
    **{
        f"S13: {one} is no {other}": f"?x {one} ?same ; {other} ?same"
        for one, other in combinations(LABELS, 2)
    },
    "S14: one preferred label a language": "?x skos:prefLabel ?a, ?b FILTER(LANG(?a) = LANG(?b) && ?a != ?b)",
    "S27: related is not above or below": f"?x skos:related ?y . ?x {UP}+|^{UP}+ ?y",
}
"""What SKOS holds to be impossible (SKOS Reference, integrity conditions), as patterns that find it."""


@pytest.mark.parametrize("impossible", INTEGRITY.values(), ids=INTEGRITY)
def test_skos_has_no_objection(store: ox.Store, shipped: ox.Store, impossible: str) -> None:
    for graph in (store, shipped):
        assert ask(graph, impossible, "x") == []


@pytest.mark.parametrize("impossible", INTEGRITY.values(), ids=INTEGRITY)
def test_what_is_impossible_is_found(impossible: str) -> None:
    wrong = ox.Store()
    wrong.load(
        b"""
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <a:1> a skos:Concept, skos:ConceptScheme ; skos:prefLabel "x"@zh, "y"@zh ; skos:altLabel "x"@zh ;
            skos:hiddenLabel "x"@zh ; skos:related <a:2> ; skos:broader <a:3> .
        <a:3> skos:broader <a:2> .""",
        format=ox.RdfFormat.TURTLE,
    )
    assert ask(wrong, impossible, "x")


def test_the_members_of_a_scheme_are_concepts_and_what_only_reports_name_is_none(store: ox.Store) -> None:
    assert ask(store, "?x skos:inScheme ?s FILTER NOT EXISTS { ?x a skos:Concept }", "x") == []
    for cls in ("Event", "Honour"):
        assert ask(store, f"?x a fz:{cls} ; fz:linkedBy 'vocabulary' ; a skos:Concept", "x")
    own = (
        "VALUES ?how { 'local' 'unlinked' } ?x a ?cls ; fz:linkedBy ?how . VALUES ?cls { fz:Event fz:Honour }"
    )
    assert ask(store, own, "x")
    assert ask(store, f"{own} ?x a skos:Concept", "x") == []


def test_a_hierarchy_is_of_concepts_and_begins_at_its_top(store: ox.Store) -> None:
    assert ask(store, "?x skos:broader ?y", "x")
    assert (
        ask(store, "{ ?x skos:broader ?y } UNION { ?y skos:broader ?x } MINUS { ?x a skos:Concept }", "x")
        == []
    )
    tops = ask(store, "?x skos:topConceptOf ?s", "x", "s")
    assert sorted(tops) == sorted(ask(store, "?s skos:hasTopConcept ?x", "x", "s"))
    assert len(set(tops)) == len(tops)
    assert {s for _, s in tops} == {s for (s,) in ask(store, "?s a skos:ConceptScheme", "s")}
    assert ask(store, "?x skos:topConceptOf ?s ; skos:broader ?y . ?y skos:inScheme ?s", "x") == []
    assert ask(store, "?x skos:topConceptOf ?s FILTER NOT EXISTS { ?x skos:inScheme ?s }", "x") == []
    lost = "?x skos:inScheme ?s FILTER NOT EXISTS { ?x skos:broader*/skos:topConceptOf ?s }"
    assert ask(store, lost, "x") == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_scheme_is_explained(store: ox.Store, shipped: ox.Store, language: str) -> None:
    for graph in (store, shipped):
        schemes = ask(graph, "?s a skos:ConceptScheme", "s")
        told = f"?s a skos:ConceptScheme ; skos:definition ?d FILTER(LANG(?d) = '{language}')"
        assert sorted(ask(graph, told, "s")) == sorted(schemes) != []
