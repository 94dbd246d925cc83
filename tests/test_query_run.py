"""Queries run on a graph, within limits."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query import Allow, Answer, Limits, Term, load, run
from kg.query.run import inlined

SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return load(SMALL)


def why(error: pytest.ExceptionInfo[KgError]) -> str:
    assert error.value.notice.code == "KG013"
    return error.value.notice.message


def numbers(count: int) -> ox.Store:
    store = ox.Store()
    for number in range(count):
        node = ox.NamedNode(f"http://example.org/{number}")
        store.add(ox.Quad(node, ox.NamedNode("http://example.org/is"), ox.Literal(number)))
    return store


def test_select_gives_rows_of_terms(store: ox.Store) -> None:
    answer = run(
        store,
        "PREFIX fz: <https://fazhi.example/ontology#>"
        'SELECT ?o ?v ?none { ?o fz:value ?v ; fz:unit ?u FILTER(STR(?u) = "%") }',
    )
    assert answer.form == "select"
    assert answer.variables == ("o", "v", "none")
    iri = "https://fazhi.example/id/report/990101101000-2022-0a0a0a0a#observation=85,1"
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    value = Term(kind="literal", value="98.5", datatype=decimal)
    assert answer.rows == ((Term(kind="uri", value=iri), value, None),)


def test_a_string_with_a_language_keeps_it_and_a_plain_one_has_no_datatype(store: ox.Store) -> None:
    answer = run(store, 'SELECT ?a ?b { VALUES (?a ?b) { ("法"@zh "law") } }')
    assert answer.rows == (
        (Term(kind="literal", value="法", language="zh"), Term(kind="literal", value="law")),
    )


def test_ask(store: ox.Store) -> None:
    assert run(store, "ASK { ?s ?p ?o }") == Answer(form="ask", truth=True)
    assert run(store, "ASK { ?s <http://example.org/none> ?o }").truth is False


@pytest.mark.parametrize(
    "text",
    [
        "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c ; a <https://fazhi.example/ontology#Report> }",
        "DESCRIBE <https://fazhi.example/id/division/2023-990101101000>",
    ],
)
def test_construct_and_describe_give_sorted_triples(store: ox.Store, text: str) -> None:
    answer = run(store, text)
    assert answer.form == "graph"
    assert answer.variables == ("subject", "predicate", "object")
    assert len(answer.rows) >= 3
    cells = [[cell.value for cell in row if cell] for row in answer.rows]
    assert cells == sorted(cells)


def test_rows_beyond_the_limit_are_cut_and_said_to_be() -> None:
    query = "SELECT ?v { ?s ?p ?v } ORDER BY ?v"
    cut = run(numbers(5), query, limits=Limits(rows=3))
    assert [row[0].value for row in cut.rows if row[0]] == ["0", "1", "2"]
    assert cut.truncated
    assert not run(numbers(5), query, limits=Limits(rows=5)).truncated


def test_triples_beyond_the_limit_are_cut_and_said_to_be() -> None:
    answer = run(numbers(5), "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", limits=Limits(rows=3))
    assert (len(answer.rows), answer.truncated) == (3, True)


def test_a_value_is_bound_as_a_term_not_as_text(store: ox.Store) -> None:
    query = (
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        "SELECT ?name ?s { ?s rdfs:label ?label FILTER(STR(?label) = ?name) }"
    )
    assert len(run(store, query, {"name": ox.Literal("清溪派出所")}).rows) == 1
    hostile = '清溪派出所" || true) } #'
    assert run(store, query, {"name": ox.Literal(hostile)}).rows == ()


def test_values_are_written_into_filters() -> None:
    """Else a filter with a parameter is applied last, and a question about one town reads all towns."""
    query = (
        "# FILTER(?name)\nSELECT ?name ?names { ?s ?p '?name FILTER(?name)' FILTER(STR(?name) = ?names) BIND(1 AS ?x) "
        "OPTIONAL { ?s ?q ?o filter ( (?o > 1) && $name = '(' || EXISTS { ?s ?p ?t FILTER(?t = ?name) } ) } } ORDER BY ?name"
    )
    value = r'"a(\"?s\\"@zh'
    expected = (
        query.replace("STR(?name)", f"STR({value})")
        .replace("$name", value)
        .replace("= ?name)", f"= {value})")
    )
    assert inlined(query, {"name": ox.Literal('a("?s\\', language="zh")}) == expected
    assert inlined(query, {}) == query
    assert inlined("SELECT ?name { FILTER(", {"name": ox.Literal("x")}) == "SELECT ?name { FILTER("


def test_a_value_where_only_a_variable_may_stand_is_no_error() -> None:
    query = "SELECT ?name ?x { VALUES ?x { 1 } FILTER(!BOUND(?name) || ?x = 1) }"
    assert len(run(ox.Store(), query, {"name": ox.Literal("x")}).rows) == 1


def test_a_value_for_a_variable_that_is_not_selected_is_refused(store: ox.Store) -> None:
    with pytest.raises(KgError) as error:
        run(store, "SELECT ?s { ?s ?p ?o }", {"name": ox.Literal("x")})
    assert "?name" in why(error)


def test_a_syntax_error_names_its_place(store: ox.Store) -> None:
    with pytest.raises(KgError) as error:
        run(store, "SELECT ?s {\n ?s ?p ")
    assert "line 2" in why(error)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "select * {?s foo:bar ?o}",
            "Prefix foo: not found at line 1, column 14; the graph's are fz, dcat, dcterms, eli, foaf, itsrdf, nif, "
            "org, owl, prov, qb, rdf, rdfs, skos, vann, void, xsd, v",
        ),
        (
            "# 法治 a:b\nSELECT * {\n  ?s ?p '灯 a:b' ; fz:year ?o }",
            "Prefix fz: not found at line 3, column 19; begin with PREFIX fz: <https://fazhi.example/ontology#>",
        ),
        (
            "PREFIX fz: <https://fazhi.example/ontology#> SELECT * { ?s fz:year '2021'^^xsd:gYear }",
            "Prefix xsd: not found at line 1, column 76; begin with PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>",
        ),
        ("ASK { :town ?p _:o }", "Prefix : not found at line 1, column 7; the graph's are fz, "),
        (
            "PREFIX a: <http://a.example/> PREFIX : <http://b.example/> SELECT * { a:b:c :d _:e . ?x ?y 'f:g' ",
            "it is not SPARQL at line 1, column ",
        ),
        (
            "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }",
            "The SELECT contains a variable that is unbound at line 1",
        ),
        ("SELECT * { ?s\n <http://[> ?o }", "IRI parsing failed at line 2, column 12"),
        ("SELECT (1 AS ?x) (2 AS ?x) { }", "Duplicated variable name in SELECT at line 1"),
        ("SELECT * { ?s ?p ?o } HAVING", "it is not SPARQL at line 1, column "),
    ],
)
def test_what_the_engine_says_is_wrong_is_told_without_its_grammar(text: str, said: str) -> None:
    with pytest.raises(KgError) as error:
        run(ox.Store(), text)
    assert why(error).startswith(f"the query could not be run: {said}")


def test_an_update_that_cannot_be_read_is_told_likewise() -> None:
    with pytest.raises(KgError) as error:
        run(ox.Store(), "INSERT DATA { foo:a foo:b 1 }", limits=Limits(allowed=frozenset({Allow.update})))
    assert "Prefix foo: not found at line 1, column 15; " in why(error)


def test_an_error_while_rows_are_read_is_told(store: ox.Store) -> None:
    with pytest.raises(KgError) as error:
        run(store, "SELECT * { ?s <relative> ?o }")
    assert why(error)


def test_a_missing_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgError) as error:
        load(tmp_path)
    assert error.value.notice.code == "KG012"
