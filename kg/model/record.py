"""What all records are, the values that they share, and what is told to people."""

from typing import Literal, TypeVar, cast, dataclass_transform

from pydantic import BaseModel, ConfigDict
from pydantic.dataclasses import dataclass

T = TypeVar("T")

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


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[T]) -> type[T]:
    """The same for records of which a report has many, as a dataclass with slots: a build reads seven of their fields for
    each character, and a field of a model takes fifteen times as long."""
    made = dataclass(cls, frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
    return cast("type[T]", made)


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
