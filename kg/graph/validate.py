"""Is a written graph right? SHACL over ``ontology/shapes.ttl``, and the checks in code."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
import shacl as engine

from kg import resources
from kg.graph import checks, store
from kg.graph.counted import counted
from kg.graph.findings import Finding, level
from kg.graph.index import Index
from kg.graph.plain_relations import plain_relations
from kg.graph.spans import spans
from kg.graph.tracing import tracing
from kg.lexicon import vocabulary
from kg.model.namespaces import SH

_DEFAULT = ox.DefaultGraph()
_ORDER = ("violation", "warning", "info")


def validate(path: Path, extra: Sequence[Path] = ()) -> list[Finding]:
    """What is wrong with the graph at ``path`` (a file or a build's folder): the worst first, then by node.

    ``extra``: the user's own vocabularies. An empty list: all is well.
    Raises KgError KG012 when the graph cannot be read, KG014 when a vocabulary cannot.
    """
    stated: dict[ox.Triple, bool] = {}
    for quad in store.stream(path):
        triple = quad.triple
        stated[triple] = stated.get(triple, False) or quad.graph_name != _DEFAULT
    triples = list({**stated, **dict.fromkeys(store.triples(resources.ontology() / "fazhi.ttl"))})
    index = Index(triples)
    found = [*shacl(triples, index), *checks.form(triples, index), *checks.claims(index)]
    found += [*plain_relations(index), *tracing(index), *checks.circles(index), *spans(index)]
    found += counted(stated, index)
    words = {label for unit in vocabulary.load(tuple(extra)).of("Unit") for label in unit.labels}
    found += [*checks.units(index, words), *checks.plain_values(index)]
    return sorted(set(found), key=lambda f: (_ORDER.index(f.severity), f.node, f.path, f.en, f.value))


def shacl(triples: Iterable[ox.Triple], index: Index) -> Iterator[Finding]:
    """The findings of the shapes; ``triples`` hold the ontology, so that subclasses are known.

    A Rust engine reads and answers in text; pyshacl takes twenty times as long and gives the same (a test holds
    them together).
    """
    shapes = engine.Shapes.from_file(str(resources.ontology() / "shapes.ttl"))
    data = "".join([f"{t.subject} {t.predicate} {t.object} .\n" for t in triples])
    report = shapes.validate_text(data, format="ntriples").serialize("ntriples")
    results: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]] = {}
    for quad in ox.parse(report.encode(), format=ox.RdfFormat.N_TRIPLES):
        said = results.setdefault(str(quad.subject), defaultdict(list))
        said[quad.predicate.value.removeprefix(SH)].append(quad.object)
    for said in results.values():
        if "focusNode" not in said:
            continue
        texts = {m.language: m.value for m in said["resultMessage"] if isinstance(m, ox.Literal)}
        node, path, value, severity = (
            next(map(_plain, said.get(name, ())), "")
            for name in ("focusNode", "resultPath", "value", "resultSeverity")
        )
        yield Finding(
            severity=level(severity),
            node=node,
            label=index.label(node),
            path=path,
            value=value,
            zh=texts.get("zh", ""),
            en=texts.get("en", ""),
        )


def _plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
