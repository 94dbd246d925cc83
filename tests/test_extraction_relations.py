"""Relations that sentences of the genre state, and those that they do not (``cases/relations.tsv``)."""

import pytest

from kg.extraction import extract
from kg.lexicon import vocabulary
from kg.reading import outline, read_text
from tests.casefiles import TITLE, cases, number_of_cases, read
from tests.some import some

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
    for case in some(cases("relations.tsv", 6)):
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


@pytest.mark.parametrize(
    ("heading", "stated"),
    [
        ("二、深化简政放权，优化服务", [("implements", "简政放权")]),
        ("二、优化法治化营商环境", []),
        ("二、推进法治政府建设的主要举措和成效", []),
        ("二、推進法治政府建設情況", []),
    ],
)
def test_a_main_heading_states_what_its_verb_says(heading: str, stated: list[tuple[str, str]]) -> None:
    text = read_text(f"{TITLE}\n一、加强学习\n平稳推进。\n{heading}\n全年办理事项12件。\n", "a.txt")
    found = extract(text, outline(text), None)
    assert [(r.predicate, found.mentions[r.object].name) for r in found.relations] == stated
