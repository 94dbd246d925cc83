"""Checks that SHACL cannot express: form, domains and ranges of claims, relations that run in a circle, units."""

from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation
from graphlib import CycleError, TopologicalSorter

import pyoxigraph as ox

from kg.graph.findings import Finding, finding
from kg.graph.index import Index
from kg.model.namespaces import FZ, OWL, RDF, RDFS
from kg.model.plain_number import plain_number

_ENDS = (("domain", f"{RDF}subject"), ("range", f"{RDF}object"))


def form(triples: list[ox.Triple], index: Index) -> Iterator[Finding]:
    """Blank nodes, and IRIs that are not ASCII."""
    nodes = {str(term): term for triple in triples for term in triple if not isinstance(term, ox.Literal)}
    for name, term in sorted(nodes.items()):
        if isinstance(term, ox.NamedNode):
            if not name.isascii():
                yield finding("ascii", index, term.value)
        else:
            yield finding("blank", index, name)


def claims(index: Index) -> Iterator[Finding]:
    """Claims outside their predicate's domain and range."""
    types, above = index.of(f"{RDF}type"), _above(index)
    for claim, (predicate, *_) in index.of(f"{RDF}predicate").items():
        for side, path in _ENDS:
            end = index.one(claim, path)
            admitted = index.one(predicate, f"{RDFS}{side}")
            if admitted and not any(admitted in above.get(cls, ()) for cls in types.get(end, ())):
                yield finding(f"claim-{side}", index, claim, path, end)


def circles(index: Index) -> Iterator[Finding]:
    """Triples of a transitive relation (``fz:locatedIn``, ``fz:partOf``) that lead back to their subject."""
    types = index.of(f"{RDF}type")
    for predicate in index.of(f"{FZ}relation"):
        if f"{OWL}TransitiveProperty" not in types.get(predicate, ()):
            continue
        found = index.of(predicate)
        try:
            TopologicalSorter(found).prepare()
        except CycleError:
            for subject, value in _closing(found):
                yield finding("circle", index, subject, predicate, value)


def _closing(found: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The pairs on a way that leads back to where it began."""
    import networkx as nx  # slow to load, and hardly ever needed

    parts = nx.strongly_connected_components(nx.DiGraph(found))
    part_of = {node: number for number, nodes in enumerate(parts) for node in nodes}
    for subject, values in found.items():
        yield from ((subject, value) for value in values if part_of[value] == part_of[subject])


def units(index: Index, known: Collection[str]) -> Iterator[Finding]:
    """Units of figures that the vocabulary lacks; a multiple of one that it has (万份) passes."""
    types, endings = index.of(f"{RDF}type"), tuple(known)
    for node, (unit, *_) in index.of(f"{FZ}unit").items():
        if not unit.endswith(endings) and f"{FZ}Observation" in types.get(node, ()):
            yield finding("unit", index, node, f"{FZ}unit", unit)


def plain_values(index: Index) -> Iterator[Finding]:
    """Figures in 万 or 亿 whose plain value and unit do not say the same, and others that have such."""
    types = index.of(f"{RDF}type")
    printed, told, of = (index.of(f"{FZ}{name}") for name in ("unit", "plainValue", "plainUnit"))
    for node in sorted({*printed, *told, *of}):
        value = _number(index.one(node, f"{FZ}value"))
        if f"{FZ}Observation" not in types.get(node, ()) or value is None:
            continue
        number = plain_number(float(value), index.one(node, f"{FZ}unit"))
        expected = (number.value, number.unit) if number.times > 1 else (None, "")
        said = index.one(node, f"{FZ}plainValue")
        if (_number(said), index.one(node, f"{FZ}plainUnit")) != expected:
            yield finding("plain-value", index, node, f"{FZ}plainValue", said)


def _number(text: str) -> Decimal | None:
    """The number that a literal writes; None where it writes none."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _above(index: Index) -> dict[str, set[str]]:
    """Each class with itself and all classes above it."""
    supers = index.of(f"{RDFS}subClassOf")
    found: dict[str, set[str]] = {}
    for classes in index.of(f"{RDF}type").values():
        for cls in classes:
            if cls not in found:
                todo, found[cls] = [cls], set()
                while todo:
                    one = todo.pop()
                    todo += [sup for sup in supers.get(one, ()) if sup not in found[cls]]
                    found[cls].add(one)
    return found
