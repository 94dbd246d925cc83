"""One report in several files is one report in the graph; the other files are its copies."""

import json
from pathlib import Path

import pytest

from kg.build import build
from kg.checking import likeness
from kg.graph.validate import validate
from kg.reading import read_file
from tests.builds import SAMPLE, ask, load, write
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
    write(folder / "e.txt", TEXT.replace("220", "221"))
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


def test_the_same_graph_but_for_the_copies(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", TEXT)
    alone = build([tmp_path / "in"], tmp_path / "alone")
    write(tmp_path / "in" / "b.txt", TEXT + "\n")
    both = build([tmp_path / "in"], tmp_path / "both")
    assert both.triples - alone.triples == 5
    assert (both.reports, both.mentions) == (alone.reports, alone.mentions)


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
