"""Meetings whose spirit is meant: 市委全面依法治市工作会议精神 is a doctrine, and so is each of a list that shares 精神."""

import re

from spacy.tokens import Doc

from kg.extraction.common.factory import Component, component
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.spans import Candidate, read, write
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.rules import SHARED_SPIRIT, SPIRIT

GROUPS = ("terms", "patterns", "heads")
"""Where meetings are found."""
LONGEST_MEETING = 24
"""Characters of a meeting before the word that says so."""
MOST = 6
"""Meetings of one list after the first."""


@component("fazhi_spirits")
def spirits(vocabulary: Vocabulary) -> Component:
    """A component that writes such doctrines to the group ``spirits``; needs the groups of meetings."""
    heads = {label for c in vocabulary.of("NameHead") if c.one("ofType") == "Event" for label in c.labels}
    meeting = any_of(heads)
    spirit = any_of(vocabulary.words("boundary/spirit"))
    own = re.compile(spirit)
    learns = any_of(vocabulary.properties["studies"].triggers)
    other = rf"(?:(?!{learns})[^{CLAUSE}、]){{2,{LONGEST_MEETING}}}{meeting}"
    # neither 厅长办公会 + 及时传达…精神 nor 县委常委会会议 + 、县政府常务会议传达学习…精神 is a list of them
    shared = re.compile(rf"(?:{any_of(JOINTS)}(?!时){other}){{1,{MOST}}}{spirit}")
    kind = vocabulary.concepts["kind/doctrine"].label

    def run(doc: Doc) -> Doc:
        text = doc._.clean
        found = []
        for event in (c for group in GROUPS for c in read(doc, group) if c.type == "Event"):
            after = own.match(text, event.end)
            if after:
                found.append(Candidate(event.begin, after.end(), "Doctrine", kind, SPIRIT))
            elif shared.match(text, event.end):
                found.append(Candidate(event.begin, event.end, "Doctrine", kind, SHARED_SPIRIT))
        write(doc, "spirits", found)
        return doc

    return run
