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
NO_NAME = frozenset(("v", "a", "ad", "an", "vn", "d"))
FUNCTIONS = frozenset(("p", "c", "r", "u"))


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
    acts: tuple[str, ...] = ()
    """What only a person does, before which three characters behind a title are a name, whatever the segmenter makes of them
    (韩国平 + 带队)."""

    endings: frozenset[str] = frozenset()
    """Characters that end other words of three: 安全感, 常态化."""

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

    def acting(self, text: str, words: Words, at: int) -> tuple[int, int] | None:
        """The name of a surname and two characters that begins at ``at``, behind a title, before what only a person does."""
        end = at + SIZES[0]
        name = text[at:end]
        if not text.startswith(self.acts, end) or not name.isalpha() or name[-1] in self.after | self.endings:
            return None
        if self.family.isdisjoint((name[0], name[:PAIR])) or words.begin[at] != at:
            return None
        pieces = rjieba.tag(name, False)
        whole = len(pieces) == 1 and pieces[0][1] not in PEOPLE | GIVEN  # 解决好 + 带队
        whole = whole or bool(divisions.load().by_name(name))
        return None if whole or any(_is_no_piece(*piece) for piece in pieces) else (at, end)

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


def _is_no_piece(word: str, tag: str) -> bool:
    """Whether a word is no piece of a name: a preposition or a conjunction, or a longer one that says what is done or how."""
    return tag in FUNCTIONS or (len(word) > 1 and tag in NO_NAME)


def _is_guess(word: str) -> bool:
    """Whether a word is one that the dictionary lacks, so that its tag is the segmenter's guess (沈博洋, a place)."""
    return len(rjieba.cut(word, False)) > 1
