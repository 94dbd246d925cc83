"""The records that the rooms of the house hand on to each other.

All are frozen. Offsets count Unicode code points and are half-open: ``text[begin:end]``. Unless a
name says ``source``, they are offsets of the cleaned text.
"""

from bisect import bisect_right
from typing import Literal

from pydantic import BaseModel, ConfigDict

EntityType = Literal[
    "Division",
    "Organization",
    "LegalInstrument",
    "Programme",
    "Role",
    "Person",
    "Honour",
    "Doctrine",
    "Event",
]
Status = Literal["achieved", "planned", "shortcoming"]
SectionRole = Literal["front", "introduction", "achievements", "duties", "shortcomings", "plans", "closing"]
Severity = Literal["error", "warning"]


class Record(BaseModel):
    """Base of all records: frozen, and no unknown field passes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Notice(Record):
    """Something a person should know about one input: an error (nothing was built) or a warning."""

    code: str
    """``KG`` and three digits; docs/errors.md lists them."""
    severity: Severity
    file: str
    place: str = ""
    """Where in the file, in words (``character 120``, ``line 3``), or empty."""
    message: str
    remedy: str


# ── reading ──────────────────────────────────────────────────────────────────────────────────────


class Locator(Record):
    """Where a run of source characters stands in a file that is more than its characters (Word, PDF, HTML, OFD)."""

    begin: int
    """Offset in ``Text.source``."""
    end: int
    fragment: str
    """``page=3`` (RFC 8118), ``paragraph=12`` (counted through the document, from 1), ``footnote=2``, ``xpath=…``."""
    top: float = 0.0
    """On a page: distance from the page's top, in points of 1/72 inch."""
    bottom: float = 0.0
    edges: tuple[float, ...] = ()
    """On a page: where each character begins, from the page's left, and last where the run ends; else empty."""

    def within(self, begin: int, end: int) -> str:
        """The fragment of the source characters ``begin:end`` that this run holds.

        On a page with their box, ``page=3&viewrect=left,top,width,height``; else with their offsets in the
        paragraph, ``paragraph=12&char=4,9`` (RFC 5147).
        """
        first, last = max(begin, self.begin) - self.begin, min(end, self.end) - self.begin
        if not self.edges:
            return f"{self.fragment}&char={first},{last}"
        left, width = self.edges[first], self.edges[last] - self.edges[first]
        box = (left, self.top, width, self.bottom - self.top)
        return f"{self.fragment}&viewrect={','.join(f'{value:.0f}' for value in box)}"


class Text(Record):
    """One report's characters, cleaned, with a map back to the file they came from."""

    name: str
    """The file's name without folders: the ``doc`` of the exchange format."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    encoding: str
    source: str
    """The file's characters as decoded, untouched."""
    clean: str
    """The characters that everything downstream reads: no broken lines, full-width punctuation."""
    origin: tuple[int, ...]
    """``origin[i]`` is the offset in ``source`` of the character that became ``clean[i]``; increasing."""
    media_type: str = "text/plain"
    locators: tuple[Locator, ...] = ()
    """For other media types: where in the file the source's characters stand; in order, without overlap."""
    notices: tuple[Notice, ...] = ()
    """What reading had to leave out."""

    def source_span(self, begin: int, end: int) -> tuple[int, int]:
        """The source offsets of ``clean[begin:end]``, half-open; the span must not be empty."""
        return self.origin[begin], self.origin[end - 1] + 1

    def locate(self, begin: int, end: int) -> str:
        """Where ``clean[begin:end]`` stands in the file: fragments, a line of a page or a paragraph each, with
        blanks between them; empty for plain text. The span must not be empty."""
        if not self.locators:
            return ""
        first, last = self.source_span(begin, end)
        at = bisect_right(self.locators, first, key=lambda run: run.end)
        found = []
        for run in self.locators[at:]:
            if run.begin >= last:
                break
            found.append(run.within(first, last))
        return " ".join(found)


class Section(Record):
    """A numbered part of the report, from its heading to the next heading of its level or above."""

    begin: int
    """Offset of the heading's number."""
    end: int
    level: int
    """1 for 一、  2 for （一）  3 for 1、  4 for （1）  5 for 一是."""
    number: str
    """As printed: ``（一）``."""
    heading: str
    """Without its number and closing punctuation; empty when the section has only a number."""
    body: int
    """Offset where the text after the heading begins."""
    role: SectionRole


class Outline(Record):
    """What the letterhead, the page furniture and the numbering say. A value not stated is None."""

    title: str | None = None
    doc_number: str | None = None
    """发文字号 in its standard form: ``宝月府〔2022〕1号``."""
    year: int | None = None
    """The year reported on (not the year of signature)."""
    issuer: str | None = None
    addressee: str | None = None
    issued: str | None = None
    """Date of signature or publication, ISO 8601."""
    body_begin: int = 0
    """Offset of the first sentence of the report proper, after letterhead and metadata tables."""
    body_end: int
    """Offset after the last sentence of the report proper, before signature and imprint."""
    sections: tuple[Section, ...] = ()
    is_report: bool = True
    """False when the text shows no sign of the genre (it is built all the same, with a warning)."""


# ── extraction ───────────────────────────────────────────────────────────────────────────────────


class PlaceName(Record):
    """What a report calls its division when it does not say which of several places of that name it is."""

    name: str
    kind: str
    """A label of the kinds of Division: ``镇``."""


