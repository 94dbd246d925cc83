"""Which of the formats on offer a client would rather have (RFC 9110, section 12.5.1)."""

from collections.abc import Mapping

from kg.query.media import SOLUTIONS, TRIPLES

HTML = "text/html"
FOR_SOLUTIONS = {
    **{media: media for media in SOLUTIONS},
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
"""Media type → the one that is sent for it."""
FOR_TRIPLES = {
    **{media: media for media in TRIPLES},
    "application/x-turtle": "text/turtle",
    "application/turtle": "text/turtle",
    "text/plain": "application/n-triples",
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
}


def preferred(accept: str, offered: Mapping[str, str]) -> str:
    """What to send of ``offered`` (asked for → sent, the first is the default); empty when nothing is acceptable.

    The most specific range decides how much a type is wanted; among equals the order of ``offered`` does.
    """
    ranges = _ranges(accept) or {"*/*": 1.0}
    best, weight = "", 0.0
    for media, sent in offered.items():
        wanted = next(
            (ranges[key] for key in (media, f"{media.split('/')[0]}/*", "*/*") if key in ranges), 0.0
        )
        if wanted > weight:
            best, weight = sent, wanted
    return best


def _ranges(accept: str) -> dict[str, float]:
    found = {}
    for part in accept.lower().split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        if "/" in media:
            given = [piece[2:].strip() for piece in parameters if piece.startswith("q=")]
            try:
                found[media] = float(given[0]) if given else 1.0
            except ValueError:
                found[media] = 0.0
    return found
