"""The triples of what a report asserts: claims, figures, shortcomings and plans, each with its evidence."""

from kg.graph import iris
from kg.graph.concepts import Concepts
from kg.graph.iris import ONTOLOGY as FZ
from kg.graph.iris import Document
from kg.graph.passages import EVIDENCE, REPORT, STATUS, YEAR, A
from kg.graph.terms import FALSE, QB, RDF, TRUE, Triple, date, decimal, zh
from kg.model import Observation, Report

_CLAIM = f"<{FZ}Claim>"
_SUBJECT = f"<{RDF}subject>"
_PREDICATE = f"<{RDF}predicate>"
_OBJECT = f"<{RDF}object>"
_STATEMENTS = {"shortcoming": ("Shortcoming", "shortcoming"), "plan": ("Plan", "planned")}


def claims(report: Report, doc: Document, things: list[str], base: str) -> list[Triple]:
    """Each relation with its status, once a report, with every clause that states it."""
    said: dict[tuple[str, str, str, str], list[tuple[int, int]]] = {}
    for relation in report.relations:
        key = things[relation.subject], relation.predicate, things[relation.object], str(relation.status)
        said.setdefault(key, []).append((relation.begin, relation.end))
    out: list[Triple] = []
    r, year = f"<{doc.iri}>", _year(report)
    for spans, key in sorted((sorted(set(spans)), key) for key, spans in said.items()):
        subject, predicate, value, status = key
        s = f"<{iris.claim(base, subject[1:-1], predicate, value[1:-1], status, doc.iri)}>"
        out += (
            (s, A, _CLAIM),
            (s, _SUBJECT, subject),
            (s, _PREDICATE, f"<{FZ}{predicate}>"),
            (s, _OBJECT, value),
            (s, STATUS, f"<{FZ}{status}>"),
            (s, REPORT, r),
        )
        out += [(s, YEAR, y) for y in year]
        out += [(s, EVIDENCE, f"<{doc.char(begin, end)}>") for begin, end in spans]
    return out


def observations(
    report: Report, doc: Document, things: list[str], base: str, known: Concepts
) -> list[Triple]:
    """Each figure; ``fz:about`` is the reporting division where the record names nobody else."""
    out: list[Triple] = []
    r, figures, area = f"<{doc.iri}>", f"<{iris.figures(base)}>", _area(report, things)
    number, last = 0, -1

    def order(o: Observation) -> tuple[int, int, str, str, float, str, str, str, str, bool]:
        about = "" if o.about is None else things[o.about]
        words = (o.indicator, o.concept, o.value, o.unit or "", about, o.period, o.status, o.approx)
        return (o.begin, o.end, *words)

    for o in sorted(report.observations, key=order):
        number = number + 1 if o.begin == last else 1
        last = o.begin
        s = f"<{doc.observation(o.begin, number)}>"
        about = things[o.about] if o.about is not None else area
        out += (
            (s, A, f"<{FZ}Observation>"),
            (s, f"<{FZ}indicator>", known.indicators[o.concept]),
            (s, f"<{FZ}counts>", zh(o.indicator)),
            (s, f"<{FZ}value>", decimal(o.value)),
        )
        if o.unit:
            out.append((s, f"<{FZ}unit>", zh(o.unit)))
        if about:
            out.append((s, f"<{FZ}about>", about))
        if o.period:
            out.append((s, f"<{FZ}period>", date(o.period)))
        out += (
            (s, STATUS, f"<{FZ}{o.status}>"),
            (s, f"<{FZ}approximate>", TRUE if o.approx else FALSE),
            (s, REPORT, r),
            (s, EVIDENCE, f"<{doc.char(o.begin, o.end)}>"),
            (s, f"<{QB}dataSet>", figures),
        )
    return out


def statements(report: Report, doc: Document, known: Concepts) -> list[Triple]:
    """Each shortcoming and each plan."""
    out: list[Triple] = []
    r, clean, year = f"<{doc.iri}>", report.text.clean, _year(report)
    for statement in sorted(report.statements, key=lambda s: (s.begin, s.end, s.kind)):
        begin, end = statement.begin, statement.end
        cls, status = _STATEMENTS[statement.kind]
        s = f"<{doc.statement(begin, end)}>"
        out += (
            (s, A, f"<{FZ}{cls}>"),
            (s, f"<{FZ}topic>", known.topics[statement.topic]),
            (s, f"<{FZ}text>", zh(clean[begin:end])),
            (s, STATUS, f"<{FZ}{status}>"),
            (s, REPORT, r),
        )
        out += [(s, YEAR, y) for y in year]
        out.append((s, EVIDENCE, f"<{doc.char(begin, end)}>"))
    return out


def _year(report: Report) -> list[str]:
    year = report.outline.year
    return [] if year is None else [date(str(year))]


def _area(report: Report, things: list[str]) -> str | None:
    return None if report.area is None else things[report.area]
