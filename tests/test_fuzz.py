"""Mutated files: whatever the bytes, a file is read or refused; offsets are right; nothing crashes or hangs.

``FAZHI_MUTATIONS`` sets how many are tried, shared out over the formats (default 400; nightly: 10000).
"""

import io
import os
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.errors import KgError
from kg.model import Text
from kg.reading import Limits, fold_layout, outline, read_bytes
from tests.builds import SAMPLE
from tests.writers.docx import docx_bytes
from tests.writers.html import html_bytes
from tests.writers.ofd import ofd_bytes
from tests.writers.pdf import pdf_bytes

LINES = SAMPLE[1].read_text("utf-8").split("\n")
FILES: dict[str, bytes] = {
    "a.txt": "\n".join(LINES).encode(),
    "b.txt": "\n".join(LINES).encode("gb18030"),
    "a.docx": docx_bytes(LINES),
    "a.pdf": pdf_bytes(LINES),
    "a.html": html_bytes(LINES),
    "a.ofd": ofd_bytes(LINES),
}
EACH = max(1, int(os.environ.get("FAZHI_MUTATIONS", "400")) // len(FILES))
LIMITS = Limits(seconds=20)
Mutation = Callable[[random.Random, bytearray], None]


def flip(dice: random.Random, data: bytearray) -> None:
    for _ in range(dice.choice((1, 4, 32))):
        data[dice.randrange(len(data))] = dice.randrange(256)


def cut(dice: random.Random, data: bytearray) -> None:
    begin = dice.randrange(len(data))
    del data[begin : begin + dice.choice((1, 16, 1024, len(data)))]


def repeat(dice: random.Random, data: bytearray) -> None:
    begin, to = dice.randrange(len(data)), dice.randrange(len(data))
    data[to:to] = data[begin : begin + dice.choice((1, 16, 1024))] * dice.choice((1, 2, 50))


def swap(dice: random.Random, data: bytearray) -> None:
    """A number or a mark becomes one that is seldom right."""
    old = dice.choice(
        (b"1", b"0", b"<", b">", b'"', b"/", b"=", b"/Length", b"obj", b"w:p", b"w:t", "。".encode())
    )
    new = dice.choice((b"-1", b"99999999999", b"", b"<<", b"&#x0;", b"\xff", b"NaN", b"\x00", "《".encode()))
    at = data.find(old, dice.randrange(len(data)))
    if at >= 0:
        data[at : at + len(old)] = new


MUTATIONS: tuple[Mutation, ...] = (flip, cut, repeat, swap)


def mutated(dice: random.Random, data: bytes) -> bytes:
    """``data`` with one to three mutations; of a packed file, half the time inside one of its parts."""
    if data[:2] == b"PK" and dice.random() < 0.7:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            names = [info.filename for info in old.infolist() if info.filename.endswith(".xml")]
            chosen = dice.choice(
                [name for name in names if "ocument" in name or "ontent.xml" in name or dice.random() < 0.1]
            )
            for info in old.infolist():
                part = old.read(info)
                new.writestr(info.filename, mutated(dice, part) if info.filename == chosen else part)
        return out.getvalue()
    changed = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        if changed:
            dice.choice(MUTATIONS)(dice, changed)
    return bytes(changed)


def check(text: Text) -> None:
    """Every offset of a text is right."""
    assert len(text.origin) == len(text.clean)
    assert all(a < b for a, b in zip(text.origin, text.origin[1:], strict=False))
    assert not text.origin or text.origin[-1] < len(text.source)
    for begin in range(0, len(text.clean) - 1, 211):
        end = min(begin + 17, len(text.clean))
        first, last = text.source_span(begin, end)
        rest = iter(fold_layout(text.source[first:last]))
        assert all(char in rest for char in fold_layout(text.clean[begin:end]))
        assert bool(text.locate(begin, end)) == bool(text.locators)
    last_end = 0
    for run in text.locators:
        assert last_end <= run.begin < run.end <= len(text.source)
        assert not run.edges or len(run.edges) == run.end - run.begin + 1
        last_end = run.end
    found = outline(text)
    assert 0 <= found.body_begin <= found.body_end <= len(text.clean)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_mutated_file_is_read_or_refused(name: str) -> None:
    dice = random.Random(name)
    texts, refusals = 0, set()
    for _ in range(EACH):
        data = mutated(dice, FILES[name])
        try:
            text = read_bytes(data, name, LIMITS)
        except KgError as error:
            refusals.add(str(error))
        else:
            check(text)
            texts += 1
    assert texts
    assert not [why for why in refusals if re.search("crashed|seconds|Error: ", why)]


@pytest.mark.slow
def test_mutated_files_build_a_valid_graph(tmp_path: Path) -> None:
    dice = random.Random(7)
    for at in range(min(EACH, 120)):
        name = dice.choice(list(FILES))
        (tmp_path / f"{at}{Path(name).suffix}").write_bytes(mutated(dice, FILES[name]))
    summary = build([tmp_path], tmp_path / "out", limits=LIMITS)
    assert summary.reports
    assert "KG015" not in {about.code for about in summary.failures}
    ox.Store().load(path=str(tmp_path / "out" / "graph.ttl"))
