"""The triples of what a report asserts: claims, figures, shortcomings and plans, each with its evidence."""

from kg.graph import iris
from kg.graph.concepts import Concepts
from kg.graph.ink import ZH, Facts, Ink
from kg.graph.iris import ONTOLOGY as FZ
from kg.graph.iris import Document
from kg.graph.passages import EVIDENCE, REPORT, RULE, STATUS, YEAR, A, year
from kg.graph.terms import FALSE, QB, RDF, TRUE, date, decimal, escape, integer, plain, zh
from kg.lexicon.traditional import simplified
from kg.model import Relation, Report

_CONFIDENCE = f"<{FZ}confidence>"
_CLAIM, _SUBJECT, _PREDICATE, _OBJECT = (
    f"<{FZ}Claim>",
    f"<{RDF}subject>",
    f"<{RDF}predicate>",
    f"<{RDF}object>",
)
_OBSERVATION, _CELL = f"<{FZ}Observation>", f"<{QB}Observation>"
_INDICATOR, _COUNTS, _VALUE, _UNIT, _ABOUT, _PERIOD, _APPROXIMATE, _ORDINAL = (
    f"<{FZ}{name}>"
    for name in ("indicator", "counts", "value", "unit", "about", "period", "approximate", "ordinal")
)
_DATA_SET = f"<{QB}dataSet>"
_TOPIC, _TEXT = f"<{FZ}topic>", f"<{FZ}text>"
CLASSES = {"shortcoming": "Shortcoming", "plan": "Plan"}
"""The class of a statement by its kind."""
_STATUSES = {"shortcoming": "shortcoming", "plan": "planned"}


def claims(ink: Ink, report: Report, doc: Document, things: list[str], base: str) -> None:
    """Each relation with its status, once a report, with every clause that states it; the surest one's confidence."""
    said: dict[tuple[str, str, str, str], list[Relation]] = {}
    for relation in report.relations:
        key = things[relation.subject], relation.predicate, things[relation.object], str(relation.status)
        said.setdefault(key, []).append(relation)
    kind, source = ink.fact(A, _CLAIM), _source(ink, report)
    for spans, key in sorted((sorted({(r.begin, r.end) for r in same}), key) for key, same in said.items()):
        subject, predicate, value, status = key
        ink.add(
            iris.claim(base, subject[1:-1], predicate, value[1:-1], status, doc.iri),
            kind,
            ink.fact(_SUBJECT, subject),
            ink.fact(_PREDICATE, f"<{FZ}{predicate}>"),
            ink.fact(_OBJECT, value),
            ink.fact(STATUS, f"<{FZ}{status}>"),
            *source,
            ink.once(EVIDENCE, *[f"<{ink.here.char(begin, end)}>" for begin, end in spans]),
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
            *(
                o.begin,
                o.end,
                o.indicator,
                o.concept,
                o.value,
                simplified(o.unit or ""),
                o.period,
                o.status,
                o.approx,
            ),
            *(about, o.rule, o.confidence, at),
        )
        for at, o in enumerate(report.observations)
        for about in [area if o.about is None else things[o.about]]
    )
    kind, own = ink.fact(A, _OBSERVATION, _CELL), ink.fact(REPORT, f"<{ink.here.iri}>")
    counts = ink.template((_COUNTS, ZH))
    number, last = 0, -1
    for ordinal, figure in enumerate(figures, 1):
        begin, end, indicator, concept, value, unit, period, status, approx, about, rule, share, at = figure
        number = number + 1 if begin == last else 1
        last = begin
        named[at] = doc.observation(begin, number)
        ink.add(
            ink.here.observation(begin, number),
            kind,
            ink.fact(_INDICATOR, known.indicators[concept]),
            counts.fill(escape(indicator).encode()),
            ink.fact(_VALUE, decimal(value)),
            *([ink.fact(_UNIT, zh(unit))] if unit else ()),
            *([ink.fact(_ABOUT, about)] if about else ()),
            *([ink.fact(_PERIOD, date(period))] if period else ()),
            ink.fact(STATUS, f"<{FZ}{status}>"),
            ink.fact(_APPROXIMATE, TRUE if approx else FALSE),
            own,
            ink.once(EVIDENCE, f"<{ink.here.char(begin, end)}>"),
            ink.fact(RULE, plain(rule)),
            ink.fact(_CONFIDENCE, decimal(share)),
            ink.fact(_ORDINAL, integer(ordinal)),
            ink.fact(_DATA_SET, f"<{iris.figures(base, placed=bool(about and period))}>"),
        )
    return named


def statements(ink: Ink, report: Report, known: Concepts) -> None:
    """Each shortcoming and each plan."""
    text = ink.template((_TEXT, ZH))
    source = _source(ink, report)
    for statement in sorted(report.statements, key=lambda s: (s.begin, s.end, s.kind)):
        begin, end = statement.begin, statement.end
        ink.add(
            ink.here.statement(begin, end),
            ink.fact(A, f"<{FZ}{CLASSES[statement.kind]}>"),
            ink.fact(_TOPIC, known.topics[statement.topic]),
            text.fill(escape(report.text.clean[begin:end]).encode()),
            ink.fact(STATUS, f"<{FZ}{_STATUSES[statement.kind]}>"),
            *source,
            ink.once(EVIDENCE, f"<{ink.here.char(begin, end)}>"),
            ink.fact(RULE, plain(statement.rule)),
            ink.fact(_CONFIDENCE, decimal(statement.confidence)),
        )


def _source(ink: Ink, report: Report) -> list[Facts]:
    stated = ((REPORT, f"<{ink.here.iri}>"), (YEAR, year(report)))
    return [ink.fact(predicate, value) for predicate, value in stated if value]
