"""Pairing one to one: which predicted item stands for which annotated one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Side(NamedTuple, Generic[T]):
    """An item made ready for comparing."""

    keys: Iterable[Hashable]
    """Two items can be the same only if they have one of these in common."""
    fact: T
    """What is compared when they have."""


def pair(
    golds: Iterable[Side[T]], preds: Sequence[Side[T]], same: Callable[[T, T], bool]
) -> list[int | None]:
    """For each of ``golds`` the index of its partner in ``preds``, or None.

    Greedy: each in turn takes the first that is the same and not taken. Only those with a key in common are
    looked at, so the time grows with their number, not with the product of the two lists.
    """
    shelves: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, pred in enumerate(preds):
        for key in pred.keys:
            shelves[key].append(index)
    taken: set[int] = set()
    partners: list[int | None] = []
    for gold in golds:
        near = {index for key in gold.keys for index in shelves.get(key, ())} - taken
        partner = next((index for index in sorted(near) if same(gold.fact, preds[index].fact)), None)
        partners.append(partner)
        if partner is not None:
            taken.add(partner)
    return partners
