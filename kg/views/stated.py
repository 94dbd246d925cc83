"""Reading what the reports of a graph state: each function gives its records by the report's IRI."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from kg.model.namespaces import FZ, NIF, RDF, SH
from kg.views.columns import LABEL, MEANS, Columns
from kg.views.records import Claim, Contradiction, Figure, Mark, Remark, Section, Span

Key = TypeVar("Key")
Stated = TypeVar("Stated")


class Place(NamedTuple):
    """Where a mention stands: in which report, in its cleaned text, and in its source file."""

    report: str
    span: Span
    source: Span


def spans(columns: Columns) -> dict[str, Place]:
    """Of each mention and section its place; one whose offsets are no numbers has none."""
    found = {}
    for iri, contexts in columns.of(NIF + "referenceContext").items():
        span = Span(_number(columns, iri, NIF + "beginIndex"), _number(columns, iri, NIF + "endIndex"))
        source = Span(_number(columns, iri, FZ + "sourceBegin"), _number(columns, iri, FZ + "sourceEnd"))
        if 0 <= span.begin < span.end:
            found[iri] = Place(contexts[0].value, span, source)
    return found


def marks(columns: Columns, places: dict[str, Place]) -> dict[str, list[Mark]]:
    """The spans that name entities."""
    return gathered(
        (place.report, Mark(*place.span, *place.source, tuple(value.value for value in meant)))
        for iri, meant in columns.of(MEANS).items()
        if (place := places.get(iri))
    )


def sections(columns: Columns) -> dict[str, list[Section]]:
    """The parts of the texts."""
    return gathered(
        (
            columns.one(iri, NIF + "referenceContext"),
            Section(
                begin=_number(columns, iri, NIF + "beginIndex"),
                end=_number(columns, iri, NIF + "endIndex"),
                level=_number(columns, iri, FZ + "level"),
                role=columns.one(iri, FZ + "sectionRole").removeprefix(FZ),
                heading=columns.one(iri, LABEL),
            ),
        )
        for iri in columns.instances("Section")
    )


def claims(columns: Columns, places: dict[str, Place]) -> dict[str, list[Claim]]:
    """The relations."""
    return gathered(
        (
            columns.one(iri, FZ + "report"),
            Claim(
                subject=columns.one(iri, RDF + "subject"),
                predicate=columns.one(iri, RDF + "predicate").removeprefix(FZ),
                object=columns.one(iri, RDF + "object"),
                status=columns.one(iri, FZ + "status").removeprefix(FZ),
                spans=_evidence(columns, iri, places),
            ),
        )
        for iri in columns.instances("Claim")
    )


def figures(columns: Columns, places: dict[str, Place]) -> dict[str, list[Figure]]:
    """The figures."""
    return gathered(
        (
            columns.one(iri, FZ + "report"),
            Figure(
                concept=columns.one(iri, FZ + "indicator"),
                counts=counted(columns, iri),
                value=(value := columns.one(iri, FZ + "value")),
                unit=(unit := columns.one(iri, FZ + "unit")),
                plain_value=columns.one(iri, FZ + "plainValue") or value,
                plain_unit=columns.one(iri, FZ + "plainUnit") or unit,
                about=columns.one(iri, FZ + "about"),
                period=columns.one(iri, FZ + "period"),
                status=columns.one(iri, FZ + "status").removeprefix(FZ),
                approximate=columns.one(iri, FZ + "approximate") == "true",
                span=_first(_evidence(columns, iri, places)),
                iri=iri,
            ),
        )
        for iri in columns.instances("Observation")
    )


def contradictions(columns: Columns, places: dict[str, Place]) -> list[Contradiction]:
    """What the graph says of figures that do not fit each other, of all reports."""
    return [
        Contradiction(
            stated=columns.one(iri, FZ + "stated"),
            check=columns.one(iri, FZ + "check"),
            severity="warning" if columns.one(iri, FZ + "severity") == SH + "Warning" else "error",
            against=tuple(columns.all(iri, FZ + "against")),
            expected=columns.one(iri, FZ + "expectedValue"),
            sentences=tuple(
                (places[one].report, places[one].span)
                for one in columns.all(iri, FZ + "sentence")
                if one in places
            ),
        )
        for iri in columns.instances("Contradiction")
    ]


def remarks(columns: Columns, places: dict[str, Place]) -> dict[str, list[Remark]]:
    """The shortcomings and plans."""
    return gathered(
        (
            columns.one(iri, FZ + "report"),
            Remark(
                kind,
                columns.one(iri, FZ + "topic"),
                columns.one(iri, FZ + "text"),
                _first(_evidence(columns, iri, places)),
            ),
        )
        for kind in ("Shortcoming", "Plan")
        for iri in columns.instances(kind)
    )


def counted(columns: Columns, iri: str) -> str:
    """What a figure counts, for people: a part says that it is one."""
    words = columns.one(iri, FZ + "counts")
    return f"其中：{words}" if columns.one(iri, FZ + "partOfFigure") else words


def gathered(pairs: Iterable[tuple[Key, Stated]]) -> dict[Key, list[Stated]]:
    """The values of each key, in their order."""
    found: dict[Key, list[Stated]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _number(columns: Columns, iri: str, predicate: str) -> int:
    value = columns.one(iri, predicate)
    return int(value) if value.isdecimal() else -1


def _evidence(columns: Columns, iri: str, places: dict[str, Place]) -> tuple[Span, ...]:
    return tuple(sorted(places[one].span for one in columns.all(iri, FZ + "evidence") if one in places))


def _first(found: tuple[Span, ...]) -> Span:
    return found[0] if found else Span(0, 0)
