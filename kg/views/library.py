"""The records that the pages about reports are made from: each report with its text and what it says in it."""

from collections.abc import Iterable
from typing import NamedTuple

from kg.views import links
from kg.views.columns import DCTERMS, FZ, LABEL, MEANS, NIF, RDF, SKOS, Columns
from kg.views.picture import Name

NOTHING = Name(zh="", en="")
LEFTOVER = "/indicator/other"
"""What the IRI of the indicator ends in that takes the figures of no other: they cannot be compared."""


class Span(NamedTuple):
    """Code points ``begin`` to ``end`` (half-open) of a report's cleaned text."""

    begin: int
    end: int


class Mark(NamedTuple):
    """A span that names entities, and where it stands in the source file's characters (-1: not known)."""

    begin: int
    end: int
    source_begin: int
    source_end: int
    things: tuple[str, ...]
    """IRIs."""


class Section(NamedTuple):
    """A part of the text, its heading at ``begin``."""

    begin: int
    end: int
    level: int
    role: str
    """Local name: ``achievements``."""
    heading: str


class Claim(NamedTuple):
    """A relation that a report states; IRIs, local names, and the clauses that state it."""

    subject: str
    predicate: str
    object: str
    status: str
    spans: tuple[Span, ...]


class Figure(NamedTuple):
    """A figure that a report states."""

    concept: str
    """IRI of the indicator."""
    counts: str
    """What is counted, in the report's words."""
    value: str
    unit: str
    about: str
    """IRI, or empty."""
    period: str
    status: str
    approximate: bool
    span: Span


class Remark(NamedTuple):
    """A shortcoming or a plan that a report states."""

    kind: str
    """``Shortcoming`` or ``Plan``."""
    topic: str
    """IRI."""
    text: str
    span: Span


class Report(NamedTuple):
    """One report."""

    iri: str
    name: str
    """Of its page: ``reports/NAME.html``."""
    title: str
    year: str
    division: str
    """IRI, or empty."""
    issuer: str
    addressee: str
    number: str
    issued: str
    file: str
    text: str
    source: str
    """The characters of the source file; empty when the graph does not hold them."""
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    remarks: tuple[Remark, ...]


class Thing(NamedTuple):
    """An entity."""

    iri: str
    cls: str
    kind: Name
    label: str
    short: str
    """The label without the name of the place that it belongs to."""
    forms: tuple[str, ...]
    """Other names."""
    code: str
    """Of a division; empty for others."""
    facts: tuple[tuple[Name, str], ...]
    """What a gazetteer says: the property's name, the value."""
    within: tuple[str, ...]
    """IRIs of what it lies in or is part of."""


class Library(NamedTuple):
    """All reports of a graph, in order of place, year and title, and all entities that they speak of."""

    base: str
    reports: tuple[Report, ...]
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


_FACTS = ("divisionCode", "codeYear", "officialName", "category", "promulgated", "amended", "effective")
_ELI_DATE = "http://data.europa.eu/eli/ontology#date_document"


