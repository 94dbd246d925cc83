"""A part of a graph, and the pages made of it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import KgError
from kg.graph.store import stream
from kg.views import Wanted
from kg.views.columns import Columns
from kg.views.library import Library, read
from kg.views.subset import subset

SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.fixture(scope="module")
def whole() -> Columns:
    return Columns(stream(SMALL))


def library(columns: Columns, wanted: Wanted) -> Library:
    return read(subset(columns, wanted))


def titles(own: Library) -> list[str]:
    return [report.title for report in own.reports]


def test_nothing_wanted_is_everything(whole: Columns) -> None:
    assert subset(whole, Wanted()) is whole


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Wanted(towns=("清溪镇",)), ["清溪镇2022年法治政府建设年度报告", "清溪镇2023年法治政府建设年度报告"]),
        (Wanted(years=("2023",)), ["清溪镇2023年法治政府建设年度报告", "云林镇2023年法治政府建设年度报告"]),
        (Wanted(towns=("云林镇", "清溪镇"), years=("2022",)), ["清溪镇2022年法治政府建设年度报告"]),
    ],
)
def test_places_and_years_choose_reports(whole: Columns, wanted: Wanted, kept: list[str]) -> None:
    assert sorted(titles(library(whole, wanted))) == sorted(kept)


def test_what_only_other_reports_speak_of_is_gone(whole: Columns) -> None:
    everything, part = library(whole, Wanted()), library(whole, Wanted(towns=("云林镇",)))
    labels = {thing.label for thing in part.things.values()}
    assert "云林镇司法所" in labels
    assert "清溪镇司法所" not in labels
    assert len(part.things) < len(everything.things)
    named = {iri for report in part.reports for mark in report.marks for iri in mark.things}
    ends = {
        end for report in part.reports for claim in report.claims for end in (claim.subject, claim.object)
    }
    assert named | ends <= set(part.things)


def test_classes_choose_entities_and_the_reports_own_divisions_stay(whole: Columns) -> None:
    part = library(whole, Wanted(classes=("Programme",)))
    assert {thing.cls for thing in part.things.values()} == {"Programme", "Division"}
    assert len(part.reports) == 3
    assert all(claim.object in part.things for report in part.reports for claim in report.claims)


def test_no_report_left_is_told(whole: Columns) -> None:
    with pytest.raises(KgError) as error:
        subset(whole, Wanted(towns=("没有镇",)))
    assert error.value.notice.code == "KG039"
    assert "the graph holds no report of 没有镇; " in str(error.value)


def test_kg_view_makes_a_smaller_set_beside_the_whole(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(SMALL.read_bytes())
    kept = tmp_path / "reports" / "清溪镇2022.json"
    kept.parent.mkdir()
    kept.write_text("{}", encoding="utf-8")
    run = CliRunner().invoke
    assert run(app, ["view", str(tmp_path)]).exit_code == 0
    assert len(list((tmp_path / "reports").glob("*.html"))) == 3
    part = run(
        app, ["view", str(tmp_path), "-o", str(tmp_path / "part"), "--town", "清溪镇", "--year", "2022"]
    )
    assert part.stdout.strip() == str(tmp_path / "part" / "index.html")
    assert [path.name for path in (tmp_path / "part" / "reports").iterdir()] == ["清溪镇2022.html"]
    assert run(app, ["view", str(tmp_path), "--town", "清溪镇", "--year", "2022"]).exit_code == 0
    assert [path.name for path in sorted((tmp_path / "reports").iterdir())] == [
        "清溪镇2022.html",
        "清溪镇2022.json",
    ]
    assert run(app, ["view", str(tmp_path), "--class", "programme"]).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--town", "没有镇"], "KG039 error: the graph holds no report of 没有镇; "),
        (["--town", "清溪镇", "--year", "1999"], "no report of 清溪镇, 1999; "),
        (["--class", "Place"], "none of"),
        (["--from", "/nowhere"], "KG012"),
    ],
)
def test_kg_view_tells_what_it_cannot_do(tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "graph.ttl").write_bytes(SMALL.read_bytes())
    folder = [] if "--from" in arguments else ["--from", str(tmp_path)]
    result = CliRunner().invoke(app, ["view", *folder, *arguments])
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (tmp_path / "index.html").exists()
