"""Words beside a number that tell nothing of what is counted: 共, 累计, 全年; and parts of speech that do tell."""

from kg.extraction.common.clauses import Stretch
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled

THINGS = frozenset(("n", "ng", "nr", "ns", "nt", "nz", "j", "l"))
"""Parts of speech of nouns and names; each rule says what else names a thing to it."""
PREPOSITION = "p"


class Fillers:
    """The fillers of the vocabulary, and the bare acts (参加) that say as little."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._pattern = compiled(vocabulary.words("number/filler"))
        self.acts = frozenset(vocabulary.words("number/bare-act"))

    def match(self, text: str, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` is a filler by its characters."""
        return self._pattern.fullmatch(text, begin, end) is not None

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
