"""``kg serve`` as the SPARQL 1.1 Protocol and browsers see it, without a network between."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg.build import build
from kg.query import Limits, as_csv, find, load, run, values
from kg.query.media import SOLUTIONS, TRIPLES
from kg.serve.accept import FOR_SOLUTIONS, FOR_TRIPLES, preferred
from kg.serve.app import app
from kg.serve.settings import Settings
from tests.builds import SAMPLE

SELECT = 'SELECT ?x { VALUES ?x { "法" } }'
CONSTRUCT = "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 3"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
QUERY = {"Content-Type": "application/sparql-query"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    build(SAMPLE[:1], folder)
    return folder


@pytest.fixture(scope="module")
def client(out: Path) -> Iterator[TestClient]:
    limits = Limits(seconds=20, rows=500)
    settings = Settings(out=out, limits=limits, origins=("https://friend.example",), body=10_000)
    with TestClient(app(settings), base_url="http://localhost:8000", follow_redirects=False) as client:
        yield client


def test_a_query_comes_in_three_ways(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": SELECT}),
        client.post("/sparql", data={"query": SELECT}),
        client.post("/sparql", content=SELECT.encode(), headers=QUERY),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert answer.json()["results"]["bindings"] == [{"x": {"type": "literal", "value": "法"}}]


@pytest.mark.parametrize("media", SOLUTIONS)
def test_solutions_come_as_asked_for(client: TestClient, media: str) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    found = ox.Store().query(SELECT)
    assert isinstance(found, ox.QuerySolutions)
    assert answer.content == found.serialize(format=SOLUTIONS[media])


@pytest.mark.parametrize("media", TRIPLES)
def test_triples_come_as_asked_for(client: TestClient, media: str) -> None:
    answer = client.post("/sparql", data={"query": CONSTRUCT}, headers={"Accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    assert len(list(ox.parse(answer.content, format=TRIPLES[media]))) == 3


def test_what_no_format_is_for_is_not_acceptable(client: TestClient) -> None:
    for query in (SELECT, CONSTRUCT):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": "image/png"})
        assert answer.status_code == 406
        assert "text/csv" in answer.text


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0, text/*", "text/tab-separated-values"),
        ("application/json", "application/sparql-results+json"),
        ("TEXT/CSV; charset=utf-8; q=0.1", "text/csv"),
        ("application/sparql-results+json;q=0", ""),
        ("text/csv;q=lots", ""),
        ("image/png", ""),
        (";;,", "application/sparql-results+json"),
    ],
)
def test_the_preferred_format_is_found(accept: str, sent: str) -> None:
    assert preferred(accept, FOR_SOLUTIONS) == sent


def test_every_format_that_is_offered_can_be_written() -> None:
    assert set(FOR_SOLUTIONS.values()) == set(SOLUTIONS)
    assert set(FOR_TRIPLES.values()) == set(TRIPLES)


@pytest.mark.parametrize(
    ("method", "arguments", "status", "words"),
    [
        ("GET", {"params": {"query": "SELECT"}}, 400, "KG013"),
        ("GET", {"params": {"q": SELECT}}, 400, "parameter named query"),
        ("GET", {"params": [("query", SELECT), ("query", SELECT)]}, 400, "one parameter"),
        (
            "GET",
            {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}},
            400,
            "SERVICE",
        ),
        ("GET", {"params": {"query": "SELECT * FROM <a:g> { ?s ?p ?o }"}}, 400, "FROM"),
        ("GET", {"params": {"query": "CLEAR ALL"}}, 400, "CLEAR"),
        ("GET", {"params": {"query": SELECT, "default-graph-uri": "a:g"}}, 403, "default-graph-uri"),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403, "read-only"),
        (
            "POST",
            {"content": b"CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}},
            403,
            "read",
        ),
        (
            "POST",
            {"content": b"x", "headers": {"Content-Type": "text/plain"}},
            415,
            "application/sparql-query",
        ),
        ("POST", {"content": b"\xff", "headers": QUERY}, 400, "UTF-8"),
        ("POST", {"content": b"#" * 10_001, "headers": QUERY}, 413, "10,000 bytes"),
        ("PUT", {"content": b""}, 405, ""),
        ("DELETE", {}, 405, ""),
    ],
)
def test_what_is_wrong_is_told(
    client: TestClient, method: str, arguments: dict[str, object], status: int, words: str
) -> None:
    answer = client.request(method, "/sparql", **arguments)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert words in answer.text


def test_an_answer_that_was_cut_says_so(client: TestClient) -> None:
    cut = client.get(
        "/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f }"}, headers={"Accept": "text/csv"}
    )
    assert cut.headers["Kg-Truncated"] == "true"
    assert (
        len(list(csv.reader(io.StringIO(cut.text, newline="")))) == 501
    )  # a text of several lines is one value
    assert "Kg-Truncated" not in client.get("/sparql", params={"query": SELECT}).headers


def test_a_cross_product_is_ended_and_the_server_lives(out: Path) -> None:
    limits = Limits(seconds=0.5)
    with TestClient(app(Settings(out=out, limits=limits, workers=1)), base_url="http://localhost") as client:
        late = client.get("/sparql", params={"query": CROSS})
        assert late.status_code == 503
        assert "more than 0.5 s" in late.text
        assert client.get("/sparql", params={"query": "ASK { }"}).json()["boolean"]


def test_who_comes_when_all_are_busy_is_told_to_come_again(out: Path) -> None:
    settings = Settings(out=out, waiting=0)
    with TestClient(app(settings), base_url="http://localhost") as client:
        answer = client.get("/sparql", params={"query": SELECT})
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_the_service_describes_itself(client: TestClient, out: Path) -> None:
    answer = client.get("/sparql", headers={"Accept": "application/n-triples"})
    described = ox.Store()
    described.load(answer.content, format=ox.RdfFormat.N_TRIPLES)
    found = described.query(
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX void: <http://rdfs.org/ns/void#>"
        "SELECT ?n { ?s a sd:Service ; sd:endpoint ?s ; sd:supportedLanguage sd:SPARQL11Query ; "
        "sd:defaultDataset/sd:defaultGraph/void:triples ?n FILTER(?s = <http://localhost:8000/sparql>) }"
    )
    assert [int(row["n"].value) for row in found] == [len(load(out))]  # type: ignore[union-attr]
    assert client.get("/sparql", headers={"Accept": "text/html"}).headers["location"] == "/query"


@pytest.mark.parametrize("base", ["https://fazhi.example/id/", "https://data.example.org/town#"])
def test_a_client_finds_what_the_server_holds(tmp_path: Path, base: str) -> None:
    build(SAMPLE[:1], tmp_path, base=base, pages=False)
    with TestClient(app(Settings(out=tmp_path)), base_url="http://localhost:8000") as client:
        for method in (client.get, client.head):
            sent = method("/.well-known/void", follow_redirects=False)
            assert sent.status_code == 302
            assert sent.headers["location"].startswith("/resource?iri=")
        answer = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
    said = {str(triple.triple) for triple in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    void = "http://rdfs.org/ns/void#"
    assert f"<{base}dataset> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{void}Dataset>" in said
    assert f'<{base}dataset> <{void}uriSpace> "{base}"' in said
    assert any(line.startswith(f"<{base}dataset> <{void}triples> ") for line in said)


def test_saved_questions_have_addresses(client: TestClient, out: Path) -> None:
    question = find("one-law")
    answer = client.get("/questions/one-law", params={"law": "宪法"}, headers={"Accept": "text/csv"})
    expected = as_csv(run(load(out), question.text, values(question, {"law": "宪法"})))
    assert answer.text.replace("\r\n", "\n") == expected
    assert client.get("/questions/no-such-one").status_code == 404
    assert client.get("/questions/one-law", params={"x": "1"}).status_code == 404


def test_an_iri_of_the_graph_leads_to_what_it_says(client: TestClient, out: Path) -> None:
    town = "https://fazhi.example/id/division/2023-310105011000"
    path = town.removeprefix("https://fazhi.example")
    page = client.get(path, headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "北新泾街道" in page.text
    assert page.text == client.get("/resource", params={"iri": town}, headers={"Accept": "text/html"}).text
    turtle = client.get(path, headers={"Accept": "text/turtle"})
    triples = {quad.triple for quad in ox.parse(turtle.content, format=ox.RdfFormat.TURTLE)}
    own = {quad.triple for quad in load(out).quads_for_pattern(ox.NamedNode(town), None, None)}
    assert own
    assert own <= triples
    assert page.headers["vary"].startswith("Accept")


@pytest.mark.parametrize(
    ("base", "mark"), [("https://fazhi.example/id/", "#"), ("https://data.example.org/town#", ";")]
)
def test_a_report_brings_its_parts_along(tmp_path: Path, base: str, mark: str) -> None:
    build(SAMPLE[:1], tmp_path, base=base, pages=False)
    (report,) = (json.loads(path.read_text("utf-8"))["key"] for path in (tmp_path / "reports").glob("*.json"))
    with TestClient(app(Settings(out=tmp_path)), base_url="http://localhost:8000") as client:
        asked = {"iri": f"{base}{report}"}
        said = client.get("/resource", params=asked, headers={"Accept": "application/n-triples"}).text
        if mark == "#":
            assert client.get(f"/id/{report}", headers={"Accept": "application/n-triples"}).text == said
    begins = re.findall(
        rf"<{re.escape(base + report + mark)}char=(\d+),\d+> <[^>]*#beginIndex> \"(\d+)\"", said
    )
    assert len(begins) > 10
    assert all(place == begin for place, begin in begins)


def test_the_ontology_brings_its_terms_along(client: TestClient) -> None:
    """What a client sends for ``fz:Actor``: the part after the # stays with it."""
    triples = client.get("/ontology", headers={"Accept": "application/n-triples"}).text
    assert "<https://fazhi.example/ontology#Actor> <http://www.w3.org/2000/01/rdf-schema#label>" in triples


