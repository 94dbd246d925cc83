"""The vocabularies as the graph needs them: a concept's IRI by the label or notation that records carry."""

from pathlib import Path
from typing import NamedTuple

from kg.errors import KgError
from kg.lexicon import vocabulary
from kg.lexicon.own import while_same
from kg.model.namespaces import VOCABULARY


class _Index(dict[str, str]):
    """IRIs in angle brackets by name; a name without one is a fault of the vocabulary, not of a report."""

    def __init__(self, what: str, pairs: dict[str, str]) -> None:
        super().__init__(pairs)
        self._what = what

    def __missing__(self, name: str) -> str:
        raise KgError("KG014", why=f"there is no {self._what} {name!r}")


class Concepts(NamedTuple):
    """IRIs in angle brackets; each index raises KgError KG014 for a name that it lacks."""

    kinds: dict[str, str]
    """By Chinese label: ``司法所``."""
    indicators: dict[str, str]
    """By notation: ``disputes_mediated``."""
    topics: dict[str, str]
    """By notation: ``workforce``."""


@while_same(maxsize=4)
def concepts(extra: tuple[Path, ...] = ()) -> Concepts:
    """The concepts of the shipped vocabularies and of the user's own files (``extra``)."""
    known = vocabulary.load(extra)
    kinds = {c.label: f"<{VOCABULARY}{c.id}>" for c in known.of("Kind")}
    indicators = {c.notation: f"<{VOCABULARY}{c.id}>" for c in known.of("Indicator")}
    topics = {c.notation: f"<{VOCABULARY}{c.id}>" for c in known.of("Topic")}
    return Concepts(_Index("kind", kinds), _Index("indicator", indicators), _Index("topic", topics))
