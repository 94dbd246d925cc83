"""Names with a grammar of their own (``pattern/*`` of the vocabulary): congress spirits, speeches, named days."""

import re

from spacy.tokens import Doc

from kg.errors import KgError
from kg.extraction.common.factory import Component, component
from kg.extraction.common.spans import Candidate, Covering, read, write
from kg.lexicon.concept import Concept
from kg.lexicon.matcher import balanced
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import PATTERN

PLACE = "Division"
"""The class of names that a pattern may ask for (``fz:holds``)."""


@component("fazhi_patterns")
def patterns(vocabulary: Vocabulary) -> Component:
    """A component that writes the patterns' matches to the group ``patterns``, but for what the vocabulary has by name; needs
    the groups ``divisions`` and ``terms``."""
    compiled = [(*_compiled(concept), concept) for concept in vocabulary.of("NamePattern")]

    def run(doc: Doc) -> Doc:
        full, text, origin = doc._.analysis.bare
        places = Covering(read(doc, "divisions"))
        known = {(c.begin, c.end, c.type) for c in read(doc, "terms")}
        found = []
        for starts, pattern, concept in compiled:
            reached = 0
            for start in starts.finditer(text):
                match = pattern.match(text, start.start())
                if match is None or match.start() < reached or not match[0]:
                    continue
                reached = match.end()
                begin, end = balanced(full, origin[match.start()], origin[reached - 1] + 1)
                if concept.one("holds") == PLACE and not places.inside(begin, end):
                    continue
                if (begin, end, concept.entity) in known:
                    continue  # 在 + 春节, which is no other's festival
                rule = f"{PATTERN}{concept.id}"
                found.append(Candidate(begin, end, concept.entity, concept.kind, rule))
        write(doc, "patterns", found)
        return doc

    return run


def _compiled(concept: Concept) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds each place where the concept's patterns match, and the patterns themselves. The engine skips to a character
    out of a set at once; the patterns are tried from there by looking back at it. Raises KgError KG014."""
    patterns = "|".join(f"(?:{p})" for p in concept.facts["pattern"])
    opening = concept.one("opening")
    here = f"(?={patterns})"
    try:
        whole = re.compile(patterns)
        return re.compile(rf"[{re.escape(opening)}](?<={here}[\s\S])" if opening else here), whole
    except re.error as error:
        raise KgError("KG014", concept.id, why=f"{error.pattern!r}: {error.msg}") from error
