"""The entries of vocabulary files with the lines on which each thing is said of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kg.lexicon.located import RDF_TYPE, said
from kg.lexicon.skos import LABELS
from kg.model.namespaces import FZ, VOCABULARY


class Place(NamedTuple):
    """A line of a vocabulary file."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file.name}, line {self.line}"


class Label(NamedTuple):
    """One label of an entry."""

    property: str
    language: str
    text: str
    place: Place


class Entry:
    """One subject of the files."""

    def __init__(self, iri: str, first: Place) -> None:
        self.id, self.first = iri.removeprefix(VOCABULARY), first
        """``programme/three-systems``, or the whole IRI of one that is no vocabulary's; where it is first spoken of."""
        self.is_own = iri.startswith(VOCABULARY)
        self.cls = ""
        """Local name of its class in the ontology, or empty."""
        self.labels: list[Label] = []
        self.facts: dict[str, list[tuple[str, Place]]] = {}
        """Values by predicate; those that are entries by their identifier."""
        self.iris = [(iri, first)]
        """Its own, and every one in what is said of it."""

    def add(self, predicate: str, value: str, language: str, place: Place) -> None:
        """Take in one triple of this subject."""
        if predicate == RDF_TYPE and value.startswith(FZ):
            self.cls = self.cls or value.removeprefix(FZ)
        elif predicate in LABELS:
            self.labels.append(Label(predicate, language, value, place))
        self.facts.setdefault(predicate, []).append((value.removeprefix(VOCABULARY), place))


def entries(files: Iterable[Path]) -> dict[str, Entry]:
    """The entries of well-formed Turtle files by identifier; an entry of several files is one."""
    found: dict[str, Entry] = {}
    for path in files:
        for about in said(path.read_text("utf-8-sig")):
            place = Place(path, about.line)
            entry = found.setdefault(about.subject.removeprefix(VOCABULARY), Entry(about.subject, place))
            entry.add(about.predicate, about.object, about.language, place)
            entry.iris.append((about.predicate, place))
            if about.is_iri:
                entry.iris.append((about.object, place))
    return found
