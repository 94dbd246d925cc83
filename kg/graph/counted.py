"""The check of the numbers of triples that the data set's description states."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.graph.findings import Finding, finding
from kg.graph.index import Index
from kg.model.namespaces import DCAT, FZ, RDF, VOID

_TYPE, _TRIPLES, _SUBSET = f"{RDF}type", f"{VOID}triples", f"{VOID}subset"
_BETWEEN = {f"{FZ}Copy", f"{FZ}Contradiction"}
"""Classes of what is said between reports, and so stands in no named graph."""


def counted(stated: Mapping[ox.Triple, bool], index: Index) -> Iterator[Finding]:
    """Numbers that are not those of the graph; none of a graph that holds several data sets, or several numbers of one.

    ``stated``: every triple, and whether it stands in the named graph of a report. Where there are no such graphs
    (Turtle), how much of the whole the reports say is not counted.
    """
    types = index.of(_TYPE)
    sets = [node for node in index.of(_TRIPLES) if f"{DCAT}Dataset" in types.get(node, ())]
    if len(sets) != 1:
        return
    yield from _held(sets[0], len(stated), index)
    said = sum(stated.values())
    if said:
        between = {node for node, classes in types.items() if not _BETWEEN.isdisjoint(classes)}
        said += sum(not own and _iri(triple) in between for triple, own in stated.items())
        for part in index.all(sets[0], _SUBSET):
            yield from _held(part, said, index)


def _held(node: str, actual: int, index: Index) -> Iterator[Finding]:
    """The number that is told of ``node`` against that of its triples."""
    told = index.all(node, _TRIPLES)
    if len(told) == 1 and (number := index.offset(node, _TRIPLES)) not in (-1, actual):
        rule = "triples-lost" if actual < number else "triples-added"
        yield finding(rule, index, node, _TRIPLES, f"{number} ≠ {actual}")


def _iri(triple: ox.Triple) -> str:
    return triple.subject.value if isinstance(triple.subject, ox.NamedNode) else ""
