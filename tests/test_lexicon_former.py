"""Divisions that are no more: found by their names, and what they are today."""

import re

import pytest

from kg.lexicon.divisions import load
from kg.lexicon.former import former
from tests.test_linking_divisions import reporting

GAZETTEER = load()


def named(name: str) -> str:
    (division,) = GAZETTEER.by_name(name)
    return GAZETTEER.full_name(division)


@pytest.mark.parametrize(
    ("name", "full", "today"),
    [
        ("横县", "广西壮族自治区南宁市横县", "广西壮族自治区南宁市横州市"),
        ("闸北区", "上海市闸北区", "上海市静安区"),
        ("铜梁县", "重庆市铜梁县", "重庆市铜梁区"),
        ("哈密地区", "新疆维吾尔自治区哈密地区", "新疆维吾尔自治区哈密市"),
    ],
)
def test_a_former_division_is_itself_and_tells_what_it_became(name: str, full: str, today: str) -> None:
    assert named(name) == full
    (division,) = GAZETTEER.by_name(name)
    successor = GAZETTEER.successor(division)
    assert successor is not None
    assert GAZETTEER.full_name(successor) == today
    assert division in GAZETTEER.formers(successor)
    assert GAZETTEER.successor(successor) is None


def test_the_table_is_sorted_and_shares_no_name_and_no_code_with_today() -> None:
    rows = [row.split("\t") for row in former().rows]
    assert rows == sorted(rows)
    assert len({name for _, _, name, _ in rows}) == len(rows)
    for code, until, name, _ in rows:
        assert re.fullmatch("20[012][0-9]", until)
        assert [d.code for d in GAZETTEER.by_name(name)] == [code.ljust(12, "0")]
        own = GAZETTEER.get(code, int(until))
        assert own is not None
        assert own.name == name
        successor = GAZETTEER.successor(own)
        assert successor is not None
        assert successor.year == 2023
        assert successor.code[:2] == code[:2], "a county does not change its province"
        assert successor.level == own.level or own.level == "prefecture" or successor.level == "prefecture"


def test_its_towns_are_those_of_what_it_became() -> None:
    (county,) = GAZETTEER.by_name("横县")
    towns = [town for town in GAZETTEER.children(county) if town.name == "百合镇"]
    assert [GAZETTEER.full_name(town) for town in towns] == ["广西壮族自治区南宁市横州市百合镇"]
    assert GAZETTEER.is_within(towns[0], county)


def test_a_short_name_means_the_place_of_today() -> None:
    assert [d.name for d in GAZETTEER.by_short_name("潼南")] == ["潼南区"]


def test_a_report_of_its_time_is_the_former_divisions() -> None:
    assert reporting("横县2020年度法治政府建设情况报告", "我县推进依法行政。", year=2020) == named("横县")


def test_a_town_is_found_under_its_former_county() -> None:
    body = "2018年，百合镇在县委、县政府领导下推进依法行政。我镇召开会议。"
    found = reporting("横县百合镇2018年法治政府建设工作报告", body, year=2018)
    assert found == "广西壮族自治区南宁市横州市百合镇"
