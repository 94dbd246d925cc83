"""The real reports beside the checkout: what the gold annotations say of their frame and their text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.model import Outline, Text
from kg.reading import fold_layout, outline, read_bytes, read_file
from tests.some import some

pytestmark = pytest.mark.corpus

KEYS = ("title", "doc_number", "year", "issuer", "addressee", "issued")
LEAST_WEB_SHARE = 0.95


def annotated(texts: Path, gold: Path) -> Iterator[tuple[Text, dict[str, Any]]]:
    for path in sorted(gold.glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        yield read_file(next(texts.glob(f"{path.stem}*.txt"))), report


def right(found: Outline, report: dict[str, Any]) -> dict[str, bool]:
    """By key, as the yardstick compares them: issuers by their last four characters."""
    same = {}
    for key in KEYS:
        stated, given = report[key], getattr(found, key)
        if key == "issuer" and stated and given:
            same[key] = given.endswith(stated[-4:]) or stated.endswith(given[-4:])
        else:
            same[key] = fold_layout(str(stated)) == fold_layout(str(given))
    return same


def test_corpus_metadata(corpus_dir: Path) -> None:
    reports = list(annotated(corpus_dir, corpus_dir.parent / "gold"))
    assert reports
    for text, gold in reports:
        assert all(right(outline(text), gold["report"]).values()), text.name


def test_web_metadata(web_dir: Path) -> None:
    same = [
        value
        for text, gold in some(annotated(web_dir / "text", web_dir / "gold"))
        for value in right(outline(text), gold["report"]).values()
    ]
    assert sum(same) >= LEAST_WEB_SHARE * len(same)


@pytest.mark.parametrize(
    "layer", [("entities", "forms"), ("observations", "evidence"), ("statements", "text")]
)
def test_no_annotated_string_is_lost(corpus_dir: Path, web_dir: Path, layer: tuple[str, str]) -> None:
    name, key = layer
    places = [(corpus_dir, corpus_dir.parent / "gold"), (web_dir / "text", web_dir / "gold")]
    for texts, folder in places:
        for text, gold in some(annotated(texts, folder)):
            folded = fold_layout(text.clean)
            for item in gold[name]:
                for words in item[key] if key == "forms" else [item[key]]:
                    assert fold_layout(words) in folded, (text.name, words)


def test_cleaning_again_changes_nothing(corpus_dir: Path, web_dir: Path) -> None:
    for path in some([*corpus_dir.glob("*.txt"), *(web_dir / "text").glob("*.txt")]):
        once = read_file(path).clean
        assert read_bytes(once.encode(), path.name).clean == once


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_any_encoding_gives_the_same_text(corpus_dir: Path, encoding: str) -> None:
    for path in some(corpus_dir.glob("*.txt")):
        text = read_file(path)
        assert read_bytes(text.source.encode(encoding), path.name).clean == text.clean


def test_every_report_has_its_four_parts(corpus_dir: Path) -> None:
    for path in some(corpus_dir.glob("*.txt")):
        text = read_file(path)
        found = [s.role for s in outline(text).sections if s.level == 1 and s.number]
        assert list(dict.fromkeys(found)) in (
            ["achievements", "shortcomings", "duties", "plans"],
            ["achievements", "duties", "shortcomings", "plans"],
        )
