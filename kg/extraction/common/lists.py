"""Lists of mentions of one type: 《A》《B》、区委《C》和《D》 are governed by one verb."""

import re
from typing import NamedTuple

from kg.extraction.common.amounts import amount
from kg.extraction.common.joints import JOINING, SIGNS
from kg.extraction.common.spans import Candidate
from kg.lexicon.vocabulary import Vocabulary

NUMBER = re.compile(r"^（[^（）]{2,24}）")
"""The number of a document behind its title: （闽政办〔2015〕16号）."""
LISTING = (*JOINING, "")
"""What may stand between the members of a list."""
NORMS = ("LegalInstrument", "Doctrine")
"""Types that one list may mix: 习近平法治思想、《行政诉讼法》."""


class Lists(NamedTuple):
    """The lists that the mentions of a report form; a mention in none, or inside another, is alone in its own."""

    first: list[int]
    """For each mention, the index of the first of its list."""
    last: list[int]
    """The index of the last."""


def member_count(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A pattern of how many there are of a member, up to the joint: 法治公园 + 1个 + 、法治广场3处."""
    return re.compile(rf"^”?{amount(vocabulary)}[\u4e00-\u9fff]{{1,2}}(?=[{SIGNS}]$)")


def lists(
    text: str, mentions: list[Candidate], outer: list[Candidate | None], count: re.Pattern[str]
) -> Lists:
    """The lists of ``mentions`` (in text order); ``outer`` holds for each the one that it lies inside of. ``count``
    finds how many there are of a member."""
    first, last = list(range(len(mentions))), list(range(len(mentions)))
    own = [k for k, host in enumerate(outer) if host is None]
    for at in range(1, len(own)):
        before, k = own[at - 1], own[at]
        edge = mentions[k].begin
        if at > 1 and _issues(mentions[before], mentions[k]):
            before, edge = own[at - 2], mentions[before].begin
        if _goes_on(text, mentions[before], mentions[k], edge, count):
            first[k] = first[before]
    for k in reversed(own):
        last[k] = last[first[k]] = max(k, last[first[k]])
    return Lists(first, last)


def alike(one: Candidate, other: Candidate) -> bool:
    """Whether one list may hold both."""
    return one.type == other.type or (one.type in NORMS and other.type in NORMS)


def _issues(issuer: Candidate, title: Candidate) -> bool:
    """Whether a body stands directly before a title, as who issued it: 区委《意见》."""
    return issuer.type == "Organization" and title.type == "LegalInstrument" and issuer.end == title.begin


def _goes_on(text: str, one: Candidate, other: Candidate, edge: int, count: re.Pattern[str]) -> bool:
    """Whether a list goes on from one mention to the ``other``, or to who issued it, which begins at ``edge``; honours also over
    a comma (被评为“示范社区”，区级平安小区)."""
    between = count.sub("", NUMBER.sub("", text[one.end : edge].strip("“”")))
    return alike(one, other) and (between in LISTING or (between == "，" and one.type == "Honour"))
