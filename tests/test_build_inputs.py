"""One bad file costs no other: each gets its coded notice, and what cannot be done at all is an error that writes nothing."""

import json
import os
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.build import build
from kg.errors import KgError
from kg.linking import link
from kg.model import Report, Text
from kg.publish import redraw
from kg.publish.manifest import BuildSummary
from kg.reading import Limits
from kg.views import Wanted
from tests.builds import DATA, SAMPLE, TEA_HOUSE, ask, contents, load, records, told, write
from tests.casefiles import report

ANOTHER = report("推行容缺受理。")
LIMIT = 20_000
KINDS = ("json", "html")
Mixed = tuple[Path, BuildSummary, list[tuple[str, str]]]
"""Where a build of one of each was written, its summary, and the notices that it should have."""


def one_of_each(folder: Path) -> list[tuple[str, str]]:
    """A folder with a good report and every kind of bad input; the notices that they deserve."""
    write(folder / "good.txt", SAMPLE[0].read_text("utf-8"))
    write(folder / "empty.txt", "")
    write(folder / "blank.txt", " \n\u3000\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    write(folder / "recipe.txt", "把鸡蛋打散，加盐，下锅翻炒两分钟即可。")
    write(folder / "inner" / "一 份“报告” 'x' \"y\" & z.txt", SAMPLE[1].read_text("utf-8"))
    write(folder / "large.txt", "法治政府建设。" * LIMIT)
    write(folder / "same-a.txt", report("推行首违不罚。"))
    write(folder / "same-b.txt", report("推行首违不罚。").replace("\n", "\r\n"))
    write(
        folder / "other.txt", report("推行容缺受理。", title="上海市青浦区练塘镇2022年法治政府建设情况报告")
    )
    write(folder / "ignored.png", "no report")
    write(folder / ".hidden.txt", "no report")
    return [
        ("KG001", "blank.txt"),
        ("KG001", "empty.txt"),
        ("KG002", "binary.txt"),
        ("KG004", "large.txt"),
        ("KG005", "recipe.txt"),
        ("KG008", "recipe.txt"),
        ("KG009", "same-a.txt"),
        ("KG010", "same-b.txt"),
        ("KG018", folder.name),
    ]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    """What came of a folder with one of each: where it was written, the summary, what was expected."""
    folder = tmp_path_factory.mktemp("mixed")
    expected = one_of_each(folder / "in")
    return folder / "out", build([folder / "in"], folder / "out", limits=Limits(bytes=LIMIT)), expected


def test_each_bad_file_gets_its_notice(mixed: Mixed) -> None:
    _, summary, expected = mixed
    assert sorted(told(summary.failures) + told(summary.warnings)) == expected
    assert all(about.remedy for about in (*summary.failures, *summary.warnings))
    assert {about.severity for about in summary.failures} == {"error"}
    assert {about.severity for about in summary.warnings} == {"warning"}


def test_every_other_file_is_built(mixed: Mixed) -> None:
    folder, summary, _ = mixed
    built = ["good", "other", "recipe", "same-a", "一 份“报告” 'x' \"y\" & z"]
    for kind in KINDS:
        assert sorted(path.stem for path in (folder / "reports").glob(f"*.{kind}")) == sorted(built)
    assert summary.reports == len(built)
    names = {row[0] for row in ask(load(folder), "?r a fz:Report ; fz:fileName ?name", "name")}
    assert names == {f"{name}.txt" for name in built}


def test_the_manifest_keeps_the_notices(mixed: Mixed) -> None:
    folder, summary, _ = mixed
    manifest = json.loads((folder / "build.json").read_text("utf-8"))
    assert manifest["failures"] == [about.model_dump() for about in summary.failures]
    assert manifest["warnings"] == [about.model_dump() for about in summary.warnings]
    assert len(manifest["inputs"]) == 10


def test_a_good_report_is_the_same_in_bad_company(mixed: Mixed, tmp_path: Path) -> None:
    folder, _, _ = mixed
    build(SAMPLE[:1], tmp_path)
    own = json.loads((folder / "reports" / "good.json").read_text("utf-8"))
    alone = json.loads((tmp_path / "reports" / f"{SAMPLE[0].stem}.json").read_text("utf-8"))
    assert {**own, "doc": ""} == {**alone, "doc": ""}


def test_both_versions_of_one_report_are_in_the_graph(
    mixed: Mixed,
) -> None:
    folder, _, _ = mixed
    rows = ask(load(folder), "?r a fz:Report ; fz:division ?d ; fz:year ?y", "r", "d", "y")
    same = Counter((division, year) for _, division, year in rows)
    assert sorted(same.values()) == [1, 1, 2]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read any file")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    locked = write(tmp_path / "locked.txt", ANOTHER)
    locked.chmod(0)
    try:
        summary = build([locked, SAMPLE[0]], tmp_path / "out")
    finally:
        locked.chmod(0o600)
    assert told(summary.failures) == [("KG003", "locked.txt")]
    assert summary.reports == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    summary = build([tmp_path / "nowhere.txt", SAMPLE[0]], tmp_path / "out")
    assert told(summary.failures) == [("KG003", "nowhere.txt")]
    assert summary.reports == 1


def test_a_type_that_is_not_read_is_named(tmp_path: Path) -> None:
    summary = build([write(tmp_path / "a.xlsx", ANOTHER), SAMPLE[0]], tmp_path / "out")
    assert told(summary.failures) == [("KG007", "a.xlsx")]


def test_files_of_one_name_in_two_folders_are_both_kept(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a" / "report.txt", report("推行首违不罚。"))
    write(tmp_path / "in" / "b" / "report.txt", SAMPLE[0].read_text("utf-8"))
    summary = build([tmp_path / "in"], tmp_path / "out")
    assert summary.reports == 2
    assert len(records(tmp_path / "out")) == 2


@pytest.mark.parametrize("packed", [False, True])
def test_one_file_by_two_spellings_is_one_document(
    packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = write(Path("in/报告.txt"), ANOTHER)
    if packed:
        own = Path("in/all.zip")
        with zipfile.ZipFile(own, "w") as archive:
            archive.write("in/报告.txt", "报告.txt")
    link, folder = Path("link" + own.suffix), Path("folder")
    link.symlink_to(own)
    folder.symlink_to("in", target_is_directory=True)
    spelled = [own, own.absolute(), Path("in/../in") / own.name, link, folder / own.name]
    for given in (spelled, spelled[::-1]):
        summary = build(given, Path("out"), pages=False)
        assert (summary.reports, summary.copies, told(summary.warnings)) == (1, (), [])
        [one] = json.loads(Path("out/build.json").read_text("utf-8"))["inputs"]
        assert one["file"] == (f"{tmp_path}/in/all.zip/报告.txt" if packed else f"{tmp_path}/in/报告.txt")


def test_names_as_long_as_a_file_system_holds_cost_no_build(tmp_path: Path) -> None:
    title = "关于印发某某市某某区某某镇人民政府法治政府建设年度情况报告的通知" * 3
    write(tmp_path / "in" / f"{'x' * 251}.txt", SAMPLE[0].read_text("utf-8"))
    write(tmp_path / "in" / f"{'x' * 250}y.txt", SAMPLE[1].read_text("utf-8"))
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.writestr(f"{title}.txt", SAMPLE[2].read_text("utf-8"))
    summary = build([tmp_path / "in"], tmp_path / "out")
    assert (summary.reports, summary.failures) == (3, ())
    named = {
        kind: sorted(path.stem for path in (tmp_path / "out" / "reports").glob(f"*.{kind}")) for kind in KINDS
    }
    assert named["json"] == named["html"]
    assert len(named["json"]) == 3
    assert named["json"][-1].startswith(title[:60])
    names = {row[0] for row in ask(load(tmp_path / "out"), "?r a fz:Report ; fz:fileName ?name", "name")}
    assert f"{title}.txt" in names, "the graph knows the whole name"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encoding_of_a_file_does_not_show_in_its_report(tmp_path: Path, encoding: str) -> None:
    plain, other = tmp_path / "a.txt", tmp_path / "b.txt"
    plain.write_bytes(ANOTHER.encode())
    other.write_bytes(ANOTHER.encode(encoding))
    assert told(build([plain, other], tmp_path / "out").warnings) == [("KG010", "b.txt")]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "picture.png", "")
    with pytest.raises(KgError) as raised:
        build([tmp_path / "in"], tmp_path / "out")
    assert raised.value.notice.code == "KG011"
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_when_no_report_could_be_built(tmp_path: Path) -> None:
    summary = build([write(tmp_path / "empty.txt", "")], tmp_path / "out")
    assert (summary.reports, summary.files, told(summary.failures)) == (0, (), [("KG001", "empty.txt")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt"]


@pytest.mark.parametrize(
    ("where", "given"), [("reports", "reports"), ("data", "in"), ("out/reports", "out/reports")]
)
def test_files_of_others_are_never_removed(
    where: str, given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = Path("out") if where.startswith("out/") else Path()
    write(Path("in/a.txt"), ANOTHER)
    if out.name:
        build([Path("in")], out, pages=False)
    mine = write(Path(where) / "mine.txt", ANOTHER)
    with pytest.raises(KgError) as raised:
        build([Path(given)], out)
    assert (raised.value.notice.code, raised.value.notice.file) == ("KG037", str(out))
    assert mine.read_text("utf-8") == ANOTHER


def test_an_output_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    taken = write(tmp_path / "out", "mine")
    with pytest.raises(KgError) as raised:
        build(SAMPLE[:1], taken)
    assert (raised.value.notice.code, raised.value.notice.file) == ("KG016", str(taken))
    assert taken.read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_build_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    build(SAMPLE[:1], folder)
    before = contents(folder)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.build.view", full)
    with pytest.raises(KgError) as raised:
        build(SAMPLE[1:2], folder)
    assert raised.value.notice.code == "KG016"
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_report_that_trips_the_program_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(text: Text, *rest: Any) -> Report:
        if text.name == SAMPLE[0].name:
            raise RuntimeError("tripped")
        return link(text, *rest)

    monkeypatch.setattr("kg.making.report.link", trip)
    summary = build(SAMPLE[:2], tmp_path / "out")
    assert told(summary.failures) == [("KG015", SAMPLE[0].name)]
    assert "RuntimeError: tripped" in summary.failures[0].message
    assert summary.reports == 1


def test_a_base_that_is_no_iri_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgError) as raised:
        build(SAMPLE[:1], tmp_path / "out", base="not an iri")
    assert raised.value.notice.code == "KG017"


def test_the_base_is_where_the_data_begin(tmp_path: Path) -> None:
    build(SAMPLE[:1], tmp_path / "out", base="https://example.org/fazhi/")
    subjects = {row[0] for row in ask(load(tmp_path / "out"), "?r a fz:Report", "r")}
    assert all(iri.startswith("https://example.org/fazhi/report/") for iri in subjects)
    assert DATA not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_a_broken_vocabulary_stops_the_build_with_its_line(tmp_path: Path) -> None:
    own = write(
        tmp_path / "broken.ttl", TEA_HOUSE.read_text("utf-8").replace('"茶馆说事"@zh ;', '"茶馆说事@zh ;')
    )
    with pytest.raises(KgError) as raised:
        build(SAMPLE[:1], tmp_path / "out", vocabulary=[own])
    about = raised.value.notice
    assert (about.code, about.file, about.place) == ("KG014", str(own), "line 9")
    assert not (tmp_path / "out").exists()


def test_a_word_of_the_users_that_nothing_reads_is_a_warning(tmp_path: Path) -> None:
    own = write(
        tmp_path / "my.ttl",
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://fazhi.example/vocabulary/outline/plans> skos:hiddenLabel "来年安排"@zh .\n',
    )
    summary = build(SAMPLE[:1], tmp_path / "out", vocabulary=[own], pages=False)
    assert ("KG040", "my.ttl") in told(summary.warnings)


def test_a_folder_tells_what_it_holds_besides_text(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "2022.12").write_text(ANOTHER, encoding="utf-8")
    for name in ("a.xlsx", "b.xlsx", "c.png"):
        (folder / name).write_bytes(b"x")
    summary = build([folder], tmp_path / "out")
    assert summary.reports == 1
    assert [(w.code, w.message) for w in summary.warnings if w.code == "KG018"] == [
        ("KG018", "the folder holds files that are not read: 1 .png, 2 .xlsx")
    ]


def test_a_pipe_does_not_hold_up_the_build(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(ANOTHER, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    summary = build([tmp_path / "pipe.txt", good], tmp_path / "out")
    assert summary.reports == 1
    assert [f.code for f in summary.failures] == ["KG003"]


@pytest.mark.parametrize("options", [{}, {"jobs": 2}, {"shards": 2}])
def test_a_record_is_named_by_the_reports_that_were_built(options: dict[str, Any], tmp_path: Path) -> None:
    good = write(tmp_path / "x" / "报告.txt", SAMPLE[0].read_text("utf-8"))
    bad = write(tmp_path / "y" / "报告.txt", "")
    copied = write(tmp_path / "z" / "报告.txt", SAMPLE[0].read_text("utf-8") + "\n")
    for company in ([], [bad], [bad, copied]):
        build([good, *company], tmp_path / "out", **options)
        held = {path.name for path in (tmp_path / "out" / "reports").iterdir()}
        assert held == {"报告.json"} | (set() if "shards" in options else {"报告.html"})


def test_a_report_s_page_has_the_name_of_its_record_in_a_part_of_the_graph_too(tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLE[:2]]
    files = [write(tmp_path / folder / "报告.txt", text) for folder, text in zip("ab", texts, strict=True)]
    build(files, tmp_path / "out")
    redraw(
        tmp_path / "out", tmp_path / "out", Wanted(towns=(records(tmp_path / "out")[0]["report"]["area"],))
    )
    [page] = (tmp_path / "out" / "reports").glob("*.html")
    assert page.with_suffix(".json").is_file()


def test_files_of_one_name_have_records_and_pages_of_one_name_each(tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLE[:2]]
    files = [write(tmp_path / folder / "report.txt", text) for folder, text in zip("ab", texts, strict=True)]
    build(files, tmp_path / "out")
    names = {
        kind: {path.stem for path in (tmp_path / "out" / "reports").glob(f"*.{kind}")}
        for kind in ("json", "html")
    }
    assert len(names["json"]) == 2
    assert names["json"] == names["html"]
    for path in (tmp_path / "out" / "reports").glob("*.json"):
        page = path.with_suffix(".html").read_text(encoding="utf-8")
        assert json.loads(path.read_text("utf-8"))["report"]["title"] in page


def test_a_town_that_no_list_has_is_in_the_graph_with_its_county_and_without_a_code(tmp_path: Path) -> None:
    said = "镇司法所调解纠纷20件。在杨林岗镇、南海镇开展巡查。"
    write(
        tmp_path / "in" / "town.txt",
        report(said, title="新江口镇2017年法治政府建设情况报告\n松滋市人民政府："),
    )
    write(
        tmp_path / "in" / "county.txt",
        report("新江口镇建成法治广场。", title="松滋市2017年法治政府建设情况报告"),
    )
    summary = build([tmp_path / "in"], tmp_path / "out")
    assert told(summary.warnings) == [("KG043", "town.txt")]
    assert "湖北省荆州市松滋市新江口镇 is in no list" in summary.warnings[0].message
    graph = load(tmp_path / "out")
    towns = "?town a fz:Division ; rdfs:label ?name ; fz:locatedIn ?county . ?county fz:divisionCode '421087000000'"
    found = ask(graph, f"{towns} . FILTER NOT EXISTS {{ ?town fz:divisionCode ?code }}", "name")
    assert sorted(found) == [("湖北省荆州市松滋市新江口镇",), ("湖北省荆州市松滋市杨林岗镇",)]
    office = "?office rdfs:label '新江口镇司法所'@zh ; fz:scope ?town . ?report fz:division ?town"
    assert len(ask(graph, office, "town")) == 1