def test_what_the_graph_does_not_know_is_not_found(client: TestClient) -> None:
    for path in ("/id/nobody", "/id/<>", "/nothing", "/resource", "/resource?iri=x%20y", "/id/%00"):
        assert client.get(path).status_code == 404


def test_the_pages_and_files_of_the_build_are_there(client: TestClient, out: Path) -> None:
    assert client.get("/").content == (out / "index.html").read_bytes()
    turtle = client.get("/graph.ttl")
    assert turtle.content == (out / "graph.ttl").read_bytes()
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert client.get("/assets/common.js").status_code == 200


def test_the_store_hidden_files_and_what_lies_outside_are_not(client: TestClient, out: Path) -> None:
    (out / ".secret").write_text("x", encoding="utf-8")
    store = next(path for path in (out / "store").rglob("*") if path.is_file())
    paths = [
        f"/{store.relative_to(out)}",
        "/.secret",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2f..%2fquery.html",
    ]
    for path in paths:
        assert client.get(path).status_code == 404


def test_the_query_page_carries_the_questions_and_asks_nobody_else(client: TestClient) -> None:
    page = unescape(client.get("/query").text)
    assert "one-law" in page
    assert "关于某部法律的全部表述及原文" in page
    assert not re.search(r'(?:src|href|action)="?(?:https?:)?//', page)
    assert "connect-src 'self'" in page
    for name in ("query.js", "query.css", "resource.css"):
        assert client.get(f"/assets/{name}").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", ""])
