"""Validation: a built graph is clean; each rule is broken here once by a graph that is wrong on purpose."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from kg import resources
from kg.graph import store
from kg.graph.files import GraphFiles, render
from kg.graph.findings import Finding
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple
from kg.graph.validate import validate
from kg.model import Copy
from kg.model.namespaces import VOCABULARY
from tests import factories

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "void": "http://rdfs.org/ns/void#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "qb": "http://purl.org/linked-data/cube#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "fz": "https://fazhi.example/ontology#",
    "k": "https://fazhi.example/vocabulary/kind/",
}


TOWN, _, OFFICE, LANTERNS, LAW, _, PERSON, HONOUR, THOUGHT, _ = factories.make_report().entities
NAMED = {
    "office": f"{DEFAULT_BASE}{OFFICE.key}",
    "town": f"{DEFAULT_BASE}{TOWN.key}",
    "law": f"{DEFAULT_BASE}{LAW.key}",
    "person": f"{DEFAULT_BASE}{PERSON.key}",
    "honour": f"{DEFAULT_BASE}{HONOUR.key}",
    "lanterns": f"{VOCABULARY}{LANTERNS.key}",
    "lights": f"{VOCABULARY}test/lights",
    "thought": f"{VOCABULARY}{THOUGHT.key}",
}
"""What the report speaks of, as ``the:…``."""


def full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{NAMED[local]}>" if prefix == "the" else f"<{NAMESPACES[prefix]}{local}>"


TYPE = full("rdf:type")
REPORT = factories.make_report()
FIRST = min((mention.begin, mention.end) for mention in REPORT.mentions)


class Case(NamedTuple):
    """A node like the first one of a class but for the values of one property; what should be said of it."""

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
    case("Organization", "fz:linkedBy", ['"local"', '"law"'], "What settles an identity is one of"),
    case("Organization", "rdfs:label", ['"甲"@zh', '"乙"@zh'], "The entity has several labels"),
    case("Topic", "skos:prefLabel", ['"甲"@zh', '"乙"@zh'], "There is one preferred label at most"),
    case("Kind", "skos:altLabel", ['"区"@zh'], "A preferred label is no alternative one too"),
    case("Organization", "fz:linkedBy", [], "An entity says what settles its identity"),
    case("Organization", "fz:scope", "k:school", "A scope is a division"),
    case("Division", "fz:divisionCode", '"310113"', "A division code has twelve digits"),
    case(
        "Division",
        "fz:divisionCode",
        ['"310113101000"', '"310113101001"'],
        "A division code has twelve digits",
    ),
    case("Division", "fz:successorCode", '"450181"', "A successor's code has twelve digits"),
    case("Division", "fz:nowCalled", '"Hengzhou"@en', "What a division is called now"),
    case("Division", "fz:codeYear", typed("1912", "xsd:gYear"), "The year of a code lies"),
    case("Division", "fz:codeYear", '"2023"', "The year of a code lies"),
    case("LegalInstrument", "eli:date_document", typed("1024-01-01", "xsd:date"), "The date of promulgation"),
    case("LegalInstrument", "fz:amended", typed("2017-02-30", "xsd:date"), "The date of amendment"),
    case("LegalInstrument", "fz:effective", typed("2150-07-01", "xsd:date"), "The date of taking effect"),
    case("LegalInstrument", "fz:effective", typed("1990-01-01", "xsd:date"), "The date of amendment"),
    case("LegalInstrument", "fz:officialName", '"Lamp Act"@en', "An official name is Chinese text"),
    case("LegalInstrument", "fz:officialName", ['"甲"@zh', '"乙"@zh'], "An official name is Chinese text"),
    case("LegalInstrument", "fz:category", '"law"@en', "A category is one Chinese name"),
    *[
        case("LegalInstrument", path, [typed(f"20{n}-01-01", "xsd:date") for n in (10, 11)], message)
        for path, message in (
            ("eli:date_document", "The date of promulgation"),
            ("fz:amended", "The date of amendment"),
            ("fz:effective", "The date of taking effect"),
        )
    ],
    case("LegalInstrument", "eli:in_force", "fz:achieved", "An instrument is in force or it is not"),
    case("LegalInstrument", "eli:date_no_longer_in_force", '"2021"', "The date of losing force"),
    case("LegalInstrument", "fz:successor", '"Lamp Act"@en', "A successor is one Chinese title"),
    case("Division", "fz:kind", "k:school", "The kind is not one of divisions"),
    case("Organization", "fz:kind", "k:town", "The kind is not one of organizations"),
    case("LegalInstrument", "fz:kind", "k:town", "The kind is not one of instruments"),
    case("Programme", "fz:kind", "k:town", "The kind is not one of programmes"),
    case("Role", "fz:kind", "k:town", "The kind is not one of roles"),
    case("Person", "fz:kind", "k:town", "The kind is not one of persons"),
    case("Honour", "fz:kind", "k:town", "The kind is not one of honours"),
    case("Doctrine", "fz:kind", "k:town", "The kind is not one of doctrines"),
    case("Event", "fz:kind", "k:town", "The kind is not one of events"),
    case("Report", "rdfs:label", [], "A report has a Chinese label"),
    case("Report", "rdfs:label", "the:town", "A report has a Chinese label"),
    case("Report", "dcterms:title", ['"甲"@zh', '"乙"@zh'], "The title of a report is one"),
    case("Report", "fz:issuer", "the:town", "An issuer is one Chinese name"),
    case("Report", "fz:addressee", ['"甲"@zh', '"乙"@zh'], "An addressee is one Chinese name"),
    case("Report", "fz:documentNumber", ['"1号"', '"2号"'], "A report has one document number at most"),
    case("Report", "fz:fileName", "the:town", "A report names its source file"),
    case("Report", "fz:sha256", f'"{"0" * 64}"@fr', "A report carries the SHA-256"),
    case("Report", "nif:isString", [], "A report carries its text"),
    case("Report", "nif:isString", ['"a"', '"b"'], "A report carries its text"),
    case("Report", "fz:sourceText", ['"a"', '"b"'], "A report carries its source's text"),
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
    case("Report", "fz:documentNumber", [], "The report has no document number"),
    case("Report", "dcterms:issued", [], "The report has no date of issue"),
    case("Plan", "rdf:type", ["fz:Plan", "fz:Claim"], "Nothing is two of report, section"),
    case("Observation", "fz:unit", [], "The figure has no unit"),
    case("Status", "rdfs:label", ['"done"@en'], "A status or section role has one label"),
    case("Section", "rdfs:label", '""@zh', "The heading or number of a section"),
    case("Section", "rdfs:label", ['"甲"@zh', '"乙"@zh'], "The heading or number of a section"),
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
    case(
        "Mention", "nif:anchorOf", f'"{REPORT.text.clean[slice(*FIRST)]}"@fr', "A mention carries its words"
    ),
    case("Mention", "fz:sourceBegin", number(9999), "In the source file a mention begins"),
    case("Mention", "fz:sourceEnd", [], "In the source file a mention has one end"),
    case("Mention", "fz:sourcePlace", number(3), "In the source file a mention has at most one place"),
    case("Mention", "itsrdf:taIdentRef", "k:town", "What a mention identifies is an entity"),
    case("Mention", "fz:rule", [], "A mention that names an entity says what rule"),
    case("Mention", "fz:rule", '"A rule"', "A mention that names an entity says what rule"),
    case("Mention", "itsrdf:taConfidence", [], "A mention that names an entity has one confidence"),
    case(
        "Mention",
        "itsrdf:taConfidence",
        typed("1.1", "xsd:decimal"),
        "A mention that names an entity has one",
    ),
    case("Claim", "fz:rule", [], "An assertion says what rule"),
    case("Observation", "fz:confidence", [], "An assertion has one confidence"),
    case("Plan", "fz:confidence", typed("-0.1", "xsd:decimal"), "An assertion has one confidence"),
    case("Mention", "fz:edition", '"2017"', "An edition is one year"),
    case("Claim", "fz:report", [], "An assertion is made by one report"),
    case("Claim", "fz:evidence", [], "An assertion has its evidence"),
    case("Claim", "fz:evidence", "k:town", "An assertion has its evidence"),
    case("Observation", "fz:status", "fz:plans", "An assertion has one status"),
    case("Plan", "fz:year", '"2021"', "The year of an assertion lies"),
    case("Claim", "rdf:subject", "k:town", "A claim has one subject"),
    case("Claim", "rdf:predicate", "fz:scope", "The predicate of a claim"),
    case("Claim", "rdf:object", [], "A claim has one object"),
    case("Copy", "dcterms:isVersionOf", "the:town", "A copy names the one report"),
    case("Copy", "fz:exact", '"yes"', "A copy says whether"),
    case("Copy", "fz:fileName", [], "A copy names its file"),
    case("Copy", "fz:sha256", '"abc"', "A copy carries the SHA-256"),
    case("Contradiction", "fz:check", '"guess"', "A contradiction says what was checked"),
    case("Contradiction", "fz:severity", "fz:achieved", "A contradiction has one severity"),
    case("Contradiction", "fz:stated", "the:town", "A contradiction names the figure"),
    case("Contradiction", "fz:against", [], "A contradiction names the figures"),
    case("Contradiction", "fz:expectedValue", number(3), "A contradiction tells"),
    case("Contradiction", "fz:sentence", [], "A contradiction carries"),
    case("Observation", "fz:indicator", "k:town", "A figure falls under one indicator"),
    case("Observation", "fz:counts", [], "A figure says what is counted"),
    case("Observation", "fz:value", number(3), "A figure has one number"),
    case("Observation", "fz:value", typed("many", "xsd:decimal"), "A figure has one number"),
    case("Observation", "fz:unit", ['"件"@zh', '"起"@zh'], "A figure has one unit at most"),
    case("Observation", "fz:about", "k:town", "A figure is about one entity"),
    case("Observation", "fz:about", [], "It is not known whom the figure is about"),
    case("Observation", "fz:partOfFigure", "the:town", "A figure is a part of one figure"),
    case("Observation", "fz:period", typed("1492", "xsd:gYear"), "The period of a figure"),
    case("Observation", "fz:period", '"2021"', "The period of a figure"),
    case("Observation", "fz:approximate", '"no"', "A figure says whether it is approximate"),
    case("Observation", "qb:dataSet", [], "A figure belongs to one data set"),
    case("Shortcoming", "fz:topic", "k:town", "A shortcoming or plan has a topic"),
    case("Shortcoming", "fz:text", [], "A shortcoming or plan carries its words"),
    case("Shortcoming", "fz:text", '"甲"@zh', "The words of a shortcoming or plan are"),
    case("Shortcoming", "fz:status", "fz:planned", "The status of a shortcoming"),
    case("Plan", "fz:status", "fz:achieved", "The status of a plan"),
    case("Kind", "skos:prefLabel", '"town"@en', "A concept has a preferred label in Chinese"),
    case("Topic", "skos:prefLabel", ['"甲"@zh', '"乙"@zh'], "A concept has a preferred label in Chinese"),
    case("Indicator", "skos:notation", '"Lamps lit"', "An indicator or topic has one notation"),
    case("Observation", "fz:ordinal", number(0), "A figure has one ordinal"),
    case("qb:DataSet", "qb:structure", [], "A data cube has one structure definition"),
    case("prov:SoftwareAgent", "owl:versionInfo", [], "Software names its version"),
    case("dcat:Distribution", "dcat:mediaType", '"text/turtle"', "A distribution names its media type"),
    case("void:Dataset", "void:entities", number(0), "A partition by class says how many"),
    case("dcat:Dataset", "dcterms:conformsTo", [], "A data set names the version of the ontology"),
    case("dcat:Dataset", "prov:wasAttributedTo", [], "A data set names the software that made it"),
    case("dcat:Dataset", "dcterms:source", "the:town", "A source of the data set is a report"),
    case("dcat:Dataset", "dcterms:title", [], "A data set has a title"),
    case("dcat:Dataset", "dcterms:license", '"free"', "A licence is named by its IRI"),
    case("dcat:Dataset", "void:triples", '"many"', "A data set says how many triples"),
    case("Person", "fz:implements", "the:lanterns", "What implements is a division or an organization"),
    case("Organization", "fz:implements", "fz:achieved", "What is implemented is a programme"),
    case("Person", "fz:enacts", "the:law", "What enacts is"),
    case("Organization", "fz:enacts", "fz:achieved", "What is enacted is"),
    case("Person", "fz:follows", "the:thought", "What follows is"),
    case("Organization", "fz:follows", "fz:achieved", "What is followed is"),
    case("Person", "fz:studies", "the:thought", "What studies is"),
    case("Organization", "fz:studies", "the:lanterns", "What is studied is"),
    case("Person", "fz:publicises", "the:thought", "What publicises is"),
    case("Organization", "fz:publicises", "fz:achieved", "What is publicised is"),
    case("Person", "fz:establishes", "the:lanterns", "What establishes is"),
    case("Organization", "fz:establishes", "the:thought", "What is established is"),
    case("Programme", "fz:engages", "the:person", "What engages is"),
    case("Organization", "fz:engages", "the:thought", "What is engaged is"),
    case("Person", "fz:cooperatesWith", "the:office", "What cooperates is"),
    case("Organization", "fz:cooperatesWith", "the:person", "The other side of a cooperation"),
    case("Topic", "fz:receives", "the:honour", "What receives is an entity"),
    case("Organization", "fz:receives", "the:person", "What is received is an honour"),
    case("Person", "fz:partOf", "the:office", "A part is"),
    case("Organization", "fz:partOf", "the:person", "A whole is"),
    case("Person", "fz:locatedIn", "the:town", "What is located is"),
    case("Organization", "fz:locatedIn", "the:office", "A location is a division"),
    case("Organization", "fz:affiliatedWith", "the:office", "What is affiliated is a person"),
    case("Person", "fz:affiliatedWith", "the:town", "What one is affiliated with"),
    case("Mention", "nif:anchorOf", '"灭灯"', "The mention's words are not those of the text"),
    case("Mention", "nif:endIndex", number(99999), "The offsets lie outside the text"),
    case("Mention", "fz:sourceEnd", number(99999), "The source offsets lie outside the source file"),
    case("Mention", "fz:sourceBegin", number(1), "The source file has more at that place"),
    case(
        "Mention", "fz:sourceEnd", number(REPORT.text.source_span(*FIRST)[0] + 1), "The source file has other"
    ),
    case("Organization", "rdfs:seeAlso", "_:nobody", "The graph has no blank nodes"),
    case("Organization", "rdfs:seeAlso", "<https://fazhi.example/灯>", "IRIs are ASCII"),
    case("Claim", "rdf:subject", "the:person", "The claim's subject is outside its predicate's domain"),
    case("Claim", "rdf:object", "the:person", "The claim's object is outside its predicate's range"),
    case("Claim", "rdf:object", "the:lights", "An achieved claim is also a plain triple"),
    case("Observation", "fz:unit", '"斗"@zh', "The unit is not in the list of units"),
    case("Observation", "fz:plainValue", '"many"', "A figure has one plain value at most"),
    case("Observation", "fz:plainUnit", ['"盏"@zh', '"个"@zh'], "A figure has one plain unit at most"),
    case("Observation", "fz:unit", '"万盏"@zh', "A figure whose unit begins with 万 or 亿"),
    case(
        "Observation",
        "fz:plainValue",
        typed("10000", "xsd:decimal"),
        "A figure whose unit begins with 万 or 亿",
    ),
    case("Observation", "fz:plainUnit", '"盏"@zh', "A figure whose unit begins with 万 or 亿"),
]


TRACED = [
    "No claim of a report states the plain triple",
    "The evidence lies outside the report",
    "The year of a claim, shortcoming or plan",
    "A transitive relation",
    "The graph has fewer triples",
    "The graph has more triples",
]
"""What ``test_graph_traced`` breaks: not one node, but how several hang together."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    with GraphFiles(folder, extra=factories.VOCABULARY) as graph:
        graph.add(render(REPORT, extra=factories.VOCABULARY))
        graph.add_copy(Copy(file="copy.txt", sha256="0" * 64, report=REPORT.key, exact=True))
        graph.finish()
    return folder


