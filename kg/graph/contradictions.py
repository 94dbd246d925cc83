"""Contradictions as nodes of the graph, and as a build tells them."""

from collections.abc import Sequence

from kg.checking import YearContradiction
from kg.graph import iris
from kg.graph.ink import Ink
from kg.graph.iris import Document
from kg.graph.terms import A, Triple, decimal, string
from kg.model import Disagreement, Report, Severity
from kg.model.namespaces import FZ

_SEVERITY: dict[Severity, str] = {
    "error": "<http://www.w3.org/ns/shacl#Violation>",
    "warning": "<http://www.w3.org/ns/shacl#Warning>",
}


def contradictions(ink: Ink, report: Report, doc: Document, figures: Sequence[str], base: str) -> None:
    """Those of one report; ``figures``: the IRI of each of its observations."""
    for found in sorted(
        report.contradictions, key=lambda c: (c.begin, figures[c.stated], c.check, c.against)
    ):
        against = [figures[at] for at in found.against]
        facts = _facts(found.check, found.severity, figures[found.stated], against, found.expected)
        facts.append((f"<{FZ}sentence>", [f"<{doc.char(found.begin, found.end)}>"]))
        node = iris.contradiction(base, found.check, figures[found.stated], *against)
        ink.add(node, *[ink.fact(predicate, *sorted(values)) for predicate, values in facts])


def told(report: Report) -> list[Disagreement]:
    """Those of one report, in the order of its text."""
    return [
        Disagreement(
            check=found.check,
            severity=found.severity,
            stated=report.observations[found.stated].value,
            expected=found.expected,
            reports=(report.key,),
            sentences=(report.text.clean[found.begin : found.end],),
        )
        for found in report.contradictions
    ]


def across(base: str, found: YearContradiction) -> tuple[list[Triple], Disagreement]:
    """What two reports say of one year: the node's triples, and how the build tells it."""
    both = (found.stated, found.against)
    node = f"<{iris.contradiction(base, 'year', found.stated.figure, found.against.figure)}>"
    facts = _facts("year", "error", found.stated.figure, [found.against.figure], found.expected)
    mentions = [f"<{iris.report(base, one.report).char(one.begin, one.end)}>" for one in both]
    facts.append((f"<{FZ}sentence>", mentions))
    triples = [(node, predicate, value) for predicate, values in facts for value in values]
    return triples, Disagreement(
        check="year",
        severity="error",
        stated=found.stated.value,
        expected=found.expected,
        reports=tuple(one.report for one in both),
        sentences=tuple(one.words for one in both),
    )


def _facts(
    check: str, severity: Severity, stated: str, against: Sequence[str], expected: float
) -> list[tuple[str, list[str]]]:
    return [
        (A, [f"<{FZ}Contradiction>"]),
        (f"<{FZ}check>", [string(check)]),
        (f"<{FZ}severity>", [_SEVERITY[severity]]),
        (f"<{FZ}stated>", [f"<{stated}>"]),
        (f"<{FZ}against>", [f"<{iri}>" for iri in against]),
        (f"<{FZ}expectedValue>", [decimal(expected)]),
    ]
