"""The gazetteer of statutes: every usual form of a name, and names that need no brackets."""

import gzip
import re
from pathlib import Path

import pytest

from kg import resources
from kg.lexicon import editions, laws
from kg.lexicon.compile import laws as laws_of
from kg.lexicon.compile import write
from kg.lexicon.laws import Law
from tests.some import some


def found(name: str) -> Law:
    law = laws.find(name)
    assert law is not None, name
    return law


@pytest.mark.parametrize(
    ("form", "official"),
    [
        ("民法典", "中华人民共和国民法典"),
        ("《民法典》", "中华人民共和国民法典"),
        ("《中华人民共和国行政处罚法》", "中华人民共和国行政处罚法"),
        ("行政处罚法（2021年修订）", "中华人民共和国行政处罚法"),
        ("行政处罚法（2021年修改）", "中华人民共和国行政处罚法"),
        ("行政处罚法(2021修订)", "中华人民共和国行政处罚法"),
        ("刑法修正案(十一)", "中华人民共和国刑法修正案（十一）"),
        ("政府信息公开条例", "中华人民共和国政府信息公开条例"),
        ("最高人民法院关于人民法院执行工作若干问题的规定", None),
        ("宪法", "中华人民共和国宪法"),
        ("上海市非机动车安全管理条例", "上海市非机动车安全管理条例"),
    ],
)
def test_find_knows_every_usual_form(form: str, official: str | None) -> None:
    assert found(form).official_name == (official or f"{form}（试行）")


@pytest.mark.parametrize("form", ["行政处罚法（修订草案）", "某某法", "", "宪法修正案", "法"])
def test_find_does_not_guess(form: str) -> None:
    assert laws.find(form) is None


def test_a_local_law_is_found_with_its_region_only() -> None:
    assert laws.find("非机动车安全管理条例") is None
    assert found("《上海市非机动车安全管理条例》").region == "上海"


def test_a_name_without_a_region_is_the_national_law_s() -> None:
    assert found("优化营商环境条例").region is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("宪法", "宪法"),
        ("民法典", "法律"),
        ("政府信息公开条例", "法规规章"),
        ("上海市行政规范性文件管理规定", "法规规章"),
        ("人民检察院刑事诉讼规则", "法规规章"),
    ],
)
def test_kind_follows_the_category(name: str, kind: str) -> None:
    assert laws.kind(found(name)) == kind


def test_dates_are_of_adoption_revision_and_effect() -> None:
    law = found("行政处罚法")
    assert (law.promulgated, law.amended, law.effective) == ("1996-03-17", "2021-01-22", "2021-07-15")
    assert found("合同法").status == "失效"
    date = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?")
    rows = gzip.decompress((resources.data() / "laws.tsv.gz").read_bytes()).decode().splitlines()
    assert [row for row in rows if not all(date.fullmatch(cell) for cell in row.split("\t")[2:5])] == []


def test_a_replaced_statute_says_until_when_it_was_in_force() -> None:
    law = found("合同法")
    assert (law.until, law.successor) == ("2021-01-01", "中华人民共和国民法典")
    assert (found("民法典").until, found("民法典").successor) == ("", "")


def test_every_replaced_statute_and_its_successor_are_in_the_list() -> None:
    lines = (resources.data() / "replaced.tsv").read_text("utf-8").splitlines()
    for name, until, successor in some(line.split("\t") for line in lines[1:]):
        old, new = found(name), found(successor)
        assert (old.official_name, old.status, old.until) == (name, "失效", until)
        assert (new.official_name, new.status) == (successor, "有效")
        assert until in (new.effective, new.promulgated)


@pytest.mark.parametrize(
    ("name", "following", "year"),
    [
        ("中华人民共和国行政处罚法（2017年修正）", "", "2017"),
        ("行政处罚法", "（2021年修订）和", "2021"),
        ("行政处罚法", "(2021修订本)", "2021"),
        ("行政处罚法（2017年修正）》", "", "2017"),
        ("行政处罚法", "（2021年）", None),
        ("人民检察院刑事诉讼规则（试行）", "", None),
        ("法治建设规划（2021-2025年）", "", None),
        ("行政处罚法", "、行政复议法（2017年修正）", None),
        ("", "", None),
    ],
)
def test_the_edition_of_a_citation(name: str, following: str, year: str | None) -> None:
    assert editions.edition(name, following) == year


def test_bare_names_are_national_and_no_ordinary_words() -> None:
    names = set(laws.bare_names())
    assert {"宪法", "刑法", "民法典", "行政处罚法", "中华人民共和国行政处罚法", "政府信息公开条例"} <= names
    assert "水法" not in names
    assert all(found(name).region is None for name in names)


@pytest.mark.parametrize(
    ("text", "name", "alone"),
    [
        ("学习行政处罚法和民法典", "行政处罚法", True),
        ("宪法法律至上", "宪法", True),
        ("全市民法典宣传", "民法典", True),
        ("宣传信访条例", "信访条例", True),
        ("信访条例", "信访条例", True),
        ("提供工会法律服务", "工会法", False),
        ("国家安全法治教育", "国家安全法", False),
        ("实施土地管理法办法", "土地管理法", False),
        ("《江苏省信访条例》", "信访条例", False),
        ("刑法修正案（十一）", "刑法", False),
    ],
)
def test_stands_alone_refuses_pieces_of_longer_words(text: str, name: str, alone: bool) -> None:
    begin = text.index(name)
    assert laws.stands_alone(text, begin, begin + len(name)) is alone


def test_another_list_can_be_loaded(tmp_path: Path) -> None:
    rows = [("中华人民共和国甲法（试行）", "法律", "2000-01-01", "", "", "有效", "")]
    write(tmp_path / "laws.tsv.gz", rows)
    other = laws.load(tmp_path / "laws.tsv.gz")
    assert len(other) == 1
    law = other.find("《甲法》")
    assert law is not None
    assert law.short_name == "甲法（试行）"
    assert other.find("民法典") is None


def test_wide_digits_of_a_list_are_written_as_others() -> None:
    row = {"full_name": "甲１法", "category": "法律", "status": "有效"}
    dates = {"promulgated": "２０12-01-０２", "amended": "", "effective": "2013-01-01"}
    assert laws_of([row | dates]) == [("甲１法", "法律", "2012-01-02", "", "2013-01-01", "有效", "")]


def test_the_day_of_effect_is_that_of_the_version_amended_last(tmp_path: Path) -> None:
    rows = [
        ("甲法", "法律", "2000-01-01", "2020-10-01", "2021-06-01", "有效", ""),
        ("乙法", "法律", "2000-01-01", "2024-04-26", "2021-06-01", "有效", ""),
        ("丙法", "法律", "2000-01-01", "", "2001-01-01", "有效", ""),
    ]
    write(tmp_path / "laws.tsv.gz", rows)
    found = [laws.load(tmp_path / "laws.tsv.gz").find(name) for name in ("甲法", "乙法", "丙法")]
    assert [law and law.effective for law in found] == ["2021-06-01", "", "2001-01-01"]


def test_short_forms_that_people_use_mean_the_law() -> None:
    known = laws.load()
    for alias, name in (
        ("保密法", "保守国家秘密法"),
        ("未保法", "未成年人保护法"),
        ("反诈法", "反电信网络诈骗法"),
    ):
        found = known.find(alias)
        assert found
        assert found.short_name == name
        assert alias in known.bare_names()
