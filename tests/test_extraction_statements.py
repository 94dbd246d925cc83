"""Shortcomings and plans, clause by clause (``cases/statements.tsv``)."""

from itertools import pairwise

import pytest

from kg.lexicon import vocabulary
from tests.casefiles import cases, number_of_cases, read
from tests.some import some

NOTHING = "-"
"""A case of this kind says that no statement holds the words."""


@pytest.mark.parametrize(("section", "words", "kind", "text"), cases("statements.tsv", 4))
def test_a_statement_is_read(section: str, words: str, kind: str, text: str) -> None:
    said = read(words, section)
    found = [(s.kind, said.text.clean[s.begin : s.end]) for s in said.statements]
    if kind == NOTHING:
        assert [own for _, own in found if text in own or own in text] == []
    else:
        assert (kind, text) in found


def test_there_are_cases_of_every_kind() -> None:
    kinds = [str(case.values[2]) for case in cases("statements.tsv", 4)]
    assert number_of_cases("statements.tsv") >= 30
    assert min(kinds.count(kind) for kind in ("plan", "shortcoming", NOTHING)) >= 5


def test_topics_are_of_the_vocabulary() -> None:
    known = {concept.notation for concept in vocabulary.load().of("Topic")}
    for case in some(cases("statements.tsv", 4)):
        assert {s.topic for s in read(str(case.values[1]), str(case.values[0])).statements} <= known


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("强化行政执法监督，规范执法行为。", "enforcement"),
        ("丰富法治宣传形式，增强普法实效。", "publicity"),
        ("健全矛盾纠纷调解机制。", "dispute_resolution"),
        ("推进政务公开，回应社会关切。", "disclosure"),
        ("充实法治工作队伍，引进专业人才。", "workforce"),
        ("提高外出务工人员的参与度。", "publicity"),
        ("改变一线执法力量仍较薄弱状况。", "workforce"),
        ("解决执法队员身兼数职问题。", "workforce"),
        ("提升执法能力。", "enforcement"),
        ("深入了解合作社、家庭农场法律需求。", "publicity"),
        ("全年集体学法不少于10次。", "leadership"),
        ("强化公民学法用法。", "publicity"),
        ("把依法行政纳入年终考核。", "leadership"),
        ("提升干部法治素养。", "leadership"),
        ("提升公民法治素养。", "publicity"),
        ("将“议事堂”推广至全部社区。", "dispute_resolution"),
        ("完善府院联席会议制度。", "litigation"),
        ("综合行政执法队尚有编制5名未用。", "workforce"),
        ("选派6名队员到县局跟班学习。", "workforce"),
        ("选送12人参加执法资格考试。", "workforce"),
        ("编制法治政府建设规划。", "leadership"),
        ("村级合同先经司法所审查。", "decision_making"),
        ("逐村修订村规民约。", "normative_documents"),
        ("与毗邻三县建立线索移送机制。", "coordination"),
        ("调解台账全部电子化。", "digital"),
        ("及时更新公开栏。", "disclosure"),
        ("减少入企检查频次。", "business"),
        ("力争无讼社区达到6个。", "dispute_resolution"),
    ],
)
def test_the_topic_is_what_the_clause_is_about(words: str, topic: str) -> None:
    assert read(words, "plans").statements[0].topic == topic


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("一是人手紧张。只有3人兼顾。二是装备陈旧。", "workforce"),
        ("三是普法形式单一，年末参与率仅两成。", "publicity"),
        ("（一）推进政务公开。每季度抽查一次。", "disclosure"),
    ],
)
def test_a_clause_without_cues_takes_the_topic_of_what_is_around_it(words: str, topic: str) -> None:
    assert read(words, "plans").statements[1].topic == topic


def test_statements_share_no_character() -> None:
    words = (
        "（一）强化执法监督。开展案卷评查，规范执法流程。\\n（二）提升普法实效。拓展法治阵地，创新宣传形式。"
    )
    spans = sorted((s.begin, s.end) for s in read(words, "plans").statements)
    assert len(spans) == 6
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
