"""Rows of quoted names that the word of a kind sums up, each the name of a body: “老杨说事”“金牌张姐”两个 + 调解工作室."""

import re
from collections.abc import Iterator

from kg.extraction.bodies.body_names import OWN_NAME
from kg.extraction.common.amounts import LONGEST_SUM, SEVERAL, amount
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.spans import Candidate
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import BODY

LONGEST_ROW = 120
"""Characters of a row with its sum."""
QUOTED = r"“([^“”]{2,12})”"
NAME = re.compile(QUOTED)


class Rows:
    """Finds them, with the words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        several, measures = (
            any_of(vocabulary.words(f"boundary/{name}")) for name in ("several-in-a-row", "measure-of-bodies")
        )
        number = rf"(?:{amount(vocabulary)}|[{SEVERAL}]){measures}"
        self._row = re.compile(rf"(?:{QUOTED}[{SIGNS}]?){{2,}}(?:{several}?{number}|{several})$")
        named = {kind.label for kind in vocabulary.having("Kind", "bears", OWN_NAME)}
        court, firm = (vocabulary.concepts[f"kind/{kind}"].label for kind in ("court", "law-firm"))
        self._named = frozenset(named - {court} | {firm})
        self._grades = vocabulary.words("boundary/grade-in-quotation")

    def of(self, text: str, begin: int, end: int, concept: Concept) -> Iterator[Candidate]:
        """The bodies of the row before the word of their kind at ``text[begin:end]``; none where there is no row."""
        if concept.kind not in self._named or "”" not in text[max(0, begin - LONGEST_SUM) : begin]:
            return
        if concept.runs_on(text, end):
            return  # “老兵”“乡贤”两支 + 调解队 + 伍
        row = self._row.search(text, max(0, begin - LONGEST_ROW), begin)
        names = list(NAME.finditer(text, row.start(), begin)) if row else []
        if not any(name[1].endswith(self._grades) for name in names):
            for name in names:
                yield Candidate(*name.span(1), "Organization", concept.kind, f"{BODY}{concept.id}")
