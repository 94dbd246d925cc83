"""Widths and punctuation of single lines, through ``read_text`` and ``fold_layout``."""

import pytest

from kg.reading import fold_layout, read_text


def clean(source: str) -> str:
    return read_text(source, "a.txt").clean


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("规划(2021-2025 年)", "规划（2021-2025年）"),
        ("(三)依法履职,提升水平;好:对!真?", "（三）依法履职，提升水平；好：对！真？"),
        ("(1)加强领导", "（1）加强领导"),
        ("（一)加强领导", "（一）加强领导"),
        ("热线(12348)平台", "热线（12348）平台"),
        ("发布时间: 2024-03-28 09:18", "发布时间：2024-03-28 09:18"),
        ("共1,234件,其中50%,好", "共1,234件，其中50%，好"),
        ("网址http://a.cn/x?id=1,欢迎", "网址http://a.cn/x?id=1，欢迎"),
        ("落实好.我镇", "落实好。我镇"),
        ("存在困难.(1)人手不足", "存在困难。（1）人手不足"),
        ("下一步.2019年", "下一步。2019年"),
        ("一.主要做法", "一.主要做法"),
        ("1.5万元", "1.5万元"),
        ("第３项占５０％，ＡＢＣ", "第3项占50%，ABC"),
        ("落实<法治纲要(2021-2025年)>工作", "落实〈法治纲要（2021-2025年）〉工作"),
        ("落实‹法治纲要>工作", "落实〈法治纲要〉工作"),
        ("首页 > 政务公开 > 报告", "首页>政务公开>报告"),
        ("plain English, text: fine?", "plain English, text: fine?"),
        ("⼈⺠政府", "人民政府"),
        ("打造「一網通辦『微』平臺」", "打造“一網通辦‘微’平臺”"),
    ],
)
def test_punctuation(source: str, expected: str) -> None:
    assert clean(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('落实"双随机"和"三项制度"工作', "落实“双随机”和“三项制度”工作"),
        ('“一网通办"平台', "“一网通办”平台"),
        ("法治'望闻问切'工作", "法治‘望闻问切’工作"),
        ("讲座it's好", "讲座it's好"),
    ],
)
def test_quotation_marks_by_turns(source: str, expected: str) -> None:
    assert clean(source) == expected


def test_quotation_marks_begin_anew_in_each_paragraph() -> None:
    assert clean('推进"三项制度。\n落实"双随机"监管。') == "推进“三项制度。\n落实“双随机”监管。"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2022 年 1 月", "2022年1月"),
        ("占 100 %。", "占100%。"),
        ("索 引 号", "索引号"),
        ("增装 WIFI 设备", "增装WIFI设备"),
        ("使用 Windows  Server 系统", "使用Windows Server系统"),
        ("2024- 03- 14  11: 18", "2024-03-14 11:18"),
        ("甲\u3000镇\xa0政\u200b府", "甲镇政府"),
    ],
)
def test_blanks(source: str, expected: str) -> None:
    assert clean(source) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（ 2021 年）,", "(2021年)，"),
        ("\u3000“三项\n制度”", '"三项制度"'),
        ("Ａ１％", "A1%"),
        ("‹纲要>", "〈纲要〉"),
        ("﹐", ","),
    ],
)
def test_fold_disregards_layout_and_width(one: str, other: str) -> None:
    assert fold_layout(one) == fold_layout(other)


@pytest.mark.parametrize(("one", "other"), [("政府", "政務"), ("1", "2"), ("《", "〈"), ("、", "，")])
def test_fold_keeps_what_differs(one: str, other: str) -> None:
    assert fold_layout(one) != fold_layout(other)