@pytest.fixture(scope="module")
def triples(built: Path) -> list[Triple]:
    return [(str(t.subject), str(t.predicate), str(t.object)) for t in store.triples(built)]


@pytest.fixture(scope="module")
def broken(triples: list[Triple], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """Findings by node of the built graph with a wrong copy of a node for each case."""
    file = tmp_path_factory.mktemp("broken") / "graph.nt"
    write(file, [*triples, *wrong_copies(triples)])
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in validate(file, factories.VOCABULARY):
        found[finding.node].append(finding)
    return found


def wrong_copies(triples: list[Triple]) -> list[Triple]:
    """For each case a copy of the first node of its class that is wrong in the way of the case."""
    facts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for s, p, o in triples:
        facts[s].append((p, o))
    copies = []
    for at, (cls, path, values, _) in enumerate(CASES):
        model = next(own for own in facts.values() if (TYPE, cls) in own)
        copy = f"<{DEFAULT_BASE}bad/{at}>"
        copies += [(copy, p, o) for p, o in model if p != path] + [(copy, path, value) for value in values]
    return copies


def write(path: Path, triples: list[Triple]) -> None:
    """Write the triples, with their number where the data set tells it."""
    told = {(f"<{DEFAULT_BASE}dataset>", full("void:triples")): number(len(triples))}
    lines = [f"{s} {p} {told.get((s, p), o)} .\n" for s, p, o in triples]
    path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq.gz"])
def test_a_built_graph_is_clean(built: Path, name: str) -> None:
    assert validate(built / name, factories.VOCABULARY) == []


@pytest.mark.parametrize(("at", "case_"), list(enumerate(CASES)), ids=[str(c) for c in CASES])
def test_what_is_wrong_is_found(at: int, case_: Case, broken: dict[str, list[Finding]]) -> None:
    elsewhere = case_.path == "<http://www.w3.org/2000/01/rdf-schema#seeAlso>"
    found = [f for node in broken for f in broken[node] if elsewhere or node == f"{DEFAULT_BASE}bad/{at}"]
    said = [f for f in found if f.en.startswith(case_.message)]
    assert said, [f.en for f in found]
    assert said[0].zh
    assert said[0].label


def test_only_the_wrong_nodes_are_found(broken: dict[str, list[Finding]]) -> None:
    others = {node for node in broken if not node.startswith(f"{DEFAULT_BASE}bad/")}
    assert {node.partition("_:")[1] or node for node in others} == {"_:", "https://fazhi.example/灯"}


def test_every_rule_is_broken_above() -> None:
    shapes = ox.parse(path=str(resources.ontology() / "shapes.ttl"))
    messages = [
        quad.object
        for quad in shapes
        if quad.predicate.value.endswith("#message") and isinstance(quad.object, ox.Literal)
    ]
    broken = [case_.message for case_ in CASES] + ["The plain triple states what is only planned", *TRACED]
    english = [message.value for message in messages if message.language == "en"]
    assert len(english) == sum(message.language == "zh" for message in messages)
    assert [text for text in english if not any(text.startswith(start) for start in broken)] == []


def test_a_plain_triple_of_what_is_only_planned_is_found(triples: list[Triple], tmp_path: Path) -> None:
    (subject, value) = full("the:town"), full("the:lanterns")
    achieved = [
        claim
        for claim, p, o in triples
        if (p, o) == (full("fz:status"), full("fz:achieved"))
        and (claim, full("rdf:subject"), subject) in triples
    ]
    left = [triple for triple in triples if triple[0] not in achieved]
    assert (subject, full("fz:implements"), value) in left
    write(tmp_path / "graph.nt", left)
    found = validate(tmp_path / "graph.nt", factories.VOCABULARY)
    assert {f.en.partition(";")[0] for f in found} == {
        "The plain triple states what is only planned or lacking"
    }
    assert subject[1:-1] in {f.node for f in found}
    assert {f.severity for f in found} == {"violation"}


def test_errors_come_before_warnings(triples: list[Triple], tmp_path: Path) -> None:
    gone = [full(name) for name in ("dcterms:title", "dcterms:issued", "fz:fileName")]
    left = [t for t in triples if t[1] not in gone]
    write(tmp_path / "graph.nt", left)
    found = validate(tmp_path / "graph.nt", extra=factories.VOCABULARY)
    assert [f.severity for f in found] == ["violation", "violation", "violation", "warning", "info"]
    assert found == validate(tmp_path / "graph.nt", extra=factories.VOCABULARY)


def test_where_the_source_is_the_text_source_offsets_are_held_against_that(
    triples: list[Triple], tmp_path: Path
) -> None:
    text, source = full("nif:isString"), full("fz:sourceText")
    (own,) = [o for _, p, o in triples if p == source]
    write(tmp_path / "graph.nt", [(s, p, own if p == text else o) for s, p, o in triples if p != source])
    found = validate(tmp_path / "graph.nt", factories.VOCABULARY)
    assert "The source offsets lie outside the source file." not in {f.en for f in found}
    write(tmp_path / "graph.nt", [t for t in triples if t[1] != source])
    found = validate(tmp_path / "graph.nt", factories.VOCABULARY)
    assert "The source offsets lie outside the source file." in {f.en for f in found}
