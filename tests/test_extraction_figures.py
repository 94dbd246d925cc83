"""Figures with their number, measure word and indicator, and numbers that count nothing (``cases/figures.tsv``)."""

from itertools import pairwise

import pytest

from kg.lexicon import vocabulary
from tests.casefiles import cases, number_of_cases, read

NOTHING = "-"
"""A case of this value says that no figure is found."""


@pytest.mark.parametrize(("sentence", "value", "unit", "approx", "concept"), cases("figures.tsv", 5))
def test_a_figure_is_read(sentence: str, value: str, unit: str, approx: str, concept: str) -> None:
    found = [(f.value, f.unit or "", f.approx, f.concept) for f in read(sentence).figures]
    if value == NOTHING:
        assert found == []
    else:
        assert (float(value), unit, approx == "yes", concept) in found


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("调解成功率98.60%", 2),
        ("调解成功率98%", 0),
        ("调解成功率百分之九十八点六〇", 2),
        ("调解成功率百分之百", 0),
        ("涉及金额1.20万元", 2),
        ("涉及金额1.5千元", 0),
        ("调解纠纷十二件", 0),
    ],
)
def test_a_figure_knows_how_exactly_it_is_printed(words: str, digits: int) -> None:
    (figure,) = read(f"{words}。").figures
    assert figure.digits == digits


def test_there_are_cases_of_both_kinds() -> None:
    values = [case.values[1] for case in cases("figures.tsv", 5)]
    assert number_of_cases("figures.tsv") >= 50
    assert values.count(NOTHING) >= 10


def test_indicators_are_of_the_vocabulary() -> None:
    known = {concept.notation for concept in vocabulary.load().of("Indicator")}
    assert {case.values[4] for case in cases("figures.tsv", 5)} - {NOTHING} <= known


@pytest.mark.parametrize(("sentence", "value", "unit", "words", "about"), cases("counted.tsv", 5))
def test_a_figure_says_what_is_counted_and_whose_it_is(
    sentence: str, value: str, unit: str, words: str, about: str
) -> None:
    said = read(sentence)
    assert (words, about) in [
        (f.indicator, said.name(f.about)) for f in said.figures if (f.value, f.unit) == (float(value), unit)
    ]


@pytest.mark.parametrize(("sentence", "value", "whole"), cases("parts.tsv", 3))
def test_a_part_says_of_which_figure(sentence: str, value: str, whole: str) -> None:
    said = read(sentence)
    figures = said.all.figures
    (part,) = (f for f in said.figures if f.value == float(value))
    of = None if part.part_of is None else figures[part.part_of].value
    assert of == (None if whole == NOTHING else float(whole))


@pytest.mark.parametrize(("sentence", "value", "year"), cases("periods.tsv", 3))
def test_a_figure_is_of_a_year(sentence: str, value: str, year: str) -> None:
    (period,) = (f.period for f in read(sentence).figures if f.value == float(value))
    assert (period or NOTHING) == year


def test_a_plan_is_not_of_the_year_that_it_is_compared_with() -> None:
    said = read("召开会议10次，较2022年增加5次；2025年培训300人。", "plans")
    assert [(f.value, f.period) for f in said.figures] == [(10.0, "2023"), (5.0, "2023"), (300.0, "2025")]


def test_a_figure_is_about_who_opens_its_clause() -> None:
    said = read("镇司法所举办法治讲座26场。全镇发放宣传资料300份。")
    assert [said.name(f.about) for f in said.figures] == ["镇司法所", "全镇"]


@pytest.mark.parametrize(
    ("section", "status"),
    [("achievements", "achieved"), ("shortcomings", "shortcoming"), ("plans", "planned")],
)
def test_a_figure_has_the_status_of_its_section(section: str, status: str) -> None:
    assert [f.status for f in read("举办法治讲座26场。", section).figures] == [status]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "在2022年完成120件的基础上，2023年力争调解纠纷150件。",
            [("120", "2022", "achieved"), ("150", "2023", "planned")],
        ),
        (
            "法律援助案件数在上年200件基础上增长10%。",
            [("200", "2022", "achieved"), ("10", "2023", "planned")],
        ),
        (
            "2022年已建成法治公园2个，2023年将再建成3个。",
            [("2", "2022", "achieved"), ("3", "2023", "planned")],
        ),
        ("力争满意度由95%提高到98%。", [("95", "", "achieved"), ("98", "2023", "planned")]),
        ("已有5个村的，力争达到8个村。", [("5", "2022", "achieved"), ("8", "2023", "planned")]),
        ("2022年底前完成3个村的创建。", [("3", "2022", "planned")]),
    ],
)
def test_what_a_plan_starts_from_is_no_plan(sentence: str, told: list[tuple[str, str, str]]) -> None:
    figures = read(sentence, "plans").figures
    assert [(f"{f.value:g}", f.period, f.status) for f in figures] == told


@pytest.mark.parametrize(
    ("sentence", "period", "status"),
    [
        ("计划投资50万元。", "2023", "planned"),
        ("拟新建阵地2处。", "2023", "planned"),
        ("计划生育检查3次。", "2022", "achieved"),
        ("计划完成率100%。", "2022", "achieved"),
    ],
)
def test_what_a_clause_intends_is_planned_in_any_section(sentence: str, period: str, status: str) -> None:
    assert [(f.period, f.status) for f in read(sentence).figures] == [(period, status)]


def test_a_figure_is_of_the_year_reported_on_unless_it_says_last_year() -> None:
    said = read("举办法治讲座26场。去年举办法治讲座20场。")
    assert [(f.value, f.period) for f in said.figures] == [(26.0, "2022"), (20.0, "2021")]


def test_a_planned_figure_is_of_the_year_that_the_plan_names_or_the_next() -> None:
    said = read("举办法治讲座26场。力争2025年覆盖率达95%。", "plans")
    assert [(f.value, f.period) for f in said.figures] == [(26.0, "2023"), (95.0, "2025")]


def test_a_year_in_a_title_or_in_brackets_is_not_when_a_plan_is_done() -> None:
    said = read("对照《实施纲要（2021—2025年）》要求（2024年修订），举办培训班4期。", "plans")
    assert [(f.value, f.period) for f in said.figures] == [(4.0, "2023")]


def test_a_heading_above_a_zero_is_not_what_there_is_none_of() -> None:
    figures = read("做好复议应诉工作\n未发生行政复议案件。").figures
    assert [(f.value, f.concept, f.indicator) for f in figures] == [
        (0.0, "reconsideration_cases", "行政复议案件")
    ]


def test_figures_of_one_sentence_share_no_character() -> None:
    figures = read("共调解纠纷240件，调解成功231件，成功率96.25%，达成书面协议40份、口头协议12份。").figures
    assert len(figures) == 5
    assert all(a.end <= b.begin for a, b in pairwise(figures))


def test_a_figure_is_counted_under_the_narrowest_indicator() -> None:
    [figure] = [f for f in read("全镇现有人民调解员42名。").figures if f.value == 42]
    assert figure.concept == "personnel.mediators"


def test_a_measure_word_stays_in_the_reports_script() -> None:
    said = read("全鎮組織開展法治宣傳活動，推出便民利企措施35項，調處矛盾糾紛20件。")
    assert [(f.value, f.unit) for f in said.figures] == [(35.0, "項"), (20.0, "件")]
