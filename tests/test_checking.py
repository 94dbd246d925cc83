"""The arithmetic of reports, through a build: what does not fit is a node of the graph and told in ``build.json``."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from kg.build import build
from kg.graph.validate import validate
from kg.model import Disagreement
from kg.publish.manifest import BuildSummary
from tests.builds import ask, contents, load, write
from tests.casefiles import report

NOW = "上海市青浦区练塘镇2022年法治政府建设情况报告"
BEFORE = "上海市青浦区练塘镇2021年法治政府建设情况报告"


def found(folder: Path, *texts: str) -> tuple[Disagreement, ...]:
    for at, text in enumerate(texts):
        write(folder / "in" / f"{at}.txt", text)
    summary: BuildSummary = build([folder / "in"], folder / "out")
    assert summary.reports == len(texts)
    return summary.contradictions


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("调处矛盾纠纷220件，成功调解217件，调解成功率98.64%。", []),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率98.6%。", []),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率99%。", []),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率98.63%。", [("rate", "warning", 98.63, 98.64)]),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率98%。", [("rate", "warning", 98, 99)]),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率98.60%。", [("rate", "error", 98.6, 98.64)]),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率百分之九十八点六。", []),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率百分之九十八点六四。", []),
        ("调处矛盾纠纷220件，成功调解217件，调解成功率百分之九十九。", []),
        (
            "调处矛盾纠纷220件，成功调解217件，调解成功率百分之九十八点五。",
            [("rate", "warning", 98.5, 98.6)],
        ),
        (
            "调处矛盾纠纷220件，成功调解217件，调解成功率百分之九十八点零六。",
            [("rate", "error", 98.06, 98.64)],
        ),
        ("调处矛盾纠纷1.20万件，成功调解11880件，调解成功率96.5%。", [("rate", "error", 96.5, 99)]),
        ("调处矛盾纠纷220件，成功调解200件，调解成功率98.6%。", [("rate", "error", 98.6, 90.9)]),
        ("调处矛盾纠纷近220件，成功调解200件，调解成功率98.6%。", []),
        ("调处矛盾纠纷220件。成功调解200件，调解成功率98.6%。", []),
        ("调处矛盾纠纷220件，调解成功率98.6%。", []),
        ("制作调解协议书217份，其中书面协议191份，口头协议26份。", []),
        ("制作调解协议书217份，其中书面协议191份，口头协议25份。", [("total", "error", 217, 216)]),
        ("制作调解协议书3.3万份，其中书面协议1.1万份，口头协议2.2万份。", []),
        (
            "制作调解协议书3.3万份，其中书面协议1.1万份，口头协议2.3万份。",
            [],  # 1.14 and 2.25 are printed so, and are 3.39
        ),
        ("制作调解协议书3.3万份，其中书面协议1.1万份，口头协议2.4万份。", [("total", "warning", 3.3, 3.5)]),
        ("制作调解协议书3.3万份，其中书面协议1.1万份，口头协议2.6万份。", [("total", "error", 3.3, 3.7)]),
        ("制作调解协议书1.2万份，其中书面协议9000份，口头协议2880份。", []),
        ("制作调解协议书1.2万份，其中书面协议900份，口头协议288份。", [("total", "error", 1.2, 0.1188)]),
        ("制作调解协议书1.2万份，其中书面协议12600份。", [("total", "error", 1.2, 1.26)]),
        ("制作调解协议书1.2万份，其中书面协议12400份。", []),
        ("制作调解协议书12000份，其中书面协议0.9万份，口头协议0.3万份。", []),
        ("调处矛盾纠纷1.2万件，成功调解11880件，调解成功率99%。", []),
        ("调处矛盾纠纷1.2万件，成功调解11880件，调解成功率96.5%。", []),
        ("调处矛盾纠纷1.2万件，成功调解11880件，调解成功率89%。", [("rate", "error", 89, 99)]),
        ("调处矛盾纠纷1.2万件，成功调解1.1万件，调解成功率91.7%。", []),
        ("调处矛盾纠纷1.2万件，成功调解0.9万件，调解成功率99.9%。", [("rate", "error", 99.9, 75)]),
        ("制作调解协议书217份，其中书面协议191份。", []),
        ("制作调解协议书217份，其中书面协议291份。", [("total", "error", 217, 291)]),
        ("调处矛盾纠纷20件，其中邻里纠纷30件。", [("total", "error", 20, 30)]),
        ("调处矛盾纠纷20件，其中邻里纠纷12件，家庭纠纷11件。", []),
    ],
)
def test_figures_of_a_sentence_are_held_against_each_other(
    tmp_path: Path, words: str, told: list[tuple[str, str, float, float]]
) -> None:
    result = found(tmp_path, report(words, title=NOW))
    assert [(one.check, one.severity, one.stated, one.expected) for one in result] == told
    assert all(one.sentences == (words.rstrip("。"),) for one in result)


def test_a_part_is_held_against_its_whole_across_a_semicolon(tmp_path: Path) -> None:
    words = "调处矛盾纠纷220件；其中调解成功217件，成功率98.63%。"
    (told,) = found(tmp_path, report(words, title=NOW))
    assert (told.check, told.stated, told.expected) == ("rate", 98.63, 98.64)


def test_figures_of_two_bodies_are_not_compared(tmp_path: Path) -> None:
    words = "练塘镇人民调解委员会调处矛盾纠纷220件，练塘镇司法所成功调解17件，调解成功率98%。"
    assert found(tmp_path, report(words, title=NOW)) == ()


def test_a_part_is_not_last_years_total(tmp_path: Path) -> None:
    now = report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=NOW)
    before = report("调处矛盾纠纷210件，其中邻里纠纷30件。", title=BEFORE)
    (one,) = found(tmp_path, now, before)
    assert (one.check, one.stated, one.expected) == ("year", 200, 210)


def test_last_year_is_held_against_last_years_report(tmp_path: Path) -> None:
    now = report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=NOW)
    before = report("调处矛盾纠纷210件。", title=BEFORE)
    (one,) = found(tmp_path, now, before)
    assert (one.check, one.severity, one.stated, one.expected) == ("year", "error", 200, 210)
    assert one.sentences == ("去年调处矛盾纠纷200件", "调处矛盾纠纷210件")
    assert len(one.reports) == 2


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ("1.2万件", "12034件", []),
        ("12034件", "1.2万件", []),
        ("1.2万件", "12600件", [(1.2, 1.26)]),
        ("12600件", "1.2万件", [(12600, 12000)]),
        ("1.2万件", "1.3万件", [(1.2, 1.3)]),
        ("1.3万件", "1.2万件", [(1.3, 1.2)]),
        ("1.2万件", "12034起", []),
    ],
)
def test_last_year_in_ten_thousands_is_held_against_the_plain_number(
    tmp_path: Path, now: str, before: str, told: list[tuple[float, float]]
) -> None:
    own = report(f"调处矛盾纠纷2.2万件，去年调处矛盾纠纷{now}。", title=NOW)
    result = found(tmp_path, own, report(f"调处矛盾纠纷{before}。", title=BEFORE))
    assert [(one.stated, one.expected) for one in result] == told


@pytest.mark.parametrize(
    "before",
    [
        "调处矛盾纠纷200件。",
        "调处矛盾纠纷近210件。",
        "调处矛盾纠纷200件。又调处矛盾纠纷10件。",
        "化解矛盾纠纷210件。",
    ],
)
def test_last_years_figure_fits_or_cannot_be_told(tmp_path: Path, before: str) -> None:
    now = report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=NOW)
    assert found(tmp_path, now, report(before, title=BEFORE)) == ()


def test_another_towns_year_is_not_compared(tmp_path: Path) -> None:
    now = report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=NOW)
    before = report("调处矛盾纠纷210件。", title=BEFORE.replace("练塘", "朱家角"))
    assert found(tmp_path, now, before) == ()


def test_a_contradiction_is_a_node_with_its_figures_and_sentences(tmp_path: Path) -> None:
    now = report("调处矛盾纠纷220件，成功调解200件，调解成功率98.6%。去年调处矛盾纠纷200件。", title=NOW)
    found(tmp_path, now, report("调处矛盾纠纷210件。", title=BEFORE))
    graph = load(tmp_path / "out")
    rows = ask(
        graph,
        "?c a fz:Contradiction ; fz:check ?check ; fz:severity ?severity ; fz:stated/fz:value ?stated ;"
        " fz:expectedValue ?expected ; fz:sentence/nif:anchorOf ?sentence",
        *("check", "stated", "expected", "sentence"),
    )
    assert sorted(rows) == [
        ("rate", "98.6", "90.9", "调处矛盾纠纷220件，成功调解200件，调解成功率98.6%"),
        ("year", "200", "210", "去年调处矛盾纠纷200件"),
        ("year", "200", "210", "调处矛盾纠纷210件"),
    ]
    against = ask(graph, "?c fz:check 'rate' ; fz:against/fz:value ?value", "value")
    assert sorted(against) == [("200",), ("220",)]
    assert [finding for finding in validate(tmp_path / "out") if finding.severity == "violation"] == []
    manifest = json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))
    assert [one["check"] for one in manifest["contradictions"]] == ["rate", "year"]


def test_the_order_of_reports_does_not_matter(tmp_path: Path) -> None:
    now = report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=NOW)
    texts = {"a": now, "b": report("调处矛盾纠纷210件。", title=BEFORE)}
    results = []
    for at, names in enumerate(permutations(texts)):
        for place, name in enumerate(names):
            write(tmp_path / f"{at}" / f"{place}" / f"{name}.txt", texts[name])
        build([tmp_path / f"{at}"], tmp_path / f"{at}-out")
        results.append(contents(tmp_path / f"{at}-out")["graph.ttl"])
    assert results[0] == results[1]
