"""Identity keys: what a thing is, spelled in ASCII. Never a counter, never anything seen elsewhere."""

import hashlib
import re
from functools import cache, lru_cache

from kg.lexicon.matcher import fold_marks
from kg.lexicon.pinyin import reading
from kg.model import Text

LONGEST_SLUG = 48
NATION = "cn"
OWN = "self"
"""What a report's own division or department is called in keys, when only the report knows it."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def digest(text: str, size: int = 8) -> str:
    """The first ``size`` hexadecimal digits of the SHA-256 of ``text``."""
    return hashlib.sha256(text.encode()).hexdigest()[:size]


def fingerprint(text: Text) -> str:
    """What tells a report from others: a hash of its cleaned text, of the source's and of where that stands in the file.

    All that a graph says of a report's spans follows from these, so that two builds of one IRI say the same of it. 64 bits:
    of half a million reports, two have the same once in a hundred million builds.
    """
    said = "\0".join((text.clean, text.source, *map(repr, text.locators)))
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()[:16]


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


def entity_key(type_: str, place: str | None, local: str) -> str:
    """``organization/2023-310113101000/justice-office``: class, scope, and what tells it apart within the scope."""
    return f"{type_.lower()}/{place or NATION}/{local}"
