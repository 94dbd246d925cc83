"""What a query gave, as plain records that no longer hold the store."""

from collections.abc import Sequence
from typing import Literal

import pyoxigraph as ox

from kg.model import Record
from kg.model.namespaces import RDF, XSD


class Term(Record):
    """One RDF term."""

    kind: Literal["uri", "literal", "bnode", "triple"]
    value: str
    """The IRI, the lexical form, the blank node's name, or the quoted triple as N-Triples."""
    datatype: str | None = None
    """IRI of a literal's datatype; None for plain strings and strings with a language."""
    language: str | None = None


class Answer(Record):
    """A result: of SELECT solutions; of CONSTRUCT and DESCRIBE triples, one a row; of ASK the truth."""

    form: Literal["select", "graph", "ask"]
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    """Of ASK only."""
    truncated: bool = False
    """The row limit cut the answer off: there are more rows."""


STRINGS = (f"{XSD}string", f"{RDF}langString")


def term(value: object) -> Term | None:
    """The record of a pyoxigraph term; None stays None (a variable without a value)."""
    if value is None:
        return None
    if isinstance(value, ox.NamedNode):
        return Term(kind="uri", value=value.value)
    if isinstance(value, ox.BlankNode):
        return Term(kind="bnode", value=value.value)
    if isinstance(value, ox.Literal):
        datatype = value.datatype.value
        return Term(
            kind="literal",
            value=value.value,
            datatype=None if value.language or datatype in STRINGS else datatype,
            language=value.language,
        )
    return Term(kind="triple", value=str(value))


def row(values: Sequence[object]) -> tuple[Term | None, ...]:
    """One solution or one triple as records."""
    return tuple(term(value) for value in values)
