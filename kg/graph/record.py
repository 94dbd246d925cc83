"""The types of the exchange format: what ``reports/NAME.json`` holds, and its JSON Schema.

Offsets count code points; ``begin`` and ``end`` are of the cleaned text, half open. Names of entities are unique within a report;
relations, mentions and figures refer to them.
"""

import json
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from kg.model import EntityType, SectionRole, Severity, Status

Offset = Annotated[int, Field(ge=0)]
Share = Annotated[
    float,
    Field(ge=0, le=1, description="of what such rules found in annotated reports, the share that is right"),
]


class Span(TypedDict):
    begin: Offset
    end: Offset
    rule: Annotated[
        str, Field(description="component, then vocabulary entry, pattern or trigger, parted by colons")
    ]
    confidence: Share


class Head(TypedDict):
    """The letterhead."""

    title: str | None
    doc_number: Annotated[str | None, Field(description="发文字号")]
    year: Annotated[int | None, Field(description="the year reported on")]
    area: Annotated[str | None, Field(description="name of the reporting division's entity")]
    issuer: str | None
    addressee: str | None
    issued: Annotated[str | None, Field(description="ISO 8601 date of signature")]


class Thing(TypedDict):
    """An entity."""

    type: EntityType
    kind: Annotated[str, Field(description="a label of the vocabulary's kinds")]
    name: str
    forms: Annotated[
        list[str],
        Field(
            description="surface forms, in order of first appearance; behind each its other spellings in the file"
        ),
    ]
    key: Annotated[str, Field(description="path of its IRI; of a vocabulary's concept its identifier")]
    linked: Literal["division", "law", "vocabulary", "local", "unlinked"]
    facts: NotRequired[dict[str, str]]


class Mentioned(Span):
    """A span that names an entity."""

    entity: str
    source_begin: Annotated[int, Field(ge=0, description="offset in the source's text, before cleaning")]
    source_end: Offset
    source_place: NotRequired[Annotated[str, Field(description="page, box or paragraph in the source file")]]
    surface: str
    edition: NotRequired[Annotated[str, Field(description="year of the edition that a citation names")]]


class Stated(Span):
    """A relation."""

    s: Annotated[str, Field(description="name of the subject's entity")]
    p: Annotated[str, Field(description="local name of the predicate")]
    o: Annotated[str, Field(description="name of the object's entity")]
    status: Status
    evidence: str


class Counted(Span):
    """A figure."""

    indicator: Annotated[str, Field(description="what is counted, in the report's words")]
    concept: Annotated[str, Field(description="notation of the broad indicator; other when none fits")]
    notation: Annotated[
        str,
        Field(
            description="that of the graph's fz:indicator: concept, or concept.narrower where one is known"
        ),
    ]
    value: int | float
    unit: str | None
    about: Annotated[
        str | None, Field(description="name of the entity that it is of; null: the division that reports")
    ]
    period: Annotated[str | None, Field(description="year")]
    status: Status
    evidence: str
    plain_value: NotRequired[
        Annotated[
            int | float,
            Field(
                description="where the unit begins with 万 or 亿: the number without them, to compare and to sum"
            ),
        ]
    ]
    plain_unit: NotRequired[Annotated[str, Field(description="the unit of plain_value")]]
    approx: NotRequired[Literal[True]]
    part_of: NotRequired[
        Annotated[
            int,
            Field(ge=0, description="place in the list, from 0, of the figure that it is a part of (其中)"),
        ]
    ]


class Remark(Span):
    """A shortcoming or a plan."""

    kind: Literal["shortcoming", "plan"]
    topic: Annotated[str, Field(description="notation of a topic")]
    text: str


class Headed(TypedDict):
    """A section, from its heading to the next of its level or above."""

    number: Annotated[str, Field(description="as printed: （一）")]
    heading: Annotated[str, Field(description="without its number; empty when there is only a number")]
    level: Annotated[int, Field(ge=1, le=5)]
    role: SectionRole
    begin: Offset
    end: Offset


Place = Annotated[int, Field(ge=0, description="place of a figure in observations, from 0")]


class Misfit(TypedDict):
    """Figures of the report that do not fit each other; what contradicts another report stands in the graph alone."""

    check: Annotated[
        Literal["rate", "total"], Field(description="a rate against its figures, a total against its parts")
    ]
    severity: Annotated[Severity, Field(description="warning: only the last printed digit is off")]
    stated: Place
    against: Annotated[list[Place], Field(description="what expected was computed from")]
    expected: Annotated[int | float, Field(description="what the stated figure should be, in its unit")]
    evidence: Annotated[str, Field(description="the sentence that holds them all")]
    begin: Offset
    end: Offset


class ReportRecord(TypedDict):
    """One report."""

    doc: Annotated[str, Field(description="the input's name")]
    report: Head
    key: Annotated[str, Field(description="path of the report's IRI")]
    sha256: Annotated[str, Field(description="of the input's bytes")]
    entities: list[Thing]
    mentions: list[Mentioned]
    relations: list[Stated]
    observations: Annotated[
        list[Counted],
        Field(
            description="in the order of the text: fz:ordinal in the graph is the place in the list, from 1"
        ),
    ]
    statements: list[Remark]
    sections: Annotated[list[Headed], Field(description="in the order of the text")]
    contradictions: list[Misfit]


def schema() -> dict[str, Any]:
    """The format's JSON Schema (draft 2020-12)."""
    made = TypeAdapter(ReportRecord).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def page() -> str:
    """The schema as it stands in the documentation."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
