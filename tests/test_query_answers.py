"""What saved questions answer on reports that are built for them, through ``kg.open`` and from a second engine."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import rdflib

import kg
from kg.api import Graph
from kg.build import build
from kg.query import find, questions, values
from tests.builds import write

Rows = list[dict[str, Any]]


def built(folder: Path, reports: dict[str, str]) -> Path:
    """A build of reports: their title, as in 上海市青浦区练塘镇2021年, and what they say of the year's work."""
    for title, said in reports.items():
        write(folder / "in" / f"{title}.txt", f"{title}法治政府建设年度报告\n一、工作成效\n{said}\n")
    build([folder / "in"], folder / "out", pages=False)
    return folder / "out"


_opened: dict[Path, tuple[Graph, rdflib.Graph]] = {}
"""The graph of a build in both engines, until the test has ended: reading it takes longer than most questions."""


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    yield
    for g, _ in _opened.values():
        g.close()
    _opened.clear()


def asked(out: Path, name: str, **given: str) -> Rows:
    """The answer's rows, which rdflib gives, too."""
    if out not in _opened:
        _opened[out] = kg.open(out), rdflib.Graph().parse(out / "graph.ttl")
    g, same = _opened[out]
    rows: Rows = list(g.query(name, limits=None, **given))
    bound = {key: rdflib.Literal(term.value) for key, term in values(find(name), given).items()}
    theirs = same.query(find(name).text, initBindings=bound)
    assert [[*row.values()] for row in rows] == [[plain(cell) for cell in row] for row in theirs]  # type: ignore[union-attr]
    return rows


def plain(cell: Any) -> Any:
    """A term of rdflib as ``kg.open`` gives it."""
    found = None if cell is None else cell.toPython()
    return float(found) if isinstance(found, Decimal) else found


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Path:
    said = "宣传《婚姻法》、《合同法》、《民法典》、《行政处罚法》、《家庭教育促进法》、《信访条例》、《监察法》。"
    years = range(2017, 2024)
    return built(tmp_path_factory.mktemp("laws"), {f"上海市青浦区练塘镇{year}年": said for year in years})


@pytest.mark.parametrize(
    ("law", "versions"),
    [
        ("婚姻法", "latest latest latest latest replaced replaced replaced"),
        ("合同法", "latest latest latest latest replaced replaced replaced"),
        ("民法典", "not-yet not-yet not-yet not-yet changed latest latest"),
        ("行政处罚法", "earlier earlier earlier earlier changed latest latest"),
        ("家庭教育促进法", "not-yet not-yet not-yet not-yet not-yet changed latest"),
        ("信访条例", "latest latest latest latest latest replaced replaced"),
        ("监察法", "not-yet earlier earlier earlier earlier earlier earlier"),
    ],
)
def test_a_law_is_told_by_the_year_of_the_report(laws: Path, law: str, versions: str) -> None:
    """2017 to 2023: what repeals a law, what amends it and what brings it into force are told apart."""
    rows = asked(laws, "law-versions", law=law)
    assert [row["year"] for row in rows] == [str(year) for year in range(2017, 2024)]
    assert [row["version"] for row in rows] == [word.replace("-", " ") for word in versions.split()]


def test_a_law_is_dated_by_its_repeal_only_once_that_came(laws: Path) -> None:
    assert {row["since"] for row in asked(laws, "law-versions", law="婚姻法") if row["year"] < "2021"} == {
        None
    }
    assert asked(laws, "law-versions", law="婚姻法")[-1]["since"] == "2021-01-01"
    assert asked(laws, "law-versions", law="民法典")[0]["since"] == "2021-01-01"


