"""Terms of the vocabulary (programmes, roles, doctrines, events, honours), matched literally."""

from spacy.tokens import Doc

from kg.extraction.factory import Component, component
from kg.extraction.spans import Candidate, write
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Concept, Vocabulary

NAMED_ONLY = frozenset(("Doctrine", "Role", "Programme"))
"""Classes of which readers disagree too often for their debatable concepts (依法行政, 主要负责人, 人民调解) to be mentions."""
CLASSES = ("Programme", "Role", "Doctrine", "Event", "Honour")


@component("fazhi_terms")
def terms(vocabulary: Vocabulary) -> Component:
    """A component that writes the vocabulary's terms to the group ``terms``."""
    entries = [
        (label, concept) for cls in CLASSES for concept in vocabulary.of(cls) for label in concept.labels
    ]
    matcher = Matcher(label for label, _ in entries)
    concepts = [None if _is_debatable(concept) else concept for _, concept in entries]

    def run(doc: Doc) -> Doc:
        text, found = doc._.clean, []
        for begin, end, label in matcher.find(doc._.analysis.bare):
            concept = concepts[label]
            if concept is None or concept.runs_on(text, end) or _in_number(text, begin, end):
                continue
            found.append(Candidate(begin, end, concept.cls, concept.kind, f"terms:{concept.id}"))  # type: ignore[arg-type]
        write(doc, "terms", found)
        return doc

    return run


def _is_debatable(concept: Concept) -> bool:
    return concept.cls in NAMED_ONLY and concept.one("debatable") == "true"


def _in_number(text: str, begin: int, end: int) -> bool:
    """Whether a term that begins or ends with a digit is a piece of a longer number (1 12345 件)."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    return (text[begin].isdigit() and before.isdigit()) or (text[end - 1].isdigit() and after.isdigit())
