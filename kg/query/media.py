"""Answers in the formats of the SPARQL protocol, as the engine writes them."""

from collections.abc import Mapping
from typing import NamedTuple

import pyoxigraph as ox

from kg.query.run import Limits, cut, in_order, results

SOLUTIONS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""For SELECT and ASK: media type → format; the first is the default."""
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""For CONSTRUCT and DESCRIBE."""


class Media(NamedTuple):
    """The media type wanted for either kind of answer; empty: none that can be written."""

    solutions: str = next(iter(SOLUTIONS))
    triples: str = next(iter(TRIPLES))


class Page(NamedTuple):
    """An answer, written."""

    body: bytes
    media: str
    """Empty when the client takes none of the formats that this kind of answer has."""
    truncated: bool = False


def page(
    store: ox.Store,
    text: str,
    values: Mapping[str, ox.NamedNode | ox.Literal],
    limits: Limits,
    media: Media,
) -> Page:
    """The answer to a query in the media type wanted.

    Raises KgError KG013 when the query is refused, and whatever the engine raises.
    """
    found = results(store, text, values, limits)
    solutions = isinstance(found, ox.QuerySolutions | ox.QueryBoolean)
    if not (wanted := media.solutions if solutions else media.triples):
        return Page(b"", "")
    if isinstance(found, ox.QueryBoolean):
        if wanted in ("text/csv", "text/tab-separated-values"):  # the standard has none for ASK
            return Page(f"{str(bool(found)).lower()}\n".encode(), wanted)
        return Page(found.serialize(format=SOLUTIONS[wanted]) or b"", wanted)
    if isinstance(found, ox.QuerySolutions):
        rows, truncated = cut(found, limits.rows)
        return Page(_solutions(found.variables, rows, SOLUTIONS[wanted]), wanted, truncated)
    kept, truncated = cut(found, limits.rows)
    return Page(ox.serialize(in_order(kept), format=TRIPLES[wanted]) or b"", wanted, truncated)


def _solutions(
    variables: list[ox.Variable], rows: list[ox.QuerySolution], form: ox.QueryResultsFormat
) -> bytes:
    """The rows as the engine writes them: it takes solutions only from a query or a file, so they go by TSV."""
    lines = ["\t".join(map(str, variables)), *("\t".join(map(_cell, row)) for row in rows), ""]
    page = "\n".join(lines).encode()
    return ox.parse_query_results(page, format=ox.QueryResultsFormat.TSV).serialize(format=form) or b""


def _cell(term: object) -> str:
    if term is None:
        return ""
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)
