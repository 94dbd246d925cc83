"""Which words end the noun phrase that a name is, read from its last word to the left."""

from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.reading.numerals import chinese

STOP_TAGS = frozenset(
    ("p", "c", "uj", "ul", "uz", "ug", "uv", "ud", "d", "r", "y", "e", "o", "f", "t", "q", "vd", "ad")
)
"""Prepositions, conjunctions, particles, adverbs, pronouns, interjections, direction and time words, measures."""


class Stops:
    """Verbs and function words, and those that may stand inside a name all the same."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.verbs = frozenset(vocabulary.words("boundary/light-verb"))
        self.words = self.verbs | frozenset(vocabulary.words("boundary/function-word"))
        self.inside = frozenset(vocabulary.words("boundary/inside-name"))
        self._after_a_number = vocabulary.words("boundary/anniversary")

    def ends(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether the word ``text[begin:end]`` is no part of the name behind it."""
        word, tag = text[begin:end], words.tag[end - 1]
        if word in self.inside:
            return False
        if tag in ("m", "eng") or (tag == "x" and word.isalnum()):
            numeral = tag == "m" and not word.isascii() and chinese(word) is not None
            return numeral and not text.startswith(self._after_a_number, end)  # 一 + 小时响应机制
        if tag == "x" or tag in STOP_TAGS or word in self.words:
            return True
        if len(word) > 2 and word[-2:] in self.verbs:
            return True  # 不断完善 is one word to the segmenter
        # the last piece of a longer one
        return (end - 3 < begin and text[end - 3 : end] in self.words) or (
            end - 4 < begin and text[end - 4 : end] in self.words
        )
