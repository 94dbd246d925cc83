"""The triples of what a report asserts: claims, figures, shortcomings and plans, each with its evidence."""

from itertools import groupby

from kg.graph import iris
from kg.graph.aligned import types
from kg.graph.concepts import Concepts
from kg.graph.figures import in_order
from kg.graph.ink import ZH, Facts, Ink
from kg.graph.iris import Document
from kg.graph.passages import EVIDENCE, REPORT, RULE, STATUS, YEAR, year
from kg.graph.terms import FALSE, TRUE, A, date, decimal, escape, integer, string, zh
from kg.lexicon.traditional import simplified
from kg.model import Relation, Report
from kg.model.namespaces import FZ, QB, RDF
from kg.model.plain_number import PlainNumber

_CONFIDENCE = f"<{FZ}confidence>"
_SUBJECT, _PREDICATE, _OBJECT = f"<{RDF}subject>", f"<{RDF}predicate>", f"<{RDF}object>"
_INDICATOR, _COUNTS, _VALUE, _UNIT, _ABOUT = (
    f"<{FZ}{name}>" for name in ("indicator", "counts", "value", "unit", "about")
)
_PLAIN_VALUE, _PLAIN_UNIT = f"<{FZ}plainValue>", f"<{FZ}plainUnit>"
_PERIOD, _APPROXIMATE, _PART, _ORDINAL = (
    f"<{FZ}{name}>" for name in ("period", "approximate", "partOfFigure", "ordinal")
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
    kind, source = ink.fact(A, *types("Claim")), _source(ink, report)
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
            ink.fact(RULE, *sorted({string(relation.rule) for relation in said[key]})),
            ink.fact(_CONFIDENCE, decimal(max(relation.confidence for relation in said[key]))),
        )


def observations(
    ink: Ink, report: Report, doc: Document, things: list[str], base: str, known: Concepts
) -> list[str]:
    """Each figure; ``fz:about`` is the reporting division where the record names nobody else.

    Returns the IRI of each of the report's observations.
    """
    area = "" if report.area is None else things[report.area]
    figures = report.observations
    abouts = [area if o.about is None else things[o.about] for o in figures]
    order = in_order(report)
    named = [""] * len(figures)
    for begin, same in groupby(order, key=lambda at: figures[at].begin):
        for number, at in enumerate(same, 1):
            named[at] = ink.here.observation(begin, number)
    kind, own = ink.fact(A, *types("Observation")), ink.fact(REPORT, f"<{ink.here.iri}>")
    counts = ink.template((_COUNTS, ZH))
    for ordinal, at in enumerate(order, 1):
        o, about, unit = figures[at], abouts[at], simplified(figures[at].unit or "")
        ink.add(
            named[at],
            kind,
            ink.fact(_INDICATOR, known.indicators[o.concept]),
            counts.fill(escape(o.indicator).encode()),
            ink.fact(_VALUE, decimal(o.value)),
            *([ink.fact(_UNIT, zh(unit))] if unit else ()),
            *_plainly(ink, o.plain_number),
            *([ink.fact(_ABOUT, about)] if about else ()),
            *([] if o.part_of is None else [ink.once(_PART, f"<{named[o.part_of]}>")]),
            *([ink.fact(_PERIOD, date(o.period))] if o.period else ()),
            ink.fact(STATUS, f"<{FZ}{o.status}>"),
            ink.fact(_APPROXIMATE, TRUE if o.approx else FALSE),
            own,
            ink.once(EVIDENCE, f"<{ink.here.char(o.begin, o.end)}>"),
            ink.fact(RULE, string(o.rule)),
            ink.fact(_CONFIDENCE, decimal(o.confidence)),
            ink.fact(_ORDINAL, integer(ordinal)),
            ink.fact(_DATA_SET, f"<{iris.figures(base, placed=bool(about and o.period))}>"),
        )
    return [iri.replace(ink.here.iri, doc.iri, 1) for iri in named]


def _plainly(ink: Ink, number: PlainNumber) -> list[Facts]:
    """What is compared of a figure in 万 or 亿; of others that is what is printed."""
    if not number.unit or number.times == 1:
        return []
    value, unit = decimal(float(number.value)), zh(simplified(number.unit))
    return [ink.fact(_PLAIN_VALUE, value), ink.fact(_PLAIN_UNIT, unit)]


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
            ink.fact(RULE, string(statement.rule)),
            ink.fact(_CONFIDENCE, decimal(statement.confidence)),
        )


def _source(ink: Ink, report: Report) -> list[Facts]:
    stated = ((REPORT, f"<{ink.here.iri}>"), (YEAR, year(report)))
    return [ink.fact(predicate, value) for predicate, value in stated if value]
