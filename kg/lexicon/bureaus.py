"""What the bureaus of counties and cities are called: 司法局, 公安分局, 城管执法局."""

from kg.lexicon.vocabulary import Vocabulary

BUREAU = "institution/bureau"


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
