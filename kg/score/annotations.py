"""The exchange format as scoring reads it, from gold annotations and from builds alike.

Keys that scoring does not need are ignored. A plural key (``kinds``) holds both readings of an item on which
two annotators differed; ``"agreed": false`` marks an item that only one of them gave.
"""

from typing import Literal, get_args

from pydantic import ConfigDict, Field

from kg.model import Record


class _Read(Record):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Item(_Read):
    """What the four layers of items share."""

    agreed: bool | None = None

    @property
    def optional(self) -> bool:
        """Whether finding the item is right, but missing it not wrong."""
        return self.agreed is False

    @property
    def group(self) -> str | None:
        """What figures per type are kept by; None: the layer has none."""
        return None

    @property
    def readings(self) -> tuple[str | None, ...]:
        """What agreement is told of: the value itself, then the annotators' two where they differed."""
        raise NotImplementedError

    def __str__(self) -> str:
        """The item on one line, for people."""
        raise NotImplementedError


class EntityItem(Item):
    """An entity: ``name`` and every surface form of it in the report."""

    type: str
    name: str
    forms: tuple[str, ...] = ()
    kind: str | None = None
    kinds: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        return self.type

    @property
    def readings(self) -> tuple[str | None, ...]:
        return (self.kind, *self.kinds)

    def __str__(self) -> str:
        return f"{self.type} {self.name}"


class RelationItem(Item):
    """A relation between two entities, by their names."""

    s: str
    p: str
    o: str
    status: str | None = None
    statuses: tuple[str, ...] = Field(default=(), alias="statuss")
    """The annotations make a plural by adding an s to whatever the key is."""

    @property
    def group(self) -> str:
        return self.p

    @property
    def readings(self) -> tuple[str | None, ...]:
        return (self.status, *self.statuses)

    def __str__(self) -> str:
        return f"{self.s} --{self.p}--> {self.o}"


class ObservationItem(Item):
    """A counted or measured figure and the words it is read from."""

    value: int | float
    unit: str | None = None
    evidence: str
    indicator: str | None = None
    concept: str | None = None
    concepts: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[str | None, ...]:
        return (self.concept, *self.concepts)

    def __str__(self) -> str:
        return f"{self.value}{self.unit or ''} | {self.indicator or ''} | {self.evidence}"


class StatementItem(Item):
    """A shortcoming or a plan in the report's words."""

    kind: str
    text: str
    topic: str | None = None
    topics: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[str | None, ...]:
        return (self.topic, *self.topics)

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


MetadataKey = Literal["title", "doc_number", "year", "area", "issuer", "addressee", "issued"]
METADATA: tuple[MetadataKey, ...] = get_args(MetadataKey)


class Metadata(_Read):
    """What the letterhead says; None: not stated."""

    title: str | None = None
    doc_number: str | None = None
    year: int | str | None = None
    area: str | None = None
    issuer: str | None = None
    addressee: str | None = None
    issued: str | None = None

    def stated(self) -> dict[MetadataKey, str]:
        """The values that are stated, as text."""
        values = {key: getattr(self, key) for key in METADATA}
        return {key: str(value) for key, value in values.items() if value is not None}


class Annotation(_Read):
    """One report: a person's annotations, or what a build found."""

    doc: str
    """The name of the report's file, by which annotation and build are paired."""
    report: Metadata = Metadata()
    entities: tuple[EntityItem, ...] = ()
    relations: tuple[RelationItem, ...] = ()
    observations: tuple[ObservationItem, ...] = ()
    statements: tuple[StatementItem, ...] = ()
