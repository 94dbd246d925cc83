"""A sentence with what was found in it: mentions, trigger verbs, frames; what the rules of relations look at."""

from typing import NamedTuple

from kg.extraction.common.clauses import Stretch, clause_ends
from kg.extraction.common.lists import Lists
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.model.marks import CLAUSE

NOUN_TAGS = frozenset(("n", "vn", "j", "l", "an", "b"))
MARKS = frozenset(f"{CLAUSE}\n")
"""What ends a clause."""


class Trigger(NamedTuple):
    """A trigger verb in the text and the relations it may state."""

    begin: int
    end: int
    predicates: tuple[str, ...]
    frame: str = ""
    """``以…为指导``, when it is the first part of a frame."""


Governor = tuple[Trigger, str]
"""A verb and the relation that it states."""


class Frame(NamedTuple):
    """Two phrases around an object and the relation they state: 以…为指导."""

    before: str
    after: str
    predicate: str
    carries_out: bool
    """Whether the first part alone would state that a programme is carried out (开展…宣传)."""


class Sentence(NamedTuple):
    """One sentence with what was found in it; ``inside`` are indexes into ``mentions``, in text order."""

    text: str
    span: Stretch
    mentions: list[Candidate]
    hosts: list[Candidate | None]
    """For each of ``mentions``, the one that it lies inside of."""
    lists: Lists
    """Those of ``mentions``."""
    inside: list[int]
    verbs: list[Trigger]
    words: Words
    frames: list[Frame]
    """Those of the grammar's frames whose two parts the sentence holds."""
    heading: bool
    """It is the heading of a main part."""
    governments: dict[str, int]
    """Of the whole report, by the word of its level (县), the index of the government that it names first."""
    department: int | None
    """The index of what the department that reports first calls itself (我局)."""
    units: dict[str, int]
    """Of the whole report, by a title that names a kind of body (执法队员), the index of the only one of that kind."""
    own: frozenset[int]
    """Of the whole report, the indexes of the reporting division's own governments: what they do, it does."""
    levels: frozenset[str]
    """The level words by which the reporting division may call itself: 镇."""

    def host(self, k: int) -> Candidate | None:
        """The mention that mention ``k`` lies inside of, if any."""
        return self.hosts[k]

    def before(self, k: int) -> int | None:
        """The nearest mention of the sentence that stands before mention ``k`` and is in no other."""
        for other in range(k - 1, self.inside[0] - 1, -1):
            if self.hosts[other] is None:
                return other
        return None

    def broken(self, begin: int, end: int) -> bool:
        """Whether a clause ends between two offsets, and no list goes on over its mark (《A》，以及《B》)."""
        return not all(map(self._goes_on, clause_ends(self.text, begin, end)))

    def _goes_on(self, at: int) -> bool:
        """Whether a list goes on over the mark at ``at``."""
        later = next((k for k in self.inside if self.mentions[k].begin > at and self.hosts[k] is None), None)
        return later is not None and self.mentions[self.lists.first[later]].end <= at

    def describes(self, end: int, tags: frozenset[str] = NOUN_TAGS) -> bool:
        """Whether a noun (a word of ``tags``) or a number follows directly, so that what ends at ``end`` only describes it."""
        if end >= self.span.end:
            return False
        return self.text[end].isdigit() or self.words.tag[end] in tags

    def clause(self, begin: int, end: int) -> Stretch:
        """The part of the sentence between commas that holds ``text[begin:end]``."""
        first = max(self.text.rfind("，", self.span.begin, begin) + 1, self.span.begin)
        last = self.text.find("，", end, self.span.end)
        return Stretch(first, self.span.end if last < 0 else last)


def hosts(mentions: list[Candidate]) -> list[Candidate | None]:
    """For each mention (in text order, outer before inner), the nearest one that holds it."""
    found: list[Candidate | None] = []
    open_: list[Candidate] = []
    for mention in mentions:
        while open_ and open_[-1].end < mention.end:
            open_.pop()
        found.append(open_[-1] if open_ and open_[-1].begin <= mention.begin else None)
        open_.append(mention)
    return found
