"""What an explanation holds."""

from kg.explain.find import Match
from kg.explain.links import Link
from kg.explain.passages import Passage
from kg.explain.rules import Reason
from kg.model import Record


class Finding(Record):
    """One mention or one assertion: where it stands and why it was found."""

    iri: str
    type: str
    """``Mention``, ``Claim``, ``Observation``, ``Plan``, ``Shortcoming``."""
    says: str
    """A claim, figure or statement in words; the empty string for a mention."""
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]
    confidence: float | None
    """0 to 1; None when the graph does not say."""
    links: tuple[Link, ...]
    """A mention's entity; the ends of a claim; whom a figure is about."""


class Explanation(Record):
    """The answer to one question. ``matches`` has several when the name does not tell which is meant; then nothing else
    is filled."""

    asked: str
    matches: tuple[Match, ...] = ()
    iri: str = ""
    type: str = ""
    name: str = ""
    findings: tuple[Finding, ...] = ()
    """The entity's mentions in order of report and text, as many as asked for; or the one assertion or mention."""
    found: int = 0
    """How many there are."""
