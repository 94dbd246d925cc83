"""What a statement is about: the topic of the vocabulary whose cues weigh most in it."""

from collections.abc import Iterable
from functools import lru_cache

from kg.lexicon.matcher import Cues
from kg.lexicon.vocabulary import Vocabulary

OTHER = "other"
STRONG = 3
"""How much more a strong cue of a topic weighs than a weak one of its length."""
NEARNESS = (20, 6, 2, 2, 1)
"""How much cues weigh in a clause without names, in it with them, in the heading over it, its sentence, its item."""

TEXTS = 32
"""So many texts are kept with the weights of their cues."""


class Themes:
    """The topics' cues with their weights; … in a cue parts two phrases in this order."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._weights: dict[str, list[tuple[str, str, int]]] = {}
        for topic in vocabulary.of("Topic"):
            for words, weight in ((topic.facts.get("cue", ()), STRONG), (topic.labels[1:], 1)):
                for word in words:
                    first, _, last = word.rpartition("…")
                    self._weights.setdefault(last, []).append((first, topic.notation, weight * len(word)))
        self._cues = Cues(self._weights)
        # The clauses of a sentence share what stands around them.
        self._weighed = lru_cache(maxsize=TEXTS)(self._scores)

    def of(self, texts: Iterable[str]) -> str:
        """The notation of the topic whose cues weigh most in a clause and what stands around it, ``other`` when there are none.

        ``texts``: the clause and what is around it, as ``NEARNESS`` lists them.
        """
        scores: dict[str, int] = {}
        for text, near in zip(texts, NEARNESS, strict=True):
            for notation, weight in self._weighed(text).items():
                scores[notation] = scores.get(notation, 0) + near * weight
        return max(scores, key=lambda notation: (scores[notation], notation)) if scores else OTHER

    def _scores(self, words: str) -> dict[str, int]:
        """By notation the weight of the topic's cues, each counted once."""
        scores: dict[str, int] = {}
        last_at = {cue: begin for begin, _, cue in self._cues.find(words)}
        for cue, begin in last_at.items():
            for first, notation, weight in self._weights[cue]:
                if not first or words.find(first, 0, begin) >= 0:
                    scores[notation] = scores.get(notation, 0) + weight
        return scores
