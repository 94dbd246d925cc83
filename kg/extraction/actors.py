"""Who a figure is of: the body, role or person that opens its clause or, where none does, the clause before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.extraction.alternation import any_of
from kg.extraction.clauses import CLAUSE_END, ITEM, Stretch, split
from kg.extraction.fillers import THINGS, Fillers
from kg.extraction.joints import JOINTS, SIGNS
from kg.extraction.spans import Candidate
from kg.extraction.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Outline
from kg.model.marks import STOPS
from kg.model.rules import BODY

ACTORS = frozenset(("Division", "Organization", "Role", "Person"))
LEADING = frozenset(("m", "q", "t", "d", "c", "x"))
"""Parts of speech of words that may stand before who acts: 2023年, 同时."""
OF = "的"
NOUNS = THINGS | {"b"}
"""Parts of speech of words behind a name that only describes them: 司法所 + 负责人, 县政协 + 提案."""
LISTS = f"{SIGNS}等"
FULL_STOP = re.compile(rf"[{STOPS}\n]")


class Acting(NamedTuple):
    """Who acts in each clause: where the clauses begin, and the index of a mention or None."""

    begins: list[int]
    actors: list[int | None]
    ends: list[int]
    """Where the mentions of the actors end."""

    def at(self, offset: int) -> int | None:
        """Who acts in the clause that ``offset`` lies in, if named before it."""
        k = bisect_right(self.begins, offset) - 1
        return self.actors[k] if k >= 0 and self.ends[k] <= offset else None


class Actors:
    """Finds who acts, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers = fillers
        self._group = f"{BODY}{vocabulary.concepts['institution/theory-study-group'].id}"
        self._learning = any_of(vocabulary.words("boundary/learning-context"))
        handling = ("kind/mediation", "kind/enforcement-team")
        self._case_handling = frozenset(vocabulary.concepts[kind].label for kind in handling)
        self._leaders = any_of(vocabulary.words("boundary/leader-title"))

    def of(
        self,
        text: str,
        words: Words,
        mentions: Sequence[Candidate],
        outline: Outline,
        asked: Sequence[int],
    ) -> Acting:
        """Who acts in the clauses of every sentence that one of the offsets ``asked`` lies in, which are in order;
        ``mentions`` are in text order, outer before inner.

        Whoever opens a clause acts in those that follow, up to the end of the sentence or the next item of a list, until
        another opens one; behind a semicolon only those still do who handle cases, and a study group where learning is spoken of.
        Nobody acts where several open it.
        """
        items = {section.begin for section in outline.sections}
        acting = Acting([], [], [])
        for sentence in split(text, outline.body_begin, len(text), FULL_STOP):
            next_ = bisect_left(asked, sentence.begin)
            if next_ == len(asked) or asked[next_] >= sentence.end:
                continue
            now: int | None = None
            for clause in split(text, *sentence, CLAUSE_END):
                if clause.begin in items or (now is not None and self._has_done(text, mentions[now], clause)):
                    now = None
                opening = self._opening(text, words, mentions, clause)
                if opening:
                    now = opening[0] if len(opening) == 1 and mentions[opening[0]].type in ACTORS else None
                acting.begins.append(clause.begin)
                acting.actors.append(now)
                acting.ends.append(0 if now is None else mentions[now].end)
        return acting

    def _opening(self, text: str, words: Words, mentions: Sequence[Candidate], clause: Stretch) -> list[int]:
        """The mentions that a clause opens with as its subject; several of a list."""
        k = bisect_left(mentions, clause.begin, key=attrgetter("begin"))
        found: list[int] = []
        item = ITEM.match(text, *clause)
        at = item.end() if item else clause.begin
        while k < len(mentions) and mentions[k].end <= clause.end:
            mention = mentions[k]
            if mention.begin < at:
                k += 1
                continue
            joined = bool(found) and text[at : mention.begin] in JOINTS
            counted = (
                bool(found) and mentions[found[0]].type == "Division" and text[at].isdigit()
            )  # 全镇 + 42个调委会
            if not joined and not ((counted or not found) and self._leads(text, words, at, mention.begin)):
                break
            found = [*found, k] if joined else [k]
            at = mention.end
            k += 1
        if found and at < clause.end and text[at] in LISTS:
            return found * 2  # 乡调委会 + 、6个村调委会: more than one
        return [] if self._describes(text, words, at, clause.end) else found

    def _has_done(self, text: str, actor: Candidate, clause: Stretch) -> bool:
        """Whether who acted in the clause before this one does not act in it."""
        if actor.type == "Organization" and text[clause.begin - 1] == "；":
            return actor.kind not in self._case_handling
        return actor.rule == self._group and not self._learning.search(text, *clause)

    def _describes(self, text: str, words: Words, at: int, end: int) -> bool:
        """Whether what ends at ``at`` says whose or which the next word is and does not act: 县政协 + 提案206件, 镇党委书记."""
        if at >= end:
            return False
        if text[at] == OF or text[at].isdigit() or self._leaders.match(text, at):
            return True
        behind = words.end[at]
        noun = words.tag[at] in NOUNS and text[at:behind] not in self._fillers.acts
        return noun and (behind >= end or text[behind].isdigit() or text[behind] in JOINTS)

    def _leads(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether only adverbs, times and numbers of items stand in ``text[begin:end]``."""
        at = begin
        while at < end and (
            words.tag[at] in LEADING or self._fillers.fill(text, words, at, min(words.end[at], end))
        ):
            at = words.end[at]
        return at >= end
