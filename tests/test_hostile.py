"""Files made to do harm: each is refused or read within its limits, and the batch goes on."""

import json
import os
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from docx.oxml.ns import nsdecls

import kg.making.report
from kg.build import build
from kg.errors import KgError
from kg.linking import link
from kg.model import Report, Text
from kg.reading import Limits, read_bytes, read_text, worker
from tests.builds import SAMPLE, told
from tests.casefiles import report
from tests.writers.docx import docx_bytes, with_part
from tests.writers.ofd import ofd_bytes
from tests.writers.pdf import pdf_bytes

GOOD = SAMPLE[0]
HEAD = "上海市青浦区练塘镇2022年法治政府建设情况报告\n2022年，练塘镇依法行政。\n"
SECRET = "the secret of another file"
LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
ENTITIES = {
    "laughs": f'<!DOCTYPE d [<!ENTITY a0 "哈哈">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE d [<!ENTITY a9 "{"哈" * 100_000}">]>',
    "file": '<!DOCTYPE d [<!ENTITY a9 SYSTEM "file://{secret}">]>',
    "address": '<!DOCTYPE d [<!ENTITY a9 SYSTEM "http://127.0.0.1:9/a">]>',
    "parameter": '<!DOCTYPE d [<!ENTITY % p SYSTEM "file://{secret}"> %p;]>',
    "remote type": '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">',
}


