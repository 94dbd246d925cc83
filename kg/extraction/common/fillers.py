"""Words beside a number that tell nothing of what is counted: 共, 累计, 全年; and parts of speech that do tell."""

import re

from kg.extraction.common.clauses import Stretch
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled

THINGS = frozenset(("n", "ng", "nr", "ns", "nt", "nz", "j", "l"))
"""Parts of speech of nouns and names; each rule says what else names a thing to it."""
MOST, REACH = 4, 12
"""Of them in a row, and their characters."""
PREPOSITION = "p"


class Fillers:
    """The fillers of the vocabulary, and the bare acts (参加) that say as little."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        fillers = vocabulary.words("number/filler")
        self._pattern = compiled(fillers)
        little = any_of((*fillers, *vocabulary.words("number/merely")))
        self._last = re.compile(rf"{little}{{1,{MOST}}}\Z")
        self.acts = frozenset(vocabulary.words("number/bare-act"))

    def match(self, text: str, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` is a filler by its characters."""
        return self._pattern.fullmatch(text, begin, end) is not None

    def without_last(self, words: str) -> str:
        """The words before a number without fillers, and what says how few there are, at their end (司法所 + 现有 + 仅)."""
        last = self._last.search(words, max(0, len(words) - REACH))
        return words[: last.start()] if last else words

    def fill(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether the word ``text[begin:end]`` is one where it stands: a preposition is none."""
        return words.tag[end - 1] != PREPOSITION and self._pattern.fullmatch(text, begin, end) is not None

    def names(self, text: str, words: Words, stretch: Stretch, tags: frozenset[str], acts: bool) -> bool:
        """Whether a word of the stretch has one of the parts of speech and is no filler; nor, unless ``acts``, a bare act."""
        return any(
            words.tag[at] in tags
            and not self.match(text, words.begin[at], words.end[at])
            and (acts or text[words.begin[at] : words.end[at]] not in self.acts)
            for at in range(*stretch)
        )
