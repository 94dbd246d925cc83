"""Villages that their own words tell to be named."""

import rjieba

from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary

PROPER_TAGS = frozenset(("ns", "nr", "nrt", "nrfg", "nz", "nt", "j"))


class ProperNames:
    """Tells by its words alone whether a village is named."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._usual = frozenset(vocabulary.words("boundary/usual-village"))
        self._lie_of_the_land = vocabulary.words("boundary/lie-of-the-land")
        self._plain = frozenset(vocabulary.words("boundary/word-of-no-village"))

    def tell(self, text: str, words: Words, begin: int, end: int, whole: int) -> bool:
        """Whether the words in ``text[begin:end]`` can be a village's name: proper nouns, words that villages are called by
        (前进村), or single characters the segmenter does not join, but to the head, which ends at ``whole``, where that makes no
        word of the dictionary (老虎 + 城村, but 县 + 乡村); never a longer word that ends like one (法治示范村), nor a number.
        One that it takes for a person's (杜庄村), or that ends as land lies (核桃坝村), may be."""
        if text[begin:end] in self._usual:
            return True
        if text[begin:end] in self._plain or words.tag[begin] == "m":
            return False
        if words.end[begin] >= whole and words.tag[begin] not in ("ns", "nr"):
            return False
        landed = text.endswith(self._lie_of_the_land, begin, end)
        at = begin
        while at < end:
            torn = words.end[at] > end and len(rjieba.cut(text[at : words.end[at]], False)) > 1
            stop = end if torn else words.end[at]
            noun = landed and words.tag[at] == "n" and text[at:stop] not in self._plain
            if stop - at > 1 and not noun and words.tag[at] not in PROPER_TAGS:
                return False
            at = words.end[at]
        return True
