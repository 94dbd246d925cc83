"""Names with a grammar of their own (``pattern/*`` of the vocabulary): congress spirits, speeches, named days."""

import re

from spacy.tokens import Doc

from kg.errors import KgError
from kg.extraction.factory import Component, component
from kg.extraction.spans import Candidate, write
from kg.lexicon.matcher import balanced
from kg.lexicon.vocabulary import Vocabulary


@component("fazhi_patterns")
def patterns(vocabulary: Vocabulary) -> Component:
    """A component that writes the patterns' matches to the group ``patterns``."""
    compiled = []
    for concept in vocabulary.of("NamePattern"):
        try:
            joined = re.compile("|".join(f"(?:{p})" for p in concept.facts["pattern"]))
        except re.error as error:
            raise KgError("KG014", concept.id, why=f"{error.pattern!r}: {error.msg}") from error
        compiled.append((joined, concept))

    def run(doc: Doc) -> Doc:
        full, text, origin = doc._.analysis.bare
        found = []
        for pattern, concept in compiled:
            for match in pattern.finditer(text):
                begin, end = balanced(full, origin[match.start()], origin[match.end() - 1] + 1)
                rule = f"patterns:{concept.id}"
                found.append(Candidate(begin, end, concept.one("ofType"), concept.kind, rule))  # type: ignore[arg-type]
        write(doc, "patterns", found)
        return doc

    return run
