"""The rules of each layer: when a predicted item is the annotated one.

Each rule is given the items of one layer, annotated and predicted, and answers for each annotated one with the
index of its partner, or None. The order of the annotated items is the order in which they choose.
"""

from collections.abc import Sequence
from itertools import product

from kg.score.annotations import (
    Annotation,
    EntityItem,
    MetadataKey,
    ObservationItem,
    RelationItem,
    StatementItem,
)
from kg.score.pairing import Side, pair
from kg.score.text import alike, bare, same_ending

TOLERANCE = 1e-9
"""Two values that differ by less are equal."""
SYMMETRIC = frozenset({"cooperatesWith"})
"""Predicates whose ends may be given in either order."""
LOOSE = frozenset({"area", "issuer"})
"""Metadata of which the ending is enough: 宝山区月浦镇 is 上海市宝山区月浦镇."""

Tokens = frozenset[tuple[str | None, str]]
Ends = tuple[Tokens, Tokens]


def metadata(gold: Annotation, pred: Annotation) -> set[MetadataKey]:
    """The keys that both state and on whose value they agree, the texts compared bare."""
    ours, theirs = gold.report.stated(), pred.report.stated()

    def same(key: MetadataKey) -> bool:
        a, b = bare(ours[key]), bare(theirs[key])
        return a == b or (key in LOOSE and same_ending(a, b))

    return {key for key in ours.keys() & theirs.keys() if same(key)}


def entities(golds: Sequence[EntityItem], preds: Sequence[EntityItem]) -> list[int | None]:
    """The same: of one type, and a name or surface form in common."""

    def side(item: EntityItem) -> Side[None]:
        return Side(_names(item), None)

    return pair(map(side, golds), [*map(side, preds)], lambda *_: True)


def relations(
    golds: Sequence[RelationItem], preds: Sequence[RelationItem], gold: Annotation, pred: Annotation
) -> list[int | None]:
    """The same: one predicate, and the same ends.

    Ends are the same when their names are, or when the entities of those names in the two reports are; which
    entities were paired does not matter, because several annotated ones can share a form.
    """

    def sides(items: Sequence[RelationItem], report: Annotation) -> list[Side[list[Ends]]]:
        known = {entity.name: _names(entity) for entity in report.entities}
        return [_relation(item, known) for item in items]

    return pair(sides(golds, gold), sides(preds, pred), _same_ends)


def observations(golds: Sequence[ObservationItem], preds: Sequence[ObservationItem]) -> list[int | None]:
    """The same: equal values and units, and alike evidence."""

    def side(item: ObservationItem) -> Side[tuple[float, str]]:
        value, unit = float(item.value), bare(item.unit)
        # Rounding puts equal values on one side of a boundary or on both, so both are keys.
        near = {round(value - TOLERANCE, 6), round(value + TOLERANCE, 6)}
        return Side([(unit, key) for key in near], (value, bare(item.evidence)))

    def same(a: tuple[float, str], b: tuple[float, str]) -> bool:
        return abs(a[0] - b[0]) < TOLERANCE and alike(a[1], b[1])

    return pair(map(side, golds), [*map(side, preds)], same)


def statements(golds: Sequence[StatementItem], preds: Sequence[StatementItem]) -> list[int | None]:
    """The same: of one kind, and alike text."""

    def side(item: StatementItem) -> Side[str]:
        return Side([item.kind], bare(item.text))

    return pair(map(side, golds), [*map(side, preds)], alike)


def _names(entity: EntityItem) -> Tokens:
    """What an entity is known by: its type with each bare name and form."""
    return frozenset((entity.type, name) for name in map(bare, (entity.name, *entity.forms)) if name)


def _relation(item: RelationItem, known: dict[str, Tokens]) -> Side[list[Ends]]:
    """Subject and object as tokens, of a symmetric relation both ways round."""
    s, o = (known.get(name, frozenset()) | {(None, bare(name))} for name in (item.s, item.o))
    ways = [(s, o), (o, s)] if item.p in SYMMETRIC else [(s, o)]
    # Keyed by the object: most relations of a report have the reporting division as their subject.
    return Side({(item.p, token) for _, object_ in ways for token in object_}, ways)


def _same_ends(gold: list[Ends], pred: list[Ends]) -> bool:
    return any(a[0] & b[0] and a[1] & b[1] for a, b in product(gold, pred))
