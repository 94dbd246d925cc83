"""The words by which a clause tells where something is, ready to match."""

import re

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import OF
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE

LONGEST_KEEPER = 12
"""Characters of who keeps something, title and name."""
LONGEST_PUBLIC = 8
"""Characters of a public place's own name: 古城 + 景区."""


class Place:
    """Where something is (``locatedIn``), and what kinds of programmes are places."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.at = vocabulary.words("boundary/place-preposition")
        self.lying = vocabulary.words("boundary/lying-in")
        kept = any_of(w for w in vocabulary.words("boundary/founder-of-a-body") if w.endswith(OF))
        self.of_a_place = re.compile(rf"(?:的|[^{CLAUSE}{SIGNS}“”的\n]{{3,{LONGEST_KEEPER}}}{kept})“?")
        """Between a place and what is its own, or is kept by one of its people: 东厍村 + 老支书马汉文办的“."""
        measure = any_of(vocabulary.words("boundary/measure-of-places"))
        self.each_one = re.compile(rf"(?:等地?)?(?:\d+|[{CHINESE}两]+){measure}“?")
        """Between a list of places and what each has: 徐泾镇、华新镇 + 2个."""
        public = any_of(vocabulary.words("boundary/public-place"))
        self.unnamed = re.compile(rf"[{SIGNS}][^{CLAUSE}{SIGNS}\n]{{2,{LONGEST_PUBLIC}}}?{public}")
        """A place that is no mention, listed behind one in which something is set up: 在远东村 + 、古城景区 + 设立."""
        self.venue, self.platform, self.brand = (
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("venue", "platform", "brand")
        )
