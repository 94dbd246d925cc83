"""Named individuals: a family name and a given name beside a title (刘平教授, 院长刘平)."""

from spacy.tokens import Doc

from kg.extraction.factory import Component, component
from kg.extraction.spans import Candidate, write
from kg.extraction.words import Words
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary

GOES_ON = frozenset("所作同等的率带主讲")
"""What may follow a name although the segmenter joins it to the name's last character: 刘平所作."""
SIZES = (3, 2, 4)
"""Characters of a full name, likeliest first."""


@component("fazhi_persons")
def persons(vocabulary: Vocabulary) -> Component:
    """A component that writes people to the group ``persons``."""
    titles = Matcher(vocabulary.words("boundary/person-title"))
    not_titles = vocabulary.words("boundary/not-a-title-before")
    surnames = frozenset(vocabulary.words("boundary/surname"))
    kind = vocabulary.concepts["kind/person"].label

    def run(doc: Doc) -> Doc:
        text, words = doc._.clean, doc._.analysis.words
        found = set()
        for begin, end, _ in titles.find(doc._.analysis.bare):
            if words.end[end - 1] > end or text.startswith(not_titles, end):
                continue
            joined = words.begin[begin] < begin  # 大学教授 is one word to the segmenter
            before = None if joined else _before(text, words, begin, surnames)
            for name in (before, _after(text, words, end, surnames)):
                if name:
                    found.add(Candidate(*name, "Person", kind, "persons:title"))
        write(doc, "persons", sorted(found))
        return doc

    return run


def _is_name(text: str, words: Words, begin: int, end: int, surnames: frozenset[str]) -> bool:
    """Whether the characters are a name to the segmenter too: words of a name's tag, or single characters."""
    if not (text[begin] in surnames or text[begin : begin + 2] in surnames):
        return False
    if words.begin[begin] != begin or (words.end[end - 1] != end and text[end] not in GOES_ON):
        return False
    at, tagged = begin, False
    while at < end:
        tag, stop = words.tag[at], words.end[at]
        if tag in ("nr", "nrt", "nrfg"):
            tagged = True
        elif stop - at > 1:
            return False
        at = stop
    return tagged


def _before(text: str, words: Words, at: int, surnames: frozenset[str]) -> tuple[int, int] | None:
    for size in SIZES:
        if at >= size and _is_name(text, words, at - size, at, surnames):
            return at - size, at
    return None


def _after(text: str, words: Words, at: int, surnames: frozenset[str]) -> tuple[int, int] | None:
    for size in SIZES:
        if at + size <= len(text) and _is_name(text, words, at, at + size, surnames):
            return at, at + size
    return None
