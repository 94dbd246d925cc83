"""The sentence around a span: one notion for rules, pages, explanations and suggestions."""

import re
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.explain.graph import Graph
from kg.explain.passages import Told
from kg.extraction.common.clauses import split
from kg.graph.store import stream
from kg.model.namespaces import NIF
from kg.model.sentences import SENTENCE_END, sentence_around
from kg.suggest import suggest
from kg.views import library
from kg.views.columns import Columns
from kg.views.pieces import Pieces
from kg.views.records import Span
from tests.builds import write

REACH = 120
QUOTED = "坚持“公开是常态。不公开是例外”的原则"
TEXT = f"推进政务公开。{QUOTED}，打造“灯下说法”品牌。做好普法。"
WHOLE = f"{QUOTED}，打造“灯下说法”品牌。"
SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.mark.parametrize(
    ("text", "span", "sentence"),
    [
        ("甲。乙丙丁。戊", (3, 4), "乙丙丁。"),
        ("甲。乙丙丁。戊", (2, 6), "乙丙丁。"),
        ("甲；乙！丙", (2, 3), "乙！"),
        ("标题\n正文", (3, 5), "正文"),
        ("标题\n正文", (0, 2), "标题"),
        ("一" * 500, (250, 252), "一" * (2 * REACH + 2)),
        ("甲。乙“丙。丁”戊。己", (8, 9), "乙“丙。丁”戊。"),
        ("甲。乙“丙。丁”戊。己", (2, 3), "乙“丙。丁”戊。"),
        ("甲。乙“丙。丁”戊。己", (4, 5), "乙“丙。丁”戊。"),
        ("甲“乙。丙。丁", (5, 6), "丙。"),
        (f"甲“乙。丙{'一' * 60}”丁。", (5, 6), f"丙{'一' * 60}”丁。"),
        ("甲“乙\n丙。丁”戊", (4, 5), "丙。"),
    ],
)
def test_sentences_end_at_stops_lines_and_a_limit(text: str, span: tuple[int, int], sentence: str) -> None:
    first, last = sentence_around(text, *span, REACH)
    assert text[first:last] == sentence


@given(st.text(alphabet="甲乙，。；\n“”", min_size=1, max_size=150))
@example(f"“{'甲' * 58}。”乙")
@example(f"“{'甲' * 59}。”乙")
def test_it_is_the_sentence_that_the_rules_read(text: str) -> None:
    for stretch in split(text, 0, len(text), SENTENCE_END):
        for at in {stretch.begin, (stretch.begin + stretch.end) // 2, stretch.end - 1}:
            if not SENTENCE_END.match(text, at):
                first, last = sentence_around(text, at, at + 1, len(text))
                assert (first, text[first:last].rstrip("。；")) == (
                    stretch.begin,
                    text[stretch.begin : stretch.end].rstrip("。；"),
                )


class Stub(NamedTuple):
    """A graph of one report and one mention in it."""

    begin: int
    end: int

    def one(self, subject: str, predicate: str) -> str:
        name = re.split("[#/]", predicate)[-1]
        known = {"isString": TEXT, "beginIndex": str(self.begin), "endIndex": str(self.end)}
        return known.get(name, "0" if name.startswith("source") else subject)


def test_explanations_show_it() -> None:
    begin = TEXT.index("灯下说法")
    told = Told(cast("Graph", Stub(begin, begin + 4)), f"{NIF}a").passage("b")
    assert told.before + told.marked + told.after == WHOLE


def test_pages_show_it() -> None:
    own = library.read(Columns(stream(SMALL)))
    report = own.reports[0]._replace(text=TEXT)
    begin = TEXT.index("灯下说法")
    html = Pieces(own, "../").sentence(report, Span(begin, begin + 4))
    assert re.sub("<cite>.*</cite>|<[^>]*>", "", html).strip() == WHOLE


def test_suggestions_show_it(tmp_path: Path) -> None:
    title = "上海市青浦区练塘镇2022年法治政府建设情况报告"
    path = write(tmp_path / "a.txt", f"{title}\n一、工作成效\n{TEXT}\n")
    found = suggest([path], least=1).suggestions
    (shown,) = (one.examples for one in found if one.label == "灯下说法")
    assert shown == ((str(path), WHOLE),)
