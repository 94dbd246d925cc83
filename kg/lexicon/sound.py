"""What no build can be made with, in a vocabulary file: words and patterns of nothing, names without a kind, odd IRIs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.lexicon.concept import CLASSES
from kg.lexicon.entries import Entry, Place, entries
from kg.lexicon.matcher import fold_marks
from kg.model.namespaces import FZ

PATTERNED = "NamePattern"
NAMED = ("Programme", "Role", "Doctrine", "Event", "Honour", "InstitutionKind")
"""Classes whose labels are looked for in reports, where a label can stand for one thing only."""
KINDED = (*NAMED, "InstrumentForm", "NameHead", "PlaceHead", "HonourHead", "QuotationRule", PATTERNED)
"""Classes whose entries give the names that are found their kind."""
NAMES = {"InstitutionKind": "Organization", "InstrumentForm": "LegalInstrument"}
"""What entries of a class name, where neither ``fz:ofType`` nor the class itself says so."""
TRIGGER, FRAME, PATTERN, OF_TYPE = (
    f"{FZ}{name}" for name in ("trigger", "triggerFrame", "pattern", "ofType")
)

Lack = tuple[Place, Entry, str]
"""Where, in which entry, and what is wrong."""


def refuse(shipped: Sequence[Path], files: Sequence[Path]) -> None:
    """Raises KgError KG014, with file and line, for the first thing in the user's well-formed ``files`` that no build can be
    made with."""
    if not files:
        return
    own = (
        (place, entry, why) for place, entry, why in lacks(entries([*shipped, *files])) if place.file in files
    )
    for place, entry, why in sorted(own, key=lambda lack: lack[0]):
        raise KgError("KG014", str(place.file), f"line {place.line}", why=f"{entry.id}: {why}")


def lacks(found: Mapping[str, Entry]) -> Iterator[Lack]:
    """What no build can be made with: words that are empty, patterns that do not compile or match nothing, names without a
    kind, IRIs that are not ASCII."""
    for entry in found.values():
        for place, why in (*_words(entry), *_patterns(entry), *_kind(entry, found), *_iris(entry)):
            yield place, entry, why


def kinds_for(entry: Entry, found: Mapping[str, Entry]) -> list[str]:
    """Identifiers of the kinds that what ``entry`` names may be of, sorted."""
    named = entry.facts.get(OF_TYPE)
    cls = FZ + NAMES.get(entry.cls, entry.cls) if named is None else named[0][0]
    kinds = (other for other in found.values() if other.cls == "Kind")
    return sorted(kind.id for kind in kinds if kind.facts.get(OF_TYPE, [("", None)])[0][0] == cls)


def no_kind(entry: Entry, found: Mapping[str, Entry]) -> tuple[Place, str]:
    """What is told of an entry whose kind is none or not one that it may have."""
    named = entry.facts.get(f"{FZ}kind")
    return named[0][
        1
    ] if named else entry.first, f"it needs one fz:kind of {', '.join(kinds_for(entry, found))}"


def _words(entry: Entry) -> Iterator[tuple[Place, str]]:
    """Labels, triggers and halves of frames with nothing in them but blanks and quotation marks: they would be everywhere."""
    for label in entry.labels:
        if not fold_marks(label.text):
            yield label.place, "a label is empty"
    for value, place in entry.facts.get(TRIGGER, ()):
        if not fold_marks(value):
            yield place, "an fz:trigger is empty"
    for value, place in entry.facts.get(FRAME, ()):
        before, _, after = value.partition("|")
        if not (fold_marks(before) and fold_marks(after)):
            yield place, "an fz:triggerFrame is two phrases with | between them"


def _patterns(entry: Entry) -> Iterator[tuple[Place, str]]:
    if entry.cls != PATTERNED:
        return
    patterns = entry.facts.get(PATTERN, [])
    if not patterns:
        yield entry.first, "it needs an fz:pattern"
    for pattern, place in patterns:
        try:
            if re.compile(f"(?:{pattern})").match(""):
                yield place, f"the pattern {pattern!r} matches nothing at all, and so everywhere"
        except re.error as error:
            yield place, f"the pattern {pattern!r} does not compile: {error.msg}"


def _kind(entry: Entry, found: Mapping[str, Entry]) -> Iterator[tuple[Place, str]]:
    if entry.cls not in KINDED:
        return
    if entry.cls not in {*CLASSES, *NAMES} and OF_TYPE not in entry.facts:
        yield entry.first, "it needs an fz:ofType"
    else:
        named = [found[value] for value, _ in entry.facts.get(f"{FZ}kind", ()) if value in found]
        if not any(kind.cls == "Kind" for kind in named):
            yield no_kind(entry, found)


def _iris(entry: Entry) -> Iterator[tuple[Place, str]]:
    for iri, place in entry.iris:
        if not iri.isascii():
            yield place, f"the IRI {iri} is not ASCII; Chinese is for labels"
