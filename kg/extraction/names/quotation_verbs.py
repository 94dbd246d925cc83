"""Which verb governs a quotation: the one right before it, or before the list of quotations that it goes on with."""

import re
from typing import NamedTuple

from kg.extraction.common.joints import JOINTS
from kg.lexicon.matcher import Bare, Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE

REACH = 12
"""A quotation is governed by a trigger verb that ends at most this many characters before it, or before the list
of quotations that it continues."""
LIST_MARK = re.compile(rf"[”》]{any_of(JOINTS)}?$")
BROKEN_BY = frozenset(f"{CLAUSE}\n”》")
"""Marks beyond which no verb governs a quotation."""


class Governed(NamedTuple):
    """A quotation of a list: where it ends, and whether the verb before the list names things."""

    end: int
    names: bool | None


class Verbs:
    """The verbs whose object a quotation may be: those that name things, and those of principles."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        principles = vocabulary.words("boundary/principle-verb")
        naming = [w for p in ("implements", "establishes") for w in vocabulary.properties[p].triggers]
        self._principles = len(principles)
        self._matcher = Matcher([*principles, *(w for w in naming if w not in principles)])

    def ends(self, bare: Bare) -> dict[int, bool]:
        """For the end of each verb in a text, whether it names things."""
        return {end: label >= self._principles for _, end, label in self._matcher.find(bare)}


def governor(text: str, at: int, ends: dict[int, bool]) -> bool | None:
    """Whether the trigger verb before the quotation at ``at`` names things; None when there is no trigger."""
    for distance in range(REACH + 1):
        where = at - distance
        if where in ends:
            return ends[where]
        if where <= 0 or text[where - 1] in BROKEN_BY:
            return None
    return None


def continued(text: str, previous: Governed, at: int) -> bool | None:
    """What governs the list that goes on with the quotation at ``at``; None when it goes on with none."""
    return previous.names if LIST_MARK.fullmatch(text[previous.end - 1 : at]) else None
