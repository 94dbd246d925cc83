"""The ontology under OWL 2 RL: no contradiction, and what follows is what a reader of the terms expects."""

import owlrl
import pytest
import rdflib
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, SKOS

from kg import resources
from kg.model.namespaces import QB
from tests.factories import make_report, triples_of

FZ = rdflib.Namespace("https://fazhi.example/ontology#")
ELI = rdflib.Namespace("http://data.europa.eu/eli/ontology#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
EX = rdflib.Namespace("https://data.example/")
FACTS = """
@prefix : <https://data.example/> .
@prefix fz: <https://fazhi.example/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
:office a fz:Organization ; fz:partOf :bureau ; fz:locatedIn :town .
:bureau a fz:Organization ; fz:partOf :government .
:town a fz:Division ; fz:locatedIn :county ; fz:implements :system ; fz:follows :law .
:county fz:locatedIn :city .
:law fz:officialName "某法"@zh .
:someone fz:affiliatedWith :office .
:winner fz:receives :prize .
:claim a fz:Claim ; fz:report :report ; fz:evidence :mention .
:figure a fz:Observation ; fz:report :report .
:plan a fz:Plan ; fz:topic :topic .
:report fz:division :town .
:section fz:sectionRole fz:plans .
"""
EXPECTED = [
    (EX.office, RDF.type, ORG.Organization),
    (EX.office, FZ.partOf, EX.government),
    (EX.office, DCTERMS.isPartOf, EX.government),
    (EX.office, FZ.locatedIn, EX.city),
    (EX.office, RDF.type, FZ.Entity),
    (EX.office, RDF.type, FZ.Actor),
    (EX.town, RDF.type, DCTERMS.Location),
    (EX.county, RDF.type, FZ.Division),
    (EX.system, RDF.type, FZ.Programme),
    (EX.system, RDF.type, SKOS.Concept),
    (EX.law, RDF.type, FZ.Norm),
    (EX.law, RDF.type, ELI.LegalResource),
    (EX.law, DCTERMS.title, rdflib.Literal("某法", lang="zh")),
    (EX.someone, RDF.type, FOAF.Person),
    (EX.someone, ORG.memberOf, EX.office),
    (EX.winner, RDF.type, FZ.Entity),
    (EX.claim, RDF.type, RDF.Statement),
    (EX.claim, PROV.wasDerivedFrom, EX.report),
    (EX.claim, PROV.wasDerivedFrom, EX.mention),
    (EX.figure, RDF.type, rdflib.URIRef(f"{QB}Observation")),
    (EX.plan, RDF.type, FZ.Assertion),
    (EX.topic, RDF.type, SKOS.Concept),
    (EX.report, RDF.type, NIF.Context),
    (EX.report, DCTERMS.spatial, EX.town),
    (EX.section, RDF.type, NIF.String),
    (EX.mention, RDF.type, NIF.String),
]


def closure(facts: str) -> rdflib.Graph:
    """The ontology and ``facts`` (Turtle) with all that follows."""
    graph = rdflib.Graph().parse(resources.ontology() / "fazhi.ttl").parse(data=facts, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    """What the reasoner found impossible, in its words."""
    error = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return [str(message) for message in graph.objects(None, error)]


@pytest.fixture(scope="module")
def expanded() -> rdflib.Graph:
    return closure(FACTS)


@pytest.mark.parametrize("triple", EXPECTED, ids=lambda triple: " ".join(part.n3() for part in triple)[:90])
def test_what_a_reader_expects_follows(
    triple: tuple[rdflib.URIRef, rdflib.URIRef, rdflib.term.Node], expanded: rdflib.Graph
) -> None:
    assert triple in expanded


def test_the_ontology_has_no_contradiction_and_no_empty_class(expanded: rdflib.Graph) -> None:
    assert contradictions(expanded) == []
    assert (EX.town, RDF.type, OWL.Nothing) not in expanded
    assert not list(expanded.subjects(RDF.type, OWL.Nothing))


@pytest.mark.parametrize(
    "facts",
    [
        ":x a fz:Division , fz:Organization .",
        ":town fz:implements :prize . :someone fz:receives :prize .",
        ":someone fz:affiliatedWith :someone .",
        ":claim a fz:Claim ; fz:evidence :claim .",
        ":report a fz:Report , fz:LegalInstrument .",
    ],
)
def test_what_cannot_be_is_a_contradiction(facts: str) -> None:
    assert contradictions(closure(FACTS + facts))


@pytest.mark.slow
def test_a_built_report_has_no_contradiction() -> None:
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples_of(make_report()))
    graph = closure(lines)
    assert contradictions(graph) == []
    assert (None, RDF.type, ORG.Organization) in graph
