"""Where a name begins, when its last word is known: judged by words and their parts of speech."""

from typing import NamedTuple

from kg.extraction.words import Words
from kg.lexicon.vocabulary import Vocabulary

LONGEST = 32
"""Names without quotation marks do not get longer than this many characters."""
INSIDE = frozenset("-—–+·•＋－~")
"""Marks that may stand inside a name: 1+2+24, 点-线-面, 惠•说法."""
STOP_TAGS = frozenset(("p", "c", "uj", "ul", "uz", "ug", "uv", "ud", "d", "r", "y", "e", "o", "f", "t", "q", "vd", "ad"))
"""Prepositions, conjunctions, particles, adverbs, pronouns, interjections, direction and time words, measures."""


class Phrase(NamedTuple):
    """The noun phrase before a head: where it begins, and whether a quotation is part of it."""

    begin: int
    quoted: bool


class Boundaries:
    """Finds the left boundary of names with the word lists ``boundary/*`` of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.stops = frozenset(vocabulary.words("boundary/light-verb") + vocabulary.words("boundary/function-word"))
        self.noise = frozenset(vocabulary.words("boundary/noise-modifier"))

    def left(self, text: str, words: Words, at: int) -> Phrase:
        """The longest noun phrase that ends at offset ``at`` of ``text``; empty when nothing belongs to it."""
        begin, quoted, first_quote = at, False, at
        floor = max(0, at - LONGEST)
        while begin > floor:
            last = text[begin - 1]
            if last == "”":
                opening = text.rfind("“", floor - LONGEST if floor > LONGEST else 0, begin)
                if opening < 0 or "”" in text[opening : begin - 1]:
                    break
                begin, quoted = opening, True
                first_quote = opening
                floor = max(0, begin - LONGEST)
                continue
            start = words.begin[begin - 1]
            word = text[start:begin]
            tag = words.tag[begin - 1]
            if last in INSIDE or (tag == "x" and last.isalnum()) or tag in ("m", "eng"):
                if tag == "m" and not word.isascii() and begin == at:
                    break
                begin = start
                continue
            if tag == "x" or tag in STOP_TAGS or word in self.stops or self._straddles(text, start, begin):
                break
            begin = start
        while begin < first_quote and (text[begin] in INSIDE or words.tag[begin] == "m"):
            begin = words.end[begin]
        return Phrase(min(begin, at), quoted)

    def _straddles(self, text: str, start: int, end: int) -> bool:
        """Whether a stop of two words ends here (贯彻 + 落实 cut apart by the segmenter)."""
        return any(text[end - size : end] in self.stops for size in (3, 4) if end - size < start)

    def is_noise(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` holds only words that do not tell which one is meant (长效, 工作, 相关)."""
        if begin >= end or text[begin:end] in self.noise:
            return True
        at = begin
        while at < end:
            stop = min(words.end[at], end)
            if text[at:stop] not in self.noise:
                return False
            at = stop
        return True
