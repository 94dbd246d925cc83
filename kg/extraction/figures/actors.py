"""Who a figure is of: the body, role or person that opens its clause or, where none does, the clause before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from kg.extraction.common.clauses import CLAUSE_END, FULL_STOP, Stretch, split
from kg.extraction.common.fillers import Fillers
from kg.extraction.common.joints import PAUSE
from kg.extraction.common.kinds import rules_of
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.extraction.figures.counts import Count
from kg.extraction.figures.leading import ACTORS, Leading
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Outline
from kg.model.alternation import compiled

BODIES = frozenset(("Organization", "Division"))
"""Who of a list behind a figure is told from what is counted (培训村干部40人、执法人员20人)."""


class Acting(NamedTuple):
    """Who acts in each clause: where the clauses begin, and the index of a mention or None."""

    begins: list[int]
    actors: list[int | None]
    ends: list[int]
    """Where the mentions of the actors end."""

    def add(self, begin: int, actor: int | None, mentions: Sequence[Candidate]) -> None:
        """Note that from ``begin`` on ``actor`` acts, once named."""
        self.begins.append(begin)
        self.actors.append(actor)
        self.ends.append(0 if actor is None else mentions[actor].end)

    def at(self, offset: int) -> int | None:
        """Who acts in the clause that ``offset`` lies in, if named before it."""
        k = bisect_right(self.begins, offset) - 1
        return self.actors[k] if k >= 0 and self.ends[k] <= offset else None


class Actors:
    """Finds who acts, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._leading = Leading(vocabulary, fillers)
        self._groups = rules_of("institution/theory-study-group", vocabulary)
        self._learning = compiled(vocabulary.words("boundary/learning-context"))
        self._case_handling = frozenset(
            kind.label for kind in vocabulary.having("Kind", "handlesCases", "true")
        )
        self._rest = compiled(vocabulary.words("number/the-rest"))
        self._engaged = compiled(vocabulary.words("boundary/being-engaged"))

    def of(
        self,
        text: str,
        words: Words,
        mentions: Sequence[Candidate],
        outline: Outline,
        counts: Sequence[Count],
    ) -> Acting:
        """Who acts in the clauses of every sentence that one of the ``counts`` lies in, which are in order; ``mentions`` are in
        text order, outer before inner.

        Whoever opens a clause acts in those that follow, up to the end of the sentence or the next item of a list, until
        another opens one; behind a semicolon only those still do who handle cases, and a study group where learning is spoken of.
        Nobody acts where several open it, or where who does is engaged in it (律师李敏受聘担任…). A number between an area and
        the bodies that it counts there (全镇42个调委会) is the area's.

        Behind a figure of who opens a clause its list may have others (镇司法所调解36件、派出所调解12件), behind whom nobody
        acts; nor does anybody of the rest (其余由村居受理).
        """
        asked, ends = [count.begin for count in counts], {count.end for count in counts}
        items = {section.begin for section in outline.sections}
        acting = Acting([], [], [])
        for sentence in split(text, outline.body_begin, len(text), FULL_STOP):
            next_ = bisect_left(asked, sentence.begin)
            if next_ == len(asked) or asked[next_] >= sentence.end:
                continue
            for begin, actor in self._of_clauses(text, words, mentions, sentence, items, ends):
                acting.add(begin, actor, mentions)
        return acting

    def _of_clauses(
        self,
        text: str,
        words: Words,
        mentions: Sequence[Candidate],
        sentence: Stretch,
        items: Set[int],
        ends: Set[int],
    ) -> Iterator[tuple[int, int | None]]:
        """Where somebody else begins to act in a sentence, and who: the index of a mention or None. ``items`` are the offsets
        where sections begin, ``ends`` those where figures end."""
        now: int | None = None
        for clause in split(text, *sentence, CLAUSE_END):
            done = now is not None and self._has_done(text, mentions[now], clause)
            if done or clause.begin in items or self._rest.match(text, *clause):
                now = None
            opening = self._leading.of(text, words, mentions, clause)
            if opening.actors:
                actor = mentions[opening.actors[0]]
                one = not opening.several and actor.type in ACTORS
                engaged = self._engaged.search(text, actor.end, clause.end)
                now = opening.actors[0] if one and not engaged else None
            begin = clause.begin
            if opening.area is not None and now is not None:
                yield begin, opening.area
                begin = mentions[now].begin
            yield begin, now
            if opening.actors and now is not None:
                others = self._others(text, words, mentions, clause, ends)
                yield from others
                now = None if others else now

    def _others(
        self, text: str, words: Words, mentions: Sequence[Candidate], clause: Stretch, ends: Set[int]
    ) -> list[tuple[int, int | None]]:
        """Who opens the items of a list behind its first figure, and where they begin; None where it is nobody who acts."""
        found: list[tuple[int, int | None]] = []
        for begin in (end + 1 for end in range(*clause) if end in ends and text[end] == PAUSE):
            opening = self._leading.of(text, words, mentions, Stretch(begin, clause.end))
            if opening.actors:
                one = not opening.several and mentions[opening.actors[0]].type in BODIES
                found.append((begin, opening.actors[0] if one else None))
        return found

    def _has_done(self, text: str, actor: Candidate, clause: Stretch) -> bool:
        """Whether who acted in the clause before this one does not act in it."""
        if actor.type == "Organization" and text[clause.begin - 1] == "；":
            return actor.kind not in self._case_handling
        return actor.rule in self._groups and not self._learning.search(text, *clause)
