"""Tables that plain text keeps by tabs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading import fold_layout, read_text
from kg.reading.outline import outline
from kg.reading.tabbed import ruled

TABLE = "指标\t单位\t数量\n人民调解案件\t件\t286\n法律咨询\t人次\t1150"


def test_cells_are_kept_apart_by_bars() -> None:
    assert read_text(TABLE, "a.txt").clean == TABLE.replace("\t", "|")


def test_a_cell_of_text_is_a_paragraph() -> None:
    source = "1\t党建引领\t镇党委专题学法6次，成效明显。\n2\t便民利企\t全年办件846件。"
    assert read_text(source, "a.txt").clean == (
        "1|党建引领\n镇党委专题学法6次，成效明显。\n2|便民利企\n全年办件846件。"
    )


@pytest.mark.parametrize(
    "source",
    [
        "一、\t主要做法\n二、\t存在问题\n三、\t下一步打算",
        "1．\t主要做法\n2．\t存在问题\n3．\t下一步打算",
        "2022年，\t我镇落实三项制度，\t成效明显。\n全年\t调解纠纷20件，\t调解成功。",
        "\t甲镇落实三项制度。\n\t乙镇也落实。\n\t丙镇同样。",
        "调解\t20件",
    ],
)
def test_other_tabs_are_blanks(source: str) -> None:
    assert "|" not in ruled(source)


def test_a_metadata_table_of_tabs_is_read() -> None:
    rows = "索 引 号\tA1\t主题分类\t司法;其他\n"
    rows += "发布机构\t练塘镇人民政府\t文    号\t练府〔2023〕2号\n成文日期\t2023-01-25\t发布日期\t2023-02-01"
    said = outline(
        read_text(f"{rows}\n\n练塘镇2022年法治政府建设年度报告\n\n2022年，我镇落实三项制度。\n", "a.txt")
    )
    assert (said.title, said.doc_number, said.issuer, said.issued) == (
        "练塘镇2022年法治政府建设年度报告",
        "练府〔2023〕2号",
        "练塘镇人民政府",
        "2023-01-25",
    )


@given(st.text(alphabet="甲乙1\t\n，|。 "))
def test_ruling_keeps_length_and_what_is_said(source: str) -> None:
    assert len(ruled(source)) == len(source)
    assert fold_layout(ruled(source)) == fold_layout(source)
