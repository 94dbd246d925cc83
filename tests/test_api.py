"""A build in Python, as its documentation shows it."""

import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import rdflib

import kg
from kg.api import Graph
from kg.api.table import value
from kg.build import build
from kg.errors import KgError
from kg.graph import store
from kg.query import Limits, Term, questions

XSD = "http://www.w3.org/2001/XMLSchema#"
DOCUMENTED = ("kg", "kg.api.graph", "kg.api.table")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder, and the current one, with the sample in ``output``."""
    folder = tmp_path_factory.mktemp("api")
    build([], folder / "output")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder / "output"


@pytest.fixture
def g(demo: Path) -> Iterator[Graph]:
    with kg.open(demo) as g:
        yield g


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_examples_do_what_they_show(name: str, demo: Path) -> None:
    assert demo.exists()
    module: ModuleType = import_module(name)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    found = doctest.testmod(module, optionflags=flags)
    assert found.attempted
    assert found.failed == 0


def test_the_documentation_does_what_it_shows(demo: Path) -> None:
    """In an interpreter of its own, which has imported nothing else."""
    page = (Path(__file__).parent.parent / "docs" / "python.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert "limits=Limits(" in example
    done = subprocess.run([sys.executable, "-c", example], cwd=demo.parent, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_quads_of_a_build_answer_as_its_folder_does(g: Graph) -> None:
    with kg.open(g.path / "graph.nq.gz") as quads:
        for question in questions():
            assert quads.query(question.name).answer == g.query(question.name).answer, question.name
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert quads.query(count).rows == g.query(count).rows == [(len(quads.store),)]


def test_a_question_gives_the_same_in_every_shape(g: Graph) -> None:
    table = g.query("figures-with-sentence", indicator="disputes_mediated")
    assert len(table) == len(table.rows) == len(list(table)) > 3
    frame, polars = table.pandas(), table.polars()
    assert tuple(frame.columns) == tuple(polars.columns) == table.columns
    assert [tuple(row) for row in polars.rows()] == table.rows
    assert frame["value"].tolist() == [row["value"] for row in table]
    assert all(isinstance(row["value"], float) and isinstance(row["approximate"], bool) for row in table)


def test_a_question_without_an_answer_keeps_its_columns(g: Graph) -> None:
    table = g.query("figures-with-sentence", indicator="nothing")
    assert tuple(table.pandas().columns) == tuple(table.polars().columns) == table.columns
    assert len(table) == 0


def test_limits_hold_here_too(g: Graph) -> None:
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    assert g.query(cross, limits=Limits(rows=5)).truncated
    with pytest.raises(KgError, match="more than"):
        g.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limits=Limits(seconds=0.2))
    assert g.query("ASK { }").truth is True


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (Term(kind="literal", value="07", datatype=f"{XSD}integer"), 7),
        (Term(kind="literal", value="98.63", datatype=f"{XSD}decimal"), 98.63),
        (Term(kind="literal", value="1", datatype=f"{XSD}boolean"), True),
        (Term(kind="literal", value="2022-01-31", datatype=f"{XSD}date"), date(2022, 1, 31)),
        (Term(kind="literal", value="soon", datatype=f"{XSD}date"), "soon"),
        (Term(kind="literal", value="2022", datatype=f"{XSD}gYear"), "2022"),
        (Term(kind="literal", value="12"), "12"),
        (Term(kind="uri", value="a:a"), "a:a"),
    ],
)
def test_values_are_what_their_datatype_says(term: Term | None, expected: object) -> None:
    assert value(term) == expected
    assert type(value(term)) is type(expected)


def test_a_notebook_shows_text_as_text(g: Graph) -> None:
    shown = g.query('SELECT ?x ?y { VALUES (?x ?y) { ("<b>&" UNDEF) } }')._repr_html_()
    assert "<td>&lt;b&gt;&amp;</td><td></td>" in shown


def test_rdflib_has_every_triple(g: Graph, demo: Path) -> None:
    assert len(g.rdflib) == len(g.store) == len(store.load(demo / "graph.ttl"))
    assert set(g.rdflib) == set(rdflib.Graph().parse(demo / "graph.ttl"))


def test_the_network_and_the_reports_are_the_builds(g: Graph) -> None:
    labels = {about["label"] for _, about in g.networkx.nodes(data=True)}
    names = {entity["name"] for report in g.reports for entity in report["entities"]}
    assert labels & names
    assert len(g.reports) == 4
    assert [question.name for question in g.questions] == [question.name for question in questions()]


def test_a_file_is_a_graph_too(demo: Path) -> None:
    with kg.open(demo / "graph.ttl") as g:
        assert len(g.query("honours")) == len(kg.open(demo).query("honours"))
        assert g.reports == ()


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(KgError, match="KG012"):
        kg.open("no-such-folder")


def test_a_record_that_is_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.json").write_text('{"doc":\n', encoding="utf-8")
    for read in (lambda: kg.open(tmp_path).reports, lambda: kg.open(tmp_path).export(tmp_path / "tables")):
        with pytest.raises(KgError, match=r"KG012.*a\.json, line 2: "):
            read()


def test_importing_is_light() -> None:
    """Nothing but the standard library until a build is opened."""
    script = (
        "import sys, kg; heavy = {'pydantic', 'pyoxigraph', 'rdflib', 'networkx', 'spacy', 'numpy', 'pandas', 'typer'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_closing_ends_the_process(demo: Path) -> None:
    g = kg.open(demo)
    g.query("ASK { }")
    process = g._worker._process
    assert process is not None
    g.close()
    assert process.poll() is not None
    assert g.query("ASK { }").truth
    g.close()
