"""N-Triples terms as plain strings: ``<iri>``, ``"text"@zh``, ``"12"^^<…integer>``."""

import re
from decimal import Decimal
from functools import lru_cache

from kg.model.namespaces import ELI, RDF, RDFS, XSD

Triple = tuple[str, str, str]
"""Subject, predicate and object as N-Triples terms."""


def triple(line: str) -> Triple:
    """The triple of a line of N-Triples without its full stop."""
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value


A = f"<{RDF}type>"
"""Turtle's ``a``."""
LABEL = f"<{RDFS}label>"
TRUE = f'"true"^^<{XSD}boolean>'
FALSE = f'"false"^^<{XSD}boolean>'
IN_FORCE, NOT_IN_FORCE = f"<{ELI}InForce-inForce>", f"<{ELI}InForce-notInForce>"
INTEGER = f'"^^<{XSD}integer>'
"""What closes an integer: ``f'"{number}{INTEGER}'``."""
NATURAL = f'"^^<{XSD}nonNegativeInteger>'
"""The same of an integer from zero."""

_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES |= {char: "\\" + letter for char, letter in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)}
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_DATES = {10: "date", 7: "gYearMonth", 4: "gYear"}


def escape(text: str) -> str:
    """``text`` as it stands between the quotes of a literal, on one line.

    A lone surrogate passes here and raises UnicodeEncodeError when it is written: RDF has no such character.
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def string(text: str) -> str:
    """A string without a language."""
    return f'"{escape(text)}"'


def zh(text: str) -> str:
    """Chinese text."""
    return f'"{escape(text)}"@zh'


def integer(number: int) -> str:
    """A whole number."""
    return f'"{number}{INTEGER}'


@lru_cache(maxsize=4096)
def decimal(number: float) -> str:
    """The shortest decimal that reads back as ``number``, without an exponent."""
    text = repr(number)
    if "e" in text:
        text = format(Decimal(text), "f")
    return f'"{text.removesuffix(".0")}"^^<{XSD}decimal>'


def date(iso: str) -> str:
    """A day, month or year by its precision (ISO 8601); anything else, such as ``2019/2021``, as a string."""
    kind = _DATES.get(len(iso)) if _DAY.fullmatch(iso) else None
    return f'"{iso}"^^<{XSD}{kind}>' if kind else string(iso)
