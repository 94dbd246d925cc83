"""Which numbers of a text count something, and are not part of a name or a figure of speech."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from kg.extraction.common.spans import Candidate
from kg.extraction.figures.counts import Count

LONGEST_QUOTATION = 20
"""Characters between a number and either mark of the quotation that it stands in."""
HOSTS = frozenset(("LegalInstrument", "Doctrine", "Event", "Programme", "Honour", "Division"))
"""A number inside a name of these types is part of the name (12345, 三项制度, 九台区)."""


def countable(text: str, counts: Iterable[Count], mentions: Sequence[Candidate]) -> Iterator[Count]:
    """Those of ``counts`` that count; ``mentions`` are in text order."""
    named = _names(text, mentions)
    for count in counts:
        if not (named[count.begin] or _is_quoted(text, count) or _is_of_a_place(count, mentions)):
            yield count


def _names(text: str, mentions: Sequence[Candidate]) -> bytearray:
    """For each offset, whether it lies in a name whose numbers are its own (12345, 三项制度)."""
    mask = bytearray(len(text))
    for m in mentions:
        if m.type in HOSTS:
            mask[m.begin : m.end] = b"\1" * (m.end - m.begin)
    return mask


def _is_quoted(text: str, count: Count) -> bool:
    """Whether a numeral in words stands in a quotation, as in a figure of speech (“公章四面围城”)."""
    if text[count.begin].isascii():
        return False
    opening = text.rfind("“", max(0, count.begin - LONGEST_QUOTATION), count.begin)
    closing = text.find("”", count.end, count.end + LONGEST_QUOTATION)
    return opening >= 0 and closing >= 0 and "”" not in text[opening : count.begin]


def _is_of_a_place(count: Count, mentions: Sequence[Candidate]) -> bool:
    """Whether the measure word is the first character of a place's name (2023 + 张渚镇, 年 left out)."""
    k = bisect_left(mentions, count.end, key=attrgetter("begin")) - 1
    return (
        k >= 0
        and mentions[k].type == "Division"
        and count.begin < mentions[k].begin < count.end < mentions[k].end
    )
