"""The rules by which bodies of a kind, and of the kinds under it, are found."""

from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import BODY


def rules_of(kind: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The rules of the institution kind of that identifier and of those that it is broader than."""
    kinds = (c.id for c in vocabulary.of("InstitutionKind") if kind in (c.id, *c.broader))
    return frozenset(f"{BODY}{id_}" for id_ in kinds)
