"""What extraction hands on: spans that name, relate, count and state."""

from typing import Literal

from kg.model.record import EntityType, Status, frozen


@frozen
class PlaceName:
    """What a report calls its division when it does not say which of several places of that name it is."""

    name: str
    kind: str
    """A label of the kinds of Division: ``镇``."""


@frozen
class Mention:
    """A span that names an entity."""

    begin: int
    end: int
    type: EntityType
    kind: str
    """A label of ``ontology/vocabulary/kinds.ttl``: ``司法所``."""
    name: str
    """The span's own reading of the entity's name (quotes and 《》 removed); linking may extend it. Of 党的二十大和二十届
    二中全会精神 the congress is named 党的二十大, though its span reaches to the 精神 that it shares."""
    concept: str | None = None
    """Identifier of the vocabulary concept that was matched: ``programme/three-systems``."""
    rule: str
    """What found it: the component, then its pattern or the vocabulary entry, parted by colons; after ``@`` which
    thing it names: ``terms:programme/three-systems``, ``heads:phrase:head/system``,
    ``organizations:institution/justice-office``, ``divisions:named@2023-310113101000``. All are declared in
    ``kg/model/rules.py``."""
    confidence: float
    """Of the names that such rules found in annotated reports, the share that is right (0 to 1)."""


@frozen
class RelationMention:
    """A relation as stated: ends are indexes into the extraction's mentions."""

    subject: int | None
    """None: the reporting division."""
    predicate: str
    object: int
    status: Status
    begin: int
    end: int
    """The clause that states it."""
    rule: str
    """How it is said: by a verb before the object or after it (``relations:verb:落实``, ``relations:passive:印发``), by a frame
    around it (``relations:frame:以…为指导``), by the name around it or its mention alone (``relations:implied``,
    ``relations:named``), by the order of the words (``appositions:locatedIn``), by acting together
    (``together:cooperatesWith``)."""
    confidence: float
    """The share that is right of what is said so between ends that are right (0 to 1)."""


@frozen
class Figure:
    """A counted or measured figure as stated."""

    indicator: str
    """What is counted, in the report's words."""
    concept: str
    """Notation of ``ontology/vocabulary/indicators.ttl``: ``disputes_mediated``, or ``personnel.mediators`` of one that is
    narrower than ``personnel``."""
    value: float
    unit: str | None
    digits: int
    """Digits printed after the point of ``value``: 2 of 98.60%."""
    about: int | None
    """Index of the mention that it is counted for; None: the reporting division."""
    part_of: int | None
    """Index, among the figures, of the whole that it is a part of (其中); None: it is counted on its own."""
    period: str
    """Year or years, ISO 8601: ``2021``; empty where it is not known."""
    status: Status
    approx: bool
    begin: int
    end: int
    """The words that state it, number, measure word and what is counted (其中进校园3场 in 开展宣传12场，其中进校园3场); in a
    table from the row's label to the number."""
    rule: str
    """``figures:count``, ``figures:zero`` (words for none: 未发生行政诉讼案件), ``figures:table``."""
    confidence: float
    """The share of such figures that is right (0 to 1)."""


@frozen
class Statement:
    """A shortcoming or a plan: one clause or heading."""

    kind: Literal["shortcoming", "plan"]
    topic: str
    """Notation of ``ontology/vocabulary/topics.ttl``."""
    begin: int
    end: int
    rule: str
    """Why it is one: ``statements:section`` (where it stands), ``statements:promise:下一步`` (a word in it),
    ``statements:carried`` (it goes on the clause before it)."""
    confidence: float
    """The share of such statements that is right (0 to 1)."""


@frozen
class Extraction:
    """Everything that the text of one report says, before identities."""

    mentions: tuple[Mention, ...]
    relations: tuple[RelationMention, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
