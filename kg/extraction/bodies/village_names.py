"""Villages that their own words tell to be named."""

from functools import lru_cache

import rjieba

from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary

PROPER_TAGS = frozenset(("ns", "nr", "nrt", "nrfg", "nz", "nt", "j"))
NO_PIECE = frozenset(("r", "m", "p", "c"))
"""Parts of speech of characters that are no piece of a village's name: 我, 各, 三, 在, 和."""
OF_NO_PLACE = ("official-act", "word-of-no-place")
"""Lists of words with which no place is named, whatever its level."""


class ProperNames:
    """Tells by its words alone whether a village is named."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._usual = frozenset(vocabulary.words("boundary/usual-village"))
        self._lie_of_the_land = vocabulary.words("boundary/lie-of-the-land")
        self._plain = frozenset(
            w for of in ("word-of-no-village", *OF_NO_PLACE) for w in vocabulary.words(f"boundary/{of}")
        )
        self._no_pieces = frozenset(vocabulary.words("boundary/no-piece-of-a-village"))

    def tell(self, text: str, words: Words, begin: int, end: int, whole: int) -> bool:
        """Whether the words in ``text[begin:end]`` can be a village's name: proper nouns, words that villages are called by
        (前进村) or that no dictionary has (绽坡村), or single characters the segmenter does not join, but to the head, which ends
        at ``whole``, where that makes no word of the dictionary (老虎 + 城村, but 县 + 乡村); never a longer word that ends
        like one (法治示范村), nor a number. One that it takes for a person's (杜庄村), or that ends as land lies (核桃坝村), may
        be."""
        if text[begin:end] in self._usual:
            return True
        if text[begin:end] in self._plain or words.tag[begin] == "m":
            return False
        if words.end[begin] >= whole and words.tag[begin] not in ("ns", "nr"):
            return self.is_coined(text[begin:end])
        landed = text.endswith(self._lie_of_the_land, begin, end)
        at = begin
        while at < end:
            torn = words.end[at] > end and len(rjieba.cut(text[at : words.end[at]], False)) > 1
            stop = end if torn else words.end[at]
            noun = landed and words.tag[at] == "n" and text[at:stop] not in self._plain
            proper = noun or words.tag[at] in PROPER_TAGS or self.is_coined(text[at:stop])
            if stop - at > 1 and not proper:
                return False
            at = words.end[at]
        return True

    def is_coined(self, word: str) -> bool:
        """Whether the dictionary has no word of these characters, each of which may be a piece of a name: 绽坡, 高步, whatever
        the segmenter guesses them to be, but 逐村, 易迁."""
        return (
            len(word) > 1
            and word not in self._plain
            and self._no_pieces.isdisjoint(word)
            and _has_no_word(word)
        )


@lru_cache(maxsize=4096)
def _has_no_word(characters: str) -> bool:
    return all(len(piece) == 1 and tag not in NO_PIECE for piece, tag in rjieba.tag(characters, False))
