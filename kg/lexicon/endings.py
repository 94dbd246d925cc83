"""Words that a name may end with."""

from collections.abc import Collection


class Endings:
    """A set of words, looked up by where one ends."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(words)
        self._sizes = sorted({len(word) for word in words}, reverse=True)

    def longest(self, text: str, end: int, begin: int = 0) -> str:
        """The longest of the words that ends at offset ``end`` of ``text`` and begins at ``begin`` or after it; empty when
        none does.

        >>> Endings(["村", "新村", "区"]).longest("远东新村", 4)
        '新村'
        """
        for size in self._sizes:
            word = text[end - size : end] if end - size >= begin else ""
            if word in self._words:
                return word
        return ""
