"""The section tree and its roles."""

import pytest

from kg.model import Outline, Section
from kg.reading import outline, read_text

TITLE = "甲镇2022年法治政府建设情况报告"


def read(body: str) -> tuple[str, Outline]:
    text = read_text(f"{TITLE}\n{body}", "a.txt")
    return text.clean, outline(text)


def tree(body: str) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.heading) for s in read(body)[1].sections if s.role != "front"]


def roles(body: str) -> list[tuple[str, str]]:
    """The role and the first eight characters of each section but the front."""
    text, found = read(body)
    return [(s.role, text[s.begin : s.begin + 8].strip("\n")) for s in found.sections if s.role != "front"]


def role_at(body: str, words: str) -> str:
    """The role of the innermost section that holds ``words``."""
    text, found = read(body)
    at = text.index(words)
    holding = [s for s in found.sections if s.begin <= at < s.end]
    return max(holding, key=lambda s: (s.begin, s.level)).role


PLAIN = """2022年，甲镇依法行政。现将情况报告如下：
一、主要举措和成效
（一）加强领导，压实责任
1、抓好学习。全年学习4次。
（1）领导带头
2.抓好考核。考核1次。
（二）抓好普法。一是开展宣传。开展3次。二是办好讲座。举办2次。
二、主要负责人履行第一责任人职责情况
好。
三、存在的不足和原因
力量不足。
四、下一步工作打算
加强培训。
"""


def test_numbers_levels_and_headings() -> None:
    assert tree(PLAIN) == [
        (1, "", ""),
        (1, "一、", "主要举措和成效"),
        (2, "（一）", "加强领导，压实责任"),
        (3, "1、", "抓好学习"),
        (4, "（1）", "领导带头"),
        (3, "2.", "抓好考核"),
        (2, "（二）", "抓好普法"),
        (5, "一是", "开展宣传"),
        (5, "二是", "办好讲座"),
        (1, "二、", "主要负责人履行第一责任人职责情况"),
        (1, "三、", "存在的不足和原因"),
        (1, "四、", "下一步工作打算"),
    ]


def test_roles_of_headings() -> None:
    assert role_at(PLAIN, "现将情况") == "introduction"
    assert role_at(PLAIN, "开展3次") == "achievements"
    assert role_at(PLAIN, "好。\n三") == "duties"
    assert role_at(PLAIN, "力量不足") == "shortcomings"
    assert role_at(PLAIN, "加强培训") == "plans"


def test_offsets() -> None:
    text, found = read(PLAIN)
    for section in found.sections:
        assert text.startswith(section.number + section.heading, section.begin)
        assert section.begin <= section.body <= section.end
    by_number = {section.number: section for section in found.sections}
    assert text[by_number["1、"].body :].startswith("全年学习")
    assert text[by_number["一、"].body :].startswith("（一）")
    assert by_number["一、"].end == by_number["二、"].begin
    assert by_number["1、"].end == by_number["2."].begin
    assert by_number["（1）"].end == by_number["2."].begin
    assert by_number["四、"].end == found.body_end


def test_sections_nest_and_have_their_own_begin() -> None:
    sections = read(PLAIN)[1].sections
    assert len({section.begin for section in sections}) == len(sections)
    for one in sections:
        for other in sections:
            assert other.begin >= one.end or other.end <= one.end or other.begin < one.begin


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("一、概况\n达到95.5%，同比增长1.5倍。", ["一、"]),
        ("一、概况\n按照第二十条第（一）项、第（二）项办理。", ["一、"]),
        ("一、概况\n每周一、三、五开展学习。这一是好事。", ["一、"]),
        ("一、概况\n工作如下：1.宣传。2.执法。3.调解。", ["一、", "1.", "2.", "3."]),
        ("一、概况\n问题有，①人少；②钱少。", ["一、", "①", "②"]),
        ("一、概况\n好。（一）普法。宣传。（二）执法。检查。", ["一、", "（一）", "（二）"]),
        ("一、概况\n好。（三）普法。宣传。", ["一、"]),
        ("第一部分 概况\n好。\n第二部分 问题\n差。", ["第一部分", "第二部分"]),
        ("（十二）普法\n好。\n二十一、执法\n好。", ["（十二）", "二十一、"]),
        ("一)普法\n好。\n二)执法\n好。", ["一）", "二）"]),
        ("一.普法\n好。\n二．执法\n好。", ["一.", "二."]),
        ("一,普法\n好。\n二：执法\n好。", ["一，", "二："]),
        ("一、概况\n方针有二：一，学法。二，用法。", ["一、"]),
    ],
)
def test_what_is_a_number(body: str, numbers: list[str]) -> None:
    assert [number for _, number, _ in tree(body) if number] == numbers


def test_long_sentence_is_no_heading() -> None:
    sentence = "将学习贯彻上级会议精神与党史学习教育紧密结合起来，不断强化领导干部的法治思维，提升依法行政的能力，推动工作落实"
    assert tree(f"一、概况\n1、{sentence}。好。")[1] == (3, "1、", "")


