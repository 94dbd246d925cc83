"""``kg load``: graphs of a build in a store elsewhere, whole, once, and without what is gone."""

import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from kg.build import build
from kg.cli import app
from kg.errors import KgError
from kg.graph import store
from kg.push import Endpoint, Protocol, credentials, push
from kg.push.graphs import graphs
from tests.builds import SAMPLE
from tests.servers import oxigraph, virtuoso
from tests.stores import get, rows

SHARED = "https://fazhi.example/id/dataset"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pushed")
    build(SAMPLE[:2], out)
    return out


@pytest.fixture
def out(built: Path, tmp_path: Path) -> Path:
    (tmp_path / "graph.nq.gz").write_bytes((built / "graph.nq.gz").read_bytes())
    return tmp_path


class Fake:
    """A graph store that keeps what it is sent, and fails when it is told to."""

    def __init__(self) -> None:
        self.graphs: dict[str, set[str]] = {}
        self.requests: list[tuple[str, str]] = []
        self.authorization: list[str | None] = []
        self.answers: list[int] = []
        """Status of the next answers; when there are none, it works."""
        self.url = ""

    def take(self, method: str, graph: str, lines: set[str]) -> int:
        self.requests.append((method, graph))
        if self.answers and (status := self.answers.pop(0)) != 200:
            return status
        if method == "DELETE":
            return 204 if self.graphs.pop(graph, None) is not None else 404
        self.graphs[graph] = lines | (self.graphs.get(graph, set()) if method == "POST" else set())
        return 204

    def quads(self) -> set[str]:
        return {f"{line} <{graph}>" for graph, lines in self.graphs.items() for line in lines}


