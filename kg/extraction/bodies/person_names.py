"""Whether characters are a person's name: a family name with a given name, to the segmenter too."""

from typing import NamedTuple

import rjieba

from kg.extraction.common.words import PEOPLE, Words
from kg.lexicon import divisions

SIZES = (3, 2, 4)
"""Characters of a full name, likeliest first."""
PAIR = 2
"""Characters that make no name when they are a verb or the like, whatever comes after them (张贴 + 致, 严格 + 执行)."""
GIVEN = frozenset(("ns", "nz"))
"""Tags that the segmenter gives a given name which is also a place's or a thing's (李 + 太平)."""
NUMBER = "m"
FAMILY = frozenset(("nr", "nz", "ng", "n", "j", "q", "zg"))
"""Tags of a word that may be a family name; 于 and 向, which are prepositions, and 万, a number, have others."""
NO_GIVEN = frozenset(("x", "t", "u", "uj", "ul", "f", "eng"))
NO_NAME = frozenset(("v", "a", "ad", "d"))


class PersonNames(NamedTuple):
    """What tells a person's name."""

    family: frozenset[str]
    """Family names."""
    after: frozenset[str]
    """Characters that may follow a name although the segmenter joins them to it (刘平所作), and end none."""
    closing: frozenset[str] = frozenset()
    """Marks before which a given name may be any word (佟 + 立新、)."""
    closed: bool = False
    """Whether a title follows, before which it may be any word, too (杨 + 金花调解员)."""
    verbs: tuple[str, ...] = ()
    """Verbs that a name does not take the first character of (李明 + 荣获)."""
    titled: bool = False
    """Whether a title stands before, so that a family name alone tells a name that no dictionary has (渔政员陈 + 友才 + 坐堂)."""

    def before(self, text: str, words: Words, at: int) -> tuple[int, int] | None:
        """The name that ends at offset ``at``."""
        for size in SIZES:
            if at >= size and self._is_one(text, words, at - size, at):
                return at - size, at
        return None

    def behind(self, text: str, words: Words, at: int) -> tuple[int, int] | None:
        """The name that begins at offset ``at``."""
        for size in SIZES:
            if at + size <= len(text) and self._is_one(text, words, at, at + size):
                return at, at + size
        return None

    def _is_one(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether the characters are a name to the segmenter too: words of a name's tag, or single characters."""
        if divisions.load().by_name(text[begin:end]):
            return False  # 张堰镇 + 调解员
        if not text[begin:end].isalpha() or self.family.isdisjoint((text[begin], text[begin : begin + 2])):
            return False
        acts = text.startswith(self.verbs, end)
        if words.begin[begin] != begin or not (words.end[end - 1] == end or text[end] in self.after or acts):
            return False
        if text[end - 1] in self.after or text.startswith(self.verbs, end - 1):
            return False
        return self._is_tagged(text, words, begin, end, acts) or (
            self.titled and (acts or text[end] in self.closing) and _is_spelt(words, begin, end)
        )

    def _is_tagged(self, text: str, words: Words, begin: int, end: int, acts: bool) -> bool:
        """Whether a word of the characters has a name's tag and the others may be parts of a name; ``acts`` tells that a verb
        follows."""
        at, tagged = begin, False
        while at < end:
            tag, stop = words.tag[at], min(words.end[at], end)  # 黎志 + 勇为
            guessed = tag in GIVEN and at == begin and _is_guess(text[at:stop])
            if tag in PEOPLE or (tag in GIVEN and (at > begin or (guessed and stop == end))):
                tagged = True
            elif guessed:
                pass  # 马国 + 祥: the next word tells
            elif stop - at > 1 and tag == NUMBER:
                return False  # 赵倩 + 两位 + 律师
            elif stop - at > 1 and not (
                tagged and (self.closed or acts or text[end : end + 1] in self.closing)
            ):
                return False
            at = stop
        pair, tag = rjieba.tag(text[begin : begin + PAIR], False)[0]
        return tagged and not (end - begin > PAIR and len(pair) == PAIR and tag in NO_NAME)


def _is_spelt(words: Words, begin: int, end: int) -> bool:
    """Whether three characters are a family name, a word of its own, and a given name: 杨 + 六斤, 陈 + 友 + 才."""
    sizes = [words.end[at] - words.begin[at] for at in range(begin, end)]
    tags = [words.tag[at] for at in range(begin + 1, end)]
    return sizes in ([1, 2, 2], [1, 1, 1]) and words.tag[begin] in FAMILY and NO_GIVEN.isdisjoint(tags)


def _is_guess(word: str) -> bool:
    """Whether a word is one that the dictionary lacks, so that its tag is the segmenter's guess (沈博洋, a place)."""
    return len(rjieba.cut(word, False)) > 1
