"""A relation that the order of the words states, and what may stand between the words."""

from kg.extraction.common.lists import LISTING
from kg.lexicon import reliability
from kg.model import RelationMention, Status
from kg.model.rules import APPOSITION

BETWEEN = (*LISTING, "，")
"""What may stand between two bodies, or between the last body and the title."""
PARTS = frozenset(("Organization", "Programme"))
"""Types of what can be a part of another, or lie in a place."""


def apposed(
    subject: int | None, predicate: str, object_: int, status: Status, begin: int, end: int
) -> RelationMention:
    """The relation between two mentions, by their indexes (no subject: the reporter), that ``text[begin:end]`` states by the
    order of its words."""
    rule = f"{APPOSITION}{predicate}"
    return RelationMention(
        subject=subject,
        predicate=predicate,
        object=object_,
        status=status,
        begin=begin,
        end=end,
        rule=rule,
        confidence=reliability.of("relations", predicate, rule),
    )
