"""Counted and measured figures: number, measure word, what is counted, for whom and in which period."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from spacy.tokens import Doc

from kg.extraction.actors import Actors
from kg.extraction.changes import Changes
from kg.extraction.clauses import SENTENCE_END, Roles, split
from kg.extraction.countable import countable
from kg.extraction.counted import Counted, Wording
from kg.extraction.counts import Count, Numbers
from kg.extraction.dealing import Dealing
from kg.extraction.factory import component
from kg.extraction.fillers import Fillers
from kg.extraction.indicators import OTHER, Indicators
from kg.extraction.periods import Periods
from kg.extraction.spans import read
from kg.extraction.tables import Tables
from kg.extraction.wholes import Marks, Wholes
from kg.extraction.words import Words
from kg.lexicon import reliability
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Figure, Outline


@component("fazhi_figures")
class Figures:
    """A component that sets ``doc._.figures``; needs the group ``mentions`` and ``doc._.outline``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        fillers = Fillers(vocabulary)
        self._numbers, self._wording = Numbers(vocabulary), Wording(vocabulary, fillers)
        self._indicators, self._actors = Indicators(vocabulary, fillers), Actors(vocabulary, fillers)
        units = frozenset(label for c in vocabulary.of("Unit") for label in c.labels)
        totals = frozenset(vocabulary.words("number/total"))
        self._tables = Tables(vocabulary.words("number/column-measure"), units, totals)
        changes = Changes(vocabulary)
        self._dealing = Dealing(vocabulary, self._wording, changes)
        self._periods, self._marks = Periods(vocabulary, changes), Marks(vocabulary, changes)

    def __call__(self, doc: Doc) -> Doc:
        roles = Roles(doc._.outline)
        doc._.figures = self._told(doc, roles)
        doc._.figures += self._tabled(doc._.clean, doc._.outline, roles)
        return doc

    def _counts(self, doc: Doc) -> list[Count]:
        """The counts of the report in text order, and the zeros that it says in words."""
        text, begin = doc._.clean, doc._.outline.body_begin
        numbers = (
            *self._numbers.counts(text, doc._.analysis.words, begin, len(text)),
            *self._numbers.percentages(text, begin, len(text)),
        )
        counts = list(countable(text, numbers, read(doc, "mentions")))
        return sorted([*counts, *self._indicators.zeros(text, begin, counts)])

    def _told(self, doc: Doc, roles: Roles) -> list[Figure]:
        """The figures that sentences tell."""
        told: list[Figure] = []
        text, outline, words = doc._.clean, doc._.outline, doc._.analysis.words
        counts = self._counts(doc)
        acting = self._actors.of(text, words, read(doc, "mentions"), outline, [c.begin for c in counts])
        wholes = Wholes(text, self._marks, counts)
        dates = self._periods.dates(text)
        first = 0
        for sentence in split(text, outline.body_begin, len(text), SENTENCE_END):
            last = bisect_left(counts, sentence.end, first, key=attrgetter("begin"))
            inside, first = counts[first:last], last
            spans = self._wording.of(text, words, sentence, inside)
            former: str | None = None
            for count, span in zip(inside, self._dealing.of(text, words, inside, spans), strict=True):
                own = former or self._indicators.classify(text, words, sentence, count, span)
                former = own if span.former else None
                status = roles.status(count.begin)
                period = self._periods.of(text, outline.year, dates, sentence, span, status)
                whole = wholes.of(len(told), count, span, own, period)
                concept = whole.concept if whole and own == OTHER else own
                rule = "figures:zero" if _in_words(text, count) else "figures:count"
                told += [
                    Figure(
                        indicator=counted,
                        concept=notation,
                        value=count.value,
                        unit=count.unit,
                        about=acting.at(count.begin),
                        part_of=whole.figure if whole else None,
                        period=period,
                        status=status,
                        approx=count.approx,
                        begin=span.begin,
                        end=span.end,
                        rule=rule,
                        confidence=reliability.of("observations", notation, rule),
                    )
                    for counted, notation in self._each(text, words, count, span) or [(span.words, concept)]
                ]
        return told

    def _each(self, text: str, words: Words, count: Count, span: Counted) -> list[tuple[str, str]]:
        """The rates that one percentage says all of, each with its indicator; none where it is of one."""
        rates = self._dealing.each(text, words, count, span)
        return [(rate, self._indicators.named(rate, count.unit)) for rate in rates]

    def _tabled(self, text: str, outline: Outline, roles: Roles) -> Iterator[Figure]:
        """The figures of tables."""
        for reading in self._tables.readings(text, outline.body_begin, len(text)):
            concept = self._indicators.named(reading.words, reading.unit)
            yield Figure(
                indicator=reading.words,
                concept=concept,
                value=reading.value,
                unit=reading.unit,
                about=None,
                part_of=None,
                period=str(outline.year) if outline.year else "",
                status=roles.status(reading.begin),
                approx=False,
                begin=reading.begin,
                end=reading.end,
                rule="figures:table",
                confidence=reliability.of("observations", concept, "figures:table"),
            )


def _in_words(text: str, count: Count) -> bool:
    """Whether a zero is said without a digit: 未发生民转刑案件."""
    return count.value == 0 and not text[count.begin].isdigit()
