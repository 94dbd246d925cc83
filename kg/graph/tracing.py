"""The check that what is said can be traced: to words of the report that says it, unchanged, in that report's year."""

from collections.abc import Iterator

from kg.graph.findings import Finding, finding
from kg.graph.index import Index
from kg.model.namespaces import FZ, NIF, RDF

_REPORT, _YEAR, _EVIDENCE = f"{FZ}report", f"{FZ}year", f"{FZ}evidence"
_CONTEXT, _ANCHOR, _TEXT = f"{NIF}referenceContext", f"{NIF}anchorOf", f"{FZ}text"


def tracing(index: Index) -> Iterator[Finding]:
    """What is wrong with claims, figures, shortcomings and plans; where a report or a context is lacking, SHACL says so."""
    types = index.of(f"{RDF}type")
    for node, (report, *_) in index.of(_REPORT).items():
        words = set[str]()
        for mention in index.all(node, _EVIDENCE):
            if index.one(mention, _CONTEXT) not in ("", report):
                yield finding("evidence-report", index, node, _EVIDENCE, mention)
            else:
                words.update(index.all(mention, _ANCHOR))
        for text in index.all(node, _TEXT):
            if words and text not in words:
                yield finding("evidence-text", index, node, _TEXT, text)
        # A figure has a period of its own: last year's stand in this year's report.
        if f"{FZ}Observation" not in types.get(node, ()):
            stated, own = index.all(node, _YEAR), index.all(report, _YEAR)
            if {*stated} != {*own}:
                yield finding("report-year", index, node, _YEAR, ", ".join(stated))
