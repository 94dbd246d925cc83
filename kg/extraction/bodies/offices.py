"""Offices of coordinating bodies that are named by this word alone: 领导小组 + 下设办公室, 委员会 + 及其办公室."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.common.spans import Candidate
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.rules import OFFICE, institution
from kg.model.sentences import SENTENCE_END

REACH = 120
"""Characters from a body to where its office is said to be set up."""


class Offices:
    """Finds them with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        verbs, groups, office, people = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in (
                "verb-before-an-office",
                "group-before-its-office",
                "office-of-a-group",
                "leader-title",
            )
        )
        self._office = re.compile(rf"{verbs}{groups}?(?P<name>{office})(?!{people})")
        self._spoken_of = re.compile(rf"[{CLAUSE}]{groups}(?P<name>{office})(?!{people})")
        self.kind = vocabulary.concepts["kind/coordination"].label

    def find(self, text: str, bodies: Sequence[Candidate]) -> Iterator[Candidate]:
        """The first office that is said to be set up after each coordinating body of ``bodies``, before the next one, in its
        sentence, or is spoken of in a later one of the paragraph (。领导小组 + 办公室 + 设在司法所)."""
        groups = sorted(body for body in bodies if body.kind == self.kind)
        for at, body in enumerate(groups):
            sentence = SENTENCE_END.search(text, body.end)
            paragraph = text.find("\n", body.end)
            reach = min(paragraph if paragraph >= 0 else len(text), body.end + REACH)
            stop = min(sentence.start() if sentence else len(text), reach)
            following = groups[at + 1].begin if at + 1 < len(groups) else reach
            office = self._office.search(text, body.end, min(stop, following))
            office = office or self._spoken_of.search(text, body.end, min(reach, following))
            if office:
                yield Candidate(
                    *office.span("name"), "Organization", self.kind, f"{OFFICE}{institution(body.rule)}"
                )
