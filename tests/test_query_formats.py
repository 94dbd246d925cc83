"""Answers as tables, CSV and JSON."""

import csv
import json
from io import StringIO

import pyoxigraph as ox
import pytest
from rich.cells import cell_len

from kg.query import Answer, Term, as_csv, as_json, as_table, run


def literals(*rows: tuple[str, ...]) -> Answer:
    names = tuple("abcdef"[: len(rows[0])])
    cells = tuple(tuple(Term(kind="literal", value=value) for value in row) for row in rows)
    return Answer(form="select", variables=names, rows=cells)


def test_table_columns_line_up_with_double_width_characters() -> None:
    lines = as_table(literals(("清溪镇", "x1"), ("ab", "x2"), ("a镇", "x3"))).splitlines()
    starts = {cell_len(line[: line.index("x")]) for line in lines[2:]}
    assert lines[0].split() == ["a", "b"]
    assert len(starts) == 1
    assert starts.pop() > cell_len("清溪镇")


def test_table_without_a_width_keeps_each_row_on_one_line() -> None:
    assert len(as_table(literals(("很长" * 400, "x"))).splitlines()) == 3


def test_table_with_a_width_folds_and_loses_nothing() -> None:
    table = as_table(literals(("很长" * 40, "x")), width=50)
    assert all(cell_len(line) <= 50 for line in table.splitlines())
    assert table.count("很") == 40


def test_table_does_not_read_markup_or_pass_on_control_characters() -> None:
    table = as_table(literals(("[bold]x[/bold]", "\x1b[31mred\x07\u202eabc\nnext")))
    assert "[bold]x[/bold]" in table
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert len(table.splitlines()) == 3


def test_table_shortens_known_namespaces_and_leaves_others() -> None:
    shown = [
        ("https://fazhi.example/ontology#Report", "fz:Report"),
        ("https://fazhi.example/vocabulary/kind/brand", "v:kind/brand"),
        ("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#String", "nif:String"),
        ("http://www.w3.org/2005/11/its/rdf#taIdentRef", "itsrdf:taIdentRef"),
        ("http://data.europa.eu/eli/ontology#LegalResource", "eli:LegalResource"),
        ("http://purl.org/dc/terms/issued", "dcterms:issued"),
        ("https://example.org/x", "https://example.org/x"),
    ]
    rows = tuple((Term(kind="uri", value=value),) for value, _ in shown)
    table = as_table(Answer(form="select", variables=("a",), rows=rows))
    assert [line.strip() for line in table.splitlines()[2:]] == [short for _, short in shown]


def test_an_unbound_cell_is_empty() -> None:
    answer = Answer(form="select", variables=("a", "b"), rows=((None, Term(kind="literal", value="x")),))
    assert as_csv(answer) == "a,b\n,x\n"
    assert json.loads(as_json(answer))["results"]["bindings"] == [{"b": {"type": "literal", "value": "x"}}]
    assert as_table(answer).splitlines()[-1].strip() == "x"


def test_csv_quotes_as_csv_readers_expect() -> None:
    cells = ('说"好"', "a,b", "两\n行")
    assert list(csv.reader(StringIO(as_csv(literals(cells)))))[1] == list(cells)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+86 21", "'+86 21"),
        ("-x", "'-x"),
        ("\t=1", "'\t=1"),
        ("-3.5", "-3.5"),
        ("+2", "+2"),
        ("-1e5", "-1e5"),
        ("-1+cmd", "'-1+cmd"),
        ("98.63", "98.63"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_csv_cells_are_no_formulas(value: str, written: str) -> None:
    assert list(csv.reader(StringIO(as_csv(literals((value, "x"))))))[1][0] == written


def test_json_is_what_sparql_says_and_an_engine_reads_it_back() -> None:
    query = (
        'SELECT * { VALUES (?a ?b ?c) { (<http://e/> "法"@zh 1) ("x" 2.5 UNDEF) ("</script>" true <a:b>) } }'
    )
    page = as_json(run(ox.Store(), query))
    theirs = ox.parse_query_results(page.encode(), format=ox.QueryResultsFormat.JSON)
    assert isinstance(theirs, ox.QuerySolutions)
    direct = ox.Store().query(query)
    assert isinstance(direct, ox.QuerySolutions)
    names = [variable.value for variable in direct.variables]
    assert [[row[name] for name in names] for row in theirs] == [
        [row[name] for name in names] for row in direct
    ]


@pytest.mark.parametrize("truth", [True, False])
def test_truth_in_every_format(truth: bool) -> None:
    answer = Answer(form="ask", truth=truth)
    said = str(truth).lower()
    assert as_table(answer) == f"{said}\n"
    assert as_csv(answer) == f"answer\n{said}\n"
    assert json.loads(as_json(answer)) == {"head": {}, "boolean": truth}
