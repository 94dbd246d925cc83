"""Made-up texts for property tests: pieces of the genre's language in any order, with anything between them."""

import re
from collections.abc import Iterable
from typing import Protocol

from hypothesis import strategies as st

from kg.model import Text
from kg.reading import read_text
from tests.casefiles import HEADINGS, TITLE, cases

_SENTENCES = sorted({str(case.values[0]) for case in (*cases("mentions.tsv", 4), *cases("relations.tsv", 6))})
_CLAUSES = sorted(
    {clause for sentence in _SENTENCES for clause in re.split("(?<=[，、；。])", sentence)} - {""}
)
"""Cut where one goes on into another: lists and objects meet what no sentence has."""
_PIECES = [str(case.values[0]).replace("\\n", "\n") for case in cases("pieces.tsv", 1)]
_ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_WORDS = st.sampled_from(_SENTENCES) | st.sampled_from(_CLAUSES) | st.sampled_from(_PIECES) | _ANYTHING
_LINES = st.lists(_WORDS, max_size=25).map("".join)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text that has some visible character, with or without a report's title and headings."""
    parts = [draw(st.sampled_from([TITLE, "", "关于法治工作的说明"]))]
    for heading in draw(st.sampled_from([list(HEADINGS.values()), [], ["三、存在的不足", "一、主要成效"]])):
        parts += [heading, draw(_LINES)]
    return read_text("\n".join([*parts, "法治" + draw(_LINES)]), "made-up.txt")


class Spanned(Protocol):
    """A record with a half-open span of the cleaned text."""

    @property
    def begin(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


def outside(text: Text, *layers: Iterable[Spanned]) -> list[Spanned]:
    """The records whose span is empty or does not lie inside the text."""
    size = len(text.clean)
    return [record for layer in layers for record in layer if not 0 <= record.begin < record.end <= size]
