"""Validation: a built graph is clean, and each rule is broken here once by a graph that is wrong on purpose."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from kg import resources
from kg.graph import store
from kg.graph.files import GraphFiles, render
from kg.graph.findings import Finding
from kg.graph.terms import Triple
from kg.graph.validate import validate
from tests import factories

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "qb": "http://purl.org/linked-data/cube#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "fz": "https://fazhi.example/ontology#",
    "k": "https://fazhi.example/vocabulary/kind/",
}


def full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{NAMESPACES[prefix]}{local}>"


TYPE = full("rdf:type")
REPORT = factories.make_report()
SOURCES = {REPORT.text.sha256: REPORT.text.source}


class Case(NamedTuple):
    """A node like the first one of a class, but for the values of one property, and what should be said of it."""

    cls: str
    path: str
    values: list[str]
    message: str

    def __str__(self) -> str:
        return f"{self.cls}-{self.path}-{'-'.join(self.values)[:40]}"


def typed(text: str, datatype: str) -> str:
    return f'"{text}"^^{full(datatype)}'


def number(value: int) -> str:
    return typed(str(value), "xsd:integer")


def case(cls: str, path: str, values: str | list[str], message: str) -> Case:
    """``values``: terms; names with a prefix stand for IRIs, an empty list for the property's absence."""
    given = [values] if isinstance(values, str) else values
    terms = [term if term[0] in '"<_' else full(term) for term in given]
    return Case(full(f"fz:{cls}") if ":" not in cls else full(cls), full(path), terms, message)