def refused(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(KgError) as caught:
        read_bytes(data, name, limits or Limits())
    assert SECRET not in str(caught.value)
    return caught.value.notice.code


def read_or_refused(data: bytes, name: str, limits: Limits) -> str:
    """The code of the refusal, or nothing."""
    try:
        read_bytes(data, name, limits)
    except KgError as error:
        return error.notice.code
    return ""


@pytest.mark.parametrize("kind", ENTITIES)
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "OFD.xml", "Doc_0/Pages/Page_0/Content.xml"]
)
def test_no_entity_is_expanded_in_any_part(tmp_path: Path, part: str, kind: str) -> None:
    (tmp_path / "secret").write_text(SECRET)
    declared = ENTITIES[kind].replace("{secret}", str(tmp_path / "secret"))
    data = docx_bytes(["甲镇"]) if part.startswith("word") else ofd_bytes(["甲镇"])
    root = (
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&a9;&a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    name = "a.docx" if part.startswith("word") else "a.ofd"
    assert refused(with_part(data, part, declared + root), name) == "KG027"


@pytest.mark.parametrize("kind", ENTITIES)
def test_no_entity_is_expanded_in_a_page(tmp_path: Path, kind: str) -> None:
    (tmp_path / "secret").write_text(SECRET)
    declared = ENTITIES[kind].replace("{secret}", str(tmp_path / "secret"))
    text = read_bytes(f"{declared}<html><body><p>甲镇，乙镇。&a9;</p></body></html>".encode(), "a.xhtml")
    assert SECRET not in text.source
    assert "哈" not in text.source.partition("甲镇")[2]


@pytest.mark.parametrize(("name", "part"), [("a.docx", "word/document.xml"), ("a.ofd", "Doc_0/Document.xml")])
def test_a_part_that_unpacks_beyond_its_limit_is_not_unpacked(name: str, part: str) -> None:
    data = docx_bytes(["甲镇"]) if name == "a.docx" else ofd_bytes(["甲镇"])
    bomb = with_part(data, part, " " * 30_000_000)
    assert len(bomb) < 100_000
    assert refused(bomb, name, Limits(unpacked=20_000_000)) == "KG004"


def test_a_bomb_in_an_archive_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("bomb.txt", b"0" * 30_000_000)
        out.writestr("good.txt", GOOD.read_bytes())
    summary = build([tmp_path / "a.zip"], tmp_path / "out")
    assert (told(summary.failures), summary.reports) == ([("KG004", "bomb.txt")], 1)


def test_an_archive_that_lies_about_its_sizes_is_not_believed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("bomb.txt", b"0" * 30_000_000)
    data = (
        (tmp_path / "a.zip")
        .read_bytes()
        .replace((30_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    )
    (tmp_path / "a.zip").write_bytes(data)
    assert [code for code, _ in told(build([tmp_path / "a.zip", GOOD], tmp_path / "out").failures)] in (
        ["KG004"],
        ["KG027"],
    )


def test_a_text_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    summary = build([tmp_path / "a.txt", GOOD], tmp_path / "out")
    assert (told(summary.failures), summary.reports) == ([("KG004", "a.txt")], 1)


def test_a_line_of_ten_megabytes_is_too_long_to_be_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("依法行政，" * (9_999_000 // 15), encoding="utf-8")
    assert told(build([tmp_path / "a.txt", GOOD], tmp_path / "out").failures) == [("KG030", "a.txt")]


LONG = 30_000
SHAPES = {
    "nested": "《" * LONG,
    "nested and closed": "《" * (LONG // 2) + "》" * (LONG // 2),
    "all brackets": "《“（" * (LONG // 3),
    "no stop": "练塘镇依法行政" * (LONG // 7),
    "titles": "《民法典》" * (LONG // 5),
    "quotations": "“三项制度”" * (LONG // 6),
    "digits": "1" * LONG + "件",
    "grouped digits": "1,234," * (LONG // 6),
    "numerals": "一" * LONG,
    "blanks": " " * LONG + "。",
    "line breaks": "\n" * LONG + "。",
    "one a line": "甲\n" * (LONG // 2),
    "tags": "<p " * (LONG // 3),
    "links": "![a](" * (LONG // 5),
    "bookmarks": "[bookmark:" * (LONG // 10),
    "brackets": "(" * LONG,
    "headings": "一、甲\n" * (LONG // 4),
    "labels": "索引号：" * (LONG // 4),
    "bodies": "练塘镇司法所、" * (LONG // 7),
    "towns": "镇" * LONG,
    "bars": "甲|" * (LONG // 2),
    "addresses": "http://a" * (LONG // 8),
    "quotation marks": '"' * LONG,
    "bidi": "\u202e镇\u2066" * (LONG // 3),
    "invisible": "\u200b" * LONG + "镇",
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_text_takes_its_time_squared(tmp_path: Path, shape: str) -> None:
    (tmp_path / "a.txt").write_text(HEAD + SHAPES[shape], encoding="utf-8")
    summary = build([tmp_path / "a.txt"], tmp_path / "out", limits=Limits(seconds=20))
    assert told(summary.failures) == []


def test_a_text_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow.txt").write_text(report("推行首违不罚。"), encoding="utf-8")

    def slow(text: Text, *rest: Any) -> Report:
        if text.name == "slow.txt":
            re.fullmatch("(a+)+", "a" * 60 + "b")
        return link(text, *rest)

    monkeypatch.setattr(kg.making.report, "link", slow)
    summary = build([tmp_path / "slow.txt", GOOD], tmp_path / "out", limits=Limits(seconds=1))
    assert (told(summary.failures), summary.reports) == ([("KG030", "slow.txt")], 1)


def test_a_machine_that_does_something_else_for_a_while_loses_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is built hangs on the input alone."""

    def waiting(text: Text, *rest: Any) -> Report:
        time.sleep(1.5)
        return link(text, *rest)

    monkeypatch.setattr(kg.making.report, "link", waiting)
    assert build([GOOD], tmp_path / "out", limits=Limits(seconds=1)).reports == 1


# ── the reader process ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("import time; time.sleep(600)", "KG030"),
        ("while True: pass", "KG030"),
        ("bytearray(10**12)", "KG030"),
        ("import os; os.abort()", "KG027"),
        ("import os; os._exit(0)", "KG027"),
        ("import sys; sys.exit(3)", "KG027"),
        ("def deep(): deep()\n deep()", "KG027"),
        ("import sys; sys.stdout.write('{}' * 10**5); sys.stdout.flush(); raise ValueError('odd')", "KG027"),
    ],
)
def test_a_reader_that_runs_away_costs_its_file_only(
    monkeypatch: pytest.MonkeyPatch, deed: str, code: str
) -> None:
    body = deed.replace("\n", "\n ")
    fake = f"import kg.reading.process as w\ndef bad(*_):\n {body}\nw.characters = bad"
    start = f"import json, sys; sys.path[:] = json.loads(sys.argv[1]); exec({fake!r}); w.serve()"
    worker.close()
    with monkeypatch.context() as patch:
        patch.setattr(worker, "_START", start)
        assert refused(docx_bytes(["甲镇"]), "a.docx", Limits(seconds=2)) == code
        worker.close()
    assert read_bytes(docx_bytes(["甲镇"]), "a.docx").clean == "甲镇"


def test_a_pdf_whose_pages_run_in_a_circle_ends() -> None:
    loop = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000000>> endobj
3 0 obj <</Type/Pages/Kids[2 0 R]/Parent 3 0 R/Count 7>> endobj
trailer <</Root 1 0 R>>"""
    assert refused(loop, "a.pdf", Limits(seconds=10)) in ("KG027", "KG030", "KG001")


def test_a_pdf_that_draws_itself_ends() -> None:
    data = pdf_bytes(["甲镇依法行政，推进普法宣传。"] * 3)
    loop = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
    mangled = re.sub(
        rb"4 0 obj.*?endobj", lambda _: b"4 0 obj " + loop + b" endobj", data, count=1, flags=re.S
    )
    assert read_or_refused(mangled, "a.pdf", Limits(seconds=20)) in ("", "KG001", "KG027")


# ── characters and names ─────────────────────────────────────────────────────────────────────────


def test_odd_characters_leave_a_valid_graph(tmp_path: Path) -> None:
    odd = "\u202e练塘镇\u2066\u0085\ufeff\ufffe\ufdd0\U0001f600\U000e0041\x1b[31m\x7f“\\\"'<>{}|^`”司法所"
    (tmp_path / "a.txt").write_text(HEAD + (odd + "，调解纠纷12件。") * 3, encoding="utf-8")
    assert told(build([tmp_path / "a.txt"], tmp_path / "out").failures) == []
    ox.Store().load(path=str(tmp_path / "out" / "graph.ttl"))
    json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "data", ["甲\ud800乙".encode("utf-16-le", "surrogatepass"), "甲\ud800".encode("utf-8", "surrogatepass")]
)
def test_half_characters_are_no_text(data: bytes) -> None:
    assert refused(b"\xff\xfe" + data if b"\xd8" in data else data, "a.txt") == "KG006"


def test_half_characters_of_a_page_are_gone() -> None:
    assert read_bytes("<html><p>甲，&#xD800;乙。&#55357;&#0;</p>".encode(), "a.html").source.encode("utf-8")


def test_half_characters_of_a_string_are_refused() -> None:
    with pytest.raises(KgError) as caught:
        read_text("甲\ud800乙", "a.txt")
    assert caught.value.notice.code == "KG006"


NAMES = [
    "a\nb.txt",
    "'q\".txt",
    "<b>.txt",
    "a..txt",
    "…\u202e.txt",
    "\x1b[31m.txt",
    "a&b;%20.txt",
    "-o.txt",
    "*.txt",
]


def test_odd_names_are_told_and_written_safely(tmp_path: Path) -> None:
    names = [os.fsencode(name) for name in NAMES] + [b"\xff\xfe.txt"]
    (tmp_path / "in").mkdir()
    for at, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/" + name)).write_text(
            report(f"推行首违不罚{at}次。"), "utf-8"
        )
    summary = build([tmp_path / "in"], tmp_path / "out")
    assert (summary.reports, told(summary.failures)) == (len(names), [])
    ox.Store().load(path=str(tmp_path / "out" / "graph.ttl"))
    manifest = json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))
    assert len(manifest["inputs"]) == len(names)
    assert {path.parent.name for path in (tmp_path / "out" / "reports").rglob("*.json")} == {"reports"}
