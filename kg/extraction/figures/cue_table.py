"""Phrases that tell the indicator of a figure, ready to match."""

from collections.abc import Iterable
from typing import NamedTuple

from kg.lexicon.concept import Concept
from kg.lexicon.matcher import Cues
from kg.model.plain_number import LARGE

BOTH = "…"
"""What parts a cue into two phrases in this order."""


class Cue(NamedTuple):
    """A phrase, without what stands behind …, and what it tells."""

    first: str
    """What stands before …, or nothing."""
    length: int
    must_be_last: bool
    concept: Concept


class CueTable:
    """The cues that indicators have in ``anywhere``, a property of the vocabulary, and in ``last``, where those are that count at
    the end of the words only; with the measure words that the indicators take."""

    def __init__(self, indicators: Iterable[Concept], anywhere: str, last: str = "") -> None:
        self._units: dict[str, frozenset[str]] = {}
        self._speaks: dict[str, list[Cue]] = {}
        for concept in indicators:
            self._units[concept.id] = frozenset(concept.facts.get("unit", ()))
            for name in (anywhere, last):
                for cue in concept.facts.get(name, ()):
                    first, _, ending = cue.rpartition(BOTH)
                    self._speaks.setdefault(ending, []).append(Cue(first, len(cue), name == last, concept))
        self._cues = Cues(self._speaks)

    def best(
        self, words: str, unit: str | None, earlier: str | None = None, edge: int | None = None
    ) -> Concept | None:
        """The indicator of the cue that ends last in ``words``, the longest of those, among the indicators that take
        the measure word (any, when ``unit`` is None). … in a cue parts two phrases in this order; with ``earlier``, what
        the sentence says before, only such cues count, and of those that end alike the one whose first is nearest. A cue
        that must be last ends at ``edge``, and counts nowhere without it."""
        plain = None if unit is None else unit.lstrip("".join(LARGE))
        best: tuple[int, int, int, Concept] | None = None
        for begin, end, last in self._cues.find(words):
            before = (earlier or "") + words[:begin]
            for cue in self._speaks[last]:
                units = self._units[cue.concept.id]
                at = before.rfind(cue.first) if cue.first else -1
                if (
                    (units and plain is not None and plain not in units)
                    or (at < 0 if cue.first else earlier is not None)
                    or (cue.must_be_last and end != edge)
                ):
                    continue
                rank = (end, at + len(cue.first) if earlier is not None else 0, cue.length)
                if best is None or rank > best[:3]:
                    best = (*rank, cue.concept)
        return best[3] if best else None
