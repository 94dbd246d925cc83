"""Identity keys: what a thing is, spelled in ASCII. Never a counter, never anything seen elsewhere."""

import hashlib

from kg.model import Text

NATION = "cn"
OWN = "self"
"""What a report's own division or department is called in keys, when only the report knows it."""


def fingerprint(text: Text) -> str:
    """What tells a report from others: a hash of its cleaned text, of the source's and of where that stands in the file.

    All that a graph says of a report's spans follows from these, so that two builds of one IRI say the same of it. 64 bits:
    of half a million reports, two have the same once in a hundred million builds.
    """
    said = "\0".join((text.clean, text.source, *map(repr, text.locators)))
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()[:16]


def entity_key(type_: str, place: str | None, local: str) -> str:
    """``organization/2023-310113101000/justice-office``: class, scope, and what tells it apart within the scope."""
    return f"{type_.lower()}/{place or NATION}/{local}"
