"""Relations that sentences of the genre state, and those that they do not (``cases/relations.tsv``)."""

import pytest

from kg.lexicon import vocabulary
from tests.casefiles import cases, number_of_cases, read

DENIED = "none"
"""A case of this status says that the relation is not stated."""


@pytest.mark.parametrize(
    ("sentence", "subject", "predicate", "object_", "status", "section"), cases("relations.tsv", 6)
)
def test_a_relation_is_read(
    sentence: str, subject: str, predicate: str, object_: str, status: str, section: str
) -> None:
    said = read(sentence, section)
    stated = {(said.name(r.subject), r.predicate, said.name(r.object), r.status) for r in said.relations}
    found = [state for *ends, state in stated if ends == [subject, predicate, object_]]
    assert found == ([] if status == DENIED else [status])


def test_every_relation_has_a_case() -> None:
    given = {case.values[2] for case in cases("relations.tsv", 6)}
    # 上海市青浦区 lies in 上海市: that follows from names, and linking says it.
    assert given >= set(vocabulary.load().properties) - {"locatedIn"}
    assert number_of_cases("relations.tsv") >= 45


def test_ends_fit_domain_and_range() -> None:
    properties = vocabulary.load().properties
    for case in cases("relations.tsv", 6):
        said = read(str(case.values[0]), str(case.values[5]))
        for relation in said.relations:
            prop = properties[relation.predicate]
            assert said.all.mentions[relation.object].type in prop.range
            if relation.subject is not None:
                assert said.all.mentions[relation.subject].type in prop.domain


def test_the_evidence_is_the_clause() -> None:
    said = read("加强学习，推行容缺受理，方便群众。")
    assert [said.text.clean[r.begin : r.end] for r in said.relations] == ["推行容缺受理"]


def test_the_title_and_the_main_headings_state_nothing() -> None:
    said = read("平稳推进。")
    assert said.all.relations == ()
