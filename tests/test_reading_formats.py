"""The same report in every format is the same report: characters, graph, and the place of every mention."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from kg.build import build
from kg.errors import KgError
from kg.model import Text
from kg.reading import read_bytes
from kg.reading.formats import kind_of
from tests.builds import SAMPLE, contents, told
from tests.some import some
from tests.writers.docx import docx_bytes
from tests.writers.html import html_bytes
from tests.writers.ofd import ofd_bytes
from tests.writers.pdf import pdf_bytes

Writer = Callable[[Sequence[str]], bytes]
HEAD = "内部资料 注意保存"
WRITERS: dict[str, Writer] = {
    "a.docx": docx_bytes,
    "a.pdf": lambda lines: pdf_bytes(lines, head=HEAD),
    "b.pdf": lambda lines: pdf_bytes(lines, head=HEAD, columns=2, size=10.5),
    "a.html": html_bytes,
    "b.htm": lambda lines: html_bytes(lines, encoding="gb18030", declared="gb2312"),
    "a.ofd": lambda lines: ofd_bytes(lines, head=HEAD),
    "a.md": lambda lines: "\n\n".join(lines).encode(),
    "a.txt": lambda lines: "\n".join(lines).encode("gb18030"),
}
OF_PAGES = ("a.pdf", "b.pdf", "a.ofd")
KINDS = {"htm": "html", "md": "text", "txt": "text"}
"""The formats that are not called as the file type."""


def sample(path: Path) -> Text:
    return read_bytes(path.read_bytes(), path.name)


def graphs(folder: Path) -> dict[str, Any]:
    """The records of a build by place and year, without what only one file can have: its name, hashes and places."""
    found = {}
    for path in (folder / "reports").glob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        for mention in record["mentions"]:
            for key in ("source_begin", "source_end", "source_place"):
                mention.pop(key, None)
        place, _, _ = record["key"].rpartition("-")
        found[place] = {key: value for key, value in record.items() if key not in ("doc", "key", "sha256")}
    return found


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_every_format_gives_the_same_characters(path: Path, name: str) -> None:
    text = sample(path)
    data, suffix = WRITERS[name](text.clean.split("\n")), name.partition(".")[2]
    assert read_bytes(data, name).clean == text.clean
    assert kind_of(data, name) == KINDS.get(suffix, suffix)


@pytest.fixture(scope="module")
def of_text(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The records of the sample built from plain text of one line a paragraph."""
    folder = tmp_path_factory.mktemp("text")
    for path in SAMPLE:
        (folder / path.name).write_text(sample(path).clean, encoding="utf-8")
    build([folder], folder / "out")
    return graphs(folder / "out")


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_graph(tmp_path: Path, of_text: dict[str, Any], name: str) -> None:
    for path in SAMPLE:
        lines = sample(path).clean.split("\n")
        (tmp_path / f"{path.stem}.{name.partition('.')[2]}").write_bytes(WRITERS[name](lines))
    summary = build([tmp_path], tmp_path / "out")
    assert told(summary.failures) == []
    assert graphs(tmp_path / "out") == of_text


def test_a_format_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_bytes(sample(SAMPLE[0]).clean.split("\n")))
    for out in ("one", "two"):
        build([file], tmp_path / out)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("name", OF_PAGES[:2])
def test_a_place_on_a_page_holds_the_words(name: str) -> None:
    data = WRITERS[name](sample(SAMPLE[1]).clean.split("\n"))
    text = read_bytes(data, name)
    document = pypdfium2.PdfDocument(data)
    for begin in some(range(0, len(text.clean) - 12, 97)):
        words = ""
        for place in text.locate(begin, begin + 12).split():
            page, _, box = place.removeprefix("page=").partition("&viewrect=")
            left, top, width, height = map(float, box.split(","))
            sheet = document[int(page) - 1]
            tall = sheet.get_height()
            inside = sheet.get_textpage().get_text_bounded(
                left - 1, tall - top - height, left + width + 1, tall - top
            )
            words += "".join(inside.split())
        assert "".join(text.clean[begin : begin + 12].split()) in words


def test_a_place_in_a_word_file_holds_the_words() -> None:
    data = docx_bytes(sample(SAMPLE[1]).clean.split("\n"))
    text = read_bytes(data, "a.docx")
    paragraphs = docx.Document(BytesIO(data)).paragraphs
    for begin in some(range(0, len(text.clean) - 12, 97)):
        words = ""
        for place in text.locate(begin, begin + 12).split():
            number, _, span = place.removeprefix("paragraph=").partition("&char=")
            first, last = map(int, span.split(","))
            words += paragraphs[int(number) - 1].text[first:last]
        assert words == text.clean[begin : begin + 12].replace("\n", "")


def test_a_mention_has_its_place_in_graph_and_record(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_bytes(sample(SAMPLE[0]).clean.split("\n")))
    build([file], tmp_path / "out")
    record = json.loads((tmp_path / "out" / "reports" / "a.json").read_text("utf-8"))
    places = [mention["source_place"] for mention in some(record["mentions"])]
    assert all(re.match(r"page=[1-9]&viewrect=\d+,\d+,\d+,\d+", place) for place in places)
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert all(f'fz:sourcePlace "{place}"' in turtle for place in places)


def test_plain_text_has_no_places(tmp_path: Path) -> None:
    build(SAMPLE[:1], tmp_path / "out")
    assert 'fz:sourcePlace "' not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt", "pdf", "wps"])
def test_what_libreoffice_writes_is_read(tmp_path: Path, suffix: str) -> None:
    text = sample(SAMPLE[2])
    (tmp_path / "a.docx").write_bytes(docx_bytes(text.clean.split("\n")))
    wanted = "doc" if suffix == "wps" else suffix
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    subprocess.run(
        [*command, wanted, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True
    )
    read = read_bytes((tmp_path / f"a.{wanted}").read_bytes(), f"a.{suffix}")
    assert read.clean == text.clean
    assert read.locate(0, 5).startswith("page=1&viewrect=" if suffix == "pdf" else "paragraph=1&char=0,5")


def test_without_libreoffice_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.reading.formats import office
    from kg.reading.limits import DEFAULTS

    monkeypatch.setattr(office, "soffice", lambda: None)
    with pytest.raises(KgError) as caught:
        office.read(b"\xd0\xcf\x11\xe0", "a.doc", DEFAULTS)
    assert caught.value.notice.code == "KG026"


def test_without_its_package_a_format_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.reading.formats import readers
    from kg.reading.limits import DEFAULTS

    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name="pypdfium2")

    monkeypatch.setattr(readers, "import_module", missing)
    with pytest.raises(KgError) as caught:
        readers.characters(b"%PDF-1.7", "a.pdf", "pdf", DEFAULTS)
    assert (caught.value.notice.code, "pypdfium2" in str(caught.value)) == ("KG025", True)
