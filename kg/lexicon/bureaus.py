"""What the bureaus of counties and cities are called (司法局, 公安分局, 城管执法局), and the bodies of the country."""

from functools import lru_cache

from kg.lexicon.vocabulary import Vocabulary

BUREAU = "institution/bureau"


@lru_cache(maxsize=4)
def bureaus(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The labels of all kinds of bureaus, without the bare 局."""
    bureau = vocabulary.concepts[BUREAU].label
    kinds = {
        vocabulary.concepts[f"kind/{kind}"].label
        for kind in ("department", "enforcement-team", "justice-bureau")
    }
    of_bureaus = (concept for concept in vocabulary.of("InstitutionKind") if concept.kind in kinds)
    return tuple(
        label
        for concept in of_bureaus
        for label in concept.labels
        if label.endswith(bureau) and label != bureau
    )


@lru_cache(maxsize=4)
def national_names(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The labels of the bodies that the country has one of, longer ones first."""
    kinds = vocabulary.having("InstitutionKind", "reach", "national")
    return tuple(sorted((label for kind in kinds for label in kind.labels), key=len, reverse=True))
