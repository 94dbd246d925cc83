"""Towns that no list has, in the report of a county: by their form and by what stands around them."""

import pytest

from kg.model import Report
from kg.reading import read_text
from tests.casefiles import report
from tests.test_linking_link import linked

COUNTY = "松滋市2017年法治政府建设工作报告"
OWN = "湖北省荆州市松滋市"


def said(words: str) -> Report:
    """The county's report that says one thing."""
    return linked(read_text(report(words, "achievements", COUNTY), "case.txt"))


def towns(words: str) -> set[str]:
    """The divisions with a town's kind, without the county's name."""
    kinds = ("镇", "乡", "街道")
    return {e.name.removeprefix(OWN) for e in said(words).entities if e.kind in kinds}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("指导杨林岗镇人民调解委员会化解纠纷20件。", {"杨林岗镇"}),
        ("街河口镇派出所破获案件3起。", {"街河口镇"}),
        ("在杨林岗镇、南海镇开展试点。", {"杨林岗镇", "南海镇"}),
        ("南海镇、杨林岗镇率先完成赋权。", {"杨林岗镇", "南海镇"}),
        ("杨林岗镇荣获全省先进集体。", {"杨林岗镇"}),
        ("杨林岗乡红岩村建成法治文化广场。", {"杨林岗乡"}),
        ("松滋市杨林岗镇李桥村获评全国民主法治示范村。", {"杨林岗镇"}),
        ("莫力达苏木司法所办理案件3件。", {"莫力达苏木"}),
        ("杨林岗街道党工委会议研究法治工作4次。联合杨林岗街道开展巡查。", {"杨林岗街道"}),
    ],
)
def test_a_town_that_no_list_has_is_told_by_what_stands_around_it(words: str, found: set[str]) -> None:
    assert towns(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "在重点镇司法所配备专职人员。",
        "指导各乡镇司法所规范化建设。",
        "在特色小镇建成法治文化广场。",
        "该镇综合行政执法队查处案件12件。",
        "各建制镇人民政府落实主体责任。",
        "推进城镇派出所标准化建设。",
        "在中心城区街道设立调解室。",
        "在江南水乡开展巡回审判。",
        "组织外出务工返乡人员学法。",
        "在主街道、集贸市场悬挂横幅。",
        "在边境乡镇派出所设立警务室。",
        "指导赋权乡镇综合行政执法大队规范办案。",
        "全国文明镇、国家卫生镇创建成功。",
        "成为远近闻名的法治小镇。",
    ],
)
def test_words_for_towns_of_a_kind_name_none(words: str) -> None:
    assert towns(words) == set()


def test_what_an_unlisted_town_has_and_does_is_its_own() -> None:
    made = said("杨林岗镇司法所荣立集体二等功。杨林岗镇建成法治文化广场1处。")
    names = {at: entity.name for at, entity in enumerate(made.entities)}
    town = next(e for e in made.entities if e.kind == "镇")
    assert town.key.startswith("division/2023-421087000000/yang-lin-gang-zhen-")
    office = next(e for e in made.entities if e.name == "杨林岗镇司法所")
    assert office.place == town.key.removeprefix("division/")
    stated = {(names[r.subject], r.predicate, names[r.object]) for r in made.relations}
    assert (town.name, "locatedIn", OWN) in stated
    assert (office.name, "locatedIn", town.name) in stated
    assert (town.name, "establishes", "法治文化广场") in stated
    assert (OWN, "establishes", "法治文化广场") not in stated