def read(columns: Columns) -> Library:
    """The library of a graph."""
    spans = _spans(columns)
    classes = columns.entities()
    marks = _marks(columns, spans)
    names = links.report_names(
        (iri, columns.one(iri, FZ + "fileName")) for iri in columns.instances("Report")
    )
    sections, claims = _sections(columns), _claims(columns, spans)
    figures, remarks = _figures(columns, spans), _remarks(columns, spans)
    reports = [
        Report(
            iri=iri,
            name=name,
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
        for iri, name in names.items()
    ]
    reports.sort(
        key=lambda report: (not report.division, report.division, report.year, report.title, report.iri)
    )
    return Library(
        base=columns.base(),
        reports=tuple(reports),
        things={thing.iri: thing for thing in _things(columns, classes, marks)},
        names=_names(columns),
    )


def _title(columns: Columns, report: str) -> str:
    """The title; of a report without one its place and year, as far as they are known."""
    label, division = columns.name(report, (LABEL,)).zh, columns.one(report, FZ + "division")
    if label != columns.one(report, FZ + "fileName") or not division:
        return label
    return " ".join((columns.name(division, (LABEL,)).zh, columns.one(report, FZ + "year"))).strip()


class _Place(NamedTuple):
    report: str
    span: Span
    source: Span


def _number(columns: Columns, iri: str, predicate: str) -> int:
    value = columns.one(iri, predicate)
    return int(value) if value.isdecimal() else -1


def _spans(columns: Columns) -> dict[str, _Place]:
    """Of each mention and section its report and place; one whose offsets are no numbers has none."""
    found = {}
    for iri, contexts in columns.of(NIF + "referenceContext").items():
        span = Span(_number(columns, iri, NIF + "beginIndex"), _number(columns, iri, NIF + "endIndex"))
        source = Span(_number(columns, iri, FZ + "sourceBegin"), _number(columns, iri, FZ + "sourceEnd"))
        if 0 <= span.begin < span.end:
            found[iri] = _Place(contexts[0].value, span, source)
    return found


def _marks(columns: Columns, spans: dict[str, _Place]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for iri, meant in columns.of(MEANS).items():
        if iri in spans:
            report, span, source = spans[iri]
            found.setdefault(report, []).append(Mark(*span, *source, tuple(value.value for value in meant)))
    return found


def _evidence(columns: Columns, iri: str, spans: dict[str, _Place]) -> tuple[Span, ...]:
    return tuple(sorted(spans[one].span for one in columns.all(iri, FZ + "evidence") if one in spans))


def _sections(columns: Columns) -> dict[str, list[Section]]:
    found: dict[str, list[Section]] = {}
    for iri in columns.instances("Section"):
        section = Section(
            begin=_number(columns, iri, NIF + "beginIndex"),
            end=_number(columns, iri, NIF + "endIndex"),
            level=_number(columns, iri, FZ + "level"),
            role=columns.one(iri, FZ + "sectionRole").removeprefix(FZ),
            heading=columns.one(iri, LABEL),
        )
        found.setdefault(columns.one(iri, NIF + "referenceContext"), []).append(section)
    return found


def _claims(columns: Columns, spans: dict[str, _Place]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for iri in columns.instances("Claim"):
        claim = Claim(
            subject=columns.one(iri, RDF + "subject"),
            predicate=columns.one(iri, RDF + "predicate").removeprefix(FZ),
            object=columns.one(iri, RDF + "object"),
            status=columns.one(iri, FZ + "status").removeprefix(FZ),
            spans=_evidence(columns, iri, spans),
        )
        found.setdefault(columns.one(iri, FZ + "report"), []).append(claim)
    return found


def _figures(columns: Columns, spans: dict[str, _Place]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for iri in columns.instances("Observation"):
        figure = Figure(
            concept=columns.one(iri, FZ + "indicator"),
            counts=columns.one(iri, FZ + "counts"),
            value=columns.one(iri, FZ + "value"),
            unit=columns.one(iri, FZ + "unit"),
            about=columns.one(iri, FZ + "about"),
            period=columns.one(iri, FZ + "period"),
            status=columns.one(iri, FZ + "status").removeprefix(FZ),
            approximate=columns.one(iri, FZ + "approximate") == "true",
            span=_first(_evidence(columns, iri, spans)),
        )
        found.setdefault(columns.one(iri, FZ + "report"), []).append(figure)
    return found


def _remarks(columns: Columns, spans: dict[str, _Place]) -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for kind in ("Shortcoming", "Plan"):
        for iri in columns.instances(kind):
            topic, text = columns.one(iri, FZ + "topic"), columns.one(iri, FZ + "text")
            remark = Remark(kind, topic, text, _first(_evidence(columns, iri, spans)))
            found.setdefault(columns.one(iri, FZ + "report"), []).append(remark)
    return found


def _first(spans: tuple[Span, ...]) -> Span:
    return spans[0] if spans else Span(0, 0)


def _things(columns: Columns, classes: dict[str, str], marks: dict[str, list[Mark]]) -> Iterable[Thing]:
    """Every entity, in order of IRI."""
    labels = {iri: columns.name(iri, (LABEL, SKOS + "prefLabel")).zh for iri in classes}
    surfaces: dict[str, set[str]] = {}
    for report, own in marks.items():
        text = columns.one(report, NIF + "isString")
        for mark in own:
            for iri in mark.things:
                surfaces.setdefault(iri, set()).add(text[mark.begin : mark.end])
    for iri, cls in sorted(classes.items()):
        kind = columns.one(iri, FZ + "kind")
        scope = columns.one(iri, FZ + "scope")
        names = {name for label in ("altLabel", "prefLabel") for name in columns.all(iri, SKOS + label)}
        inside = {*columns.all(iri, FZ + "locatedIn"), *columns.all(iri, FZ + "partOf")}
        yield Thing(
            iri=iri,
            cls=cls,
            kind=columns.name(kind) if kind else NOTHING,
            label=labels[iri],
            short=_short(labels[iri], cls, labels.get(scope, "")),
            forms=tuple(sorted(({*names, *surfaces.get(iri, ())}) - {labels[iri], ""})),
            code=columns.one(iri, FZ + "divisionCode"),
            facts=tuple(_facts(columns, iri)),
            within=tuple(sorted(one for one in inside if one in classes and one != iri)),
        )


def _short(label: str, cls: str, scope: str) -> str:
    """``月浦镇`` of ``上海市宝山区月浦镇`` that lies in ``上海市宝山区``; other labels lose the name of their place."""
    rest = label.removeprefix(scope)
    return rest if cls == "Division" and rest and scope else label


def _facts(columns: Columns, iri: str) -> Iterable[tuple[Name, str]]:
    for name in _FACTS:
        predicate = _ELI_DATE if name == "promulgated" else FZ + name
        for value in columns.all(iri, predicate):
            yield columns.name(FZ + name if name != "promulgated" else _ELI_DATE), value


def _names(columns: Columns) -> dict[str, Name]:
    names = {iri.removeprefix(FZ): columns.name(iri) for iri in columns.of(LABEL) if iri.startswith(FZ)}
    for predicate in ("topic", "indicator"):
        for values in columns.of(FZ + predicate).values():
            names |= {value.value: columns.name(value.value) for value in values if value.value not in names}
    return names
