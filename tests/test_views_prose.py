"""Text as HTML: nothing of it is lost, nothing of it is markup, every span stands where it was found."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.store import stream
from kg.views import library, links, reports
from kg.views.columns import Columns
from kg.views.pages import visible
from kg.views.prose import Tint, prose, quotation
from kg.views.records import Mark
from kg.views.shelf import Shelf, shelve
from tests.some import some

SMALL = Path(__file__).parent / "data" / "small.ttl"
TEXT = st.text(alphabet="甲乙𠮷<>&\"'/!-\u202e\u2066\u0000script", min_size=1, max_size=40)


class Read(HTMLParser):
    """The words of a piece of HTML, and those of its elements by tag."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.inside: list[tuple[str, dict[str, str | None], int, int]] = []
        self._open: list[tuple[str, dict[str, str | None], int]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, dict(attrs), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        opened, attrs, begin = self._open.pop()
        assert opened == tag
        self.inside.append((tag, attrs, begin, len(self.text)))

    def handle_data(self, data: str) -> None:
        self.text += data


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, list[Mark], list[Tint]]:
    """A text with spans anywhere in it: apart, nested, crossing."""
    text = draw(TEXT)
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda s: s[0] < s[1])
    marks = [Mark(b, e, b, e, ("x",)) for b, e in draw(st.lists(span, max_size=6))]
    tints = [Tint(b, e, "planned") for b, e in draw(st.lists(span, max_size=4))]
    return text, sorted(marks), sorted(tints)


@given(pieces())
def test_prose_keeps_every_character_and_puts_links_on_their_spans(
    piece: tuple[str, list[Mark], list[Tint]],
) -> None:
    text, marks, tints = piece
    html = prose(text, 0, len(text), marks, tints, lambda _: ('"><b>', "Role", 1))
    found = Read(str(html))
    assert found.text == visible(text)
    spans = {(mark.begin, mark.end) for mark in marks}
    for tag, attrs, begin, end in found.inside:
        assert tag in ("a", "span")
        if tag == "a":
            assert (begin, end) in spans
            assert attrs["href"] == '"><b>'
            assert attrs["id"] == f"m-{begin}"


@given(TEXT, st.data())
def test_a_quotation_marks_its_span(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    found = Read(str(quotation(text, 0, len(text), begin, end)))
    assert found.text == visible(text)
    assert [(tag, b, e) for tag, _, b, e in found.inside] == [("mark", begin, end)]


def test_what_hides_or_turns_text_is_shown_one_for_one() -> None:
    hidden = "\u202a\u202e\u2066\u2069\u200f\u061c\u0000\u0085"
    assert visible(f"甲{hidden}\n\t乙") == "甲" + "\ufffd" * len(hidden) + "\n\t乙"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return shelve(library.read(Columns(stream(SMALL))))


def test_the_lines_of_a_report_are_its_text(shelf: Shelf) -> None:
    for report in some(shelf.library.reports):
        page = reports.render(shelf, report)
        lines = re.findall(r'class="line"[^>]* data-b="(\d+)">(.*?)</(?:p|h[234])>', page)
        assert "".join(Read(html).text for _, html in lines) == report.text.replace("\n", "")
        for begin, html in lines:
            words = Read(html).text
            assert report.text[int(begin) : int(begin) + len(words)] == words


def test_every_statement_of_a_report_is_in_its_margin(shelf: Shelf) -> None:
    for report in some(shelf.library.reports):
        page = reports.render(shelf, report)
        told = {span for spans in re.findall(r'data-span="([-\d,]+)"', page) for span in spans.split(",")}
        stated = [span for claim in report.claims for span in claim.spans]
        stated += [figure.span for figure in report.figures] + [remark.span for remark in report.remarks]
        assert {f"{span.begin}-{span.end}" for span in some(stated)} == told


@pytest.mark.parametrize(
    ("iri", "page"),
    [
        ("https://fazhi.example/id/division/2023-310113", "entities/division/2023-310113.html"),
        ("https://fazhi.example/vocabulary/programme/three-systems", "entities/programme/three-systems.html"),
        ("https://data.example/x#role/a", "entities/x_23role/a.html"),
        ("https://data.example/../Role/%E4", "entities/_../_52ole/_25_454.html"),
    ],
)
def test_a_page_has_a_path_that_every_system_can_hold(iri: str, page: str) -> None:
    assert links.entity(iri) == page


def test_a_link_to_a_report_is_quoted() -> None:
    assert links.report("甲 #1") == "reports/%E7%94%B2%20%231.html"
