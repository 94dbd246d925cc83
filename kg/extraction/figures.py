"""Counted and measured figures: number, measure word, what is counted, for whom and in which period."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from spacy.tokens import Doc

from kg.extraction.actors import Actors
from kg.extraction.alternation import any_of
from kg.extraction.clauses import SENTENCE_END, Roles, Stretch, split
from kg.extraction.counted import Counted, Wording
from kg.extraction.counts import Count, Numbers
from kg.extraction.factory import Component, component
from kg.extraction.indicators import OTHER, Indicators
from kg.extraction.joints import SIGNS
from kg.extraction.spans import Candidate, read
from kg.extraction.tables import Tables
from kg.lexicon import reliability
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Figure, Status

LISTED_RATE = rf"[^，。；{SIGNS}]{{1,12}}率"
"""One of several rates of which one percentage says what each is: 参考率和合格率均达100%."""
LONGEST_QUOTATION = 20
YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)")
HOSTS = frozenset(("LegalInstrument", "Doctrine", "Event", "Programme", "Honour"))
"""A number inside a name of these types is part of the name (12345, 三项制度)."""


@component("fazhi_figures")
def figures(vocabulary: Vocabulary) -> Component:
    """A component that sets ``doc._.figures``; needs the group ``mentions`` and ``doc._.outline``."""
    numbers, wording, indicators = Numbers(vocabulary), Wording(vocabulary), Indicators(vocabulary)
    actors = Actors(vocabulary)
    units = frozenset(label for c in vocabulary.of("Unit") for label in c.labels)
    totals = frozenset(vocabulary.words("number/total"))
    tables = Tables(vocabulary.words("number/column-measure"), units, totals)
    each = any_of(vocabulary.words("number/each")).pattern
    rates = re.compile(rf"{LISTED_RATE}(?:[{SIGNS}]{LISTED_RATE})+(?={each})")
    last_year = vocabulary.words("number/last-year")

    def run(doc: Doc) -> Doc:
        text, outline = doc._.clean, doc._.outline
        mentions = read(doc, "mentions")
        masked = _names(text, mentions)
        roles = Roles(outline)
        found: list[Figure] = []
        numbered = [
            c
            for c in (
                *numbers.counts(text, doc._.analysis.words, outline.body_begin, len(text)),
                *numbers.percentages(text, outline.body_begin, len(text)),
            )
            if not masked[c.begin] and not _is_quoted(text, c) and not _is_of_a_name(c, mentions)
        ]
        said = sorted([*numbered, *indicators.zeros(text, outline.body_begin, numbered)])
        begins = [count.begin for count in said]
        acting = actors.of(text, doc._.analysis.words, mentions, outline, begins)
        first, wholes = 0, Wholes(text, indicators)
        for sentence in split(text, outline.body_begin, len(text), SENTENCE_END):
            last = bisect_left(said, sentence.end, first, key=attrgetter("begin"))
            counts, first = said[first:last], last
            told = wording.of(text, doc._.analysis.words, sentence, counts)
            for count, span in zip(counts, told, strict=True):
                words = span.words
                concept = indicators.classify(text, doc._.analysis.words, sentence, count, span)
                concept = wholes.concept(count, span, concept)
                status = roles.status(count.begin)
                period = _period(text, sentence, span, outline.year, status, last_year)
                in_words = count.value == 0 and not text[count.begin].isdigit()
                rule = "figures:zero" if in_words else "figures:count"
                several = rates.search(text, span.begin, count.begin) if count.unit == "%" else None
                listed = re.findall(LISTED_RATE, several.group()) if several else []
                named = [(rate, indicators.named(rate, count.unit)) for rate in listed]
                found += (
                    Figure(
                        indicator=words,
                        concept=concept,
                        value=count.value,
                        unit=count.unit,
                        about=acting.at(count.begin),
                        period=period,
                        status=status,
                        approx=count.approx,
                        begin=span.begin,
                        end=span.end,
                        rule=rule,
                        confidence=reliability.of("observations", concept, rule),
                    )
                    for words, concept in named or [(words, concept)]
                )
        for reading in tables.readings(text, outline.body_begin, len(text)):
            concept = indicators.named(reading.words, reading.unit)
            found.append(
                Figure(
                    indicator=reading.words,
                    concept=concept,
                    value=reading.value,
                    unit=reading.unit,
                    about=None,
                    period=str(outline.year) if outline.year else "",
                    status=roles.status(reading.begin),
                    approx=False,
                    begin=reading.begin,
                    end=reading.end,
                    rule="figures:table",
                    confidence=reliability.of("observations", concept, "figures:table"),
                )
            )
        doc._.figures = found
        return doc

    return run


class Wholes:
    """What is counted whole, of which the figures after 其中 are parts: a part that names no indicator is of the whole's."""

    def __init__(self, text: str, indicators: Indicators) -> None:
        self._text, self._marks = text, indicators.by_kind
        self._whole: tuple[str | None, str] = (None, OTHER)
        self._edge = 0
        self._parts = False

    def concept(self, count: Count, span: Counted, own: str) -> str:
        """The indicator of the next figure of the text; ``own`` is that of its own words."""
        gap = self._text[self._edge : count.begin]
        if "\n" not in gap and self._marks.search(gap):
            self._parts = True
        elif self._text[self._edge : span.begin].strip("，、；"):
            self._parts = False
        self._edge = max(span.end, count.end)
        unit, whole = self._whole
        if not self._parts:
            self._whole = (count.unit, own)
        return whole if self._parts and own == OTHER and unit == count.unit else own


def _period(
    text: str, sentence: Stretch, span: Counted, year: int | None, status: Status, last_year: tuple[str, ...]
) -> str:
    """The year that a figure is of: the report's, the one before where the words say so, of a plan the year that the sentence
    names last before it, or the next."""
    if year is None:
        return ""
    if status == "planned":
        named = [int(match[1]) for match in YEAR.finditer(text, sentence.begin, span.end)]
        return str(next((one for one in reversed(named) if one >= year), year + 1))
    return str(year - any(word in text[span.begin : span.end] for word in last_year))


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


def _is_of_a_name(count: Count, mentions: Sequence[Candidate]) -> bool:
    """Whether the measure word is the first character of a place's name (2023 + 张渚镇, 年 left out)."""
    k = bisect_left(mentions, count.end, key=attrgetter("begin")) - 1
    return (
        k >= 0
        and mentions[k].type == "Division"
        and count.begin < mentions[k].begin < count.end < mentions[k].end
    )
