"""Our Turtle says what the N-Triples say, to two parsers, under any base, and can be read by people."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.graph import terms, turtle
from kg.graph.files import render
from kg.graph.terms import Triple
from kg.model.namespaces import NIF, PREFIXES, RDFS, XSD
from tests.factories import VOCABULARY, make_report, triples_of

BASES = (
    "https://fazhi.example/id/",
    "https://data.example.org/law#",
    "https://a.example/x/../y/",
    "http://h/?a=/",
)


def iris(base: str) -> st.SearchStrategy[str]:
    """Valid IRIs in and near the namespaces that have short forms."""
    local = st.from_regex(r"[A-Za-z0-9._~!$&'()*+,;=:@/?-]{0,12}", fullmatch=True)
    spaces = [base, *PREFIXES.values(), "http://other.example/", "http://other.example/a#"]

    def join(space: str, name: str, part: str) -> str:
        return f"<{space}{name}{'' if '#' in space or not part else '#' + part}>"

    return st.builds(join, st.sampled_from(spaces), local, local)


LITERALS = st.one_of(
    st.text(max_size=8).map(terms.string),
    st.text(max_size=8).map(terms.zh),
    st.text(max_size=8).map(lambda text: f'"{terms.escape(text)}"@en-GB-x-a'),
    st.integers().map(terms.integer),
    st.sampled_from([terms.TRUE, terms.FALSE, f'"1"^^<{XSD}boolean>', f'"+7"^^<{XSD}integer>']),
    st.sampled_from([f'"２"^^<{XSD}integer>', f'"x"^^<{XSD}integer>', f'"a\\"^^b"^^<{XSD}token>']),
    st.floats(allow_nan=False, allow_infinity=False).map(terms.decimal),
    st.dates().map(lambda day: terms.date(day.isoformat())),
)


def written(triples: list[Triple], base: str) -> str:
    return turtle.header(base) + "\n" + turtle.blocks(triples, base).decode()


def parsed(text: str, form: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text.encode(), format=form)}


def lines(triples: list[Triple]) -> str:
    return "".join(f"{s} {p} {o} .\n" for s, p, o in triples)


@pytest.mark.parametrize("base", BASES)
@given(data=st.data())
def test_any_triples_come_back_from_oxigraph(base: str, data: st.DataObject) -> None:
    iri = iris(base)
    triples = data.draw(st.lists(st.tuples(iri, iri, iri | LITERALS), max_size=12))
    found = parsed(written(sorted(triples), base), ox.RdfFormat.TURTLE)
    assert found == parsed(lines(triples), ox.RdfFormat.N_TRIPLES)


@pytest.mark.parametrize("base", ["https://fazhi.example/id/", "https://data.example.org/law#"])
def test_a_report_comes_back_from_rdflib(base: str) -> None:
    triples = triples_of(make_report(), base)
    ours = Graph().parse(data=written(triples, base), format="turtle")
    theirs = Graph().parse(data=lines(triples), format="nt")
    assert len(ours) == len(triples)
    assert isomorphic(ours, theirs)


@pytest.mark.parametrize("base", BASES)
def test_a_report_comes_back_from_oxigraph(base: str) -> None:
    triples = triples_of(make_report(rounds=2), base)
    assert parsed(written(triples, base), ox.RdfFormat.TURTLE) == parsed(
        lines(triples), ox.RdfFormat.N_TRIPLES
    )


def test_turtle_is_for_people() -> None:
    fz = "https://fazhi.example/ontology#"
    base = "https://fazhi.example/id/"
    town = f"<{base}division/2023-1>"
    triples = [
        (town, terms.A, f"<{fz}Division>"),
        (town, f"<{RDFS}label>", '"松林镇"@zh'),
        (town, f"<{fz}kind>", "<https://fazhi.example/vocabulary/kind/town>"),
        (town, f"<{fz}implements>", "<http://x.example/a>"),
        (town, f"<{fz}implements>", "<http://x.example/b>"),
        (f"<{base}report/1#char=1,2>", f"<{NIF}beginIndex>", terms.integer(1)),
    ]
    assert turtle.blocks(triples, base).decode() == (
        "<division/2023-1> a fz:Division ;\n"
        '    rdfs:label "松林镇"@zh ;\n'
        "    fz:kind v-kind:town ;\n"
        "    fz:implements <http://x.example/a> , <http://x.example/b> .\n"
        "\n"
        "<report/1#char=1,2> nif:beginIndex 1 .\n"
        "\n"
    )


def test_what_was_remembered_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turtle, "REMEMBER", 3)
    base = "https://forget.example/id/"
    for number in range(5):
        triples = [(f"<{base}a/{number}-{i}>", f"<{base}p>", terms.integer(i)) for i in range(4)]
        found = parsed(written(triples, base), ox.RdfFormat.TURTLE)
        assert found == parsed(lines(triples), ox.RdfFormat.N_TRIPLES)


def test_what_is_remembered_does_not_grow_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    base = "https://many.example/id/"
    remembered = []
    for number in range(40):
        render(make_report(year=2000 + number), base, VOCABULARY)
        remembered.append(turtle.shorteners(base)[0].remembered)
    monkeypatch.setattr(turtle, "REMEMBER", remembered[9])
    for number in range(40):
        render(make_report(year=3000 + number), base, VOCABULARY)
        assert turtle.shorteners(base)[0].remembered <= remembered[11]
    assert remembered[-1] > 3 * remembered[9]
