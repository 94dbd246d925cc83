"""One report scored: its counts by layer and by type, its agreement on details, and what went wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, TypeVar

from kg.model import Record
from kg.score import matching
from kg.score.annotations import Annotation, Item
from kg.score.figures import Agreement, Tally

Layer = Literal["metadata", "entities", "relations", "observations", "statements"]
LAYERS: tuple[Layer, ...] = ("metadata", "entities", "relations", "observations", "statements")
DETAILS: dict[Layer, str] = {
    "entities": "kind",
    "relations": "status",
    "observations": "concept",
    "statements": "topic",
}
"""What agreement is told of."""

T = TypeVar("T", bound=Item)


class Miss(Record):
    """An annotated item that was not found, or a predicted one that is not annotated."""

    doc: str
    layer: Layer
    what: Literal["missed", "wrong"]
    item: str


class LayerScore(Record):
    """One layer of one report."""

    tally: Tally
    types: dict[str, Tally]
    """Empty in a layer without types."""
    agreement: Agreement
    misses: tuple[Miss, ...]


class ReportScore(Record):
    """One report; ``layers`` has every layer, in the order of ``LAYERS``."""

    doc: str
    layers: dict[Layer, LayerScore]


def score_report(gold: Annotation, pred: Annotation) -> ReportScore:
    """What ``pred`` has of what ``gold`` says."""
    joined = partial(matching.relations, gold=gold, pred=pred)
    doc = gold.doc
    return ReportScore(
        doc=doc,
        layers={
            "metadata": _metadata(gold, pred),
            "entities": _items(doc, "entities", gold.entities, pred.entities, matching.entities),
            "relations": _items(doc, "relations", gold.relations, pred.relations, joined),
            "observations": _items(
                doc, "observations", gold.observations, pred.observations, matching.observations
            ),
            "statements": _items(doc, "statements", gold.statements, pred.statements, matching.statements),
        },
    )


def _metadata(gold: Annotation, pred: Annotation) -> LayerScore:
    """The layer of single values: one that differs is missed, one that gold does not state is wrong."""
    stated, given, right = gold.report.stated(), pred.report.stated(), matching.metadata(gold, pred)
    missed = [
        f"{key}: {value}, got {given.get(key, 'nothing')}"
        for key, value in stated.items()
        if key not in right
    ]
    wrong = [f"{key}: {value}" for key, value in given.items() if key not in stated]
    return LayerScore(
        tally=Tally(gold=len(stated), predicted=len(given), hits=len(right)),
        types={},
        agreement=Agreement(),
        misses=_misses(gold.doc, "metadata", missed, wrong),
    )


def _items(
    doc: str,
    layer: Layer,
    golds: Sequence[T],
    preds: Sequence[T],
    match: Callable[[Sequence[T], Sequence[T]], list[int | None]],
) -> LayerScore:
    """A layer of items; optional ones choose their partners last."""
    required = [item for item in golds if not item.optional]
    optional = [item for item in golds if item.optional]
    partners = match([*required, *optional], preds)
    hits = [(item, preds[at]) for item, at in zip(required, partners, strict=False) if at is not None]
    extra = [item for item, at in zip(optional, partners[len(required) :], strict=True) if at is not None]
    taken = set(partners)
    missed = [str(item) for item, at in zip(required, partners, strict=False) if at is None]
    wrong = [str(item) for at, item in enumerate(preds) if at not in taken]
    return LayerScore(
        tally=Tally(gold=len(required), predicted=len(preds), hits=len(hits), extra=len(extra)),
        types=_types(required, preds, [item for item, _ in hits], extra),
        agreement=Agreement(same=sum(p.readings[0] in g.readings for g, p in hits), pairs=len(hits)),
        misses=_misses(doc, layer, missed, wrong),
    )


def _types(*parts: Sequence[Item]) -> dict[str, Tally]:
    """Tallies by type, in order of name; empty in a layer without types. An item found is of gold's type."""
    gold, predicted, hits, extra = (
        Counter(item.group for item in part if item.group is not None) for part in parts
    )
    return {
        name: Tally(gold=gold[name], predicted=predicted[name], hits=hits[name], extra=extra[name])
        for name in sorted(gold.keys() | predicted.keys() | extra.keys())
    }


def _misses(doc: str, layer: Layer, missed: Sequence[str], wrong: Sequence[str]) -> tuple[Miss, ...]:
    return (
        *(Miss(doc=doc, layer=layer, what="missed", item=item) for item in missed),
        *(Miss(doc=doc, layer=layer, what="wrong", item=item) for item in wrong),
    )
