"""The default graph: the ontology, the vocabulary in use and no more, a description without clock times."""

import re
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import KgError
from kg.graph import dataset
from kg.graph.description import Counts, description
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple, integer
from kg.model.namespaces import VOCABULARY
from tests import factories

USED = [f"<{VOCABULARY}test/lanterns>", f"<{VOCABULARY}test/lamps>"]
EXTRA = factories.VOCABULARY
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"


ROOT = Path(__file__).resolve().parent.parent
KEYS = ("report/b", "report/a")
COUNTS = Counts(reports=2, triples=99, whole=120, things={"Claim": 4, "Division": 3})


def default() -> list[Triple]:
    return dataset.vocabulary_triples(USED, EXTRA)


def test_concepts_in_use_come_with_all_that_they_point_to() -> None:
    labels = {o for _, p, o in default() if p == LABEL}
    assert {'"灯笼制度"@zh', '"点灯"@zh'} <= labels
    assert '"灯火体系"@zh' in labels  # broader
    assert {'"制度"@zh', '"机制"@zh'} <= labels  # kinds
    assert '"测试词表"@zh' in labels  # scheme


def test_concepts_not_in_use_stay_out() -> None:
    labels = {o for _, p, o in default() if p == LABEL}
    assert not {'"无人用制度"@zh', '"昏暗"@zh', '"司法所"@zh'} & labels


def test_every_concept_in_use_is_described_whatever_the_order() -> None:
    assert dataset.entries(USED, EXTRA) == dataset.entries(reversed(USED), EXTRA)
    assert dataset.entries([*USED, "<http://nowhere.example/x>"], EXTRA) == dataset.entries(USED, EXTRA)


def test_the_ontology_is_in_it_whole() -> None:
    found = default()
    ontology = {str(quad.triple) for quad in ox.parse(path=str(resources.ontology() / "fazhi.ttl"))}
    assert ontology <= {" ".join(triple) for triple in found}
    assert found == sorted(set(found))


def described(predicate: str, subject: str = "dataset", keys: tuple[str, ...] = KEYS) -> list[str]:
    """The values of one predicate, given by the end of its IRI, of one node of the description."""
    found = description(DEFAULT_BASE, COUNTS, keys)
    node = f"<{DEFAULT_BASE}{subject}>"
    return [o for s, p, o in found if s == node and p.endswith(f"{predicate}>")]


def test_the_description_counts_what_there_is() -> None:
    assert described("#triples") == [integer(120)]
    assert f"<{DEFAULT_BASE}dataset/reports>" in described("#subset")
    assert described("#triples", "dataset/reports") == [integer(99)]
    assert described("#entities", "dataset/reports") == [integer(7)]
    assert described("#classes", "dataset/reports") == [integer(2)]
    parts = described("#classPartition", "dataset/reports")
    assert parts == [f"<{DEFAULT_BASE}dataset/class/{name}>" for name in ("Claim", "Division")]
    assert described("#class", "dataset/class/Claim") == ["<https://fazhi.example/ontology#Claim>"]
    assert described("#entities", "dataset/class/Claim") == [integer(4)]


def test_the_description_names_sources_versions_and_files_but_no_time() -> None:
    assert described("/source") == [f"<{DEFAULT_BASE}{key}>" for key in sorted(KEYS)]
    (conforms,), (agent,) = (described(p) for p in ("/conformsTo", "#wasAttributedTo"))
    assert re.fullmatch(r"<https://fazhi.example/ontology/\d+\.\d+\.\d+>", conforms)
    assert described("/license") == []
    assert agent.endswith(f"/software/fazhi-kg/{version('fazhi-kg')}>")
    assert described("#distribution") == [f"<{DEFAULT_BASE}dataset/graph.{end}>" for end in ("nq.gz", "ttl")]
    assert {"<http://www.w3.org/2005/11/its/rdf#>", "<http://purl.org/linked-data/cube#>"} < {
        *described("#vocabulary")
    }
    assert described("#compressFormat", "dataset/graph.nq.gz") == [
        "<https://www.iana.org/assignments/media-types/application/gzip>"
    ]
    found = description(DEFAULT_BASE, COUNTS, KEYS)
    dated = [s for s, p, o in found if re.search(r"\d{4}-\d{2}-\d{2}|\d{2}:\d{2}", o)]
    assert set(dated) == set(described("#wasDerivedFrom"))


def test_background_facts_have_sources_with_a_name_a_day_and_a_licence() -> None:
    for source in described("#wasDerivedFrom"):
        said = {p.rpartition("/")[2]: o for s, p, o in description(DEFAULT_BASE, COUNTS, KEYS) if s == source}
        assert re.match(r'"20\d\d-\d\d-\d\d"', said["modified>"])
        assert source.strip("<>").partition("//")[2].split("/")[-1] in (ROOT / "NOTICE").read_text("utf-8")
    assert any(
        "creativecommons" in o for _, p, o in description(DEFAULT_BASE, COUNTS, KEYS) if "license" in p
    )


def test_the_description_is_the_same_whatever_the_order_of_reports() -> None:
    assert description(DEFAULT_BASE, COUNTS, KEYS) == description(DEFAULT_BASE, COUNTS, KEYS[::-1])


def test_the_description_moves_with_the_base() -> None:
    found = description("http://a.example/", COUNTS, KEYS)
    assert not [t for t in found if DEFAULT_BASE in " ".join(t)]
    assert {"<http://a.example/dataset>", "<http://a.example/dataset/figures>"} < {s for s, _, _ in found}


def test_a_concept_of_the_vocabulary_is_said_to_be_one() -> None:
    concept = "<http://www.w3.org/2004/02/skos/core#Concept>"
    said = {s for s, p, o in default() if o == concept and p.endswith("#type>")}
    assert {*USED, f"<{VOCABULARY}kind/system>"} <= said
    assert f"<{VOCABULARY}kind>" not in said


@pytest.mark.parametrize(
    ("term", "labels"),
    [
        ("test", {'"测试词表"@zh', '"Vocabulary of the tests"@en'}),  # a scheme
        ("test/lamps", {'"点灯"@zh', '"lamps lit"@en'}),  # an indicator
        ("kind/system", {'"制度"@zh', '"system"@en'}),
        ("test/lanterns", {'"灯笼制度"@zh'}),  # reports speak of it
        ("test/lights", {'"灯火体系"@zh'}),  # no report does, but of what is a case of it
    ],
)
def test_whatever_is_in_use_has_a_label(term: str, labels: set[str]) -> None:
    iri = f"<{VOCABULARY}{term}>"
    assert {o for s, p, o in default() if s == iri and p.endswith("rdf-schema#label>")} == labels


def test_a_scheme_begins_at_what_has_nothing_broader_in_use() -> None:
    def tops(used: list[str]) -> set[str]:
        found = dataset.entries(used, EXTRA)
        return {o for s, p, o in found if s == f"<{VOCABULARY}test>" and p.endswith("#hasTopConcept>")}

    lanterns, lamps = USED
    lights = f"<{VOCABULARY}test/lights>"  # broader than lanterns
    assert tops([lanterns]) == {lights}
    assert tops([lanterns, lamps]) == {lights, lamps}
    assert tops([lamps]) == {lamps}


@pytest.mark.parametrize(("text", "place"), [(None, "No such file"), ("v:a a v:b", "line 1")])
def test_an_unusable_vocabulary_is_named(tmp_path: Path, text: str | None, place: str) -> None:
    path = tmp_path / "own.ttl"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(KgError, match=rf"KG014.*own\.ttl.*{place}"):
        dataset.vocabulary_triples([], (path,))
