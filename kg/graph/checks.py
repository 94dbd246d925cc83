"""The checks that SHACL cannot express, but for the spans: form, claims against plain triples, units."""

from collections.abc import Collection, Iterator

import pyoxigraph as ox

from kg.graph import terms
from kg.graph.findings import Finding, finding
from kg.graph.index import Index
from kg.graph.iris import ONTOLOGY as FZ

_ENDS = (("domain", f"{terms.RDF}subject"), ("range", f"{terms.RDF}object"))


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
    """Claims outside their predicate's domain and range, and those at odds with the plain triples."""
    types, above = index.of(f"{terms.RDF}type"), _above(index)
    statuses: dict[tuple[str, str, str], set[str]] = {}
    for claim, (predicate, *_) in index.of(f"{terms.RDF}predicate").items():
        for side, path in _ENDS:
            end = index.one(claim, path)
            admitted = index.one(predicate, f"{terms.RDFS}{side}")
            if admitted and not any(admitted in above.get(cls, ()) for cls in types.get(end, ())):
                yield finding(f"claim-{side}", index, claim, path, end)
        subject, value = (index.one(claim, path) for _, path in _ENDS)
        status = index.one(claim, f"{FZ}status").removeprefix(FZ)
        statuses.setdefault((subject, predicate, value), set()).add(status)
        if status == "achieved" and value not in index.all(subject, predicate):
            yield finding("claim-plain", index, claim, predicate, value)
    for (subject, predicate, value), stated in statuses.items():
        # The gazetteer says too what lies where, so a plain triple of this kind needs no claim.
        if "achieved" in stated or predicate == f"{FZ}locatedIn":
            continue
        if value in index.all(subject, predicate):
            yield finding("claim-not-plain", index, subject, predicate, value)


def units(index: Index, known: Collection[str]) -> Iterator[Finding]:
    """Units of figures that the vocabulary lacks; a multiple of one that it has (万份) passes."""
    types, endings = index.of(f"{terms.RDF}type"), tuple(known)
    for node, (unit, *_) in index.of(f"{FZ}unit").items():
        if not unit.endswith(endings) and f"{FZ}Observation" in types.get(node, ()):
            yield finding("unit", index, node, f"{FZ}unit", unit)


def _above(index: Index) -> dict[str, set[str]]:
    """Each class with itself and all classes above it."""
    supers = index.of(f"{terms.RDFS}subClassOf")
    found: dict[str, set[str]] = {}
    for classes in index.of(f"{terms.RDF}type").values():
        for cls in classes:
            if cls not in found:
                todo, found[cls] = [cls], set()
                while todo:
                    one = todo.pop()
                    todo += [sup for sup in supers.get(one, ()) if sup not in found[cls]]
                    found[cls].add(one)
    return found
