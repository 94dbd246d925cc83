"""Reading what a build wrote: its graph, its records, its bytes."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import resources
from kg.model import Notice

SAMPLE = sorted(resources.sample().glob("*.txt"))
TEA_HOUSE = Path(__file__).parent / "data" / "tea_house.ttl"
"""A user's own vocabulary: the programme 茶馆说事."""
DATA = "https://fazhi.example/id/"
VOCABULARY = "https://fazhi.example/vocabulary/"
PREFIXES = """
PREFIX fz: <https://fazhi.example/ontology#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX iso-thes: <http://purl.org/iso25964/skos-thes#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""


def load(folder: Path) -> ox.Store:
    """The graph of a build."""
    found = ox.Store()
    found.load(path=str(folder / "graph.ttl"))
    return found


def ask(graph: ox.Store, pattern: str, *names: str) -> list[tuple[str, ...]]:
    """The values of variables for every solution of a graph pattern."""
    wanted = " ".join(f"?{name}" for name in names)
    found = graph.query(f"{PREFIXES} SELECT {wanted} WHERE {{ {pattern} }}")
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(str(row[name].value) for name in names) for row in found]


def records(folder: Path) -> list[dict[str, Any]]:
    """The exchange files of a build."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((folder / "reports").glob("*.json"))]


class FileBytes(bytes):
    """A file's bytes that print as their number: pytest compares what two sets of files print, line by line, for minutes."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a build but the manifest, which tells the inputs' order, what is kept of each, and the embedded store."""
    paths = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    kept = [path for path in paths if path.name != "build.json" and path.parts[0] not in ("store", ".kept")]
    return {str(path): FileBytes((folder / path).read_bytes()) for path in kept}


def write(path: Path, text: str) -> Path:
    """``path``, with ``text`` in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(notices: tuple[Notice, ...]) -> list[tuple[str, str]]:
    """Code and file name of each notice."""
    return sorted((about.code, Path(about.file).name) for about in notices)