def test_a_name_that_is_not_ours_is_refused(client: TestClient, host: str) -> None:
    """DNS rebinding: another site's name that points to this machine."""
    assert client.get("/sparql", params={"query": SELECT}, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:99", "[::1]:8000", "LOCALHOST"])
def test_this_machines_own_names_are_taken(client: TestClient, host: str) -> None:
    assert client.get("/sparql", params={"query": SELECT}, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:9999"])
def test_scripts_of_other_sites_may_not_ask(client: TestClient, origin: str) -> None:
    answer = client.post("/sparql", data={"query": SELECT}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_our_own_pages_and_friends_may(client: TestClient) -> None:
    own = client.post("/sparql", data={"query": SELECT}, headers={"Origin": "http://localhost:8000"})
    assert own.status_code == 200
    friend = {"Origin": "https://friend.example"}
    assert client.post("/sparql", data={"query": SELECT}, headers=friend).headers[
        "access-control-allow-origin"
    ] == ("https://friend.example")
    asked = {
        **friend,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    assert client.options("/sparql", headers=asked).status_code == 200


@pytest.mark.parametrize("path", ["/", "/query", "/sparql?query=ASK%20%7B%7D", "/nothing", "/graph.ttl"])
def test_every_answer_carries_the_headers_of_safety(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    if not headers["content-type"].startswith("text/html"):
        assert "default-src 'none'" in headers["content-security-policy"]


def test_text_of_a_report_is_text_on_a_page(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(
        "<https://fazhi.example/id/x> <http://www.w3.org/2000/01/rdf-schema#label> '<script>alert(1)</script>'@zh ;"
        "<a:b> <javascript:alert(1)> .",
        encoding="utf-8",
    )
    with TestClient(app(Settings(out=tmp_path)), base_url="http://localhost") as client:
        page = client.get("/id/x", headers={"Accept": "text/html"}).text
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
