"""Counted and measured figures: number, measure word, what is counted, for whom and in which period."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.clauses import SENTENCE_END, Roles, Stretch, split
from kg.extraction.factory import Component, component
from kg.extraction.indicators import Indicators
from kg.extraction.numerals import CHINESE, arabic, chinese
from kg.extraction.spans import Candidate, read
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Figure

MULTIPLES = {"万": 10_000, "亿": 100_000_000, "千": 1000, "百": 100}
HOSTS = frozenset(("LegalInstrument", "Doctrine", "Event", "Programme", "Honour"))
"""A number inside a name of these types is part of the name (12345, 三项制度)."""


class Count(NamedTuple):
    """A number with its measure word."""

    begin: int
    end: int
    value: float
    unit: str | None
    approx: bool


class Numbers:
    """The grammar of a count, with the measure words of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        units = sorted({label for c in vocabulary.of("Unit") for label in c.labels}, key=len, reverse=True)
        joined = "|".join(map(re.escape, units))
        before = "|".join(map(re.escape, vocabulary.words("number/approximate-before")))
        after = "|".join(map(re.escape, vocabulary.words("number/approximate-after")))
        self.pattern = re.compile(
            rf"(?P<before>{before})?"
            rf"(?P<number>\d{{1,3}}(?:[,，]\d{{3}})+|\d+(?:\.\d+)?|[{CHINESE}]{{1,9}}?)"
            rf"(?P<multiple>[万亿千百](?!分))?(?P<after>{after})?(?P<unit>{joined})(?P<tail>{after})?"
        )
        self.not_before = vocabulary.words("number/ordinal-mark")
        self.not_one = vocabulary.words("number/not-before-one")
        self.exact = frozenset(vocabulary.words("number/not-approximate"))

    def counts(self, text: str, begin: int, end: int) -> Iterator[Count]:
        """The counts in ``text[begin:end]``, left to right."""
        for match in self.pattern.finditer(text, begin, end):
            at = match.start("number")
            if text.endswith(self.not_before, 0, at) or (
                at and text[at - 1] in ".．-—" and text[at - 2].isdigit()
            ):
                continue
            number, multiple = match["number"], match["multiple"] or ""
            small = chinese(number) if not number[0].isdigit() else arabic(number)
            if (
                small is None
                or (number in MULTIPLES and not match["before"])
                or not self._is_counting(text, match, number, end)
            ):
                continue
            unit = match["unit"]
            value = float(small)
            if number[0].isdigit() and multiple in "万亿" and multiple:
                unit = multiple + unit
            elif multiple:
                value *= MULTIPLES[multiple]
            before = match["before"]
            approx = bool((before and before not in self.exact) or match["after"] or match["tail"])
            yield Count(match.start("number") - len(before or ""), match.end(), value, unit, approx)

    def _is_counting(self, text: str, match: re.Match[str], number: str, end: int) -> bool:
        """Whether a Chinese numeral counts: not at the head of a quotation (“三个规划”), and 一 only at the end of its
        clause after a noun (新增阵地一处, but 结合在一起)."""
        at = match.start("number")
        if number[0].isdigit():
            return True
        if text[at - 1 : at] == "“":
            return False
        if number != "一":
            return True
        return (match.end() >= end or text[match.end()] in "，。；、\n") and not text.endswith(
            self.not_one, 0, at
        )


@component("fazhi_figures")
def figures(vocabulary: Vocabulary) -> Component:
    """A component that sets ``doc._.figures``; needs ``doc.spans["mentions"]`` and ``doc._.outline``."""
    numbers, indicators = Numbers(vocabulary), Indicators(vocabulary)
    last_year = vocabulary.words("number/last-year")

    def run(doc: Doc) -> Doc:
        text, outline = doc._.clean, doc._.outline
        mentions = read(doc, "mentions")
        masked = _names(text, mentions)
        roles = Roles(outline)
        found = []
        for sentence in split(text, outline.body_begin, len(text), SENTENCE_END):
            counts = [c for c in numbers.counts(text, *sentence) if not masked[c.begin]]
            counts = sorted([*counts, *indicators.zeros(text, sentence, counts)])
            for k, count in enumerate(counts):
                before = counts[k - 1].end if k else sentence.begin
                after = counts[k + 1].begin if k + 1 < len(counts) else sentence.end
                span = indicators.span(text, sentence, count, before, after)
                words, concept = indicators.classify(text, sentence, span, count)
                earlier = any(word in text[span.begin : span.end] for word in last_year)
                in_words = count.value == 0 and not text[count.begin].isdigit()
                found.append(
                    Figure(
                        indicator=words,
                        concept=concept,
                        value=count.value,
                        unit=count.unit,
                        about=_about(mentions, sentence, count),
                        period=str(outline.year - earlier) if outline.year else "",
                        status=roles.status(count.begin),
                        approx=count.approx,
                        begin=span.begin,
                        end=span.end,
                        rule="figures:zero" if in_words else "figures:count",
                    )
                )
        doc._.figures = found
        return doc

    return run


def _names(text: str, mentions: Sequence[Candidate]) -> bytearray:
    """For each offset, whether it lies in a name whose numbers are its own (12345, 三项制度)."""
    mask = bytearray(len(text))
    for m in mentions:
        if m.type in HOSTS:
            mask[m.begin : m.end] = b"\1" * (m.end - m.begin)
    return mask


def _about(mentions: Sequence[Candidate], sentence: Stretch, count: Count) -> int | None:
    """Index of the last body named before the count in its sentence; ``mentions`` are in text order."""
    k = bisect_left(mentions, count.begin, key=attrgetter("begin")) - 1
    while k >= 0 and mentions[k].begin >= sentence.begin:
        if mentions[k].type == "Organization" and mentions[k].end <= count.begin:
            return k
        k -= 1
    return None
