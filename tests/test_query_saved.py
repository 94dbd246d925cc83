"""The saved questions: their headers, their answers on a small graph, the same from two engines."""

import re
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.build import build
from kg.errors import KgError
from kg.query import Answer, Question, as_csv, find, load, parse, questions, run, values

DATA = Path(__file__).parent / "data"
QUESTIONS = {question.name: question for question in questions()}
GIVEN = [
    ("claims-evidence", {"relation": "落实", "status": "planned"}, 2),
    ("claims-evidence", {"status": "unheard-of"}, 0),
    ("figures-with-sentence", {"indicator": "mediation_success_rate"}, 1),
    ("one-law", {"law": "宪法"}, 3),
    ("programme-towns", {"programme": "行政执法公示制度"}, 3),
    ("programme-parts", {"programme": "首违不罚"}, 3),
    ("law-versions", {"law": "合同法"}, 1),
    ("town-ahead", {"town": "云林镇"}, 0),
    ("one-town", {"town": "石桥镇"}, 3),
    ("figures-by-year", {"indicator": "study_sessions"}, 0),
]
HERE = {
    "town-ahead": {"town": "石桥镇"},
    "one-town": {"town": "清溪镇"},
    "one-claim": {"subject": "清溪镇", "relation": "落实", "object": "制度"},
}
"""Parameters for the towns of these graphs, where the default names one of the embedded sample."""


@pytest.fixture(scope="module")
def store() -> ox.Store:
    towns = load(DATA / "small.ttl")
    towns.load(path=str(DATA / "neighbour.ttl"))
    return towns


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(DATA / "small.ttl").parse(DATA / "neighbour.ttl")


