"""``matrix.html``: places against programmes, laws, institutions, doctrines, and topics of shortcomings and plans."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from kg.views import chunks, pages
from kg.views.library import Library
from kg.views.records import STANDINGS, STATUSES, Report, Span
from kg.views.shelf import Shelf
from kg.views.wording import Name

TITLE = Name(zh="对照表 · 法治政府建设知识图谱", en="Matrix · Rule-of-law reports")
STRUCTURE = frozenset({"locatedIn", "partOf", "affiliatedWith"})
"""Relations that tell what a thing belongs to, not what a place does with it."""


class Row(NamedTuple):
    """What a row is about: its name, and its page if it has one."""

    zh: str
    en: str
    page: str = ""


class Said(NamedTuple):
    """That a report says something of what a row is about."""

    row: Row
    status: str
    predicate: str
    """Local name; empty where no relation is stated."""
    span: Span


class Axis(NamedTuple):
    """What can be held against the places."""

    key: str
    name: Name
    said: Callable[[Library, Report], Iterable[Said]]


def draw(shelf: Shelf, out: Path) -> None:
    """Writes ``matrix.html`` and its data. KgError KG016 when one cannot be written."""
    library = shelf.library
    predicates = sorted({claim.predicate for report in library.reports for claim in report.claims})
    numbers = {predicate: number for number, predicate in enumerate(predicates)}
    filled = [axis for axis in AXES if _axis(library, axis, numbers, out)]
    facts = {
        "places": places(shelf),
        "predicates": [_pair(library.name(predicate)) for predicate in predicates],
        "statuses": [_pair(library.name(status)) for status in STATUSES] + [["仅提及", "only mentioned"]],
    }
    chunks.save(out, "matrix", facts)
    pages.save(out / "matrix.html", pages.render("matrix", TITLE, axes=filled, library=library))


def places(shelf: Shelf) -> list[list[object]]:
    """Label, page and numbers of the reports of each place; a report whose place is not known is one by itself."""
    library = shelf.library
    heads: dict[str, tuple[str, str]] = {}
    numbers: dict[str, list[int]] = {}
    for number, report in enumerate(library.reports):
        known = report.division in library.things
        page = library.page(report.division) if known else f"reports/{report.name}.html"
        place = report.division if known else report.iri
        heads.setdefault(place, (library.place(report), page))
        numbers.setdefault(place, []).append(number)
    return [[*head, numbers[place]] for place, head in heads.items()]


def _axis(library: Library, axis: Axis, numbers: dict[str, int], out: Path) -> bool:
    """Writes an axis' rows, and its cells as one list of six numbers each; False when there are none."""
    rows: dict[Row, int] = {}
    cells: list[int] = []
    for number, report in enumerate(library.reports):
        for row, status, predicate, span in axis.said(library, report):
            at = rows.setdefault(row, len(rows))
            cells += (at, number, STANDINGS.index(status), numbers.get(predicate, -1), *span)
    if cells:
        chunks.save(out, f"matrix-{axis.key}", {"rows": [list(row) for row in rows], "cells": cells})
    return bool(cells)


def _pair(name: Name) -> list[str]:
    return [name.zh, name.en]


def _entities(cls: str) -> Callable[[Library, Report], Iterable[Said]]:
    """What a report says of the entities of a class, each a row."""

    def row(library: Library, iri: str) -> Row:
        name = library.things[iri].name
        return Row(name.zh, name.en, library.page(iri))

    return lambda library, report: _said(library, report, cls, row)


def _institutions(library: Library, report: Report) -> Iterable[Said]:
    """What a report says of organizations: each town has its own, so that the rows are their kinds."""

    def row(library: Library, iri: str) -> Row:
        kind = library.things[iri].kind
        return Row(kind.zh, kind.en)

    return _said(library, report, "Organization", row)


def _said(library: Library, report: Report, cls: str, row: Callable[[Library, str], Row]) -> Iterable[Said]:
    """The claims about entities of a class; of those without one the first mention."""
    things, told = library.things, set()
    for claim in report.claims:
        if claim.predicate in STRUCTURE or claim.status not in STANDINGS:
            continue
        for end in dict.fromkeys((claim.subject, claim.object)):
            if end in things and things[end].cls == cls:
                told.add(end)
                for span in claim.spans:
                    yield Said(row(library, end), claim.status, claim.predicate, span)
    for mark in report.marks:
        for iri in mark.things:
            if iri not in told and iri in things and things[iri].cls == cls:
                told.add(iri)
                yield Said(row(library, iri), "mentioned", "", Span(mark.begin, mark.end))


def _topics(library: Library, report: Report) -> Iterable[Said]:
    for remark in report.remarks:
        name = library.name(remark.topic)
        status = "shortcoming" if remark.kind == "Shortcoming" else "planned"
        yield Said(Row(name.zh, name.en), status, "", remark.span)


AXES = (
    Axis("programmes", Name(zh="治理项目", en="Programmes"), _entities("Programme")),
    Axis("laws", Name(zh="法律和文件", en="Laws and documents"), _entities("LegalInstrument")),
    Axis("institutions", Name(zh="机构", en="Institutions"), _institutions),
    Axis("doctrines", Name(zh="思想和方针", en="Doctrines"), _entities("Doctrine")),
    Axis("topics", Name(zh="不足与计划的主题", en="Topics of shortcomings and plans"), _topics),
)
