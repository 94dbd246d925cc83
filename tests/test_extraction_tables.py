"""Numbers of tables, in the two ways that plain text keeps them."""

from kg.extraction.figures.tables import Tables
from kg.lexicon.vocabulary import load
from tests.casefiles import read

TABLES = Tables(load())
BARS = """信息内容|本年制发件数|现行有效件数|
茶规|3|12|
水规||1,204|
信息内容|本年收费金额（单位：万元）||
行政收费|0.5||
信息内容|办结率|
窗口|98%|
"""


def readings(text: str) -> list[tuple[str, float, str | None]]:
    return [(r.words, r.value, r.unit) for r in TABLES.readings(text, 0, len(text))]


def test_rows_between_bars_take_the_headings_above_them() -> None:
    assert readings(BARS) == [
        ("茶规本年制发件数", 3, "件"),
        ("茶规现行有效件数", 12, "件"),
        ("水规现行有效件数", 1204, "件"),
        ("行政收费本年收费金额", 0.5, "万元"),
        ("窗口办结率", 98, "%"),
    ]


def test_cells_on_lines_of_their_own_make_rows() -> None:
    text = "信息内容\n本年制发件数\n现行有效件数\n茶规\n3\n12\n水规\n0\n4\n"
    assert readings(text) == [
        ("茶规本年制发件数", 3, "件"),
        ("茶规现行有效件数", 12, "件"),
        ("水规本年制发件数", 0, "件"),
        ("水规现行有效件数", 4, "件"),
    ]


def test_evidence_runs_from_the_label_to_the_number() -> None:
    assert [BARS[r.begin : r.end] for r in TABLES.readings(BARS, 0, len(BARS))][:2] == ["茶规|3", "茶规|3|12"]


def test_a_cell_keeps_the_digits_that_it_is_printed_with() -> None:
    text = "信息内容|办结率|\n窗口|98.60%|\n信息内容|本年制发件数|\n茶规|1,203|\n"
    assert [r.digits for r in TABLES.readings(text, 0, len(text))] == [2, 0]


def test_numbers_that_no_heading_explains_are_left_alone() -> None:
    assert readings("一、工作情况\n我镇推进依法行政。\n3\n二、存在不足\n4\n") == []
    assert readings("自然人\n商业\n企业\n新收申请数量\n0\n0\n0\n") == []
    assert readings("甲|乙|\n丙|3|\n") == []


def test_under_heads_of_two_levels_the_total_counts() -> None:
    text = "申请人情况\n自然人\n总计\n商业\n企业\n新收（含转来，不含结转）\n2\n1\n3\n上年结转\n0\n0\n0\n"
    assert readings(text) == [("新收（含转来，不含结转）总计", 3, None), ("上年结转总计", 0, None)]
    barred = "|自然人|商业企业|总计|\n新收申请|2|1|3|\n"
    assert readings(barred) == [("新收申请总计", 3, None)]


def test_prose_ends_a_table() -> None:
    assert readings("信息内容\n处理数量\n许可\n2\n以上数据截至年底。\n页码\n7\n") == [
        ("许可处理数量", 2, None)
    ]


def test_a_row_may_have_its_measure_word_in_a_cell() -> None:
    rows = "指标名称|单位|2017年|\n茶规情况|——|——|\n公开茶规数|件|1,204|\n茶规经费|万元|0.5|\n"
    expected = [("公开茶规数", 1204, "件"), ("茶规经费", 0.5, "万元")]
    assert readings(rows) == expected
    assert readings(rows.removesuffix("|\n").replace("|\n", "\n").replace("|", "\n") + "\n") == expected


def test_a_heading_that_measures_nothing_hides_only_its_own_column() -> None:
    text = "第一项| |||\n信息内容|本年新|公开数量|||\n茶规|7|3|||\n"
    assert readings(text) == [("茶规公开数量", 3, None)]


def test_a_label_that_stands_for_several_rows_is_passed_over() -> None:
    text = "||自然人|企业|总计||\n办理结果|予以公开|2|1|3||\n"
    assert readings(text) == [("予以公开总计", 3, None)]


def test_headings_end_where_others_begin() -> None:
    text = "信息内容\n处理决定数量\n许可\n2\n处罚\n5\n信息内容\n收费情况\n收费\n7\n"
    assert readings(text) == [("许可处理决定数量", 2, None), ("处罚处理决定数量", 5, None)]


def test_a_row_without_its_label_leaves_its_headings_to_the_next() -> None:
    text = "信息内容\n本年制发件数\n现行有效件数\n0\n6\n茶规\n1\n2\n"
    assert readings(text) == [("茶规本年制发件数", 1, "件"), ("茶规现行有效件数", 2, "件")]


def test_a_remark_behind_the_number_of_a_row_with_its_measure_word_is_no_figure_of_it() -> None:
    text = "指标|单位|数量|备注\n调解案件|件|286|同比减少11.5%\n法律咨询|人|30|"
    assert readings(text) == [("调解案件", 286, "件"), ("法律咨询", 30, "人")]


def test_a_figure_in_a_cell_of_remarks_counts_what_its_row_does() -> None:
    said = read(
        "法治工作数据如下。\n指标\t单位\t数量\t备注\n调解案件\t件\t286\t同比减少11.5%\n法治培训\t期\t4\t参训310人次\n"
    )
    assert {(f.indicator, f.value) for f in said.figures} >= {
        ("调解案件同比减少", 11.5),
        ("法治培训参训", 310),
        ("调解案件", 286),
    }
