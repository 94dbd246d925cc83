"""Names spelled in ASCII, for identities: readable pinyin and a hash that keeps homophones apart."""

import hashlib
import re
from functools import cache, lru_cache

from kg.lexicon.matcher import fold_marks
from kg.lexicon.pinyin import reading

LONGEST_SLUG = 48
"""ASCII characters of a slug, without its hash."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def digest(text: str, size: int = 8) -> str:
    """The first ``size`` hexadecimal digits of the SHA-256 of ``text``."""
    return hashlib.sha256(text.encode()).hexdigest()[:size]


@cache
def _syllable(char: str) -> str:
    """The commonest reading of one character; ASCII letters and digits stand for themselves."""
    return char.lower() if char.isascii() else f"-{reading(char)}-"


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Pinyin of ``name`` joined by hyphens, cut at a syllable, and a hash that keeps homophones apart.

    Each character is read alone: reading by phrase (重庆 as chong-qing) costs ten times as much, and a slug
    need only be readable and stable.
    """
    syllables = _NOT_SLUG.sub("-", "".join(map(_syllable, fold_marks(name)))).strip("-")
    if len(syllables) > LONGEST_SLUG:
        cut = syllables.rfind("-", 0, LONGEST_SLUG + 1)
        syllables = syllables[: cut if cut > 0 else LONGEST_SLUG]  # one word of letters has no syllable's end
    return f"{syllables}-{digest(fold_marks(name))}".lstrip("-")
