"""The records that the pages about reports are made from: what a report says where in its text, and of what."""

from typing import NamedTuple, get_args

from kg.model import Status
from kg.views.wording import Name, as_shown

STATUSES: tuple[str, ...] = get_args(Status)
"""What a report says of a relation or a figure, the best first."""
STANDINGS = (*STATUSES, "mentioned")
"""What it says of a thing."""
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
    """What is counted, in the report's words; 其中 before those of a part."""
    value: str
    unit: str
    plain_value: str
    """Without 万 and 亿, to sort and to compare."""
    plain_unit: str
    about: str
    """IRI, or empty."""
    period: str
    status: str
    approximate: bool
    span: Span
    iri: str

    @property
    def shown(self) -> str:
        """The number as the pages show it, without its measure word."""
        return as_shown(self.value, approximate=self.approximate)

    @property
    def printed(self) -> str:
        """The same with it: ≈ 1.2 万件."""
        return f"{self.shown} {self.unit}".strip()


class Contradiction(NamedTuple):
    """Figures that do not fit each other, as the graph has it (``fz:Contradiction``)."""

    stated: str
    """IRI of the figure that does not fit."""
    check: str
    """``rate``, ``total`` or ``year``."""
    severity: str
    """``error``, or ``warning`` where only the last printed digit is off."""
    against: tuple[str, ...]
    """IRIs of the figures that it was held against."""
    expected: str
    """What they give, of the stated figure's measure word."""
    sentences: tuple[tuple[str, Span], ...]
    """What states them: IRIs of reports, and where."""


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
    english: str
    """What it is called in English; empty where the graph does not say."""
    short: str
    """The label without the name of the place that it belongs to."""
    forms: tuple[str, ...]
    """Other names."""
    code: str
    """Of a division; empty for others."""
    facts: tuple[tuple[Name, Name], ...]
    """What a gazetteer says: the property's name, the value."""
    within: tuple[str, ...]
    """IRIs of what it lies in or is part of."""

    @property
    def name(self) -> Name:
        """What it is called in each language: in English as in Chinese where it has no English name."""
        return Name(zh=self.label, en=self.english or self.label)

    @property
    def short_name(self) -> Name:
        """The same where there is little room."""
        return Name(zh=self.short, en=self.english or self.short)
