"""The default graph: the ontology, the vocabulary's entries in use, and the data set's own description."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pyoxigraph as ox

from kg import resources
from kg.cache import kept
from kg.errors import KgError
from kg.graph import iris
from kg.graph.iris import ONTOLOGY, VOCABULARY
from kg.graph.terms import DCAT, DCTERMS, OWL, QB, RDF, RDFS, VOID, Triple, integer, plain, zh

PROV = "http://www.w3.org/ns/prov#"
SOFTWARE = "https://fazhi.example/software/fazhi-kg"
LICENSE = "<https://www.apache.org/licenses/LICENSE-2.0>"
_A = f"<{RDF}type>"
_LABEL = f"<{RDFS}label>"
_TITLE = f"<{DCTERMS}title>"


def default_triples(
    base: str, used: Iterable[str], reports: int, triples: int, extra: tuple[Path, ...] = ()
) -> list[Triple]:
    """Every triple of the default graph, sorted.

    ``used``: terms of the concepts that the reports point to; ``reports`` and ``triples``: how many there
    are, ``triples`` without those of the default graph; ``extra``: the user's own vocabularies.
    Raises KgError KG014 when a vocabulary is not Turtle.
    """
    found = {*_parse(resources.ontology() / "fazhi.ttl"), *entries(used, extra)}
    return sorted({*found, *description(base, reports, triples)})


def entries(used: Iterable[str], extra: tuple[Path, ...] = ()) -> set[Triple]:
    """What the vocabularies say of the concepts in ``used`` and of those that they point to in turn."""
    known = _vocabulary(extra)
    todo, seen, found = list(used), set[str](), set[Triple]()
    while todo:
        concept = todo.pop()
        if concept in seen:
            continue
        seen.add(concept)
        for predicate, value in known.get(concept, ()):
            found.add((concept, predicate, value))
            if value.startswith(f"<{VOCABULARY}"):
                todo.append(value)
    return found


def description(base: str, reports: int, triples: int) -> list[Triple]:
    """The data set in DCAT and VoID; no clock times, so that the same input gives the same bytes."""
    whole, figures = f"<{iris.dataset(base)}>", f"<{iris.figures(base)}>"
    release = _version()
    software = f"<{SOFTWARE}/{release}>"
    return [
        (whole, _A, f"<{DCAT}Dataset>"),
        (whole, _A, f"<{VOID}Dataset>"),
        (whole, _LABEL, zh("法治政府建设年度报告知识图谱")),
        (whole, _TITLE, zh("法治政府建设年度报告知识图谱")),
        (whole, _TITLE, '"Knowledge graph of yearly reports on rule-of-law government"@en'),
        (whole, f"<{DCTERMS}license>", LICENSE),
        (whole, f"<{DCTERMS}conformsTo>", _ontology_version()),
        (whole, f"<{VOID}vocabulary>", f"<{ONTOLOGY.removesuffix('#')}>"),
        (whole, f"<{VOID}uriSpace>", plain(base)),
        (whole, f"<{VOID}documents>", integer(reports)),
        (whole, f"<{VOID}triples>", integer(triples)),
        (whole, f"<{VOID}subset>", figures),
        (whole, f"<{PROV}wasAttributedTo>", software),
        (software, _A, f"<{PROV}SoftwareAgent>"),
        (software, _LABEL, f'"fazhi-kg {release}"@en'),
        (figures, _A, f"<{QB}DataSet>"),
        (figures, _LABEL, zh("各报告的数据")),
        (figures, _LABEL, '"Figures of all reports"@en'),
        (figures, f"<{QB}structure>", f"<{ONTOLOGY}figures>"),
    ]


def _version() -> str:
    try:
        return version("fazhi-kg")
    except PackageNotFoundError:  # a checkout that is not installed
        return "0"


def _ontology_version() -> str:
    triples = _parse(resources.ontology() / "fazhi.ttl")
    return next(value for _, predicate, value in triples if predicate == f"<{OWL}versionIRI>")


@lru_cache(maxsize=4)
def _vocabulary(extra: tuple[Path, ...]) -> dict[str, list[tuple[str, str]]]:
    """What the vocabularies say, by subject."""
    files = (*sorted((resources.ontology() / "vocabulary").glob("*.ttl")), *extra)
    said: dict[str, list[tuple[str, str]]] = kept("entries", files, lambda: _by_subject(files))
    return said


def _by_subject(files: Iterable[Path]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for path in files:
        for subject, predicate, value in _parse(path):
            found.setdefault(subject, []).append((predicate, value))
    return found


@lru_cache(maxsize=64)
def _parse(path: Path) -> tuple[Triple, ...]:
    try:
        quads = list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))
    except OSError as error:
        raise KgError("KG014", str(path), why=str(error.strerror)) from error
    except SyntaxError as error:
        raise KgError("KG014", str(path), f"line {error.lineno}", why=str(error.msg)) from error
    triples = ((str(q.subject), str(q.predicate), str(q.object)) for q in quads)
    return tuple(t for t in triples if not t[0].startswith("_:") and not t[2].startswith("_:"))
