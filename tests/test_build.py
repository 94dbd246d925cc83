"""What a build writes: every file of the contract, and the same facts in the graph, the records and the manifest."""

import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.build import build
from kg.model.namespaces import DCAT, FZ, OWL, PREFIXES, RDF, RDFS, VOID
from kg.publish import redraw
from kg.reading import fold_layout
from kg.views import Wanted
from tests.builds import DATA, SAMPLE, TEA_HOUSE, VOCABULARY, ask, contents, load, records, write
from tests.casefiles import report
from tests.some import some

COUNTS = {
    "mentions": "?r a fz:Report . ?m nif:referenceContext ?r ; itsrdf:taIdentRef ?x",
    "entities": "?r a fz:Report . ?m nif:referenceContext ?r ; itsrdf:taIdentRef ?x",
    "relations": "?x a fz:Claim ; fz:report ?r",
    "observations": "?x a fz:Observation ; fz:report ?r",
    "statements": "VALUES ?kind { fz:Shortcoming fz:Plan } ?x a ?kind ; fz:report ?r",
}
"""Where the graph holds what the records count; a mention is one character span that names one entity."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded sample, built."""
    folder = tmp_path_factory.mktemp("build") / "out"
    build([], folder)
    return folder


@pytest.fixture(scope="module")
def store(out: Path) -> ox.Store:
    """The sample's graph."""
    return load(out)


def test_the_files_of_the_contract_are_written(out: Path) -> None:
    names = set(contents(out)) | {"build.json", ".kept/", "store/"}
    assert {"graph.ttl", "graph.nq.gz", "index.html", "build.json"} <= names
    expected = {f"reports/{path.stem}.{kind}" for path in SAMPLE for kind in ("json", "html")}
    assert expected == {n for n in names if n.startswith("reports/")}
    assert set(json.loads((out / "build.json").read_text("utf-8"))["files"]) == names


def test_the_manifest_names_inputs_counts_and_versions(out: Path) -> None:
    manifest = json.loads((out / "build.json").read_text("utf-8"))
    assert [entry["file"] for entry in manifest["inputs"]] == [str(path) for path in SAMPLE]
    for entry, path in zip(manifest["inputs"], SAMPLE, strict=True):
        assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert manifest["counts"]["reports"] == len(SAMPLE)
    assert (manifest["failures"], manifest["warnings"], manifest["vocabulary"]) == ([], [], [])
    assert {"fazhi-kg", "spacy", "rjieba", "pyoxigraph"} <= set(manifest["versions"])


