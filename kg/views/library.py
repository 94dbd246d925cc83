"""All reports of a graph with all that they speak of: what every page but the graph is made from."""

from collections.abc import Iterable
from typing import NamedTuple

from kg.model.namespaces import DCTERMS, FZ, NIF
from kg.views import links, stated
from kg.views.columns import LABEL, Columns
from kg.views.records import Contradiction, Report, Thing
from kg.views.things import things
from kg.views.wording import Name


class Library(NamedTuple):
    """All reports of a graph, in order of place, year and title, and all entities that they speak of."""

    base: str
    reports: tuple[Report, ...]
    contradictions: tuple[Contradiction, ...]
    """Among the figures of these reports."""
    things: dict[str, Thing]
    names: dict[str, Name]
    """Of classes, predicates, statuses, roles of sections by local name; of topics and indicators by IRI."""

    def name(self, of: str) -> Name:
        """What a local name of the ontology, a topic or an indicator is called; itself where that is not known."""
        return self.names.get(of) or Name(zh=of, en=of)

    def page(self, iri: str) -> str:
        """The path of an entity's page."""
        return links.entity(iri, self.base)

    def node(self, iri: str) -> str:
        """The link that opens the graph at an entity."""
        return links.node(iri, self.base)

    def place(self, report: Report) -> str:
        """What the report's division is called; the report's title where no division is known."""
        thing = self.things.get(report.division)
        return thing.label if thing else report.title


def read(columns: Columns) -> Library:
    """The library of a graph."""
    spans = stated.spans(columns)
    marks = stated.marks(columns, spans)
    sections, claims = stated.sections(columns), stated.claims(columns, spans)
    figures, remarks = stated.figures(columns, spans), stated.remarks(columns, spans)
    reports = [
        Report(
            iri=iri,
            name=columns.report_names[iri],
            title=_title(columns, iri),
            year=columns.one(iri, FZ + "year"),
            division=columns.one(iri, FZ + "division"),
            issuer=columns.one(iri, FZ + "issuer"),
            addressee=columns.one(iri, FZ + "addressee"),
            number=columns.one(iri, FZ + "documentNumber"),
            issued=columns.one(iri, DCTERMS + "issued"),
            file=columns.one(iri, FZ + "fileName"),
            text=columns.one(iri, NIF + "isString"),
            source=columns.one(iri, FZ + "sourceText"),
            sections=tuple(sorted(sections.get(iri, ()))),
            marks=tuple(sorted(marks.get(iri, ()))),
            claims=tuple(sorted(claims.get(iri, ()), key=lambda claim: (claim.spans, claim))),
            figures=tuple(sorted(figures.get(iri, ()), key=lambda figure: (figure.span, figure))),
            remarks=tuple(sorted(remarks.get(iri, ()), key=lambda remark: (remark.span, remark))),
        )
        for iri in columns.instances("Report")
    ]
    reports.sort(
        key=lambda report: (not report.division, report.division, report.year, report.title, report.iri)
    )
    return Library(
        base=columns.base(),
        reports=tuple(reports),
        contradictions=_contradictions(columns, spans, reports),
        things={thing.iri: thing for thing in things(columns, marks)},
        names=_names(columns),
    )


def _contradictions(
    columns: Columns, spans: dict[str, stated.Place], reports: Iterable[Report]
) -> tuple[Contradiction, ...]:
    """Those whose figures are all here: of a part of a graph, some may not be."""
    here = {figure.iri for report in reports for figure in report.figures}
    found = stated.contradictions(columns, spans)
    return tuple(sorted(one for one in found if here.issuperset((one.stated, *one.against))))


def _title(columns: Columns, report: str) -> str:
    """The title; of a report without one its place and year, as far as they are known."""
    label, division = columns.name(report, (LABEL,)).zh, columns.one(report, FZ + "division")
    if label != columns.one(report, FZ + "fileName") or not division:
        return label
    return " ".join((columns.name(division, (LABEL,)).zh, columns.one(report, FZ + "year"))).strip()


def _names(columns: Columns) -> dict[str, Name]:
    names = {iri.removeprefix(FZ): columns.name(iri) for iri in columns.of(LABEL) if iri.startswith(FZ)}
    for predicate in ("topic", "indicator"):
        for values in columns.of(FZ + predicate).values():
            names |= {value.value: columns.name(value.value) for value in values if value.value not in names}
    return names