class Mention(Record):
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
    thing it names: ``terms:programme/three-systems``, ``heads:phrase:head/system``, ``divisions:named@2023-31…``."""
    confidence: float
    """Of the names that such rules found in annotated reports, the share that is right (0 to 1)."""


class RelationMention(Record):
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
    """How it is said: ``relations:verb:落实``, ``relations:frame:以…为指导``."""
    confidence: float
    """The share that is right of what is said so between ends that are right (0 to 1)."""


class Figure(Record):
    """A counted or measured figure as stated."""

    indicator: str
    """What is counted, in the report's words."""
    concept: str
    """Notation of ``ontology/vocabulary/indicators.ttl``: ``disputes_mediated``, or ``personnel.mediators`` of one that is
    narrower than ``personnel``."""
    value: float
    unit: str | None
    about: int | None
    """Index of the mention that it is counted for; None: the reporting division."""
    period: str
    """Year or years, ISO 8601: ``2021``."""
    status: Status
    approx: bool
    begin: int
    end: int
    rule: str
    """``figures:count``, ``figures:table``."""
    confidence: float
    """The share of such figures that is right (0 to 1)."""


class Statement(Record):
    """A shortcoming or a plan: one clause or heading."""

    kind: Literal["shortcoming", "plan"]
    topic: str
    """Notation of ``ontology/vocabulary/topics.ttl``."""
    begin: int
    end: int
    rule: str
    """Why it is one: ``statements:section`` (where it stands), ``statements:cue:短板`` (a word in it)."""
    confidence: float
    """The share of such statements that is right (0 to 1)."""


class Extraction(Record):
    """Everything that the text of one report says, before identities."""

    mentions: tuple[Mention, ...]
    relations: tuple[RelationMention, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]


# ── linking ──────────────────────────────────────────────────────────────────────────────────────


class Entity(Record):
    """One thing with one identity. Two reports' entities are the same when ``key`` is the same."""

    key: str
    """The IRI's path below the data base (``division/2023-310113101000``), or the identifier of a vocabulary
    concept (``programme/three-systems``) when ``linked`` is ``vocabulary``."""
    type: EntityType
    kind: str
    name: str
    """Unique within a report; ``#2`` at its end keeps two readings of one name apart."""
    forms: tuple[str, ...]
    """Surface forms in this report, in order of first appearance."""
    linked: Literal["division", "law", "vocabulary", "local", "unlinked"]
    """By what authority it was identified: the division codes, the list of laws, the vocabulary, its place
    (place and kind, or place and name), or by nothing but its name in this report."""
    place: str | None = None
    """The division in whose scope the identity holds (``2023-310113101000``), or ``unplaced-`` and the report's
    hash when the division is not known; None: the whole country."""
    facts: tuple[tuple[str, str], ...] = ()
    """Attributes from a gazetteer, by name: ``code``, ``code_year``, ``official_name``, ``category``,
    ``promulgated``, ``amended``, ``effective``, ``until`` (ISO 8601 dates), ``in_force`` (``yes`` or ``no``),
    ``successor``."""


class LinkedMention(Record):
    """A mention and the entity it refers to (index into the report's entities)."""

    begin: int
    end: int
    entity: int
    rule: str
    confidence: float
    edition: str | None = None
    """Of a statute's mention: the year of the edition that it names, ``2017`` of 行政处罚法（2017年修正）."""


class Relation(Record):
    """A relation between entities (indexes), with the clause that states it."""

    subject: int
    predicate: str
    object: int
    status: Status
    begin: int
    end: int
    rule: str
    confidence: float
    """The statement's, times that of the mentions it joins: a relation is right only if its ends are."""


class Observation(Record):
    """A figure with its subject resolved (``about``: index into entities; None: the reporting division)."""

    indicator: str
    concept: str
    value: float
    unit: str | None
    about: int | None
    period: str
    status: Status
    approx: bool
    begin: int
    end: int
    rule: str
    confidence: float


class Contradiction(Record):
    """Figures of one report that do not fit each other; ``stated`` and ``against`` are indexes of its observations."""

    check: Literal["rate", "total"]
    """A rate against its figures, or a total against its parts."""
    severity: Severity
    """``warning``: only the last printed digit is off."""
    stated: int
    against: tuple[int, ...]
    """What ``expected`` was computed from."""
    expected: float
    begin: int
    """The sentence that holds them all."""
    end: int


class Copy(Record):
    """A file that holds a report which was read already from another file."""

    file: str
    sha256: str
    """Of the file's bytes, hexadecimal."""
    report: str
    """The report's key."""
    exact: bool
    """All its characters are the report's, white space apart; otherwise a few differ."""


class Disagreement(Record):
    """A contradiction as a build tells it: in one report, or between two reports of one body."""

    check: Literal["rate", "total", "year"]
    severity: Severity
    stated: float
    expected: float
    reports: tuple[str, ...]
    """Keys: of the report that states the figure, and of the one that it is held against when that is another."""
    sentences: tuple[str, ...]
    """The words that state the figures, one for each report."""


class Report(Record):
    """One report, complete: what the graph and the exchange format are written from."""

    key: str
    """``report/310113101000-2021-1a2b3c4d``: division code, year, and a hash of the text's characters without
    white space, so that the same report in another file is the same report."""
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
