"""A graph by predicate: columns that the pages' records are read from.

Making them from the stream of a file takes half the time of filling a store and asking it for each predicate.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import get_args

import pyoxigraph as ox

from kg.graph.filenames import report_names
from kg.graph.iris import DEFAULT_BASE
from kg.model import EntityType
from kg.model.namespaces import FZ, ITSRDF, QB, RDF, RDFS, SKOS, VOID
from kg.views.wording import Name

LABEL = f"{RDFS}label"
MEANS = f"{ITSRDF}taIdentRef"

Term = ox.NamedNode | ox.Literal
_TERMS = (ox.NamedNode, ox.Literal)  # a tuple: asked of every statement, and a union takes thrice the time
Column = dict[str, list[Term]]
"""Subject → its values."""


_UNREAD = frozenset((FZ + "rule", FZ + "confidence", FZ + "ordinal", ITSRDF + "taConfidence", QB + "dataSet"))
"""Predicates of which a graph has many and a page shows none: a sixth of the memory."""


class Columns:
    """A graph by predicate; statements may come in any order and repeatedly. Blank nodes are left out, and ``_UNREAD``."""

    def __init__(self, statements: Iterable[ox.Quad | ox.Triple]) -> None:
        self._columns: dict[str, Column] = {}
        self._ordered: set[str] = set()
        self._names: dict[tuple[str, tuple[str, ...]], Name] = {}
        columns = self._columns
        same: dict[Term, Term] = {}  # most values are said often: one object for each
        last = ""
        for statement in statements:
            subject, value = statement.subject, statement.object
            predicate = statement.predicate.value
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, _TERMS) or predicate in _UNREAD:
                continue
            # Files are sorted by subject: one string for all that is said of it saves memory, and time in looking up.
            if (iri := subject.value) != last:
                last = iri
            if (column := columns.get(predicate)) is None:
                column = columns[predicate] = {}
            value = same.setdefault(value, value)
            if (values := column.get(last)) is None:
                column[last] = [value]
            else:
                values.append(value)

    def of(self, predicate: str) -> Column:
        """Subject → its values, each once and in one order, whatever that of the statements.

        Raises KeyError for a predicate that is left out.
        """
        if predicate in _UNREAD:
            raise KeyError(predicate)
        column = self._columns.setdefault(predicate, {})
        if predicate not in self._ordered:
            self._ordered.add(predicate)
            for subject, values in column.items():
                if len(values) > 1:
                    column[subject] = sorted(set(values), key=str)
        return column

    def where(self, keep: Callable[[str, str, Term], bool]) -> "Columns":
        """The statements (subject, predicate, value) that are to be kept."""
        smaller = Columns(())
        smaller.report_names = self.report_names
        for predicate in self._columns:
            smaller._columns[predicate] = {
                subject: kept
                for subject, values in self.of(predicate).items()
                if (kept := [value for value in values if keep(subject, predicate, value)])
            }
        return smaller

    @cached_property
    def _instances(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for subject, classes in self.of(RDF + "type").items():
            for cls in classes:
                found.setdefault(cls.value, []).append(subject)
        return {cls: sorted(subjects) for cls, subjects in found.items()}

    @cached_property
    def report_names(self) -> dict[str, str]:
        """Report IRI → the name of its page (``reports/NAME.html``), that of its record; in a part of a graph as in the whole."""
        return report_names((iri, self.one(iri, FZ + "fileName")) for iri in self.instances("Report"))

    def instances(self, cls: str) -> list[str]:
        """The subjects of class ``fz:cls``, sorted."""
        return self._instances.get(FZ + cls, [])

    def entities(self) -> dict[str, str]:
        """The things that reports speak of, with their classes; a concept copied for its label is none."""
        linked = self.of(FZ + "linkedBy")
        classes = get_args(EntityType)
        return {iri: cls for cls in classes for iri in self.instances(cls) if iri in linked}

    def base(self) -> str:
        """What the IRIs of the data start with."""
        spaces = self.of(VOID + "uriSpace")
        return next((values[0].value for _, values in sorted(spaces.items())), DEFAULT_BASE)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Every value, as a string."""
        return [value.value for value in self.of(predicate).get(subject, ())]

    def one(self, subject: str, predicate: str) -> str:
        """The first value, or the empty string."""
        values = self.of(predicate).get(subject)
        return values[0].value if values else ""

    def name(self, subject: str, predicates: tuple[str, ...] = (SKOS + "prefLabel", LABEL)) -> Name:
        """What it is called in Chinese and in English; without a label, the end of its IRI."""
        known = self._names.get((subject, predicates))
        if known is None:
            known = self._names[subject, predicates] = self._name(subject, predicates)
        return known

    def _name(self, subject: str, predicates: tuple[str, ...]) -> Name:
        by_language: dict[str, str] = {}
        for predicate in predicates:
            for value in self.of(predicate).get(subject, ()):
                if isinstance(value, ox.Literal):
                    by_language.setdefault(value.language or "", value.value)
        zh = by_language.get("zh") or by_language.get("")
        en = by_language.get("en")
        tail = subject.replace("#", "/").rsplit("/", 1)[-1]
        return Name(zh=zh or en or tail, en=en or zh or tail)
