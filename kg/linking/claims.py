"""From relations between mentions to relations between entities."""

from collections.abc import Sequence

from kg.lexicon import reliability
from kg.model import Extraction, Relation, RelationMention

OF_THE_PLACE = frozenset(("implements", "follows", "publicises"))
"""What a place's own government (its office, its committee) does in these ways, its report says of the place."""
OF_THE_PLACE_TOO = frozenset(("enacts", "engages", "establishes"))
"""What it does in these ways is said of both: a government issues, and its town has what it set up."""
DONE = ("relations:verb", "relations:passive")
"""Rules by which a verb states what is done."""


def linked_relations(
    said: Extraction,
    targets: Sequence[int | None],
    reporter: int | None,
    governments: frozenset[int | None],
    leaders: frozenset[int | None],
) -> list[Relation]:
    """The stated relations between entities; each (subject, predicate, object, status) once, the first time. What the
    ``leaders`` of the place study together, it studies too; what its ``governments`` issue, engage or set up, is its own too."""
    found: dict[tuple[int | None, str, int, str], Relation] = {}
    for stated in said.relations:
        subject = reporter if stated.subject is None else targets[stated.subject]
        if subject in governments and stated.predicate in OF_THE_PLACE:
            subject = reporter
        object_ = targets[stated.object]
        if subject is None or object_ is None or subject == object_:
            continue
        also = reporter if _is_of_the_place_too(stated, subject, governments, leaders) else None
        for who in (subject, also):
            key = (who, stated.predicate, object_, stated.status)
            if who is not None and key not in found:
                found[key] = Relation(
                    subject=who,
                    predicate=stated.predicate,
                    object=object_,
                    status=stated.status,
                    begin=stated.begin,
                    end=stated.end,
                    rule=stated.rule,
                    confidence=_confidence(said, stated),
                )
    return list(found.values())


def _is_of_the_place_too(
    stated: RelationMention,
    subject: int | None,
    governments: frozenset[int | None],
    leaders: frozenset[int | None],
) -> bool:
    """Whether what a body does, the place does: study, issue, engage, set up, but not what only bears its government's
    name."""
    if stated.predicate == "studies":
        return subject in leaders | governments
    done = subject in governments and stated.rule.startswith(DONE)
    return done and stated.predicate in OF_THE_PLACE_TOO


def _confidence(said: Extraction, stated: RelationMention) -> float:
    """That in what is said of the ends, times that in the mentions of the ends; the reporting division needs none."""
    ends = (k for k in (stated.subject, stated.object) if k is not None)
    return reliability.joint(stated.confidence, *(said.mentions[k].confidence for k in ends))
