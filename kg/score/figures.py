"""The measures: precision, recall, F1 over counts, and agreement on a detail.

Precision is the share of the predictions that are right, recall the share of the annotated items that were
found, F1 their harmonic mean: the F measure of van Rijsbergen (Information Retrieval, 2nd edition, 1979,
chapter 7) with both weighted alike, as the Message Understanding Conferences brought it to information
extraction (Chinchor, MUC-4 Evaluation Metrics, 1992). An optional item (given by one annotator of two) counts
for precision, not for recall: finding it is right, missing it is not wrong.

Figures over many reports add up the counts first, so that a long report weighs more than a short one.
"""

from collections.abc import Iterable

from kg.model import Record


class Tally(Record):
    """Counts of one layer or type."""

    gold: int = 0
    """Annotated items, without the optional ones."""
    predicted: int = 0
    hits: int = 0
    """Annotated items found, without the optional ones."""
    extra: int = 0
    """Optional items found."""

    @property
    def precision(self) -> float:
        """0 to 1; 0 when nothing was predicted."""
        return (self.hits + self.extra) / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """0 to 1; 0 when nothing was annotated."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """0 to 1; 0 when precision and recall are."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


class Agreement(Record):
    """Of the annotated items found (optional ones aside), how many have a detail, such as the kind, right."""

    same: int = 0
    pairs: int = 0

    @property
    def share(self) -> float:
        """0 to 1; 0 when there are no pairs."""
        return self.same / self.pairs if self.pairs else 0.0


def pooled(tallies: Iterable[Tally]) -> Tally:
    """The sums of the counts."""
    parts = list(tallies)
    return Tally(
        gold=sum(part.gold for part in parts),
        predicted=sum(part.predicted for part in parts),
        hits=sum(part.hits for part in parts),
        extra=sum(part.extra for part in parts),
    )


def agreed(parts: Iterable[Agreement]) -> Agreement:
    """The sums of the counts."""
    known = list(parts)
    return Agreement(same=sum(part.same for part in known), pairs=sum(part.pairs for part in known))
