"""One report in several files is one report in the graph; the other files are its copies."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.checking import ALIKE, likeness
from kg.graph.iris import DEFAULT_BASE
from kg.graph.merging import clean_text
from kg.graph.validate import validate
from kg.making import Made, joining, make
from kg.making.kept import Kept
from kg.model import Text
from kg.reading import DEFAULTS, Limits, Source, read_file, read_source, source
from tests.builds import DATA, SAMPLE, ask, load, write
from tests.casefiles import report
from tests.writers.docx import docx_bytes
from tests.writers.html import html_bytes
from tests.writers.pdf import pdf_bytes

TEXT = read_file(SAMPLE[3]).clean
LINES = TEXT.split("\n")


def test_formats_postings_and_versions_are_one_report(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.txt", TEXT)
    (folder / "b.docx").write_bytes(docx_bytes(LINES))
    (folder / "c.pdf").write_bytes(pdf_bytes(LINES))
    (folder / "d.html").write_bytes(html_bytes(["信息公开", "来源：某某网站", *LINES]))
    write(folder / "e.txt", TEXT.replace("新的进展", "明显进展"))
    summary = build([folder], tmp_path / "out")
    assert summary.reports == 1
    told = [(Path(copy.file).name, copy.exact) for copy in summary.copies]
    assert told == [("b.docx", True), ("c.pdf", True), ("d.html", False), ("e.txt", False)]
    assert [w.code for w in summary.warnings if Path(w.file).name != "a.txt"] == ["KG010"] * 4
    graph = load(tmp_path / "out")
    rows = ask(
        graph,
        "?c a fz:Copy ; fz:fileName ?name ; fz:sha256 ?hash ; dcterms:isVersionOf/a fz:Report",
        "name",
        "hash",
    )
    assert sorted(rows) == sorted((Path(copy.file).name, copy.sha256) for copy in summary.copies)
    assert [found for found in validate(tmp_path / "out") if found.severity == "violation"] == []
    assert len(json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))["copies"]) == 4


CORRECTED = TEXT.replace("220", "2200").replace("217", "2170")
ISSUER = "上海市宝山区月浦镇人民政府"


@pytest.mark.parametrize("names", [("原稿.txt", "更正稿.txt"), ("a.txt", "b.txt"), ("b.txt", "a.txt")])
@pytest.mark.parametrize("issuer", [True, False])
def test_a_text_whose_figures_were_corrected_is_another_version(
    names: tuple[str, str], issuer: bool, tmp_path: Path
) -> None:
    corrected = (
        CORRECTED if issuer else CORRECTED.replace(f"{ISSUER}文件\n", "").replace(f"\n{ISSUER}\n", "\n")
    )
    texts = dict(zip(names, (TEXT, corrected), strict=True))
    assert likeness(*texts.values()) > ALIKE
    for name, text in texts.items():
        write(tmp_path / "in" / name, text)
    summary = build([tmp_path / "in"], tmp_path / "out", pages=False)
    assert (summary.reports, summary.copies) == (2, ())
    assert [(w.code, Path(w.file).name) for w in summary.warnings] == [("KG009", max(names))]
    values = {value for (value,) in ask(load(tmp_path / "out"), "?o fz:value ?v", "v")}
    assert {"220", "217", "2200", "2170"} <= {value.partition(".")[0] for value in values}


@pytest.mark.parametrize(
    ("old", "new"),
    [("新的进展", "明显进展"), ("一、主要举措", "时间：2022-02-28 15:36 浏览量：57\n一、主要举措")],
)
def test_other_words_and_the_count_of_a_pages_visitors_make_no_version(
    old: str, new: str, tmp_path: Path
) -> None:
    assert old in TEXT
    write(tmp_path / "in" / "a.txt", TEXT)
    write(tmp_path / "in" / "b.txt", TEXT.replace(old, new))
    summary = build([tmp_path / "in"], tmp_path / "out", pages=False)
    assert (summary.reports, [copy.exact for copy in summary.copies]) == (1, [False])


@pytest.mark.parametrize(
    ("old", "new", "exact"),
    [
        ("\n", "\r\n", True),
        ("", "", True),
        ("全年", "全年 ", True),
        ("“", "《", False),
        ("政府\n2022", "政府2022", False),
    ],
    ids=["line ends", "nothing", "blanks that are cleaned away", "marks", "a line"],
)
def test_a_copy_is_exact_where_all_characters_are_the_same(
    old: str, new: str, exact: bool, tmp_path: Path
) -> None:
    write(tmp_path / "in" / "a.txt", TEXT)
    (tmp_path / "in" / "b.txt").write_bytes((TEXT.replace(old, new) if old else TEXT).encode())
    summary = build([tmp_path / "in"], tmp_path / "out", pages=False)
    assert [copy.exact for copy in summary.copies] == [exact]
    told = ask(load(tmp_path / "out"), "?c a fz:Copy ; fz:exact ?exact", "exact")
    assert told == [(str(exact).lower(),)]
    manifest = json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))
    assert [copy["exact"] for copy in manifest["copies"]] == [exact]


def test_the_same_graph_but_for_the_copies(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", TEXT)
    alone = build([tmp_path / "in"], tmp_path / "alone")
    write(tmp_path / "in" / "b.txt", TEXT + "\n")
    both = build([tmp_path / "in"], tmp_path / "both")
    assert both.report_triples - alone.report_triples == 5
    assert (both.reports, both.mentions) == (alone.reports, alone.mentions)


@pytest.mark.parametrize("change", ["blanks", "marks", "format"])
@pytest.mark.parametrize("town", ["", "云山镇"])
def test_builds_of_copies_add_up_without_a_contradiction_of_their_spans(
    change: str, town: str, tmp_path: Path
) -> None:
    text = TEXT.replace("上海市宝山区月浦镇", town).replace("月浦", "云山") if town else TEXT
    other = text.replace("“", "《").replace("”", "》") if change == "marks" else text
    files = [write(tmp_path / "in" / "one.txt", text), tmp_path / "in" / "other" / "one.txt"]
    write(files[1], "\n\n" + other + "\n\n")
    if change == "format":
        files = [tmp_path / "in" / "one.docx", tmp_path / "in" / "one.html"]
        files[0].write_bytes(docx_bytes(text.split("\n")))
        files[1].write_bytes(html_bytes(text.split("\n")))
    union: set[ox.Triple] = set()
    for number, file in enumerate(files):
        build([file], tmp_path / str(number), pages=False)
        union |= {quad.triple for quad in load(tmp_path / str(number))}
    whole = tmp_path / "union.nt"
    whole.write_bytes(ox.serialize(union, format=ox.RdfFormat.N_TRIPLES) or b"")
    found = [one for one in validate(whole) if one.severity == "violation"]
    assert [one for one in found if not one.node.startswith(f"{DATA}dataset")] == []
    assert build(files, tmp_path / "both", pages=False).reports == 1


@pytest.mark.parametrize(
    ("other", "alike"),
    [("甲乙丙丁戊己庚辛壬癸", 1.0), ("子丑寅卯辰巳午未申酉", 0.0), ("甲乙丙丁戊己庚辛壬 癸\n", 1.0)],
)
def test_likeness(other: str, alike: float) -> None:
    assert likeness("甲乙丙丁戊己庚辛壬癸", other) == alike
    assert likeness(other, "甲乙丙丁戊己庚辛壬癸") == alike


def test_reports_of_two_towns_are_not_alike() -> None:
    texts = [read_file(path).clean for path in SAMPLE]
    assert max(likeness(a, b) for a in texts for b in texts if a is not b) < 0.2


@pytest.mark.parametrize("kept", [True, False])
def test_a_report_is_compared_by_what_was_kept_and_read_again_only_without(
    kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[str] = []

    def read(one: Source, limits: Limits) -> Text:
        again.append(one.name)
        return read_source(one, limits)

    monkeypatch.setattr(joining, "read_source", read)
    if not kept:
        monkeypatch.setattr(Kept, "keep", lambda *_: None)
    write(tmp_path / "in" / "a.txt", TEXT)
    write(tmp_path / "in" / "b.txt", TEXT.replace("新的进展", "明显进展"))
    write(tmp_path / "in" / "c.txt", TEXT[: len(TEXT) // 2])
    summary = build([tmp_path / "in"], tmp_path / "out", pages=False)
    assert [(Path(copy.file).name, copy.exact) for copy in summary.copies] == [("b.txt", False)]
    assert again == ([] if kept else ["a.txt", "a.txt"])


@pytest.mark.parametrize("words", ["甲\n乙。", '引号"和\\反斜杠\t。', "😀。", "\u2028行。"])
def test_a_reports_text_comes_back_from_its_part(words: str, tmp_path: Path) -> None:
    one = source(write(tmp_path / "a.txt", report(words)))
    made = make(one, base=DEFAULT_BASE, limits=DEFAULTS, vocabulary=())
    assert isinstance(made, Made)
    assert clean_text(made.part) == read_source(one).clean
