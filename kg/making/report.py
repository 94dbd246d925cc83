"""One source to what a build joins: read, extracted, linked, checked and rendered, or kept from the build before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kg.checking import bare, contradictions
from kg.errors import KgError, notice
from kg.extraction import extract
from kg.graph.exchange import dumps
from kg.graph.files import render
from kg.graph.merging import Part
from kg.lexicon import divisions
from kg.lexicon import vocabulary as lexicon
from kg.lexicon.division import Division
from kg.linking import link, reporting_division, stated_name
from kg.model import Extraction, Notice, Outline, PlaceName, Report, Text
from kg.reading import DEFAULTS, Limits, Source, deadline, outline, read_source

COUNTED = ("mentions", "relations", "observations", "statements")
"""What a summary counts of each report."""
VOCABULARY = "KG014"
"""The error that is no report's own."""


class Made(NamedTuple):
    """One report, ready to be joined with others: what a worker process hands back."""

    key: str
    sha256: str
    """Of the file's bytes."""
    bare: str
    """What its text has in common with those that differ in marks and blanks alone."""
    part: Part
    record: bytes
    """The exchange file."""
    warnings: list[Notice]
    claim: tuple[str, int | None, str | None] | None
    """The division's key, the year and the issuer; None when the division is not known."""
    counts: Counter[str]
    kept: bool = False
    """Whether it was made before, and taken as it was."""


class Extracted(NamedTuple):
    """One source, read and extracted: what linking takes."""

    text: Text
    outline: Outline
    home: Division | None
    """The reporting division."""
    reason: str
    """How it is known, or why it is not."""
    called: PlaceName | None
    """The name of a reporting division that is not known."""
    said: Extraction


def extracted(one: Source, *, limits: Limits = DEFAULTS, vocabulary: Sequence[Path]) -> Extracted:
    """One source through reading and extraction. Raises KgError as ``build_report`` does."""
    text = read_source(one, limits)
    own = outline(text)
    home, reason = reporting_division(own, text.clean)
    called = None if home else stated_name(own, text.clean)
    said = extract(text, own, home, tuple(map(str, vocabulary)), called)
    return Extracted(text, own, home, reason, called, said)


def build_report(
    one: Source, *, limits: Limits = DEFAULTS, vocabulary: Sequence[Path] = ()
) -> tuple[Report, list[Notice]]:
    """One source, through reading, extraction and linking, with the warnings it deserves.

    Raises KgError when it cannot be read, or when a vocabulary is not usable.
    """
    text, own, home, reason, called, said = extracted(one, limits=limits, vocabulary=vocabulary)
    warnings = [about.model_copy(update={"file": str(one)}) for about in text.notices]
    if not own.is_report:
        warnings.append(notice("KG005", str(one)))
    if home is None:
        warnings.append(notice("KG008", str(one), why=reason))
    elif not home.listed:
        warnings.append(notice("KG043", str(one), name=divisions.load().full_name(home)))
    known = lexicon.load(tuple(vocabulary))
    report = link(text, own, said, home, known, called)
    return replace(report, contradictions=contradictions(report, known)), warnings


def make(path: Source, *, base: str, limits: Limits, vocabulary: tuple[Path, ...]) -> Made | Notice:
    """One file to what the build joins, or why that failed."""
    try:
        with deadline(path.name, limits):
            report, warnings = build_report(path, limits=limits, vocabulary=vocabulary)
            part = render(report, base, vocabulary)
    except Exception as error:  # a report that trips the program must not lose the batch
        return failure(error, path)
    area = None if report.area is None else report.entities[report.area].key
    return Made(
        key=report.key,
        sha256=report.text.sha256,
        bare=bare(report.text.clean),
        part=part,
        record=dumps(report),
        warnings=warnings,
        claim=(area, report.outline.year, report.outline.issuer) if area else None,
        counts=Counter({name: len(getattr(report, name)) for name in COUNTED}),
    )


def failure(error: Exception, path: Source) -> Notice:
    """What is told of a file that came to nothing; a fault of the vocabulary names its own place, not the file."""
    if not isinstance(error, KgError):
        return notice("KG015", str(path), why=f"{type(error).__name__}: {error}")
    about = error.notice
    return about if about.code == VOCABULARY else about.model_copy(update={"file": str(path)})


def of_one_file(about: Notice) -> Notice:
    """``about``, which one file came to. Raises KgError KG014 when it is of the vocabulary, by which all files are read."""
    if about.code == VOCABULARY:
        raise KgError.of(about)
    return about


def died(path: Source) -> Notice:
    """What is told of a file whose process ended before it had a result."""
    return notice("KG021", str(path))
