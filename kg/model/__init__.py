"""The records that the rooms of the house hand on to each other.

All are frozen. Offsets count Unicode code points and are half-open: ``text[begin:end]``. Unless a
name says ``source``, they are offsets of the cleaned text.
"""

from kg.model.extraction import Extraction, Figure, Mention, PlaceName, RelationMention, Statement
from kg.model.reading import Locator, Outline, Section, Text
from kg.model.record import EntityType, Notice, Record, SectionRole, Severity, Status, frozen
from kg.model.report import Contradiction, Entity, LinkedMention, Observation, Relation, Report
from kg.model.told import Copy, Disagreement

__all__ = [
    "Contradiction",
    "Copy",
    "Disagreement",
    "Entity",
    "EntityType",
    "Extraction",
    "Figure",
    "LinkedMention",
    "Locator",
    "Mention",
    "Notice",
    "Observation",
    "Outline",
    "PlaceName",
    "Record",
    "Relation",
    "RelationMention",
    "Report",
    "Section",
    "SectionRole",
    "Severity",
    "Statement",
    "Status",
    "Text",
    "frozen",
]