def test_a_district_is_no_neighbour_of_its_towns(tmp_path: Path) -> None:
    out = built(
        tmp_path,
        {
            "上海市宝山区2021年": "推行首违不罚。推行行政执法公示制度。推行重大执法决定法制审核制度。",
            "上海市宝山区月浦镇2021年": "推行首违不罚。",
            "上海市宝山区罗店镇2021年": "推行行政执法公示制度。",
            "上海市宝山区大场镇2021年": "推行行政执法公示制度。",
        },
    )
    ahead = [(row["programme"], row["neighbours"]) for row in asked(out, "town-ahead", town="月浦镇")]
    assert ahead == [("首违不罚制度", 2)]
    assert asked(out, "town-ahead", town="罗店镇") == []
    assert asked(out, "town-ahead", town="宝山区") == []


def test_two_reports_of_a_town_and_year_give_no_row_twice(tmp_path: Path) -> None:
    """Lists of what a town says name it once; figures tell whose report they stand in, and a copy is no report."""
    text = (
        "上海市青浦区练塘镇2021年法治政府建设年度报告\n一、工作成效\n镇人民调解委员会调解纠纷20件，其中邻里纠纷30件。{}\n"
        "二、存在问题\n法治宣传形式单一。\n三、下一步打算\n加强法治队伍建设。\n"
    )
    for name, more in (("a", ""), ("b", "推行首违不罚。"), ("c", "推行首违不罚。")):
        write(tmp_path / "in" / f"{name}.txt", text.format(more))
    build([tmp_path / "in"], tmp_path / "out", pages=False)
    for question in questions():
        rows = asked(tmp_path / "out", question.name)
        assert len(rows) == len({tuple(row.values()) for row in rows}), question.name
    for name in ("plans-by-topic", "shortcomings-by-topic"):
        assert len(asked(tmp_path / "out", name)) == 1
    for name in ("mediation-figures", "figures-with-sentence"):
        assert [row["file"] for row in asked(tmp_path / "out", name)] == ["a.txt", "b.txt"] * 2
    assert asked(tmp_path / "out", "contradictions")


def test_what_others_do_in_a_town_is_not_the_towns(tmp_path: Path) -> None:
    """Its own bodies' deeds are, and keep a neighbour from being ahead."""
    said = {
        "惠南镇": "惠南镇落实行政执法三项制度。市司法局推行行政执法公示制度。区司法局宣传民法典。\n"
        "二、下一步打算\n市司法局将推行首违不罚。",
        "周浦镇": "周浦镇司法所落实行政执法三项制度。推行行政执法公示制度。周浦镇司法所宣传民法典。",
    }
    titles = {f"上海市浦东新区{town}2022年": text for town, text in said.items()}
    out = built(tmp_path, {**titles, "上海市浦东新区惠南镇2023年": "推行首违不罚。"})
    shared = [(row["programme"], row["towns"]) for row in asked(out, "shared-programmes")]
    assert shared == [("行政执法三项制度", 2)] * 2
    stated = {
        (row["town"][-3:], row["stated"])
        for row in asked(out, "programme-towns", programme="行政执法公示制度")
    }
    assert stated == {("周浦镇", "行政执法公示制度")}
    parts = asked(out, "programme-parts", programme="行政执法公示制度")
    assert [row["towns"] for row in parts if row["status"] == "achieved"] == [1]
    assert [row["town"][-3:] for row in asked(out, "laws-taught")] == ["周浦镇"]
    assert [(row["law"], row["towns"]) for row in asked(out, "laws-taught-by-towns")] == [("民法典", 1)]
    assert asked(out, "plans-then-results") == []
    assert [row["programme"] for row in asked(out, "town-ahead", town="惠南镇")] == ["首违不罚制度"]
    assert [row["programme"] for row in asked(out, "town-ahead", town="周浦镇")] == ["行政执法公示制度"]


def test_a_figure_of_an_unknown_year_is_not_left_out(tmp_path: Path) -> None:
    """A report that names no year gives its figures none; they are figures all the same."""
    said = "镇人民调解委员会调解纠纷220件，成功率98.63%。"
    out = built(tmp_path, {"上海市青浦区练塘镇": said})
    for name in ("figures-with-sentence", "mediation-figures", "mediation-success"):
        assert [(row["town"][-3:], row["year"]) for row in asked(out, name)][:1] == [("练塘镇", None)], name
