"""A part of a graph: the reports of some places and years, and the entities of some classes."""

from collections.abc import Collection
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import KgError
from kg.model.namespaces import FZ, NIF, RDF
from kg.views.columns import LABEL, MEANS, Columns, Term

LINKED = FZ + "linkedBy"


class Wanted(NamedTuple):
    """What is kept; empty: everything."""

    towns: tuple[str, ...] = ()
    """Names of divisions, whole (上海市宝山区月浦镇) or their end (月浦镇), or codes."""
    years: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    """Local names of classes of entities; the reports' own divisions always stay."""


def subset(columns: Columns, wanted: Wanted) -> Columns:
    """The graph with what is wanted of it: reports, what only they say, and the entities that they speak of.

    Raises KgError KG039 when no report is left.
    """
    if wanted == Wanted():
        return columns
    reports = columns.instances("Report")
    kept = {iri for iri in reports if _fits(columns, iri, wanted)}
    if not kept:
        asked = ", ".join((*wanted.towns, *wanted.years))
        raise KgError("KG039", asked=asked)
    gone = set(reports) - kept
    parts = {
        iri
        for predicate in (FZ + "report", NIF + "referenceContext")
        for iri, values in columns.of(predicate).items()
        if values[0].value in gone
    }
    homes = {columns.one(iri, FZ + "division") for iri in kept}
    entities = columns.entities()
    dropped = {
        iri
        for iri, cls in entities.items()
        if wanted.classes and cls not in wanted.classes and iri not in homes
    }
    claims = columns.instances("Claim")
    ends = {iri: {columns.one(iri, RDF + end) for end in ("subject", "object")} for iri in claims}
    parts |= {iri for iri in claims if ends[iri] & dropped}
    named = {value.value for iri, values in columns.of(MEANS).items() if iri not in parts for value in values}
    named |= {end for iri in claims if iri not in parts for end in ends[iri]}
    named |= {
        value.value
        for iri, values in columns.of(FZ + "about").items()
        if iri not in parts
        for value in values
    }
    dropped |= {iri for iri in entities if iri not in named and iri not in homes}
    return _without(columns, gone | parts, dropped)


def _fits(columns: Columns, report: str, wanted: Wanted) -> bool:
    if wanted.years and columns.one(report, FZ + "year") not in wanted.years:
        return False
    division = columns.one(report, FZ + "division")
    label, code = columns.name(division, (LABEL,)).zh, columns.one(division, FZ + "divisionCode")
    return not wanted.towns or (
        bool(division) and any(label.endswith(town) or code == town for town in wanted.towns)
    )


def _without(columns: Columns, subjects: Collection[str], entities: Collection[str]) -> Columns:
    """The graph without all that is said of ``subjects``; ``entities`` are no longer any, and nothing names them."""

    def keep(subject: str, predicate: str, value: Term) -> bool:
        if subject in subjects or (predicate == LINKED and subject in entities):
            return False
        return isinstance(value, ox.Literal) or value.value not in entities

    return columns.where(keep)
