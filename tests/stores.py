"""Triple stores and parsers that people import graphs into, each behind the same three questions.

Each skips its tests, with the reason, where its program is missing.
"""

import csv
import json
import logging
import shutil
import subprocess
import urllib.parse
import urllib.request
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
import rdflib

from tests.servers import node, oxigraph, virtuoso

Rows = list[tuple[str, ...]]
JARS = Path("/usr/share/java")
JENA = """
jena-arq jena-base jena-cmds jena-core jena-iri jena-shacl jena-shex jena-tdb jena-tdb2 jena-rdfconnection
jena-dboe-base jena-dboe-index jena-dboe-storage jena-dboe-trans-data jena-dboe-transaction slf4j-api slf4j-simple
commons-cli commons-codec commons-compress commons-csv commons-io commons-lang3 dexx.collection gson guava
httpclient httpcore jackson-annotations jackson-core jackson-databind jsonld-java protobuf thrift titanium-json-ld
"""
"""Jars of Debian's libapache-jena-java and of what it stands on."""
GRAPH = "https://fazhi.example/graph"


class Loaded(NamedTuple):
    """A graph in a store."""

    complaints: list[str]
    """What the importer said of it."""
    triples: int
    ask: Callable[[Path], Rows]
    """The rows that a query in a file gives, as strings; a variable without a value is empty."""


def get(url: str, **parameters: str) -> str:
    """The body that ``url`` gives, as CSV where there is a choice."""
    asked = urllib.request.Request(
        f"{url}?{urllib.parse.urlencode(parameters)}", headers={"Accept": "text/csv"}
    )
    with urllib.request.urlopen(asked, timeout=120) as response:
        return str(response.read().decode())


def rows(page: str) -> Rows:
    """The rows of SPARQL results in CSV."""
    return [tuple(row) for row in list(csv.reader(StringIO(page)))[1:]]


@contextmanager
def in_rdflib(graph: Path, work: Path) -> Iterator[Loaded]:
    """Parsed by rdflib; its log and Python's warnings are what it complains of."""
    del work
    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("rdflib").addHandler(handler)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = rdflib.Graph().parse(graph)
    logging.getLogger("rdflib").removeHandler(handler)

    def ask(query: Path) -> Rows:
        answer = found.query(query.read_text(encoding="utf-8"))
        return [tuple("" if cell is None else str(cell) for cell in row) for row in answer]  # type: ignore[union-attr]

    yield Loaded([*said, *(str(one.message) for one in caught)], len(found), ask)


@contextmanager
def in_oxigraph(graph: Path, work: Path) -> Iterator[Loaded]:
    """Posted to Oxigraph's server; what it answers to that is what it complains of."""
    with oxigraph(work) as url:
        asked = urllib.request.Request(
            f"{url}/store?default", graph.read_bytes(), {"Content-Type": "text/turtle"}
        )
        with urllib.request.urlopen(asked, timeout=120) as response:
            said = response.read().decode()
        count = rows(get(f"{url}/query", query="SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        yield Loaded(
            said.splitlines(),
            int(count[0][0]),
            lambda query: rows(get(f"{url}/query", query=query.read_text(encoding="utf-8"))),
        )


@contextmanager
def in_virtuoso(graph: Path, work: Path) -> Iterator[Loaded]:
    """Loaded into Virtuoso 7 by its ``TTLP_MT``; its own log and what ``isql`` prints are what it complains of."""
    with virtuoso(work, graph.parent) as (port, web):
        load = f"DB.DBA.TTLP_MT(file_to_string_output('{graph}'), '', '{GRAPH}', 0);"
        isql = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", "VERBOSE=OFF", "PROMPT=OFF", f"EXEC={load}"]
        done = subprocess.run(isql, capture_output=True, text=True, timeout=300, check=False)
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        log = (work / "virtuoso.log").read_text(encoding="utf-8", errors="replace").splitlines()
        said += [line for line in log if "error" in line.lower()]

        def ask(query: str) -> Rows:
            return rows(get(f"{web}/sparql", query=query, **{"default-graph-uri": GRAPH}))

        count = ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        yield Loaded(said, int(count[0][0]), lambda query: ask(query.read_text(encoding="utf-8")))


def has_jena() -> bool:
    """Whether Debian's Jena is installed, and a Java to run it."""
    return shutil.which("java") is not None and (JARS / "jena-arq.jar").exists()


def jena_classpath(work: Path) -> str:
    """What Java finds Debian's Jena by; some files that it needs are put into ``work``."""
    # Debian's jena-core keeps the messages of its copy of Xerces under the name that it gave up.
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if "xerces" in name and name.endswith(".properties"):
                target = work / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return ":".join([str(work), *(str(JARS / f"{name}.jar") for name in JENA.split())])


@contextmanager
def in_jena(graph: Path, work: Path) -> Iterator[Loaded]:
    """Checked by Jena's ``riot --strict`` and asked by its ``arq``."""
    if not has_jena():
        pytest.skip("no Jena: apt-get install libapache-jena-java default-jre-headless")
    path = jena_classpath(work)

    def java(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", path, *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)

    checked = java("riotcmd.riot", "--validate", "--strict", str(graph))
    counted = java("riotcmd.riot", "--count", str(graph))
    count = int((counted.stdout + counted.stderr).rpartition("=")[2].replace(",", ""))

    def ask(query: Path) -> Rows:
        return rows(
            java("arq.sparql", "--data", str(graph), "--query", str(query), "--results", "csv").stdout
        )

    yield Loaded((checked.stdout + checked.stderr).splitlines(), count, ask)


@contextmanager
def in_n3(graph: Path, work: Path) -> Iterator[Loaded]:
    """Parsed by n3.js into its store, which Comunica asks."""
    del work

    def ask(*queries: str) -> list[str]:
        return node("n3.mjs", str(graph), *queries).splitlines()

    yield Loaded(
        [],  # ``node`` fails on anything that is said on standard error
        int(ask()[0]),
        lambda query: [tuple(json.loads(line)) for line in ask(str(query))[1:]],
    )


STORES: dict[str, Callable[[Path, Path], AbstractContextManager[Loaded]]] = {
    "rdflib": in_rdflib,
    "Oxigraph server": in_oxigraph,
    "Virtuoso 7": in_virtuoso,
    "Jena": in_jena,
    "n3.js": in_n3,
}