def test_sub_headings_inherit_unless_they_say_otherwise() -> None:
    body = """一、工作开展情况
（一）补齐短板。针对存在的问题，完成整改4项。
（二）存在的问题。力量不足。
二、下一步安排
（一）针对存在的问题。加强整改。
"""
    assert role_at(body, "完成整改") == "achievements"
    assert role_at(body, "力量不足") == "shortcomings"
    assert role_at(body, "加强整改") == "plans"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("三、补齐工作短板", "achievements"),
        ("三、坚持问题导向，落实工作计划", "achievements"),
        ("三、2022年工作计划完成情况", "achievements"),
        ("三、问题与不足", "shortcomings"),
        ("三、主要困难", "shortcomings"),
        ("三、2023年推进法治政府建设", "plans"),
        ("三、工作打算", "plans"),
        ("三、今后努力方向", "plans"),
        ("三、2024年以前的情况", "plans"),
        ("三、履职情况", "duties"),
        ("三、存在的問題", "shortcomings"),
        ("三、还有哪些不足", "shortcomings"),
        ("三、法治建设中的短板", "shortcomings"),
        ("三、遇到的问题", "shortcomings"),
        ("三、问题检视", "shortcomings"),
        ("三、有待加强的方面", "shortcomings"),
        ("三、解决群众反映强烈的突出问题", "achievements"),
        ("三、聚焦企业的困难", "achievements"),
        ("三、接下来的工作", "plans"),
        ("三、整改方向", "plans"),
    ],
)
def test_role_of_a_last_heading(heading: str, role: str) -> None:
    assert role_at(f"一、主要做法\n做了。\n二、工作成效\n好。\n{heading}\n正文。", "正文") == role


def test_first_heading_is_never_a_plan_by_weak_words() -> None:
    assert role_at("一、明确工作思路\n做了。\n二、加强宣传\n好。", "做了") == "achievements"


@pytest.mark.parametrize(
    "text",
    [
        "（一）存在问题。一是力量不足；二是培训不够。\n（二）下一步打算。一是加强培训；二是充实力量。",
        "（一）力量不足。\n（二）培训不够。\n下一步，我镇将做好以下工作：\n（一）加强培训。\n（二）充实力量。",
        "一是力量不足；二是培训不够。下一步，我镇将抓好以下工作：一是加强培训；二是充实力量。",
        "我镇还存在力量不足、培训不够等问题。2023年，我镇将重点做好以下工作：一是加强培训；二是充实力量。",
        "力量不足，培训不够。\n2023年，甲镇加强培训，充实力量。",
    ],
)
def test_mixed_section_is_divided(text: str) -> None:
    body = f"一、主要做法\n做了。\n二、存在问题和下一步打算\n{text}"
    for words in ("力量不足", "培训不够"):
        assert role_at(body, words) == "shortcomings"
    for words in ("加强培训", "充实力量"):
        assert role_at(body, words) == "plans"


def test_shortcoming_with_its_remedy() -> None:
    body = "一、做法\n做了。\n二、存在的问题\n（一）力量不足。下一步，将招录人员。\n（二）经费不够。"
    assert role_at(body, "力量不足") == "shortcomings"
    assert role_at(body, "招录人员") == "plans"
    assert role_at(body, "经费不够") == "shortcomings"


def test_promise_inside_a_paragraph_ends_with_it() -> None:
    body = "一、加强领导\n开会4次。下一步，将继续加强领导。\n开展活动5次。\n二、抓好普法\n宣传6次。"
    assert role_at(body, "继续加强") == "plans"
    assert role_at(body, "开展活动") == "achievements"
    assert role_at(body, "宣传6次") == "achievements"


def test_report_without_numbers() -> None:
    body = """2022年，甲镇依法行政，现将情况报告如下：
加强领导。开会4次。
虽然取得了成绩，但仍存在一些不足，如力量不足。
下一步，甲镇将充实力量。
"""
    assert role_at(body, "依法行政") == "introduction"
    assert role_at(body, "开会4次") == "achievements"
    assert role_at(body, "力量不足") == "shortcomings"
    assert role_at(body, "充实力量") == "plans"


def test_unnumbered_headings() -> None:
    body = "2022年，甲镇依法行政。\n主要做法\n开会4次。\n存在问题\n力量不足。\n下一步工作\n充实力量。"
    assert tree(body)[1:] == [(1, "", "主要做法"), (1, "", "存在问题"), (1, "", "下一步工作")]
    assert [role for role, _ in roles(body)] == ["introduction", "achievements", "shortcomings", "plans"]


def test_introduction_with_a_heading() -> None:
    assert roles("引 言\n本报告由甲镇编制。\n一、主要做法\n做了。")[0] == ("introduction", "引言\n本报告由甲")


def test_praise_before_other_praise_confesses_nothing() -> None:
    body = "一、概况\n尽管存在困难，甲镇开会4次。\n二、主要做法\n做了。"
    assert role_at(body, "开会4次") == "achievements"


def test_front_and_closing() -> None:
    text, found = read("一、主要做法\n做了。\n甲镇人民政府\n2023年1月5日")
    first, last = found.sections[0], found.sections[-1]
    assert (first.role, first.begin, first.end) == ("front", 0, found.body_begin)
    assert (last.role, text[last.begin : last.end]) == ("closing", "甲镇人民政府\n2023年1月5日")


def test_every_offset_of_the_body_has_a_section() -> None:
    text, found = read(PLAIN)
    covered: set[int] = set()
    for section in found.sections:
        covered |= set(range(section.begin, section.end))
    assert covered >= set(range(found.body_begin, found.body_end))
    assert isinstance(found.sections[0], Section)
    assert len(text) == found.body_end
