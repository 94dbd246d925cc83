"""Lists of mentions of one type: 《A》《B》、区委《C》和《D》 are governed by one verb."""

import re

from kg.extraction.joints import JOINTS, LAST
from kg.extraction.sentence import NOUN_TAGS, Sentence
from kg.extraction.spans import Candidate

NUMBER = re.compile(r"^（[^（）]{2,24}）")
"""The number of a document behind its title: （闽政办〔2015〕16号）."""
LISTING = (*JOINTS, *(f"，{word}" for word in LAST), "")
"""What may stand between the members of a list."""
NORMS = ("LegalInstrument", "Doctrine")
"""Types that one list may mix: 习近平法治思想、《行政诉讼法》."""


def first_of_list(sentence: Sentence, k: int) -> int:
    """The first mention of the list that mention ``k`` is in."""
    first = k
    for other in range(k - 1, sentence.inside[0] - 1, -1):
        if sentence.host(other) or _issues(sentence, other, first):
            continue
        if not _listed(sentence, other, first):
            break
        first = other
    return first


def last_of_list(sentence: Sentence, k: int) -> int:
    """The last mention of that list."""
    last = k
    for other in range(k + 1, sentence.inside[-1] + 1):
        if sentence.host(other) or (other < sentence.inside[-1] and _issues(sentence, other, other + 1)):
            continue
        if not _listed(sentence, last, other):
            break
        last = other
    return last


def describes(sentence: Sentence, end: int, tags: frozenset[str] = NOUN_TAGS) -> bool:
    """Whether a noun (a word of ``tags``) or a number follows directly, so that what ends at ``end`` only describes it."""
    if end >= sentence.span.end:
        return False
    return sentence.text[end].isdigit() or sentence.words.tag[end] in tags


def _issues(sentence: Sentence, body: int, title: int) -> bool:
    """Whether a body stands directly before a title, as who issued it: 区委《意见》."""
    issuer, instrument = sentence.mentions[body], sentence.mentions[title]
    return (
        issuer.type == "Organization"
        and instrument.type == "LegalInstrument"
        and issuer.end == instrument.begin
    )


def _listed(sentence: Sentence, one: int, other: int) -> bool:
    """Whether a list goes on from one mention to the ``other``, which follows it."""
    before, after = sentence.mentions[one], sentence.mentions[other]
    edge = sentence.mentions[other - 1].begin if _issues(sentence, other - 1, other) else after.begin
    between = NUMBER.sub("", sentence.text[before.end : edge].strip("“”"))
    return alike(before, after) and between in LISTING


def alike(one: Candidate, other: Candidate) -> bool:
    """Whether one list may hold both."""
    return one.type == other.type or (one.type in NORMS and other.type in NORMS)
