"""Literals: what is written is what two parsers read back."""

import math
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.graph import terms

AWKWARD = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('\\"\n\r\t\x00\x0b\x1f\x7f\x85\u2028灯')
)


@given(AWKWARD)
def test_any_text_comes_back_from_oxigraph(text: str) -> None:
    line = f"<http://a/s> <http://a/p> {terms.string(text)} .\n<http://a/s> <http://a/q> {terms.zh(text)} .\n"
    for form in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE):
        quads = list(ox.parse(line.encode(), format=form))
        assert [q.object.value for q in quads if isinstance(q.object, ox.Literal)] == [text, text]


@given(AWKWARD)
def test_any_text_comes_back_from_rdflib(text: str) -> None:
    for form in ("nt", "turtle"):
        graph = Graph().parse(data=f"<http://a/s> <http://a/p> {terms.zh(text)} .\n", format=form)
        assert [str(value) for value in graph.objects()] == [text]


@given(AWKWARD)
def test_a_literal_is_one_line(text: str) -> None:
    assert not set("\n\r\t") & set(terms.string(text))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_the_number_without_exponent(number: float) -> None:
    lexical, _, datatype = terms.decimal(number).rpartition("^^")
    assert datatype == "<http://www.w3.org/2001/XMLSchema#decimal>"
    assert "e" not in lexical
    assert float(lexical[1:-1]) == number
    assert Decimal(lexical[1:-1]) == Decimal(repr(number))


def test_a_whole_number_has_no_point() -> None:
    assert terms.decimal(220.0).startswith('"220"')
    assert terms.decimal(98.63).startswith('"98.63"')
    assert math.isclose(float(terms.decimal(1e-7).split('"')[1]), 1e-7)


@pytest.mark.parametrize(
    ("iso", "kind"),
    [("2021-02-03", "date"), ("2021-02", "gYearMonth"), ("2021", "gYear")],
)
def test_a_date_has_its_precision(iso: str, kind: str) -> None:
    assert terms.date(iso) == f'"{iso}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'


@pytest.mark.parametrize("iso", ["2019/2021", "21", "二〇二一", "２０２１", "2021-2-3", "2021-"])
def test_what_is_no_date_stays_a_string(iso: str) -> None:
    assert terms.date(iso) == f'"{iso}"'