def test_there_are_twenty_five() -> None:
    assert len(QUESTIONS) >= 25
    assert {path.stem for path in (DATA / "answers").glob("*.csv")} == set(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_each_says_what_it_asks_in_both_languages(question: Question) -> None:
    for said in (question.title, question.purpose):
        assert set(said) == {"en", "zh"}
        assert re.search("[一-鿿]", said["zh"])
        assert said["en"].isascii()


def test_the_documentation_lists_them_all() -> None:
    page = (DATA.parent.parent / "docs" / "querying.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.*) \((.*)\) \| (.*) \|$", page, re.MULTILINE)
    assert rows == [
        (
            name,
            q.title["en"],
            q.title["zh"],
            ", ".join(f"`{p.name}={p.default}`" for p in q.parameters) or "–",
        )
        for name, q in QUESTIONS.items()
    ]


@pytest.mark.slow
def test_each_has_an_answer_for_the_sample_but_where_it_needs_more(tmp_path: Path) -> None:
    build([], tmp_path)
    sample = load(tmp_path)
    empty = {q.name for q in QUESTIONS.values() if not run(sample, q.text, values(q, {})).rows}
    # Four towns of four districts, one year each, whose laws are all in force.
    assert empty == {
        "figures-by-year",
        "laws-replaced",
        "plans-then-results",
        "same-town-and-year",
        "town-ahead",
    }


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_each_declares_the_prefixes_that_it_uses_and_no_other(question: Question) -> None:
    declared = re.findall(r"^PREFIX (\w+):", question.text, re.MULTILINE)
    body = re.sub(r"^(PREFIX|#).*$", "", question.text, flags=re.MULTILINE)
    assert declared == sorted(set(re.findall(r"(?<![\w?])(\w+):(?=\w)", body)))


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_each_selects_its_parameters_and_describes_them(question: Question) -> None:
    selected = re.search(r"SELECT(.*?)WHERE", question.text, re.DOTALL)
    assert selected
    for parameter in question.parameters:
        assert parameter.default
        assert set(parameter.description) == {"en", "zh"}
        assert f"?{parameter.name} " in selected[1]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_each_gives_its_answer_on_the_small_graph(question: Question, store: ox.Store) -> None:
    expected = (DATA / "answers" / f"{question.name}.csv").read_text(encoding="utf-8")
    assert expected.count("\n") > 1
    assert as_csv(run(store, question.text, values(question, HERE.get(question.name, {})))) == expected


@pytest.mark.parametrize(("name", "given", "rows"), GIVEN)
def test_parameters_change_the_answer(name: str, given: dict[str, str], rows: int, store: ox.Store) -> None:
    assert len(run(store, QUESTIONS[name].text, values(QUESTIONS[name], given)).rows) == rows


def test_a_rate_is_computed_only_of_the_one_figure_of_each_kind() -> None:
    towns, name = load(DATA / "neighbour.ttl"), "mediation-success"
    towns.load(path=str(DATA / "small.ttl"))
    assert "computed" in as_csv(run(towns, QUESTIONS[name].text, {}))
    towns.update(
        "PREFIX fz: <https://fazhi.example/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        "INSERT { <urn:another> ?p ?o ; fz:value 7 } WHERE { ?one fz:indicator/skos:notation 'disputes_mediated' ; ?p ?o "
        "FILTER(?p NOT IN (fz:value, fz:partOfFigure)) }"
    )
    assert "computed" not in as_csv(run(towns, QUESTIONS[name].text, {}))


@pytest.mark.parametrize(
    ("name", "printed", "plain"),
    [
        ("figures-by-year", "80", "0.008"),
        ("mediation-figures", "80", "0.008"),
        ("mediation-success", "80", "0.008"),
    ],
)
def test_figures_in_ten_thousands_are_compared_in_full(name: str, printed: str, plain: str) -> None:
    """What is printed as 0.008 of 万件 is 80 of 件 in every answer."""
    question = QUESTIONS[name]
    towns = load(DATA / "neighbour.ttl")
    towns.load(path=str(DATA / "small.ttl"))
    before = as_csv(run(towns, question.text, values(question, {})))
    assert printed in before or "computed" in before
    towns.update(
        "PREFIX fz: <https://fazhi.example/ontology#> DELETE { ?o fz:value ?v ; fz:unit ?u } "
        f"INSERT {{ ?o fz:value {plain} ; fz:unit '万件'@zh ; fz:plainValue {printed} ; fz:plainUnit '件'@zh }} "
        f"WHERE {{ ?o fz:value ?v ; fz:unit ?u FILTER(?v = {printed}) }}"
    )
    assert as_csv(run(towns, question.text, values(question, {}))) == before


@pytest.mark.parametrize(
    ("name", "given"),
    [(name, HERE.get(name, {})) for name in QUESTIONS] + [(name, given) for name, given, _ in GIVEN],
)
def test_two_engines_give_the_same_answer_in_the_same_order(
    name: str, given: dict[str, str], store: ox.Store, graph: rdflib.Graph
) -> None:
    bound = values(QUESTIONS[name], given)
    theirs = graph.query(
        QUESTIONS[name].text, initBindings={key: rdflib.Literal(value.value) for key, value in bound.items()}
    )
    rows = [tuple(comparable(cell) for cell in row) for row in theirs]  # type: ignore[union-attr]
    ours = run(store, QUESTIONS[name].text, bound)
    assert [str(variable) for variable in theirs.vars or ()] == list(ours.variables)
    assert plain(ours) == rows


@pytest.mark.slow
def test_two_engines_give_the_same_answers_on_the_sample(tmp_path: Path) -> None:
    """Every saved question, on the store that a build fills and on what rdflib reads of its Turtle."""
    build([], tmp_path)
    store = load(tmp_path)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    found = 0
    for question in QUESTIONS.values():
        test_two_engines_give_the_same_answer_in_the_same_order(question.name, {}, store, graph)
        found += len(run(store, question.text, values(question, {})).rows) > 0
    assert found > len(QUESTIONS) / 2


def comparable(cell: object) -> str | None:
    if isinstance(cell, rdflib.Literal) and isinstance(cell.value, Decimal):
        return str(cell.value.normalize() + 0)
    return None if cell is None else str(cell)


def plain(answer: Answer) -> list[tuple[str | None, ...]]:
    return [
        tuple(None if c is None else str(Decimal(c.value) + 0) if is_decimal(c) else c.value for c in row)
        for row in answer.rows
    ]


def is_decimal(cell: object) -> bool:
    return str(getattr(cell, "datatype", "")).endswith("#decimal")


def test_a_report_without_division_and_year_is_not_left_out(store: ox.Store) -> None:
    bare = ox.Store()
    dropped = ("https://fazhi.example/ontology#division", "https://fazhi.example/ontology#year")
    bare.extend(quad for quad in store if quad.predicate.value not in dropped)
    for name in ("claims-evidence", "one-law", "honours", "figures-with-sentence", "plans-by-topic"):
        question = QUESTIONS[name]
        bound = values(question, {})
        assert len(run(bare, question.text, bound).rows) == len(run(store, question.text, bound).rows)


def test_a_header_is_read_up_to_the_first_line_of_the_query() -> None:
    question = parse(
        "q",
        "# title: One\n#title@zh:一\n# free words: none\n# param: a 1 what it is\n# param@zh: a 是什么\n# param: b\n"
        "SELECT ?a ?b { }\n# title: Two\n",
    )
    assert question.title == {"en": "One", "zh": "一"}
    assert question.purpose == {}
    assert [p.model_dump() for p in question.parameters] == [
        {"name": "a", "default": "1", "description": {"en": "what it is", "zh": "是什么"}},
        {"name": "b", "default": "", "description": {}},
    ]


def test_values_are_strings_or_iris() -> None:
    question = parse("q", "# param: a 1 x\n# param: b 2 x\n")
    bound = values(question, {"b": "<http://example.org/>"})
    assert bound == {"a": ox.Literal("1"), "b": ox.NamedNode("http://example.org/")}
    with pytest.raises(KgError, match="not an IRI"):
        values(question, {"a": "<not an iri>"})
    with pytest.raises(KgError, match="its parameters are a, b"):
        values(question, {"c": "1"})


def test_an_unknown_question_is_told() -> None:
    with pytest.raises(KgError, match="no saved question"):
        find("nothing-of-the-kind")


def test_questions_come_from_a_folder_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.rq").write_text("SELECT * {}", encoding="utf-8")
    assert [question.name for question in questions(tmp_path)] == ["a", "b"]
