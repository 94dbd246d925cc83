"""Each triple of a Turtle file is found with the line of its object, as a real parser finds the triples."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.lexicon.located import said

FILES = sorted([*(resources.ontology() / "vocabulary").glob("*.ttl"), *resources.ontology().glob("*.ttl")])

SAMPLE = """\
# A comment with "quotes" and a full stop.
@prefix p: <http://x.example/p/> .
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

p:a.b a p:Thing ;
    skos:prefLabel "甲；乙。"@zh , 'tea # no comment'@en ;   # a comment
    p:long \"\"\"two
lines\"\"\" ; p:number 3.5 ; p:typed "4"^^p:t ;
    p:inside [ p:hidden "no" ] , ( "no" ) ;
    p:escaped "say \\"yes\\"\\t\\u7532" .

<http://x.example/c> p:of p:a.b .
"""


def parsed(turtle: str) -> set[tuple[str, str, str, str]]:
    """What pyoxigraph reads, without blank nodes."""
    found = set()
    for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            language = quad.object.language if isinstance(quad.object, ox.Literal) else ""
            found.add((quad.subject.value, quad.predicate.value, quad.object.value, language or ""))
    return found


def own(turtle: str) -> set[tuple[str, str, str, str]]:
    return {about[:4] for about in said(turtle)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_shipped_files_read_as_the_parser_reads_them(path: object) -> None:
    turtle = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert own(turtle) == parsed(turtle)


def test_every_way_to_write_a_triple_is_read() -> None:
    rest = {about for about in parsed(SAMPLE) if not about[1].endswith("inside")}
    assert {about for about in own(SAMPLE) if not about[1].endswith("inside")} == rest
    assert ("http://x.example/p/a.b", "http://x.example/p/escaped", 'say "yes"\t甲', "") in rest


def test_lines_are_those_of_the_objects() -> None:
    lines = {(about.predicate.rpartition("/")[2], about.line) for about in said(SAMPLE)}
    assert lines >= {
        ("core#prefLabel", 6),
        ("long", 7),
        ("number", 8),
        ("typed", 8),
        ("escaped", 10),
        ("of", 12),
    }


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=12))
def test_any_label_is_read_as_it_is_written(label: str) -> None:
    escaped = "".join(f"\\U{ord(char):08X}" if char in '"\\' or ord(char) < 32 else char for char in label)
    assert [about.object for about in said(f'<http://x> <http://y> "{escaped}"@zh .')] == [label]
