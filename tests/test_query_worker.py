"""Queries in a process of their own: the same answers, and an end to those that run away."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query import Allow, Limits, Worker, load, questions, run, values
from kg.query.media import SOLUTIONS, TRIPLES, Media
from tests.builds import write
from tests.some import some

SMALL = Path(__file__).parent / "data" / "small.ttl"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
ONE = "SELECT ?x { VALUES ?x { 1 } }"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(SMALL) as worker:
        yield worker


def why(error: pytest.ExceptionInfo[KgError]) -> str:
    assert error.value.notice.code == "KG013"
    return error.value.notice.message


def alive(worker: Worker) -> bool:
    return len(worker.ask(ONE).rows) == 1


def process(worker: Worker) -> int:
    worker.start()
    assert worker._process is not None
    return worker._process.pid


def test_every_saved_question_is_answered_as_in_this_process(worker: Worker) -> None:
    store = load(SMALL)
    for question in some(questions()):
        bound = values(question, {})
        assert worker.ask(question.text, bound) == run(store, question.text, bound)


def test_a_cross_product_is_cut_at_the_row_limit(worker: Worker) -> None:
    answer = worker.ask(f"SELECT * {{ {CROSS} }}", limits=Limits(rows=100))
    assert (len(answer.rows), answer.truncated) == (100, True)
    page = worker.page(f"CONSTRUCT {{ ?a ?b ?l }} WHERE {{ {CROSS} }}", limits=Limits(rows=100))
    assert page.truncated
    assert len(list(ox.parse(page.body, format=ox.RdfFormat.TURTLE))) <= 100


@pytest.mark.parametrize(
    "query",
    [f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", f"ASK {{ {CROSS} FILTER(CONCAT(STR(?a), STR(?l)) = 'x') }}"],
)
def test_a_cross_product_that_gives_no_row_ends_at_the_time_limit(worker: Worker, query: str) -> None:
    before = process(worker)
    with pytest.raises(KgError) as error:
        worker.ask(query, limits=Limits(seconds=0.5))
    assert "more than 0.5 s" in why(error)
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)
    assert alive(worker)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux only")
def test_a_cross_product_that_is_sorted_ends_at_the_memory_limit(worker: Worker) -> None:
    with pytest.raises(KgError) as error:
        worker.ask(f"SELECT * {{ {CROSS} }} ORDER BY ?a ?l", limits=Limits(seconds=60, megabytes=100))
    assert "more than 100 MB" in why(error)
    assert alive(worker)


def test_a_process_that_was_killed_is_replaced(worker: Worker) -> None:
    assert alive(worker)
    os.kill(process(worker), signal.SIGTERM)
    with pytest.raises(KgError):
        worker.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limits=Limits(seconds=30))
    assert alive(worker)


def test_what_is_refused_here_is_refused_there(worker: Worker) -> None:
    for query in ("CLEAR ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SELECT"):
        with pytest.raises(KgError) as error:
            worker.ask(query)
        assert why(error)
    assert alive(worker)


def test_an_update_that_is_allowed_changes_only_its_answer(worker: Worker) -> None:
    allowed = Limits(allowed=frozenset({Allow.update}))
    changed = worker.ask("DELETE { ?s ?p ?o } INSERT { <a:a> <a:b> 1 } WHERE { ?s ?p ?o }", limits=allowed)
    assert [[cell.value for cell in row if cell] for row in changed.rows] == [["a:a", "a:b", "1"]]
    assert len(worker.ask("SELECT * { ?s ?p ?o }").rows) > 100


def test_a_graph_that_is_built_again_is_read_again(tmp_path: Path) -> None:
    graph = write(tmp_path / "graph.ttl", "<a:a> <a:b> 1 .")
    with Worker(tmp_path) as worker:
        assert len(worker.ask("SELECT * { ?s ?p ?o }").rows) == 1
        write(tmp_path / "new", "<a:a> <a:b> 1, 2 .").replace(graph)
        assert len(worker.ask("SELECT * { ?s ?p ?o }").rows) == 2
        graph.unlink()
        with pytest.raises(KgError, match="KG012"):
            worker.ask("SELECT * { ?s ?p ?o }")


def test_a_missing_graph_is_told_and_found_later(tmp_path: Path) -> None:
    with Worker(tmp_path) as worker:
        for _ in range(2):
            with pytest.raises(KgError, match="KG012"):
                worker.ask(ONE)
        write(tmp_path / "graph.ttl", "<a:a> <a:b> 1 .")
        assert alive(worker)


TERMS = (
    "SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { "
    '("a\\tb\\nc\\r\\"q\\\\" "法"@zh UNDEF 1.50) (<http://e.x/a> true 1e3 <<( <a:a> <a:b> "c" )>>) } }'
)


@pytest.mark.parametrize("media", SOLUTIONS)
@pytest.mark.parametrize("query", [TERMS, "SELECT * { }", "SELECT ?x { FILTER(false) }"])
def test_solutions_are_written_as_the_engine_writes_them(worker: Worker, query: str, media: str) -> None:
    page = worker.page(query, media=Media(solutions=media))
    theirs = ox.Store().query(query)
    assert isinstance(theirs, ox.QuerySolutions)
    assert page.body == theirs.serialize(format=SOLUTIONS[media])
    assert (page.media, page.truncated) == (media, False)


@pytest.mark.parametrize("media", TRIPLES)
def test_triples_are_written_in_each_format(worker: Worker, media: str) -> None:
    page = worker.page('CONSTRUCT { <a:a> <a:b> "法"@zh } WHERE { }', media=Media(triples=media))
    (quad,) = ox.parse(page.body, format=TRIPLES[media])
    assert quad.object == ox.Literal("法", language="zh")


def test_truth_is_written_in_each_format(worker: Worker) -> None:
    for media, form in SOLUTIONS.items():
        body = worker.page("ASK { }", media=Media(solutions=media)).body
        if media.startswith("text/"):
            assert body == b"true\n"
        else:
            assert bool(ox.parse_query_results(body, format=form))


def test_a_format_that_is_not_wanted_is_not_written(worker: Worker) -> None:
    assert worker.page("ASK { }", media=Media(solutions="")).media == ""
