"""From relations and figures of mentions to those of entities."""

from collections.abc import Sequence
from typing import NamedTuple

from kg.lexicon import reliability
from kg.linking.context import Context
from kg.linking.keys import entity_key
from kg.model import Extraction, Observation, Relation, RelationMention

GOVERNING, LEARNING = "deeds", "learning"
"""Values of ``fz:actsFor``: what such a body does, its place does; or what it studies only."""
OF_THE_PLACE = frozenset(("implements", "follows", "publicises"))
"""What a place's own government (its office, its committee) does in these ways, its report says of the place; what it issues,
sets up or engages is its own."""


class Organs(NamedTuple):
    """The indexes of a place's own bodies, for which it answers."""

    governments: frozenset[int]
    leaders: frozenset[int]
    """In these those who lead the place learn together."""


NO_ORGANS = Organs(frozenset(), frozenset())


def organs(context: Context) -> Organs:
    """Those of the reporting division that its report names."""
    return Organs(_bodies(GOVERNING, context), _bodies(LEARNING, context))


def _bodies(acting: str, context: Context) -> frozenset[int]:
    """The entities of those kinds that the vocabulary says act for their place so."""
    kinds = context.vocabulary.having("InstitutionKind", "actsFor", acting)
    slugs = (kind.id.removeprefix("institution/") for kind in kinds)
    keys = (entity_key("Organization", context.scope, slug) for slug in slugs)
    return frozenset(at for key in keys if (at := context.registry.find(key)) is not None)


def linked_relations(
    said: Extraction, targets: Sequence[int | None], reporter: int | None, own: Organs
) -> list[Relation]:
    """The stated relations between entities; each (subject, predicate, object, status) once, the first time. What the
    leaders of the place study together, it studies too.
    ``targets``: for each mention its entity."""
    found: dict[tuple[int | None, str, int, str], Relation] = {}
    for stated in said.relations:
        subject = reporter if stated.subject is None else targets[stated.subject]
        if subject in own.governments and stated.predicate in OF_THE_PLACE:
            subject = reporter
        object_ = targets[stated.object]
        if subject is None or object_ is None or subject == object_:
            continue
        also = reporter if _is_of_the_place_too(stated, subject, own) else None
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


def linked_figures(
    said: Extraction, targets: Sequence[int | None], area: int | None, department: int | None
) -> tuple[Observation, ...]:
    """The figures, each of the entity that it is said of. One of nobody named is the department's that reports; of the
    ``area`` that reports without one it is said by being of nobody. ``targets``: for each mention its entity."""
    unsaid = area if department is None else None
    bearers = (department if f.about is None else targets[f.about] for f in said.figures)
    return tuple(
        Observation(
            indicator=f.indicator,
            concept=f.concept,
            value=f.value,
            unit=f.unit,
            digits=f.digits,
            about=None if at == unsaid else at,
            part_of=f.part_of,
            period=f.period,
            status=f.status,
            approx=f.approx,
            begin=f.begin,
            end=f.end,
            rule=f.rule,
            confidence=f.confidence,
        )
        for f, at in zip(said.figures, bearers, strict=True)
    )


def _is_of_the_place_too(stated: RelationMention, subject: int | None, own: Organs) -> bool:
    """Whether what a body does, the place does: what its leaders or its government study."""
    return stated.predicate == "studies" and (subject in own.leaders or subject in own.governments)


def _confidence(said: Extraction, stated: RelationMention) -> float:
    """That in what is said of the ends, times that in the mentions of the ends; the reporting division needs none."""
    ends = (k for k in (stated.subject, stated.object) if k is not None)
    return reliability.joint(stated.confidence, *(said.mentions[k].confidence for k in ends))