@contextmanager
def serving(fake: Fake) -> Iterator[Fake]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _all(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            fake.authorization.append(self.headers.get("Authorization"))
            graph = parse_qs(urlsplit(self.path).query).get("graph", [""])[0]
            status = fake.take(self.command, graph, set(data.splitlines()))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PUT = do_POST = do_DELETE = _all  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    fake.url = f"http://127.0.0.1:{server.server_port}/store"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def fake() -> Iterator[Fake]:
    with serving(Fake()) as fake:
        yield fake


def send(out: Path, fake: Fake, chunk: int = 1_000) -> tuple[int, int, int]:
    with Endpoint(fake.url, Protocol.gsp, wait=0.001) as endpoint:
        pushed = push(out, fake.url, endpoint, SHARED, chunk=chunk)
    return pushed.sent, pushed.skipped, pushed.removed


def expected(out: Path) -> set[str]:
    return {
        f"{quad.triple} . <{quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else SHARED}>"
        for quad in store.stream(out / "graph.nq.gz")
    }


def test_each_report_is_a_graph_and_the_rest_is_the_data_sets(out: Path, fake: Fake) -> None:
    assert send(out, fake) == (3, 0, 0)
    assert fake.quads() == expected(out)
    assert next(iter(fake.graphs)) == SHARED


def test_a_graph_goes_in_chunks_of_which_the_first_replaces(out: Path, fake: Fake) -> None:
    send(out, fake, chunk=500)
    for graph, lines in fake.graphs.items():
        methods = [method for method, name in fake.requests if name == graph]
        assert methods == ["PUT"] + ["POST"] * ((len(lines) - 1) // 500)
    assert fake.quads() == expected(out)


def test_loading_again_replaces_and_never_doubles(out: Path, fake: Fake) -> None:
    send(out, fake)
    fake.graphs[SHARED].add("<a:old> <a:b> 1 .")
    fake.graphs["https://others.example/"] = {"<a:a> <a:b> 2 ."}
    assert send(out, fake) == (3, 0, 0)
    others = fake.graphs.pop("https://others.example/")
    assert others == {"<a:a> <a:b> 2 ."}
    assert fake.quads() == expected(out)


def test_a_report_that_is_gone_is_removed(
    out: Path, fake: Fake, tmp_path_factory: pytest.TempPathFactory
) -> None:
    send(out, fake)
    fewer = tmp_path_factory.mktemp("fewer")
    build(SAMPLE[:1], fewer)
    (out / "graph.nq.gz").write_bytes((fewer / "graph.nq.gz").read_bytes())
    assert send(out, fake) == (2, 0, 1)
    assert fake.quads() == expected(out)
    assert send(out, fake) == (2, 0, 0)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_it_is_tried_again_when_the_store_is_away_for_a_moment(out: Path, fake: Fake, status: int) -> None:
    fake.answers = [status, 200, status, status]
    assert send(out, fake) == (3, 0, 0)
    assert fake.quads() == expected(out)


def test_a_load_that_breaks_off_goes_on_where_it_was(out: Path, fake: Fake) -> None:
    fake.answers = [200, 200, 403]
    with pytest.raises(KgError, match=r"KG020.*403"):
        send(out, fake, chunk=100_000)
    assert send(out, fake) == (1, 2, 0)
    assert fake.quads() == expected(out)


def test_a_torn_line_of_the_journal_costs_no_other(out: Path, fake: Fake) -> None:
    fake.answers = [200, 403]
    with pytest.raises(KgError):
        send(out, fake, chunk=100_000)
    (journal,) = out.glob(".load-*")
    whole = journal.read_text("utf-8")
    journal.write_text(whole[: whole.rindex('"sending"') + 12], "utf-8")
    fake.answers = [200, 403]
    with pytest.raises(KgError):
        send(out, fake, chunk=100_000)
    assert send(out, fake) == (1, 2, 0)
    assert fake.quads() == expected(out)


@pytest.mark.parametrize(
    "line", ["5", "null", "[]", '["sent", "x"]', '["other"]', '["sent", {}, []]', "{}", "\ufffd"]
)
def test_a_line_that_tells_nothing_is_passed_over(out: Path, fake: Fake, line: str) -> None:
    fake.answers = [200, 403]
    with pytest.raises(KgError):
        send(out, fake, chunk=100_000)
    (journal,) = out.glob(".load-*")
    journal.write_text(f"{line}\n{journal.read_text('utf-8')}", "utf-8")
    sent, skipped, _ = send(out, fake)
    assert (sent, skipped) == (2, 1)


def test_half_a_graph_is_sent_again(out: Path, fake: Fake) -> None:
    fake.answers = [200, 403]
    with pytest.raises(KgError):
        send(out, fake, chunk=500)
    assert send(out, fake) == (3, 0, 0)
    assert fake.quads() == expected(out)


def test_what_changed_since_it_broke_off_is_sent_again(
    out: Path, fake: Fake, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fake.answers = [200, 200, 403]
    with pytest.raises(KgError):
        send(out, fake, chunk=100_000)
    more = tmp_path_factory.mktemp("more")
    build(SAMPLE[:3], more)
    (out / "graph.nq.gz").write_bytes((more / "graph.nq.gz").read_bytes())
    sent, skipped, _ = send(out, fake)
    assert sent + skipped == 4
    assert fake.quads() == expected(out)


def test_another_store_has_a_journal_of_its_own(out: Path, fake: Fake) -> None:
    fake.answers = [200, 403]
    with pytest.raises(KgError):
        send(out, fake, chunk=100_000)
    with serving(Fake()) as other:
        assert send(out, other) == (3, 0, 0)


def test_a_journal_that_cannot_be_read_is_no_journal(out: Path, fake: Fake) -> None:
    send(out, fake)
    (journal,) = out.glob(".load-*")
    journal.write_text('["sent", "x"', encoding="utf-8")
    assert send(out, fake) == (3, 0, 0)


def test_credentials_come_from_the_environment(
    out: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert credentials() is None
    monkeypatch.setenv("KG_LOAD_USER", "ann")
    monkeypatch.setenv("KG_LOAD_PASSWORD", "secret")
    kg(str(out), "--to", fake.url)
    monkeypatch.setenv("KG_LOAD_TOKEN", "abc")
    kg(str(out), "--to", fake.url)
    assert set(fake.authorization) == {"Basic YW5uOnNlY3JldA==", "Bearer abc"}


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["load", *arguments])


def test_the_command_says_what_it_did(out: Path, fake: Fake) -> None:
    first, again = kg(str(out), "--to", fake.url), kg(str(out), "--to", fake.url, "--json")
    assert first.exit_code == 0
    assert first.stdout.startswith(f"Sent 3 graphs to {fake.url}; ")
    assert '"sent": 3' in again.stdout


def test_the_build_is_named_by_from_as_well(out: Path, fake: Fake) -> None:
    assert kg("--from", str(out), "--to", fake.url).stdout.startswith(f"Sent 3 graphs to {fake.url}; ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "ftp://a.example/"], "KG020"),
        (["--to", "http://127.0.0.1:1/"], "KG020"),
        ([], "--to"),
    ],
)
def test_what_cannot_be_reached_is_told(out: Path, arguments: list[str], words: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.push.endpoint.RETRIES", 0)
        result = kg(str(out), *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_build_without_a_graph_is_told(tmp_path: Path, fake: Fake) -> None:
    result = kg(str(tmp_path), "--to", fake.url)
    assert result.exit_code == 2
    assert result.stderr.startswith("KG012")


def test_graphs_come_whole_and_in_order(out: Path) -> None:
    found = list(graphs(out, SHARED))
    assert [graph.iri for graph in found[1:]] == sorted(graph.iri for graph in found[1:])
    assert {f"{line.decode().strip()} <{graph.iri}>" for graph in found for line in graph.lines} == expected(
        out
    )


@pytest.mark.slow
@pytest.mark.parametrize(("how", "path"), [("gsp", "store"), ("update", "update")])
def test_a_real_store_holds_the_build_and_not_twice(built: Path, tmp_path: Path, how: str, path: str) -> None:
    with oxigraph(tmp_path / "store") as url:
        for chunk in ("700", "20000"):
            result = kg(str(built), "--to", f"{url}/{path}", "--protocol", how, "--chunk", chunk)
            assert result.exit_code == 0, result.output
            found = store_at(f"{url}/store")
            # Oxigraph gives every whole number back as an integer
            assert found == {line.replace("#nonNegativeInteger>", "#integer>") for line in expected(built)}


@pytest.mark.slow
@pytest.mark.parametrize(("how", "path"), [("gsp", "sparql-graph-crud-auth"), ("update", "sparql-auth")])
def test_virtuoso_takes_it_with_a_login(
    built: Path, tmp_path: Path, how: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_LOAD_USER", "dba")
    monkeypatch.setenv("KG_LOAD_PASSWORD", "dba")
    with virtuoso(tmp_path, built) as (_, url):
        for _ in range(2):
            options = ("--protocol", how, "--auth", "digest", "--chunk", "1000")
            result = kg(str(built), "--to", f"{url}/{path}", *options)
            assert result.exit_code == 0, result.output
        count = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        found = {row[0]: row[1] for row in rows(get(f"{url}/sparql", query=count))}
        for graph in graphs(built, SHARED):
            assert found[graph.iri] == str(len(graph.lines))


def store_at(url: str) -> set[str]:
    asked = urllib.request.Request(url, headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(asked, timeout=60) as response:
        quads = list(ox.parse(response.read(), format=ox.RdfFormat.N_QUADS))
    return {
        f"{quad.triple} . <{quad.graph_name.value}>"
        for quad in quads
        if isinstance(quad.graph_name, ox.NamedNode)
    }
