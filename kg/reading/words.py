"""The words of ``ontology/vocabulary/outline.ttl``, as lists and as regular expressions."""

from functools import lru_cache

import pyoxigraph as ox

from kg import resources
from kg.errors import UNREADABLE, KgError, raised_as
from kg.model.alternation import any_of
from kg.model.namespaces import SKOS, VOCABULARY

SCHEME = f"{VOCABULARY}outline/"
_LABELS = tuple(f"{SKOS}{kind}Label" for kind in ("pref", "alt", "hidden"))


@lru_cache(maxsize=1)
def lists() -> dict[str, tuple[str, ...]]:
    """Every list of the scheme ``outline`` by its slug. Raises KgError KG014 as ``words`` does."""
    path = resources.ontology() / "vocabulary" / "outline.ttl"
    found: dict[str, list[str]] = {}
    with raised_as("KG014", path, UNREADABLE):
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
            label = quad.object
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(label, ox.Literal):
                continue
            _, inside, slug = quad.subject.value.partition(SCHEME)
            if inside and quad.predicate.value in _LABELS and label.language == "zh":
                found.setdefault(slug, []).append(label.value)
    return {slug: tuple(sorted(words, key=lambda word: (-len(word), word))) for slug, words in found.items()}


def words(slug: str) -> tuple[str, ...]:
    """The words of one list of the scheme ``outline``, longest first.

    Raises KgError KG014 when the vocabulary is missing, is not Turtle, or does not have the list.
    """
    try:
        return lists()[slug]
    except KeyError as error:
        raise KgError("KG014", "outline.ttl", why=f"the list {slug} is missing") from error


def either(*slugs: str) -> str:
    """A regular expression that matches any word of the lists, the longest first."""
    return any_of(word for slug in slugs for word in words(slug))


def spaced(*slugs: str) -> str:
    """The same for words that layout may have spread out: ``索 引 号``."""
    return any_of((" *".join(word) for slug in slugs for word in words(slug)), escape=False)
