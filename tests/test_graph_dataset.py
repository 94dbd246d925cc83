"""The default graph: the ontology, the vocabulary in use and no more, a description without clock times."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import KgError
from kg.graph import dataset
from kg.graph.iris import DEFAULT_BASE, VOCABULARY
from kg.graph.terms import Triple
from tests import factories

USED = [f"<{VOCABULARY}test/lanterns>", f"<{VOCABULARY}test/lamps>"]
EXTRA = factories.VOCABULARY
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"


def default(base: str = DEFAULT_BASE, reports: int = 3, triples: int = 99) -> list[Triple]:
    return dataset.default_triples(base, USED, reports, triples, EXTRA)


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


def test_the_description_counts_and_names_versions_but_no_time() -> None:
    found = dataset.description(DEFAULT_BASE, 3, 99)
    values = {p.rpartition("#")[2].rpartition("/")[2][:-1]: o for s, p, o in found if s.endswith("/dataset>")}
    assert values["documents"].startswith('"3"^^')
    assert values["triples"].startswith('"99"^^')
    assert re.fullmatch(r"<https://fazhi.example/ontology/\d+\.\d+\.\d+>", values["conformsTo"])
    assert values["license"].startswith("<https://")
    assert "/software/fazhi-kg/" in values["wasAttributedTo"]
    assert not [o for _, _, o in found if re.search(r"\d{4}-\d{2}-\d{2}|\d{2}:\d{2}", o)]


def test_the_description_moves_with_the_base() -> None:
    subjects = {s for s, _, _ in dataset.description("http://a.example/", 1, 1)}
    assert {"<http://a.example/dataset>", "<http://a.example/dataset/figures>"} < subjects


@pytest.mark.parametrize(("text", "place"), [(None, "No such file"), ("v:a a v:b", "line 1")])
def test_an_unusable_vocabulary_is_named(tmp_path: Path, text: str | None, place: str) -> None:
    path = tmp_path / "own.ttl"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(KgError, match=rf"KG014.*own\.ttl.*{place}"):
        dataset.default_triples(DEFAULT_BASE, [], 0, 0, (path,))
