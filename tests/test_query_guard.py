"""Queries that would write, or reach beyond the graph, are refused; others are not."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.query import Allow, Limits, run
from kg.query.guard import is_update, refuse_unsafe

HIDDEN = "SELECT * { ?a ?p ?b BIND(2 AS ?c) FILTER(?b<?c)SERVICE#>\n<URL> { ?s ?q ?o } }"
SERVICES = [
    HIDDEN,
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } SERVICE ?x { ?s ?p ?o } }",
    "PREFIX e: <URL> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "SELECT * { SERVICE# {\n<URL># }\n{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?a ?p ?b FILTER(?a<?b)SERVICE#>\n<URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?p ?b FILTER(?a<?b#>'''\n) SERVICE <URL> { ?s ?p ?o } } #'''",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "ASK { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <URL> } ?a ?p ?service.SERVICE?x{ ?s ?p ?o } }",
    "PREFIX e: <URL> SELECT * { ?a ?p e:service.SERVICE e:{ ?s ?p ?o } }",
]
UPDATES = [
    "INSERT DATA { <a:a> <a:b> 1 }",
    "# a comment\nPREFIX e: <http://example.org/>\ndelete where { ?s ?p ?o }",
    "LOAD <http://example.org/>",
    "CLEAR ALL",
    "DROP DEFAULT",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]
DATASETS = [
    "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }",
    "PREFIX e: <http://example.org/> ASK from e:g { ?s ?p ?o }",
    "SELECT *FROM<http://example.org/>{ ?s ?p ?o }",
]
FINE = [
    "SELECT ?service { ?service ?p ?o }",
    "PREFIX e: <http://example.org/> SELECT * { e:service ?p { ?s ?p ?o } }",
    "SELECT * { <http://example.org/service/> ?p ?o }",
    'SELECT * { ?s ?p "legal service" }',
    "# which legal service\nASK { ?s ?p ?o }",
    'SELECT ?from { ?from ?p "FROM <http://example.org/>" } # from <here>',
    "PREFIX from: <http://example.org/> SELECT * { ?s from:from from: }",
    "# insert nothing\nSELECT * { ?insert ?delete ?o }",
    "BASE <http://example.org/> SELECT * { ?s ?p ?o }",
]


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and the requests that reached it."""
    reached: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reached.append(self.path)
            self.send_response(500)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", reached
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("query", SERVICES)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with listening() as (url, reached):
        with pytest.raises(KgError) as error:
            run(ox.Store(), query.replace("URL", url))
        assert error.value.notice.code == "KG013"
        assert "SERVICE" in error.value.notice.message
        assert reached == []


@pytest.mark.parametrize("query", [SERVICES[0], HIDDEN])
def test_the_engine_alone_would_send_it(query: str) -> None:
    """Why the guard is there: when this fails, it may go."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal(1)))
    with listening() as (url, reached):
        with pytest.raises(OSError, match="500"):
            list(store.query(query.replace("URL", url)))  # type: ignore[arg-type]
        assert reached


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_refused_by_name(query: str) -> None:
    with pytest.raises(KgError, match="would change the graph"):
        run(ox.Store(), query)


@pytest.mark.parametrize("query", DATASETS)
def test_other_graphs_are_refused(query: str) -> None:
    with pytest.raises(KgError, match="FROM names another graph"):
        run(ox.Store(), query)


LOADS = [
    "LOAD <http://127.0.0.1:9/>",
    "INSERT DATA { <a:a> <a:b> 1 } ; load silent <http://127.0.0.1:9/> INTO GRAPH <a:g>",
    "PREFIX e: <http://127.0.0.1:9/> LOAD# {\n e:x",
    "INSERT { <a:a> <a:b> 1 } WHERE { ?a ?p ?b FILTER(?a<?b) } ;LOAD#>\n<http://127.0.0.1:9/>",
]


@pytest.mark.parametrize("query", LOADS)
def test_an_update_that_is_allowed_may_still_not_load(query: str) -> None:
    with pytest.raises(KgError, match="LOAD would fetch"):
        refuse_unsafe(query, {Allow.update})
    refuse_unsafe(query, {Allow.update, Allow.load})


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_told_from_queries(query: str) -> None:
    assert is_update(query)


@pytest.mark.parametrize("query", [*FINE, *DATASETS, *SERVICES])
def test_queries_are_no_updates(query: str) -> None:
    assert not is_update(query)


def test_what_is_allowed_is_carried_out() -> None:
    one = ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal(1), ox.NamedNode("a:g"))
    store = ox.Store()
    store.add(one)
    from_g = run(store, "SELECT * FROM <a:g> { ?s ?p ?o }", limits=Limits(allowed=frozenset({Allow.dataset})))
    assert len(from_g.rows) == 1
    update = "DELETE WHERE { GRAPH ?g { ?s ?p ?o } } ; INSERT DATA { <a:x> <a:y> 2, 3 }"
    assert len(run(store, update, limits=Limits(allowed=frozenset({Allow.update}))).rows) == 2
    assert list(store) == [one]
    with listening() as (url, reached):
        for query, kind in ((SERVICES[1].replace("URL", url), "service"), (f"LOAD <{url}>", "load")):
            allowed = frozenset({Allow(kind), Allow.update})
            with pytest.raises(KgError, match="500"):
                run(store, query, limits=Limits(allowed=allowed))
        assert len(reached) == 2


@pytest.mark.parametrize("query", FINE)
def test_the_words_alone_are_not_refused(query: str) -> None:
    refuse_unsafe(query)


SPACE = st.text(" \t\n", max_size=3) | st.builds("#{}\n".format, st.text("ab<>{}'\"\\ ", max_size=6))


@given(
    st.sampled_from(["service", "SERVICE", "SeRvIcE"]), SPACE, SPACE, st.text("{}<>'\"#?a \n", max_size=12)
)
def test_no_spacing_and_nothing_before_hides_a_service(word: str, one: str, two: str, before: str) -> None:
    with pytest.raises(KgError):
        refuse_unsafe(f"SELECT * {{ {before} {word}{one}<http://example.org/>{two}{{ ?s ?p ?o }} }}")


def test_a_long_query_is_judged_quickly() -> None:
    refuse_unsafe("SELECT * { ?s ?p '" + "service #" * 5000 + "' }")
