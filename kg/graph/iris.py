"""Every IRI of a graph, computed from what the thing is: never from a counter or from what was seen before.

All functions give IRIs without angle brackets; all IRIs are ASCII.
"""

import re
from hashlib import blake2b
from typing import NamedTuple

from kg.model import Entity
from kg.model.namespaces import VOCABULARY

DEFAULT_BASE = "https://fazhi.example/id/"

_CHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
_HOST = r"(?:[A-Za-z0-9\-._~]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?"
_BASE = re.compile(rf"https?://{_HOST}(?:/{_CHAR}*)*(?:\?(?:{_CHAR}|[/?])*)?(?:#(?:{_CHAR}|[/?])*)?")


def check_base(base: str) -> str:
    """``base`` itself, when data IRIs can start with it.

    Raises ValueError unless it is an absolute ASCII http(s) IRI with a host that ends in ``/`` or ``#``.
    """
    if not _BASE.fullmatch(base) or base[-1] not in "/#":
        raise ValueError(f"not an absolute ASCII http or https IRI that ends in / or #: {base!r}")
    return base


class Document(NamedTuple):
    """A report's IRI and those of its parts. Offsets count code points of the cleaned text."""

    iri: str
    part: str
    """What the IRIs of parts begin with: ``…#``, or ``…;`` where the base has a ``#`` already; see ``parts``."""

    def renamed(self, iri: str) -> "Document":
        """The same parts of another IRI."""
        return Document(iri, iri + self.part[len(self.iri) :])

    def char(self, begin: int, end: int) -> str:
        """The mention of ``clean[begin:end]`` (RFC 5147)."""
        return f"{self.part}char={begin},{end}"

    def section(self, begin: int) -> str:
        """The section whose heading begins at ``begin``."""
        return f"{self.part}section={begin}"

    def observation(self, begin: int, number: int) -> str:
        """The ``number``-th figure (from 1) of the clause that begins at ``begin``."""
        return f"{self.part}observation={begin},{number}"

    def statement(self, begin: int, end: int) -> str:
        """The shortcoming or plan ``clean[begin:end]``."""
        return f"{self.part}statement={begin},{end}"


def report(base: str, key: str) -> Document:
    """The IRIs of the report with this key."""
    iri = base + key
    return Document(iri, parts(iri))


def parts(iri: str) -> str:
    """What the IRIs of the parts of ``iri`` begin with: a second ``#`` may not stand in an IRI."""
    return iri + (";" if "#" in iri else "#")


def entity(base: str, about: Entity) -> str:
    """A vocabulary concept's own IRI, or ``base`` and the entity's key."""
    return (VOCABULARY if about.linked == "vocabulary" else base) + about.key


def claim(base: str, subject: str, predicate: str, value: str, status: str, source: str) -> str:
    """The claim that report ``source`` makes. All are IRIs but ``predicate`` and ``status``: local names."""
    said = "\n".join((subject, predicate, value, status, source))
    return f"{base}claim/{blake2b(said.encode(), digest_size=10).hexdigest()}"


def contradiction(base: str, check: str, stated: str, *against: str) -> str:
    """The contradiction that a check found between figures, given by their IRIs."""
    said = "\n".join((check, stated, *sorted(against)))
    return f"{base}contradiction/{blake2b(said.encode(), digest_size=10).hexdigest()}"


def figures(base: str, placed: bool = True) -> str:
    """The cube of the figures, or of those of which the body or the period is not known."""
    return f"{base}dataset/figures{'' if placed else '-unplaced'}"


def dataset(base: str) -> str:
    """The data set as a whole."""
    return f"{base}dataset"
