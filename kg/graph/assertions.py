"""The triples of what a report asserts: claims, figures, shortcomings and plans, each with its evidence."""

from kg.graph import iris
from kg.graph.concepts import Concepts
from kg.graph.ink import ZH, Facts, Ink
from kg.graph.iris import ONTOLOGY as FZ
from kg.graph.iris import Document
from kg.graph.passages import EVIDENCE, REPORT, RULE, STATUS, YEAR, A, year
from kg.graph.terms import FALSE, QB, RDF, TRUE, date, decimal, escape, integer, plain, zh
from kg.model import Relation, Report

_CONFIDENCE = f"<{FZ}confidence>"
CLASSES = {"shortcoming": "Shortcoming", "plan": "Plan"}
"""The class of a statement by its kind."""
_STATUSES = {"shortcoming": "shortcoming", "plan": "planned"}


def claims(ink: Ink, report: Report, doc: Document, things: list[str], base: str) -> None:
    """Each relation with its status, once a report, with every clause that states it; the surest one's confidence."""
    said: dict[tuple[str, str, str, str], list[Relation]] = {}
    for relation in report.relations:
        key = things[relation.subject], relation.predicate, things[relation.object], str(relation.status)
        said.setdefault(key, []).append(relation)
    source = _source(ink, report, doc)
    for spans, key in sorted((sorted({(r.begin, r.end) for r in same}), key) for key, same in said.items()):
        subject, predicate, value, status = key
        ink.add(
            iris.claim(base, subject[1:-1], predicate, value[1:-1], status, doc.iri),
            ink.fact(A, f"<{FZ}Claim>"),
            ink.fact(f"<{RDF}subject>", subject),
            ink.fact(f"<{RDF}predicate>", f"<{FZ}{predicate}>"),
            ink.fact(f"<{RDF}object>", value),
            ink.fact(STATUS, f"<{FZ}{status}>"),
            *source,
            ink.fact(EVIDENCE, *[f"<{doc.char(begin, end)}>" for begin, end in spans]),
            ink.fact(RULE, *sorted({plain(relation.rule) for relation in said[key]})),
            ink.fact(_CONFIDENCE, decimal(max(relation.confidence for relation in said[key]))),
        )


def observations(
    ink: Ink, report: Report, doc: Document, things: list[str], base: str, known: Concepts
) -> list[str]:
    """Each figure; ``fz:about`` is the reporting division where the record names nobody else.

    Returns the IRI of each of the report's observations.
    """
    named = [""] * len(report.observations)
    area = "" if report.area is None else things[report.area]
    figures = sorted(
        (
            *(o.begin, o.end, o.indicator, o.concept, o.value, o.unit or "", o.period, o.status, o.approx),
            *(about, o.rule, o.confidence, at),
        )
        for at, o in enumerate(report.observations)
        for about in [area if o.about is None else things[o.about]]
    )
    counts = ink.template((f"<{FZ}counts>", ZH))
    number, last = 0, -1
    for ordinal, figure in enumerate(figures, 1):
        begin, end, indicator, concept, value, unit, period, status, approx, about, rule, share, at = figure
        number = number + 1 if begin == last else 1
        last = begin
        named[at] = doc.observation(begin, number)
        stated = (
            (f"<{FZ}value>", decimal(value)),
            (f"<{FZ}unit>", zh(unit) if unit else ""),
            (f"<{FZ}about>", about),
            (f"<{FZ}period>", date(period) if period else ""),
            (STATUS, f"<{FZ}{status}>"),
            (f"<{FZ}approximate>", TRUE if approx else FALSE),
            (REPORT, f"<{doc.iri}>"),
            (EVIDENCE, f"<{doc.char(begin, end)}>"),
            (RULE, plain(rule)),
            (_CONFIDENCE, decimal(share)),
            (f"<{FZ}ordinal>", integer(ordinal)),
            (f"<{QB}dataSet>", f"<{iris.figures(base, placed=bool(about and period))}>"),
        )
        ink.add(
            named[at],
            ink.fact(A, f"<{FZ}Observation>", f"<{QB}Observation>"),
            ink.fact(f"<{FZ}indicator>", known.indicators[concept]),
            counts.fill(escape(indicator).encode()),
            *[ink.fact(predicate, term) for predicate, term in stated if term],
        )
    return named


def statements(ink: Ink, report: Report, doc: Document, known: Concepts) -> None:
    """Each shortcoming and each plan."""
    text = ink.template((f"<{FZ}text>", ZH))
    source = _source(ink, report, doc)
    for statement in sorted(report.statements, key=lambda s: (s.begin, s.end, s.kind)):
        begin, end = statement.begin, statement.end
        ink.add(
            doc.statement(begin, end),
            ink.fact(A, f"<{FZ}{CLASSES[statement.kind]}>"),
            ink.fact(f"<{FZ}topic>", known.topics[statement.topic]),
            text.fill(escape(report.text.clean[begin:end]).encode()),
            ink.fact(STATUS, f"<{FZ}{_STATUSES[statement.kind]}>"),
            *source,
            ink.fact(EVIDENCE, f"<{doc.char(begin, end)}>"),
            ink.fact(RULE, plain(statement.rule)),
            ink.fact(_CONFIDENCE, decimal(statement.confidence)),
        )


def _source(ink: Ink, report: Report, doc: Document) -> list[Facts]:
    stated = ((REPORT, f"<{doc.iri}>"), (YEAR, year(report)))
    return [ink.fact(predicate, value) for predicate, value in stated if value]
