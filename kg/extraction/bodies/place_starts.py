"""Where the names of places begin that no list has, when their last word is found: 杜庄 + 村, 新江口 + 镇."""

from kg.extraction.bodies.village_names import ProperNames
from kg.extraction.bodies.village_signs import OPENS
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.particles import AT
from kg.extraction.common.spans import Covering
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled

ADJECTIVE = "a"
VERB = 2
"""Characters of a verb that the phrase before the last word may open with, and more."""
BEGINS = OPENS - {"是"} | {"”", AT}


class PlaceStarts:
    """Finds them with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._boundaries, self._proper = Boundaries(vocabulary), ProperNames(vocabulary)
        self._directions = frozenset(vocabulary.words("boundary/direction-in-a-name"))
        verbs = (w for w in vocabulary.words("boundary/not-a-subject-after") if len(w) >= VERB)
        self._verb = compiled(verbs)

    def of(self, text: str, words: Words, head: int, towns: Covering) -> int:
        """Where the name begins whose last word begins at ``head``, without a verb (指导 + 杜庄村); a direction may open it
        (东 + 湾村), and so may, behind its town (one of ``towns``), an adjective whose next character is the segmenter's
        village (好 + 圣村)."""
        start = self._boundaries.left(text, words, head).begin
        before = words.begin[head - 1]
        if start == head and words.end[before] == head and self._proper.is_coined(text[before:head]):
            start = before  # 高 + 步 + 村, to the segmenter an adverb
        for verb in self._verb.finditer(text, start, head):
            start = verb.end()
        first = words.end[start]  # 选取 + 石桥村
        if (
            words.begin[start] == start
            and words.tag[start].startswith("v")
            and VERB <= first - start <= head - first
        ):
            start = first
        in_town = any(c.end == start - 1 for c in towns.at(start - 2))
        opens = in_town or text[start - 2 : start - 1] in BEGINS
        direction = opens and text[start - 1 : start] in self._directions
        torn = in_town and head - start == 1 and words.tag[start - 1] == ADJECTIVE
        return start - (direction or torn)
