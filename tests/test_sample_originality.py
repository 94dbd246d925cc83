"""The digests of the embedded sample take facts from real reports, not sentences."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "kg" / "sample"

LIMIT = 16
"""Characters in common, white space apart, that make a passage worth looking at."""
OWN_WORDS = 8
"""Characters of such a passage that may be other than titles, proper names and dates."""

NAMED = {"Division", "Organization", "LegalInstrument", "Person", "Honour", "Doctrine"}
"""Types of entities whose names cannot be put in other words."""
FIXED = re.compile(
    r"(?:关于印发)?《[^》]*》(?:的通知)?|“[^”]*”|\d{4}年\d{1,2}月\d{1,2}日|\[bookmark:[^\]]*\]"
)
"""Titles, quoted names, dates, and what a word processor left behind."""
WIDTH = str.maketrans(',;:()?"”', "，；：（）？““")
"""One to one, so that offsets stay."""


def bare(text: str) -> str:
    """``text`` without its white space."""
    return re.sub(r"\s", "", text)


def passages(text: str, original: str) -> list[tuple[int, int]]:
    """The longest spans of ``text``, of ``LIMIT`` characters and more, that ``original`` has too."""
    mine, theirs = text.translate(WIDTH), original.translate(WIDTH)
    found: list[tuple[int, int]] = []
    begin = 0
    while begin + LIMIT <= len(mine):
        end = begin + LIMIT
        if mine[begin:end] not in theirs:
            begin += 1
            continue
        while end < len(mine) and mine[begin : end + 1] in theirs:
            end += 1
        found.append((begin, end))
        begin = end - LIMIT + 1
    return found


def copied(text: str, original: str, names: list[str]) -> list[str]:
    """The common passages that are more than titles, ``names`` and dates."""
    free = [True] * len(text)
    patterns = [FIXED, *(re.compile(re.escape(name)) for name in names)]
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        free[match.start() : match.end()] = [False] * (match.end() - match.start())
    spans = passages(text, original)
    return [text[begin:end] for begin, end in spans if sum(free[begin:end]) >= OWN_WORDS]


def proper_names(gold: dict[str, Any]) -> list[str]:
    """What the report is called, and the names of the places, bodies, laws and people in it."""
    report = gold["report"]
    heads = [report[key] for key in ("title", "doc_number", "issuer", "addressee") if report[key]]
    return heads + [
        form for entity in gold["entities"] if entity["type"] in NAMED for form in entity["forms"]
    ]


def test_a_copied_sentence_is_seen() -> None:
    original = "各村居要把排查出来的矛盾逐条登记在册，并在三日之内上门核实情况。"
    assert copied("今年以来," + original[2:24] + "。", original, []) == [original[2:24]]


def test_a_common_title_is_no_copy() -> None:
    title = "《关于进一步做好某项工作的若干指导意见》"
    assert copied(f"落实{title}，成效明显", f"认真落实{title}，持续用力", []) == []


@pytest.mark.corpus
@pytest.mark.parametrize("path", sorted((HERE / "gold").glob("*.json")), ids=lambda path: path.stem)
def test_digest_copies_no_sentence(path: Path, corpus_dir: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = bare((SAMPLE / gold["doc"]).read_text(encoding="utf-8"))
    originals = sorted(corpus_dir.glob("*.txt"))
    assert originals
    names = proper_names(gold)
    for original in originals:
        assert copied(text, bare(original.read_text(encoding="utf-8")), names) == []
