"""What is written in both syntaxes at once is the same in both, whatever the text holds."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import terms, turtle
from kg.graph.ink import NUMBER, TEXT, Ink
from kg.graph.iris import report

BASES = ("https://fazhi.example/id/", "https://data.example.org/law#", "http://h/%E6%B3%95/", "http://h/?a=/")
FZ = "https://fazhi.example/ontology#"
AWKWARD = st.text() | st.sampled_from(["%b%d%%", "\0", "\1", "\2", '"\\', " ;\n    ", "<x> .", "灯\u2028%"])


def both(ink: Ink, base: str) -> set[ox.Triple]:
    """The triples of the Turtle, which must be those of the N-Quads."""
    text = turtle.header(base).encode() + ink.turtle()
    found = {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    quads = list(ox.parse(b"".join(ink.quads()), format=ox.RdfFormat.N_QUADS))
    assert {quad.triple for quad in quads} == found
    assert len(quads) == ink.statements
    return found


@pytest.mark.parametrize("base", BASES)
@given(texts=st.lists(AWKWARD, min_size=1, max_size=4), number=st.integers())
def test_both_syntaxes_say_the_same(base: str, texts: list[str], number: int) -> None:
    doc = report(base, "report/1-2021-a")
    ink = Ink(base, doc)
    template = ink.template(
        (terms.A, f"<{FZ}Mention>"),
        (f"<{FZ}a>", TEXT),
        (f"<{FZ}b>", NUMBER),
        (f"<{FZ}c>", f"<{doc.iri}>"),
        (f"<{FZ}d>", TEXT),
    )
    for at, text in enumerate(texts):
        words = terms.escape(text).encode()
        values = ink.fact(f"<{FZ}e>", terms.zh(text), terms.string(text), f"<{doc.char(at, 9)}>")
        ink.add(doc.char(at, 7), template.fill(words, number, words[:0]), values)
    found = both(ink, base)
    assert len(found) == 8 * len(texts)
    literals = {t.object.value for t in found if isinstance(t.object, ox.Literal)}
    assert literals == {*texts, str(number), ""}


def test_the_turtle_is_for_people() -> None:
    base = "https://fazhi.example/id/"
    doc = report(base, "report/1-2021-a")
    ink = Ink(base, doc)
    one = ink.fact(terms.A, f"<{FZ}Plan>")
    ink.add(
        doc.statement(3, 9), one, ink.fact(f"<{FZ}evidence>", f"<{doc.char(3, 9)}>", f"<{doc.char(3, 5)}>")
    )
    assert ink.turtle().decode() == (
        "<report/1-2021-a#statement=3,9> a fz:Plan ;\n"
        "    fz:evidence <report/1-2021-a#char=3,9> , <report/1-2021-a#char=3,5> .\n"
        "\n"
    )
    assert ink.fact(terms.A, f"<{FZ}Plan>") is one
