"""Where the names of departments and of their branches begin: 区文化旅游体育局, 市公安局城东分局, 公安长安分局."""

from kg.extraction.bodies.around import Around
from kg.extraction.bodies.beginnings import with_place
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.joints import CONJUNCTIONS
from kg.lexicon.bureaus import BUREAU, bureaus
from kg.lexicon.endings import Endings
from kg.lexicon.nearby import LONGEST, SHORTEST, nearby
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled

SHORTEST_NAME = 3
"""Characters of a department's name without its place: 水利局."""


class Bureaus:
    """Finds it, with the words of the vocabulary that it needs."""

    def __init__(self, vocabulary: Vocabulary, boundaries: Boundaries) -> None:
        levels = vocabulary.words("boundary/level-prefix")
        self._level, self._levels = compiled(levels), Endings(levels)
        self._no_levels = vocabulary.words("boundary/not-a-level")
        self._boundaries = boundaries
        self.labels = bureaus(vocabulary)
        self.word = vocabulary.concepts[BUREAU].label
        kinds = vocabulary.having("InstitutionKind", "reports", "true")
        labels = (label for kind in kinds for label in kind.labels if label.endswith(self.word))
        self._fields = Endings([label.removesuffix(self.word) for label in labels if label != self.word])

    def department(self, begin: int, end: int, around: Around) -> int:
        """Where a department's name begins that is longer than its kind's label at ``text[begin:end]``
        (区城市管理和综合行政执法局): at the place or level word that opens it, or at ``begin`` when none does; without bodies
        before it (市政府 + 和 + 市委编办, 县委领导 + 和 + 州政府法制办)."""
        text, words, places = around.text, around.words, around.places
        start = self._boundaries.left(text, words, begin).begin
        if text[start - 1 : start] in CONJUNCTIONS:
            wider = self._boundaries.left(text, words, start - 1).begin
            start = start if any(wider < body.end < start for body in around.found[-3:]) else wider
        opening = places.first(start, begin)
        if start > end - SHORTEST_NAME or text.endswith(self._boundaries.not_bureaus, start, end):
            return begin
        if opening < start or opening in places.begins:
            return opening
        opened = self._level.match(text, start)
        return start if opened and end - opened.end() >= SHORTEST_NAME else begin

    def of_another(self, begin: int, around: Around) -> int:
        """Where the name of a bureau begins that the short name of its place stands directly before (松江 + 公安分局); ``begin``
        when none does."""
        for start in range(max(0, begin - LONGEST), begin - SHORTEST + 1):
            if around.words.begin[start] == start and nearby(around.text[start:begin], around.home):
                return start
        return begin

    def branch(self, start: int, around: Around) -> int:
        """Where a branch's name begins whose seat does at ``start``: with the field of its bureau, and what stands before that
        (市 + 公安 + 长安分局)."""
        field = self._fields.longest(around.text, start)
        whole = start - len(field)
        if not field or around.words.begin[whole] != whole:
            return start
        return with_place(around, whole, self._levels, self._no_levels)
