"""What cleaning repairs, and what it promises of every text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.model import Text
from kg.reading import fold_layout, read_text

PARAGRAPH = "甲镇把依法行政摆在全年工作的重要位置，认真落实行政执法公示制度，执法水平有了明显提高。"


def clean(source: str) -> str:
    return read_text(source, "a.txt").clean


@pytest.mark.parametrize(
    "gap", ["\n", "\n\n", "\r\n\r\n", "\f", "\n\n- 3 -\n\n", "\n第 3 页 共 9 页\n", "\u2028"]
)
def test_break_inside_a_word_is_joined(gap: str) -> None:
    for at in (28, 33, 40):
        source = f"{PARAGRAPH}\n\n{PARAGRAPH[:at]}{gap}{PARAGRAPH[at:]}"
        assert clean(source) == f"{PARAGRAPH}\n{PARAGRAPH}"


def test_paragraphs_stay_apart() -> None:
    assert clean(f"{PARAGRAPH}\n\n\n{PARAGRAPH}\n") == f"{PARAGRAPH}\n{PARAGRAPH}"


@pytest.mark.parametrize(
    "heading",
    [
        "一、主要举措",
        "（二）加强领导，压实责任",
        "(二) 加强领导",
        "3、抓好普法",
        "4.抓好普法",
        "（5）普法",
        "②普法",
    ],
)
def test_heading_begins_a_line(heading: str) -> None:
    lines = clean(f"我镇坚持依法行政，不断规范执法行为\n{heading}\n{PARAGRAPH}").split("\n")
    assert fold_layout(lines[1]) == fold_layout(heading)
    assert lines[2] == PARAGRAPH


def test_heading_that_fills_its_line_is_joined() -> None:
    heading = "（一）深入学习宣传贯彻上级会议精神，全面落实法治建设各项部署要求"
    assert clean(f"{heading[:28]}\n\n{heading[28:]}\n\n{PARAGRAPH}") == f"{heading}\n{PARAGRAPH}"


def test_title_is_not_joined_to_the_text() -> None:
    title = "某市某区某某街道办事处关于2022年度法治政府建设情况的报告"
    assert clean(f"{title}\n{PARAGRAPH}") == f"{title}\n{PARAGRAPH}"


def test_quoted_name_over_a_line_break_is_joined() -> None:
    assert clean("甲镇关于印发《2022年情况报\n告》的通知") == "甲镇关于印发《2022年情况报告》的通知"


def test_signature_is_not_joined_to_the_text() -> None:
    source = "我镇将坚持依法行政，规范执法行为，持续提升工作水平\n甲镇人民政府\n2023年1月3日"
    assert clean(source).split("\n")[1:] == ["甲镇人民政府", "2023年1月3日"]


def test_cells_stay_on_their_lines() -> None:
    cells = ["信息内容", "本年制发件数", "规章", "0", "0", "行政许可", "12"]
    assert clean("第二十条第(一)项\n\n" + "\n\n".join(cells)).split("\n")[1:] == cells


def test_headings_of_one_width_above_long_paragraphs_are_no_printed_page() -> None:
    headings = [f"{number}、坚持依法决策，规范权力运行" for number in "一二三四五六七八"]
    paragraph = "街道落实各项制度，推进依法行政，全年开展培训三次，群众满意度有所提高。" * 3
    title = "文化路街道办事处2022年法治政府建设报告"
    lines = ["首页 > 政务公开 > 文化路街道办事处", title, *(x for h in headings for x in (h, paragraph))]
    assert clean("\n".join(lines)).splitlines()[1] == title


def test_printed_lines_become_paragraphs() -> None:
    body = PARAGRAPH * 5
    printed = "\n".join([f"\u3000\u3000{body[:26]}", *(body[i : i + 28] for i in range(26, len(body), 28))])
    source = f"一、主要举措\n{printed}\n（一）加强领导\n{printed}\n{printed}"
    assert clean(source) == f"一、主要举措\n{body}\n（一）加强领导\n{body}\n{body}"


def test_repeat_over_a_page_break_is_dropped() -> None:
    assert clean(f"{PARAGRAPH}\n\n{PARAGRAPH[-8:]}\n\n甲镇人民政府") == f"{PARAGRAPH}\n甲镇人民政府"


def test_repeated_start_of_the_next_page_is_dropped() -> None:
    source = f"{PARAGRAPH}\n{PARAGRAPH[:35]}\n\n{PARAGRAPH[25:]}"
    assert clean(source) == f"{PARAGRAPH}\n{PARAGRAPH}"


def test_repeated_cells_and_titles_are_kept() -> None:
    assert clean("甲镇情况报告\n甲镇情况报告\n10\n0\n0") == "甲镇情况报告\n甲镇情况报告\n10\n0\n0"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[bookmark: _GoBack]（四）优化流程", "（四）优化流程"),
        ("![](a.png)\n正文。", "正文。"),
        ("![]() |\n|\n正文。", "正文。"),
        ("规章 | 0 | 0 |\n| --- | --- | --- |\n许可 | 6 | |", "规章|0|0|\n许可|6||"),
        ("<p>正文。</p><br/>", "正文。"),
        ("正&nbsp;文。", "正文。"),
        ("## 一、概况", "一、概况"),
        ("----------\n正文。", "正文。"),
    ],
)
def test_residue_is_dropped(source: str, expected: str) -> None:
    assert clean(source) == expected


def test_flattened_page_gets_its_lines_back() -> None:
    source = (
        "现将情况公布如下。 一、总体情况 2022年，我镇认真落实。 （一）主动公开 全年，公开3条。  另有2条。"
    )
    assert clean(source).split("\n") == [
        "现将情况公布如下。",
        "一、总体情况",
        "2022年，我镇认真落实。",
        "（一）主动公开",
        "全年，公开3条。",
        "另有2条。",
    ]


FRAME = (
    "[ 索 引 号 ] MB0/2022-1    [ 发布机构 ] 甲镇 首页 > 政务公开 > 法治 甲镇 2021 年法治政府 建设工作情况报告 "
    "发布时间: 2022-01-10 16:08 县人民政府： 2021 年，我镇认真落实各项要求"
)


def test_the_frame_of_a_flattened_page_gets_its_lines_back() -> None:
    source = f"{FRAME}。{PARAGRAPH * 4}现将情况报告如下。 三,明年打算 一是抓队伍，补短板。 甲镇人民政府 2022年1月10日 抄送：县。"
    assert clean(source).split("\n") == [
        "[索引号]MB0/2022-1",
        "[发布机构]甲镇",
        "首页>政务公开>法治",
        "甲镇2021年法治政府",
        "建设工作情况报告",
        "发布时间：2022-01-10 16:08",
        f"县人民政府：2021年，我镇认真落实各项要求。{PARAGRAPH * 4}现将情况报告如下。",
        "三，明年打算",
        "一是抓队伍，补短板。",
        "甲镇人民政府",
        "2022年1月10日",
        "抄送：县。",
    ]


def test_a_long_paragraph_is_no_flattened_page() -> None:
    source = f"甲镇人民政府 2021年1月5日 召开会议部署全年工作，{PARAGRAPH * 8}"
    assert "\n" not in clean(source)


def test_blank_inside_a_heading_is_no_line_break() -> None:
    assert (
        clean(f"一、坚持党建引领 筑牢法治根基\n{PARAGRAPH}").split("\n")[0] == "一、坚持党建引领筑牢法治根基"
    )


def test_traditional_script_stays() -> None:
    assert clean("密雲區堅持依法行政。") == "密雲區堅持依法行政。"


# ── what holds for every text ────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *[
            "一、主要举措和成效",
            "（一）加强领导，压实责任",
            "2022年，我镇在区委",
            "领导下，推进工作。",
            "能力。",
            "的能力。",
        ],
        *[
            "2、落实制度",
            "一是",
            "《某市",
            "条例》",
            "“三项制度”",
            '"双随机"',
            "(2021-2025 年)",
            "09:18",
            "1,234",
        ],
        *[
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "  ",
            "\u3000\u3000",
            "- 3 -\n",
            "|",
            "![]()",
            "[bookmark: _GoBack]",
            "，",
            "。",
        ],
        *[
            "http://a.cn/x?y=1",
            "WIFI 嗅探",
            "100 %",
            "索 引 号",
            "甲镇人民政府\n2022年1月14日",
            "、",
            "：",
            "<纲要>",
        ],
    ]
)
CHARACTERS = st.text(
    alphabet="法治，。、：“”\"'《》（）()<>[]| \n\u3000\t\r一二3.%-,;:!?aB①是\u200b\xa0２Ａ", max_size=100
)
SOURCES = st.one_of(CHARACTERS, st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60))


def read(source: str) -> Text | None:
    try:
        return read_text(source, "a.txt")
    except KgError as error:
        if error.notice.code != "KG001":
            raise
        return None


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_every_clean_character_comes_from_one_of_the_source(source: str) -> None:
    text = read(source)
    if text:
        assert len(text.origin) == len(text.clean)
        assert all(a < b for a, b in zip(text.origin, text.origin[1:], strict=False))
        assert all(
            fold_layout(text.source[at]) == fold_layout(char)
            for at, char in zip(text.origin, text.clean, strict=True)
        )


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_cleaning_again_changes_nothing(source: str) -> None:
    text = read(source)
    if text:
        assert clean(text.clean) == text.clean


@settings(max_examples=200, deadline=None)
@given(SOURCES, st.data())
def test_spans_lead_back_to_the_source(source: str, data: st.DataObject) -> None:
    text = read(source)
    if text:
        begin = data.draw(st.integers(0, len(text.clean) - 1))
        end = data.draw(st.integers(begin + 1, len(text.clean)))
        source_begin, source_end = text.source_span(begin, end)
        kept = set(text.origin)
        gap = "".join(source[at] for at in range(source_begin, source_end) if at not in kept)
        if not fold_layout(gap):
            assert fold_layout(source[source_begin:source_end]) == fold_layout(text.clean[begin:end])


def test_clean_text_has_no_layout_left() -> None:
    text = clean(f"\n\n  一、概况\u3000\n \n{PARAGRAPH}\t\n\n")
    assert text == f"一、概况\n{PARAGRAPH}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", [*"中（(《", '"中', " 中", "中，", "。 ", "一、 中文", "<中", "![](", "中\n", "中，\n"]
)
def test_long_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        source = unit * (size // len(unit))
        begin = time.process_time()
        read_text(source, "a.txt")
        return time.process_time() - begin

    seconds(1000)
    assert seconds(400_000) < 30 * max(seconds(40_000), 0.01)
