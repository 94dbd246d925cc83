"""Level words mean the nearest division of that level; a body's name is its place's and its own."""

from pathlib import Path

import pytest

from kg.lexicon import divisions
from kg.lexicon.nearby import nearby
from kg.linking.places import Places
from kg.making import build_report
from kg.reading import source
from tests.builds import write

LEVELS = [
    ("下蜀镇", "市", "句容市"),
    ("海宁市", "市", "海宁市"),
    ("六郎镇", "市", "芜湖市"),
    ("月浦镇", "市", "上海市"),
    ("月浦镇", "区", "宝山区"),
    ("巴东县", "州", "恩施土家族苗族自治州"),
    ("苏尼特左旗", "旗", "苏尼特左旗"),
    ("苏尼特左旗", "盟", "锡林郭勒盟"),
    ("滨海新区", "新区", "滨海新区"),
    ("月浦镇", "新区", None),
    ("六郎镇", "州", None),
    ("新市镇", "市", "湖州市"),
    ("鹿寨县", "区", "广西壮族自治区"),
    ("大兴经济开发区", "区", "大兴区"),
]


@pytest.mark.parametrize(("home", "word", "expected"), LEVELS)
def test_a_level_word_means_the_nearest(home: str, word: str, expected: str | None) -> None:
    found = Places(divisions.load().by_name(home)[0]).at_level(word)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("市委", "句容市委"),
        ("镇江市委", "镇江市委"),
        ("市委网信办", "句容市委网信办"),
        ("市政府办公室", "句容市政府办公室"),
        ("市委编办", "句容市机构编制委员会办公室"),
        ("镇政府办公室", "下蜀镇政府办公室"),
        ("市场监督管理局", "下蜀镇市场监督管理局"),
        ("警调室", "下蜀镇警调对接工作室"),
        ("警民联调室", "下蜀镇警民联调室"),
    ],
)
def test_a_body_of_a_town_in_a_county_level_city(said: str, name: str, tmp_path: Path) -> None:
    text = f"句容市下蜀镇2023年法治政府建设情况报告\n一、主要举措和成效\n{said}组织了督察。\n"
    report, _ = build_report(source(write(tmp_path / "a.txt", text)))
    assert name in {entity.name for entity in report.entities if entity.type == "Organization"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("丹阳司法局", "丹阳市司法局"),
        ("松江公安分局", "松江区公安分局"),
        ("昆山市场监管局", "昆山市市场监督管理局"),
        ("昆山公安局花桥派出所", "昆山市公安局花桥派出所"),
        ("句容公安局", "句容市公安局"),
        ("建设局", None),
        ("兰州律师协会", "兰州市律师协会"),
    ],
)
def test_a_body_that_is_called_by_the_short_name_of_its_county_or_city(
    said: str, name: str | None, tmp_path: Path
) -> None:
    text = f"句容市下蜀镇2023年法治政府建设情况报告\n一、主要举措和成效\n邀请{said}民警开展培训。\n"
    report, _ = build_report(source(write(tmp_path / "a.txt", text)))
    names = {entity.name for entity in report.entities if entity.type == "Organization"}
    assert name in names if name else not names


@pytest.mark.parametrize(
    ("short", "home", "expected"),
    [
        ("松江", "月浦镇", "松江区"),
        ("罗店", "月浦镇", "罗店镇"),
        ("罗店", "下蜀镇", None),
        ("东城", "下蜀镇", "东城区"),
        ("朝阳", "下蜀镇", None),
        ("朝阳", "双龙镇", None),
        ("和平", "下蜀镇", None),
        ("建设", "下蜀镇", None),
    ],
)
def test_a_name_without_suffix_is_the_nearest_that_has_it(
    short: str, home: str, expected: str | None
) -> None:
    found = nearby(short, divisions.load().by_name(home)[0])
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("words", "name", "place"),
    [
        ("鲁布革乡多依村获评省级文明村。", "云南省曲靖市罗平县鲁布革布依族苗族乡多依村", "2023-530324202000"),
        ("罗平县鲁布革乡司法所值班。", "鲁布革布依族苗族乡司法所", "2023-530324202000"),
        ("罗平县罗雄街道司法所值班。", "罗雄街道司法所", "2023-530324001000"),
        ("罗平县司法所值班。", "罗平县司法所", "2023-530324000000"),
    ],
)
def test_what_lies_in_a_town_of_the_county_that_reports(
    words: str, name: str, place: str, tmp_path: Path
) -> None:
    text = f"罗平县2023年法治政府建设情况报告\n一、主要举措和成效\n{words}\n"
    report, _ = build_report(source(write(tmp_path / "a.txt", text)))
    assert [e.place for e in report.entities if e.name == name] == [place], report.entities