def test_the_manifest_counts_what_the_files_hold(out: Path) -> None:
    counts = json.loads((out / "build.json").read_text("utf-8"))["counts"]
    own = records(out)
    for layer in ("mentions", "relations", "observations", "statements"):
        assert counts[layer] == sum(len(record[layer]) for record in own)
    assert counts["entities"] == len({row[0] for row in ask(load(out), "?x fz:linkedBy ?how", "x")})
    quads = ox.parse(gzip.decompress((out / "graph.nq.gz").read_bytes()), format=ox.RdfFormat.N_QUADS)
    of_reports = {quad.triple for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert counts["report_triples"] == len(of_reports)
    assert counts["triples"] == sum(1 for _ in ox.parse(path=str(out / "graph.ttl"))) == len(load(out))


def test_the_graph_says_of_itself_what_the_manifest_counts(out: Path, store: ox.Store) -> None:
    counts = json.loads((out / "build.json").read_text("utf-8"))["counts"]
    void = "http://rdfs.org/ns/void#"
    for name, node in (("triples", "dataset"), ("report_triples", "dataset/reports")):
        assert ask(store, f"<{DATA}{node}> <{void}triples> ?n", "n") == [(str(counts[name]),)]


def test_the_graph_names_every_vocabulary_that_it_uses(store: ox.Store) -> None:
    """But for those in which RDF and data sets themselves are told."""
    vocabularies = {iri for (iri,) in ask(store, "?d <http://rdfs.org/ns/void#vocabulary> ?v", "v")}
    terms = {iri for pattern in ("?s ?t ?o", "?s a ?t") for (iri,) in ask(store, pattern, "t")}
    own = (RDF, RDFS, OWL, VOID, DCAT, PREFIXES["vann"])
    used = {re.sub(r"[^/#]*$", "", term) for term in terms if not term.startswith(own)}
    assert {iri.rstrip("#/") for iri in used} == {iri.rstrip("#/") for iri in vocabularies}


@pytest.mark.parametrize("layer", COUNTS)
def test_graph_and_records_carry_the_same_counts(out: Path, store: ox.Store, layer: str) -> None:
    found = ask(store, COUNTS[layer], "r", *(("m",) if layer == "mentions" else ()), "x")
    stated = Counter(row[0].removeprefix(DATA) for row in set(found))
    assert dict(stated) == {record["key"]: len(record[layer]) for record in records(out) if record[layer]}


@pytest.mark.parametrize("layer", ["mentions", "relations", "observations", "statements"])
def test_graph_and_records_name_the_same_rules_and_are_as_sure(
    out: Path, store: ox.Store, layer: str
) -> None:
    one = "?m" if layer == "mentions" else "?x"
    told = f"{one} fz:rule ?rule ; itsrdf:taConfidence|fz:confidence ?sure"
    rows = ask(store, f"{COUNTS[layer]} . {told}", one[1:], "rule", "sure")
    found = Counter((rule, float(sure)) for _, rule, sure in rows)
    assert found == Counter(
        (item["rule"], item["confidence"]) for record in records(out) for item in record[layer]
    )


def test_graph_and_records_name_the_same_entities(out: Path, store: ox.Store) -> None:
    named = {str(e["key"]) for record in records(out) for e in record["entities"]}
    found = {row[0] for row in ask(store, "?x fz:linkedBy ?how", "x")}
    keys = {iri.removeprefix(DATA).removeprefix(VOCABULARY) for iri in found}
    above = {row[0].removeprefix(DATA) for row in ask(store, "?x fz:locatedIn|fz:scope ?y", "y")}
    assert named <= keys
    assert keys - named <= above
    assert all(key.startswith("division/") for key in keys - named)


def test_every_division_of_the_lists_lies_in_a_province(store: ox.Store) -> None:
    province = "fz:divisionCode ?c FILTER(STRENDS(?c, '0000000000'))"
    listed = {row[0] for row in ask(store, '?x fz:linkedBy "division"', "x")}
    inside = {row[0] for row in ask(store, f"?x fz:locatedIn+ ?y . ?y {province}", "x")}
    provinces = {row[0] for row in ask(store, f"?x {province}", "x")}
    assert provinces
    assert listed - provinces == {iri for iri in inside if iri in listed}


def test_graph_and_records_state_the_same_figures(out: Path, store: ox.Store) -> None:
    rows = ask(
        store, "?x a fz:Observation ; fz:value ?value ; fz:indicator/skos:notation ?what", "value", "what"
    )
    stated = [o for record in records(out) for o in record["observations"]]
    assert any("." in what for _, what in rows)
    assert Counter((float(value), what) for value, what in rows) == Counter(
        (float(o["value"]), o["notation"]) for o in stated
    )
    assert all(o["concept"] == o["notation"].partition(".")[0] for o in stated)


def test_graph_and_records_have_the_same_sections(out: Path, store: ox.Store) -> None:
    pattern = (
        "?x a fz:Section ; nif:referenceContext ?r ; fz:level ?level ; fz:sectionRole ?role"
        " ; nif:beginIndex ?b ; nif:endIndex ?e OPTIONAL { ?x rdfs:label ?name } BIND(COALESCE(?name, '') AS ?called)"
    )
    rows = ask(store, pattern, "r", "b", "e", "level", "role", "called")
    own = [
        (DATA + record["key"], *(str(part[name]) for name in ("begin", "end", "level")), part)
        for record in records(out)
        for part in record["sections"]
    ]
    assert sorted(rows) == sorted(
        (*place, FZ + part["role"], part["heading"] or part["number"]) for *place, part in own
    )
    assert len(rows) > 100


def test_graph_and_records_have_the_same_contradictions(out: Path, store: ox.Store) -> None:
    pattern = (
        "?x a fz:Contradiction ; fz:stated ?s ; fz:against ?a ; fz:expectedValue ?value ; fz:sentence/nif:anchorOf ?words"
        " . ?s fz:report ?r ; fz:ordinal ?one . ?a fz:ordinal ?other"
    )
    rows = ask(store, pattern, "r", "one", "other", "value", "words")
    assert sorted(rows) == sorted(
        (
            DATA + record["key"],
            str(found["stated"] + 1),
            str(at + 1),
            str(found["expected"]),
            found["evidence"],
        )
        for record in records(out)
        for found in record["contradictions"]
        for at in found["against"]
    )
    assert [found["severity"] for record in records(out) for found in record["contradictions"]] == ["warning"]


def test_a_measure_word_of_a_traditional_text_is_the_same_measure_word(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "上海市青浦區練塘鎮2022年法治政府建設情況報告\n一、主要舉措和成效\n完成整改問題35個。\n",
        encoding="utf-8",
    )
    build([file], tmp_path / "out", pages=False)
    assert {
        row[0] for row in ask(load(tmp_path / "out"), "?x fz:unit ?unit . ?x a fz:Observation", "unit")
    } == {"个"}


def test_both_graphs_hold_the_same_triples(out: Path) -> None:
    packed = gzip.decompress((out / "graph.nq.gz").read_bytes())
    quads = list(ox.parse(packed, format=ox.RdfFormat.N_QUADS))
    assert {quad.triple for quad in quads} == {q.triple for q in ox.parse(path=str(out / "graph.ttl"))}
    named = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert named == {DATA + record["key"] for record in records(out)}


def test_every_surface_is_the_sources(out: Path) -> None:
    for record in some(records(out)):
        source = (resources.sample() / record["doc"]).read_text("utf-8")
        assert record["mentions"]
        for mention in record["mentions"]:
            span = source[mention["source_begin"] : mention["source_end"]]
            assert fold_layout(span) == fold_layout(mention["surface"]) != ""


def test_offsets_of_the_graph_are_those_of_its_text(store: ox.Store) -> None:
    pattern = "?m nif:referenceContext ?r ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?s . ?r nif:isString ?t"
    rows = ask(store, pattern, "t", "b", "e", "s")
    assert len(rows) > 400
    assert [row for row in rows if row[0][int(row[1]) : int(row[2])] != row[3]] == []


def test_names_of_a_record_are_unique_and_all_ends_are_named(out: Path) -> None:
    for record in some(records(out)):
        names = [entity["name"] for entity in record["entities"]]
        assert len(set(names)) == len(names)
        ends = [relation[end] for relation in record["relations"] for end in ("s", "o")]
        ends += [mention["entity"] for mention in record["mentions"]]
        ends += [o["about"] for o in record["observations"] if o["about"] is not None]
        assert set(ends) <= set(names)


def test_only_what_was_achieved_is_a_plain_triple(store: ox.Store) -> None:
    pattern = "?c a fz:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; fz:status ?status"
    claims = ask(store, pattern, "s", "p", "o", "status")
    achieved = {claim[:3] for claim in claims if claim[3].endswith("#achieved")}
    others = {claim[:3] for claim in claims} - achieved
    assert achieved
    assert others
    plain = {(q.subject.value, q.predicate.value, getattr(q.object, "value", "")) for q in store}
    assert achieved <= plain
    assert others.isdisjoint(plain)


def test_a_users_programme_is_found_and_is_in_the_graph(tmp_path: Path) -> None:
    own = write(tmp_path / "my words.ttl", TEA_HOUSE.read_text("utf-8"))
    path = write(tmp_path / "a.txt", report("大力推行“茶馆说事”，把矛盾化解在茶桌上。"))
    build([path], tmp_path / "without")
    build([path], tmp_path / "with", vocabulary=[own])
    iri = f"{VOCABULARY}programme/tea-house"
    assert iri not in (tmp_path / "without" / "graph.ttl").read_text("utf-8")
    graph = load(tmp_path / "with")
    assert ask(graph, f"?m itsrdf:taIdentRef <{iri}> ; nif:anchorOf ?s", "s") == [("茶馆说事",)]
    assert ("茶馆调解法",) in ask(graph, f"<{iri}> skos:prefLabel ?label", "label")
    assert len(ask(graph, f"?d fz:implements <{iri}>", "d")) == 1
    manifest = json.loads((tmp_path / "with" / "build.json").read_text("utf-8"))
    assert manifest["vocabulary"][0]["sha256"] == hashlib.sha256(own.read_bytes()).hexdigest()


def test_without_pages_graph_and_records_are_the_same_and_the_pages_can_be_made_later(
    out: Path, tmp_path: Path
) -> None:
    summary = build([], tmp_path / "out", pages=False)
    names = {name.split("/")[0] for name in summary.files}
    assert names == {".kept", "build.json", "graph.nq.gz", "graph.ttl", "reports"}
    assert not (tmp_path / "out" / "index.html").exists()
    redraw(tmp_path / "out", tmp_path / "out", Wanted())
    assert contents(tmp_path / "out") == contents(out)
