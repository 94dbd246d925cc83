"""What a test loops over."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(items: Iterable[T]) -> list[T]:
    """All of ``items``, of which there must be one at least: a loop over nothing would assert nothing."""
    found = list(items)
    assert found
    return found
