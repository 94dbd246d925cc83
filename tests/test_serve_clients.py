"""``kg serve`` as a program, asked by the clients that people use."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from benchmarks.serving import load as hammered
from kg.build import build
from kg.query import Answer, load, run
from tests.browsing import Tabs
from tests.clusters import until
from tests.servers import kg_serve, node

pytestmark = pytest.mark.slow

QUERY = """
PREFIX fz: <https://fazhi.example/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?town ?programme { ?division fz:implements ?one ; rdfs:label ?town . ?one rdfs:label ?programme }
ORDER BY ?town ?programme
"""
REPORTS = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c FILTER(STRENDS(STR(?c), 'Report')) }"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    build([], folder)
    return folder


@pytest.fixture(scope="module")
def url(out: Path) -> Iterator[str]:
    with kg_serve(out) as url:
        yield url


@pytest.fixture(scope="module")
def expected(out: Path) -> list[tuple[str, ...]]:
    return cells(run(load(out), QUERY))


def cells(answer: Answer) -> list[tuple[str, ...]]:
    assert len(answer.rows) > 20
    return [tuple(cell.value for cell in row if cell) for row in answer.rows]


def test_sparqlwrapper(url: str, expected: list[tuple[str, ...]]) -> None:
    client: Any = SPARQLWrapper(f"{url}/sparql")
    client.setQuery(QUERY)
    for method in ("GET", "POST"):
        client.setMethod(method)
        client.setReturnFormat(JSON)
        rows = client.queryAndConvert()["results"]["bindings"]
        assert [(row["town"]["value"], row["programme"]["value"]) for row in rows] == expected
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert().getElementsByTagName("result")) == len(expected)
    client.setReturnFormat(CSV)
    assert len(client.queryAndConvert().splitlines()) == len(expected) + 1
    client.setQuery(REPORTS)
    client.setReturnFormat(TURTLE)
    assert client.queryAndConvert().count(b"ontology#Report") == 4


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(url: str, expected: list[tuple[str, ...]], method: str) -> None:
    store: Any = SPARQLStore(f"{url}/sparql", method=method)
    assert [tuple(map(str, row)) for row in store.query(QUERY)] == expected


@pytest.mark.parametrize("how", [["--get", "--data-urlencode"], ["--data-urlencode"]])
def test_curl(url: str, expected: list[tuple[str, ...]], how: list[str]) -> None:
    if shutil.which("curl") is None:
        pytest.skip("no curl")
    command = ["curl", "-sS", f"{url}/sparql", "-H", "Accept: text/csv", *how, f"query={QUERY}"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [tuple(line.split(",")) for line in found.stdout.splitlines()[1:]] == expected


def test_javascript(url: str, expected: list[tuple[str, ...]]) -> None:
    rows = map(json.loads, node("ask.mjs", f"{url}/sparql", QUERY).splitlines())
    assert [(row["town"], row["programme"]) for row in rows] == expected


def test_the_query_page_in_a_browser(url: str, tabs: Tabs) -> None:
    page = tabs.visit(f"{url}/query?name=one-law&law={quote('行政处罚法')}")
    page.wait_for_selector("#answer tbody tr")
    assert "行政处罚法" in page.locator("#answer tbody").inner_text()
    assert page.locator("#state").inner_text().endswith("行")
    with page.expect_download() as waiting:
        page.locator("#csv").click()
    saved = Path(waiting.value.path()).read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf"), "a spreadsheet would show Chinese as rubbish"
    assert "行政处罚法" in saved.decode("utf-8-sig")
    page.locator("#question").select_option("")
    page.locator("#text").fill("SELECT ?s { ?s a <https://fazhi.example/ontology#Report> }")
    page.locator("#run").click()
    page.get_by_role(
        "columnheader", name="s", exact=True
    ).wait_for()  # the policy of the page forbids to wait by a script
    assert page.locator("#answer tbody tr").count() == 4
    page.locator("#answer tbody a").first.click()
    page.wait_for_selector("h1")
    assert "法治政府建设" in page.locator("h1").inner_text()
    page.goto(f"{url}/query?query={quote('SELECT * { }')}")
    assert page.locator("#text").input_value() == "SELECT * { }"
    page.locator("#text").fill("CLEAR ALL")
    page.locator("#run").click()
    page.wait_for_selector("#state.wrong")
    assert "KG013" in page.locator("#state").inner_text()
    tabs.complaints.remove(
        "error: Failed to load resource: the server responded with a status of 400 (Bad Request)"
    )


def test_eight_clients_and_two_thousand_queries(url: str) -> None:
    found = hammered(url, clients=8, queries=2_000)
    assert found.errors == []
    assert len(found.seconds) == 2_000


def test_the_server_ends_its_workers(out: Path, tmp_path: Path) -> None:
    """Of a folder of its own: the server that the other tests ask has workers too."""
    out = shutil.copytree(out, tmp_path / "own")

    def working() -> list[str]:
        listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
        return [line for line in listed.splitlines() if "kg.query.process" in line and f"{out}" in line]

    with kg_serve(out):
        pass
    until(lambda: working() == [])
