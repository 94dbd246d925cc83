"""The ontology's page: complete, in both languages, up to date, and its diagram the same every time."""

import re
from pathlib import Path

import pytest
import rdflib
from markupsafe import escape
from typer.testing import CliRunner

from kg import resources
from kg.cli import app
from kg.views.diagram import Box, diagram
from kg.views.ontology import page
from kg.views.terms import read

DOCS = Path(__file__).resolve().parent.parent / "docs" / "ontology.html"
ONTOLOGY = read()


def test_the_page_in_the_documentation_is_what_the_command_writes(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["ontology", "-o", str(tmp_path / "page.html")])
    assert result.exit_code == 0
    assert result.stdout.strip() == str(tmp_path / "page.html")
    written = (tmp_path / "page.html").read_bytes()
    assert written == DOCS.read_bytes(), "run: kg ontology -o docs/ontology.html"


def test_every_term_has_its_place_on_the_page_in_both_languages() -> None:
    html = DOCS.read_text(encoding="utf-8")
    graph = rdflib.Graph().parse(resources.ontology() / "fazhi.ttl")
    namespace = "https://fazhi.example/ontology#"
    labelled = {str(s) for s in graph.subjects(rdflib.RDFS.label) if str(s).startswith(namespace)}
    assert {t.name for t in ONTOLOGY.terms} == {iri.removeprefix(namespace) for iri in labelled}
    for term in ONTOLOGY.terms:
        assert html.count(f'<section id="{term.name}">') == 1
        for text in (*term.label.values(), *term.comment.values()):
            assert escape(text) in html


def test_every_link_on_the_page_leads_somewhere_and_nothing_is_fetched() -> None:
    html = DOCS.read_text(encoding="utf-8")
    anchors = set(re.findall(r'id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= anchors
    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\(", html)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Organization", "entities"),
        ("Actor", "above"),
        ("Mention", "text"),
        ("Claim", "assertions"),
        ("Indicator", "concepts"),
        ("planned", "values"),
        ("implements", "relations"),
        ("evidence", "properties"),
        ("figures", "cube"),
        ("trigger", "configuration"),
    ],
)
def test_a_term_stands_in_its_part(name: str, part: str) -> None:
    (term,) = [term for term in ONTOLOGY.terms if term.name == name]
    assert term.part == part


def test_the_page_is_the_same_every_time() -> None:
    assert page(read()) == page(ONTOLOGY)


def test_the_diagram_puts_the_general_to_the_right_and_joins_each_class_to_those_above() -> None:
    boxes = [Box("a", "甲", ("b", "c"), True), Box("b", "乙", ("c",), False), Box("c", "<丙>", (), False)]
    svg = diagram(boxes)
    across = {name: float(x) for name, x in re.findall(r'href="#(\w)"><rect class="\w+" x="([\d.]+)"', svg)}
    assert across["a"] < across["b"] < across["c"]
    assert svg.count("<path ") == 3
    assert "&lt;丙&gt;" in svg
