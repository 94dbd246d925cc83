"""Where each page lies, and how one names another.

An entity's page is ``entities/KEY.html``, its node ``graph.html#node=KEY``; the key is what follows the
data's base in its IRI (``organization/2023-310113104000/government``), so that folders keep their files few.
"""

import re
from functools import lru_cache
from urllib.parse import quote

from kg.graph.iris import DEFAULT_BASE
from kg.model.namespaces import VOCABULARY

FROM_REPORT = "../"
"""The way from a report's page to the folder of the pages."""
_UNSAFE = re.compile(r"[^a-z0-9._~-]")
_HOST = re.compile(r"^[a-z]+://[^/]*/", re.I)


def key(iri: str, base: str = DEFAULT_BASE) -> str:
    """What follows ``base``, or the vocabulary's base, in ``iri``; of another's IRI what follows its host."""
    for start in (base, VOCABULARY):
        if iri.startswith(start):
            return iri[len(start) :]
    return _HOST.sub("", iri)


@lru_cache(maxsize=65536)
def entity(iri: str, base: str = DEFAULT_BASE) -> str:
    """The path of an entity's page, from the folder of the pages.

    Characters that a file name or a link might not carry are spelled ``_HEX``.
    """
    parts = [_UNSAFE.sub(lambda char: f"_{ord(char[0]):x}", part) for part in key(iri, base).split("/")]
    return f"entities/{'/'.join(part if part.strip('.') else f'_{part}' for part in parts)}.html"


def node(iri: str, base: str = DEFAULT_BASE) -> str:
    """The link that opens the graph at an entity."""
    return f"graph.html#node={quote(key(iri, base), safe='/')}"


def report(name: str) -> str:
    """The link to a report's page, from the folder of the pages."""
    return f"reports/{quote(name)}.html"


def root(path: str) -> str:
    """The way from a page at ``path`` back to the folder of the pages: ``../`` a folder."""
    return "../" * path.count("/")