LONG = "An entity is of one of the nine classes"
CASES = [
    case("Organization", "rdf:type", ["fz:Organization", "fz:Role"], LONG),
    case("Organization", "fz:kind", [], "An entity has a kind"),
    case("Organization", "fz:kind", "fz:achieved", "An entity has a kind"),
    case("Organization", "fz:kind", ["k:school", "k:department"], "The entity has several kinds"),
    case("Organization", "rdfs:label", [], "An entity has a Chinese label"),
    case("Organization", "rdfs:label", '"office"@en', "An entity has a Chinese label"),
    case("Organization", "fz:linkedBy", '"guess"', "What settles an identity is one of"),
    case("Organization", "fz:linkedBy", [], "An entity says what settles its identity"),
    case("Organization", "fz:scope", "k:school", "A scope is a division"),
    case("Division", "fz:divisionCode", '"310113"', "A division code has twelve digits"),
    case("Division", "fz:divisionCode", ['"310113101000"', '"310113101001"'], "A division code has twelve digits"),
    case("Division", "fz:codeYear", typed("1912", "xsd:gYear"), "The year of a code lies"),
    case("Division", "fz:codeYear", '"2023"', "The year of a code lies"),
    case("LegalInstrument", "eli:date_document", typed("1024-01-01", "xsd:date"), "The date of promulgation"),
    case("LegalInstrument", "fz:amended", typed("2017-02-30", "xsd:date"), "The date of amendment"),
    case("LegalInstrument", "fz:effective", typed("2017", "xsd:gYear"), "The date of taking effect"),
    case("LegalInstrument", "fz:officialName", '"Lamp Act"@en', "An official name is Chinese text"),
    case("Division", "fz:kind", "k:school", "The kind is not one of divisions"),
    case("Organization", "fz:kind", "k:town", "The kind is not one of organizations"),
    case("LegalInstrument", "fz:kind", "k:town", "The kind is not one of instruments"),
    case("Programme", "fz:kind", "k:town", "The kind is not one of programmes"),
    case("Role", "fz:kind", "k:town", "The kind is not one of roles"),
    case("Person", "fz:kind", "k:town", "The kind is not one of persons"),
    case("Honour", "fz:kind", "k:town", "The kind is not one of honours"),
    case("Doctrine", "fz:kind", "k:town", "The kind is not one of doctrines"),
    case("Event", "fz:kind", "k:town", "The kind is not one of events"),
    case("Report", "rdfs:label", [], "A report has a label"),
    case("Report", "nif:isString", [], "A report carries its text"),
    case("Report", "nif:isString", ['"a"', '"b"'], "A report carries its text"),
    case("Report", "fz:fileName", [], "A report names its source file"),
    case("Report", "fz:sha256", '"abc"', "A report carries the SHA-256"),
    case("Report", "fz:year", typed("1900", "xsd:gYear"), "The year of a report lies"),
    case("Report", "fz:year", number(2021), "The year of a report lies"),
    case("Report", "fz:year", [], "The year reported on is not known"),
    case("Report", "dcterms:issued", typed("2221-01-01", "xsd:date"), "The date of issue lies"),
    case("Report", "dcterms:issued", '"2021-01-01"', "The date of issue lies"),
    case("Report", "fz:division", "k:town", "A report is of one division"),
    case("Report", "fz:division", [], "The reporting division is not known"),
    case("Report", "dcterms:title", [], "The report has no title"),
    case("Section", "rdfs:label", [], "A section has a heading or a number"),
    case("Section", "nif:referenceContext", "k:town", "A section belongs to one report"),
    case("Section", "nif:beginIndex", number(9999), "A section begins"),
    case("Section", "nif:endIndex", [], "A section has one end"),
    case("Section", "fz:sectionRole", "fz:achieved", "A section has one role"),
    case("Section", "fz:level", number(6), "The level of a section"),
    case("Mention", "nif:referenceContext", "k:town", "A mention belongs to one report"),
    case("Mention", "nif:beginIndex", number(-1), "A mention begins"),
    case("Mention", "nif:beginIndex", number(9999), "A mention begins"),
    case("Mention", "nif:endIndex", '"9"', "A mention has one end"),
    case("Mention", "nif:anchorOf", [], "A mention carries its words"),
    case("Mention", "fz:sourceBegin", number(9999), "In the source file a mention begins"),
    case("Mention", "fz:sourceEnd", [], "In the source file a mention has one end"),
    case("Mention", "itsrdf:taIdentRef", "k:town", "What a mention identifies is an entity"),
    case("Claim", "fz:report", [], "An assertion is made by one report"),
    case("Claim", "fz:evidence", [], "An assertion has its evidence"),
    case("Claim", "fz:evidence", "k:town", "An assertion has its evidence"),
    case("Observation", "fz:status", "fz:plans", "An assertion has one status"),
    case("Plan", "fz:year", '"2021"', "The year of an assertion lies"),
    case("Claim", "rdf:subject", "k:town", "A claim has one subject"),
    case("Claim", "rdf:predicate", "fz:scope", "The predicate of a claim"),
    case("Claim", "rdf:object", [], "A claim has one object"),
    case("Observation", "fz:indicator", "k:town", "A figure falls under one indicator"),
    case("Observation", "fz:counts", [], "A figure says what is counted"),
    case("Observation", "fz:value", number(3), "A figure has one number"),
    case("Observation", "fz:value", typed("many", "xsd:decimal"), "A figure has one number"),
    case("Observation", "fz:unit", ['"件"@zh', '"起"@zh'], "A figure has one unit at most"),
    case("Observation", "fz:about", "k:town", "A figure is about one entity"),
    case("Observation", "fz:about", [], "It is not known whom the figure is about"),
    case("Observation", "fz:period", typed("1492", "xsd:gYear"), "The period of a figure"),
    case("Observation", "fz:period", '"2021"', "The period of a figure"),
    case("Observation", "fz:approximate", '"no"', "A figure says whether it is approximate"),
    case("Observation", "qb:dataSet", [], "A figure belongs to one data set"),
    case("Shortcoming", "fz:topic", "k:town", "A shortcoming or plan has a topic"),
    case("Shortcoming", "fz:text", [], "A shortcoming or plan carries its words"),
    case("Shortcoming", "fz:status", "fz:planned", "The status of a shortcoming"),
    case("Plan", "fz:status", "fz:achieved", "The status of a plan"),
    case("Kind", "skos:prefLabel", '"town"@en', "A concept has a preferred label in Chinese"),
    case("Topic", "skos:prefLabel", ['"甲"@zh', '"乙"@zh'], "A concept has a preferred label in Chinese"),
    case("Indicator", "skos:notation", '"Lamps lit"', "An indicator or topic has one notation"),
    case("dcat:Dataset", "dcterms:title", [], "A data set has a title"),
    case("dcat:Dataset", "dcterms:license", '"free"', "A data set names its licence"),
    case("dcat:Dataset", "void:triples", '"many"', "A data set says how many triples"),
    case("Person", "fz:implements", "v:lanterns", "What implements is a division or an organization"),
    case("Organization", "fz:implements", "fz:achieved", "What is implemented is a programme"),
    case("Person", "fz:enacts", "v:law", "What enacts is"),
    case("Organization", "fz:enacts", "fz:achieved", "What is enacted is"),
    case("Person", "fz:follows", "v:thought", "What follows is"),
    case("Organization", "fz:follows", "fz:achieved", "What is followed is"),
    case("Person", "fz:studies", "v:thought", "What studies is"),
    case("Organization", "fz:studies", "v:lanterns", "What is studied is"),
    case("Person", "fz:publicises", "v:thought", "What publicises is"),
    case("Organization", "fz:publicises", "fz:achieved", "What is publicised is"),
    case("Person", "fz:establishes", "v:lanterns", "What establishes is"),
    case("Organization", "fz:establishes", "v:thought", "What is established is"),
    case("Programme", "fz:engages", "v:person", "What engages is"),
    case("Organization", "fz:engages", "v:thought", "What is engaged is"),
    case("Person", "fz:cooperatesWith", "v:office", "What cooperates is"),
    case("Organization", "fz:cooperatesWith", "v:person", "The other side of a cooperation"),
    case("Topic", "fz:receives", "v:honour", "What receives is an entity"),
    case("Organization", "fz:receives", "v:person", "What is received is an honour"),
    case("Person", "fz:partOf", "v:office", "A part is"),
    case("Organization", "fz:partOf", "v:person", "A whole is"),
    case("Person", "fz:locatedIn", "v:town", "What is located is"),
    case("Organization", "fz:locatedIn", "v:office", "A location is a division"),
    case("Organization", "fz:affiliatedWith", "v:office", "What is affiliated is a person"),
    case("Person", "fz:affiliatedWith", "v:town", "What one is affiliated with"),
    case("Mention", "nif:anchorOf", '"灭灯"', "The mention's words are not those of the text"),
    case("Mention", "nif:endIndex", number(99999), "The offsets lie outside the text"),
    case("Mention", "fz:sourceEnd", number(99999), "The source offsets lie outside the source file"),
    case("Mention", "fz:sourceBegin", number(1), "The source file has more at that place"),
    case("Mention", "fz:sourceEnd", number(6), "The source file has other words"),
    case("Organization", "rdfs:seeAlso", "_:nobody", "The graph has no blank nodes"),
    case("Organization", "rdfs:seeAlso", "<https://fazhi.example/灯>", "IRIs are ASCII"),
    case("Claim", "rdf:subject", "v:person", "The claim's subject is outside its predicate's domain"),
    case("Claim", "rdf:object", "v:person", "The claim's object is outside its predicate's range"),
    case("Claim", "rdf:object", "v:unused", "An achieved claim is also a plain triple"),
    case("Claim", "rdf:object", "v:only-planned", "The plain triple states what is only planned"),
    case("Observation", "fz:unit", '"斗"@zh', "The unit is not in the list of units"),
]
"""Where the report's things go by short names, ``v:`` stands for the IRI that ``names`` gives."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    with GraphFiles(folder, extra=factories.VOCABULARY) as graph:
        graph.add(render(REPORT, extra=factories.VOCABULARY))
        graph.finish()
    return folder
