"""What linking hands on: one report, complete, with the identity of all that it names."""

from typing import Literal

from kg.model.extraction import Statement
from kg.model.plain_number import PlainNumber, plain_number
from kg.model.reading import Outline, Text
from kg.model.record import EntityType, Severity, Status, frozen

Authority = Literal["division", "law", "vocabulary", "local", "unlinked"]
"""By what an entity was identified: the division codes, the list of laws, the vocabulary, its place (place and kind, or place
and name), or by nothing but its name in this report."""


@frozen
class Entity:
    """One thing with one identity. Two reports' entities are the same when ``key`` is the same."""

    key: str
    """The IRI's path below the data base (``division/2023-310113101000``), or the identifier of a vocabulary
    concept (``programme/three-systems``) when ``linked`` is ``vocabulary``."""
    type: EntityType
    kind: str
    name: str
    """Unique within a report; ``#2`` at its end keeps two readings of one name apart."""
    forms: tuple[str, ...]
    """Surface forms in this report, in order of first appearance; what is quoted in one is a form too (“三朵云”平台: 三朵云)."""
    linked: Authority
    place: str | None = None
    """The division in whose scope the identity holds (``2023-310113101000``), or ``unplaced-`` and the report's
    hash when the division is not known; None: the whole country."""
    facts: tuple[tuple[str, str], ...] = ()
    """Attributes from a gazetteer, by name: ``code``, ``code_year``, ``official_name``, ``category``,
    ``promulgated``, ``amended``, ``effective``, ``until`` (ISO 8601 dates), ``in_force`` (``yes`` or ``no``),
    ``successor``; of a division that is no more, ``now_called`` and ``successor_code``."""


@frozen
class LinkedMention:
    """A mention and the entity it refers to (index into the report's entities)."""

    begin: int
    end: int
    entity: int
    rule: str
    confidence: float
    edition: str | None = None
    """Of a statute's mention: the year of the edition that it names, ``2017`` of 行政处罚法（2017年修正）."""


@frozen
class Relation:
    """A relation between entities (indexes), with the clause that states it."""

    subject: int
    predicate: str
    object: int
    status: Status
    begin: int
    end: int
    rule: str
    """That of the statement, or how linking knows: ``structure:division``, ``structure:home``, ``structure:organ``,
    ``structure:name``, ``structure:part``."""
    confidence: float
    """The statement's, times that of the mentions it joins: a relation is right only if its ends are."""


@frozen
class Observation:
    """A figure with its subject resolved (``about``: index into entities; None: the reporting division)."""

    indicator: str
    concept: str
    value: float
    unit: str | None
    digits: int
    """Digits printed after the point of ``value``: it is known to the last of them."""
    about: int | None
    part_of: int | None
    """Index, among the report's observations, of the whole that it is a part of (其中); None: it is counted on its own."""
    period: str
    status: Status
    approx: bool
    begin: int
    end: int
    rule: str
    confidence: float

    @property
    def plain_number(self) -> PlainNumber:
        """The number as it is compared with others: ``value`` alone is of ``unit``, which 万 may begin."""
        return plain_number(self.value, self.unit)


@frozen
class Contradiction:
    """Figures of one report that do not fit each other; ``stated`` and ``against`` are indexes of its observations."""

    check: Literal["rate", "total"]
    """A rate against its figures, or a total against its parts."""
    severity: Severity
    """``warning``: only the last printed digit is off."""
    stated: int
    against: tuple[int, ...]
    """What ``expected`` was computed from."""
    expected: float
    """Of the stated figure's measure word: 1.188 where 1.2万件 should be 11,880件."""
    begin: int
    """The sentence that holds them all."""
    end: int


@frozen
class Report:
    """One report, complete: what the graph and the exchange format are written from."""

    key: str
    """``report/310113101000-2021-1a2b3c4d5e6f7a8b``: division code, year, and a hash of the cleaned text, of the source's
    and of where that stands in the file, so that one key never has two texts or two offsets in a source."""
    text: Text
    outline: Outline
    area: int | None
    """Index of the reporting division's entity; None: not known."""
    entities: tuple[Entity, ...]
    mentions: tuple[LinkedMention, ...]
    relations: tuple[Relation, ...]
    observations: tuple[Observation, ...]
    statements: tuple[Statement, ...]
    contradictions: tuple[Contradiction, ...] = ()
