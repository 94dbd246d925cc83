"""Head words: what each makes a name of, and one where it stands in a text."""

from typing import NamedTuple

from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.extraction.names.headcues import HeadCues
from kg.lexicon.concept import Concept
from kg.model.rules import HEAD

PEOPLE = "head/office-holder"
"""What the identifiers of heads begin with that tell people by their duty."""


class Head:
    """One head word: what it makes a name of, and when (``fz:headUse``)."""

    def __init__(self, concept: Concept, each: str, apart: frozenset[str]) -> None:
        self.runs_on, self.ends_another = concept.runs_on, concept.ends_another
        self.type, self.kind, self.id = concept.entity, concept.kind, concept.id
        self.use = concept.one("headUse")
        self.any_modifier = concept.one("anyModifier") == "true"
        """Whether a long modifier tells which one, whatever its words are."""
        self.each = concept.kind == each
        """Whether it is a campaign."""
        self.of_people = concept.id.startswith(PEOPLE)
        """Whether it tells people by their duty (联络员)."""
        self.apart = concept.kind in apart
        """Whether each of a row of quotations is a thing of its own (“趣味普法”“七进”活动) or all are one's."""


class HeadWord(NamedTuple):
    """A head word where it stands, half-open offsets in code points, and what the text around it is judged by."""

    head: Head
    begin: int
    end: int
    text: str
    words: Words
    boundaries: Boundaries
    cues: HeadCues
    governed: bytearray
    """For each offset of the text whether it lies after a verb in its clause, which heads of use ``object`` need."""

    def name(self, begin: int, end: int, pattern: str) -> Candidate:
        """A name that the head makes, by the rule ``heads:phrase:head/system``."""
        head = self.head
        return Candidate(begin, end, head.type, head.kind, f"{HEAD}{pattern}:{head.id}")
