"""The commonest reading of a Chinese character, without its tone: what slugs are spelled with.

A table that ships, not a package that reads: an identity must not change with the version of a dependency.
"""

import gzip
from functools import cache

from kg import resources


def reading(char: str) -> str:
    """Pinyin of one character in ASCII, ``v`` for ü; empty for what is no Chinese character.

    >>> reading("法"), reading("绿"), reading("a")
    ('fa', 'lv', '')
    """
    return _table().get(char, "")


@cache
def _table() -> dict[str, str]:
    text = gzip.decompress((resources.data() / "pinyin.tsv.gz").read_bytes()).decode()
    rows = (line.split("\t") for line in text.splitlines())
    return {char: syllable for syllable, chars in rows for char in chars}
