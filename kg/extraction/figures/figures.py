"""Counted and measured figures: number, measure word, what is counted, for whom and in which period."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from spacy.tokens import Doc

from kg.extraction.common.clauses import Roles, Stretch, split
from kg.extraction.common.factory import component
from kg.extraction.common.fillers import Fillers
from kg.extraction.common.spans import read
from kg.extraction.common.words import Words
from kg.extraction.figures.actors import Actors
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.countable import countable
from kg.extraction.figures.counts import Count, Numbers
from kg.extraction.figures.dealing_out import Dealing
from kg.extraction.figures.indicators import OTHER, Indicators
from kg.extraction.figures.labels import Labels
from kg.extraction.figures.leaning import Leaning
from kg.extraction.figures.part_marks import Marks
from kg.extraction.figures.percentages import Percentages
from kg.extraction.figures.periods import Periods
from kg.extraction.figures.shared_units import SharedUnits
from kg.extraction.figures.stages import Stages
from kg.extraction.figures.stated_figures import figure_of, renamed
from kg.extraction.figures.table_figures import Tabled
from kg.extraction.figures.wholes import Wholes
from kg.extraction.figures.wordings import Counted, Wording
from kg.extraction.figures.yardsticks import Yardsticks
from kg.extraction.figures.years_in_turn import YearsInTurn
from kg.extraction.figures.zeros import Zeros
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Figure
from kg.model.marks import COLON
from kg.model.sentences import SENTENCE_END

LONGEST_LEAD_IN = 30
"""Characters before a colon that may tell what a list behind it is of."""


@component("fazhi_figures")
class Figures:
    """A component that sets ``doc._.figures``; needs the group ``mentions`` and ``doc._.outline``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        fillers = Fillers(vocabulary)
        labels, changes = Labels(vocabulary, fillers), Changes(vocabulary)
        self._shared, self._in_turn = SharedUnits(vocabulary), YearsInTurn(vocabulary)
        self._numbers, self._wording = Numbers(vocabulary), Wording(vocabulary, fillers, labels, changes)
        self._zeros, self._actors = Zeros(vocabulary), Actors(vocabulary, fillers)
        self._indicators = Indicators(vocabulary, fillers, self._zeros, changes)
        self._percentages = Percentages(vocabulary)
        self._tabled = Tabled(vocabulary, self._indicators)
        self._dealing = Dealing(vocabulary, labels, changes)
        self._periods, self._marks = Periods(vocabulary, changes), Marks(vocabulary, changes)
        self._leaning = Leaning(vocabulary, fillers)
        self._yardsticks, self._stages = Yardsticks(vocabulary), Stages(vocabulary, changes)

    def __call__(self, doc: Doc) -> Doc:
        roles = Roles(doc._.outline)
        doc._.figures = self._told(doc, roles)
        doc._.figures += self._tabled.of(doc._.clean, doc._.outline, roles)
        return doc

    def _counts(self, doc: Doc) -> list[Count]:
        """The counts of the report in text order, and the zeros that it says in words."""
        text, begin = doc._.clean, doc._.outline.body_begin
        told = [*self._numbers.counts(text, doc._.analysis.words, begin, len(text))]
        shared = [*self._shared.among(text, told)]
        again = {count.begin for count in shared}  # 3.2个 of 3.2个、4.5个百分点
        numbers = (
            *(count for count in told if count.begin not in again),
            *shared,
            *self._percentages.counts(text, begin, len(text)),
        )
        mentions = read(doc, "mentions")
        counted = sorted(countable(text, numbers, mentions))
        measured = self._yardsticks.without(text, doc._.analysis.words, counted)
        counts = [count for count in measured if not self._zeros.denies(text, count)]
        zeros = self._zeros.counts(text, begin, counts)
        kept = {zero for zero in zeros if self._zeros.quoted(text, zero)}
        return sorted([*counts, *kept.union(countable(text, zeros, mentions))])

    def _told(self, doc: Doc, roles: Roles) -> list[Figure]:
        """The figures that sentences tell."""
        told: list[Figure] = []
        text, outline, words = doc._.clean, doc._.outline, doc._.analysis.words
        counts = self._counts(doc)
        acting = self._actors.of(text, words, read(doc, "mentions"), outline, counts)
        wholes = Wholes(text, self._marks, counts)
        dates = self._periods.dates(text)
        first = 0
        for sentence in split(text, outline.body_begin, len(text), SENTENCE_END):
            last = bisect_left(counts, sentence.end, first, key=attrgetter("begin"))
            inside, first = counts[first:last], last
            in_turn = self._in_turn.of(text, sentence, inside)
            for count, span, own in self._counted(text, words, sentence, inside):
                in_section = roles.status(count.begin)
                status = self._stages.of(text, sentence, count, span, in_section)
                reached = in_section == "planned" != status
                period = in_turn.get(count.begin) or self._periods.of(
                    text, outline.year, dates, sentence, span, status, before_a_plan=reached
                )
                whole = wholes.of(len(told), count, span, own, period)
                concept, part_of = own, None
                if whole:
                    concept = self._indicators.of_part(span.words, count.unit, own, whole.concept)
                    part_of = whole.figure
                figure = figure_of(count, span, concept, acting.at(count.begin), part_of, period, status)
                told += self._each(text, words, count, span, figure) or [figure]
        return told

    def _counted(
        self, text: str, words: Words, sentence: Stretch, counts: Sequence[Count]
    ) -> Iterator[tuple[Count, Counted, str]]:
        """The counts of a sentence, each with its words and the indicator that they name; what a figure has changed to has that
        of what it has changed from, and what leans on the figure before it that one's."""
        spans = self._dealing.of(text, words, counts, self._wording.of(text, words, sentence, counts))
        former: str | None = None
        last: dict[str, str] = {}
        for count, span in zip(counts, spans, strict=True):
            own = former or self._indicators.classify(text, words, sentence, count, span)
            former = own if span.former else None
            kin = self._leaning.kin(count.unit)
            if own == OTHER and self._leaning.leans(text, span):
                own = last.get(kin, OTHER)
            if own == OTHER and not span.change:
                own = self._indicators.named(_led_in(text, sentence, span), count.unit)
            if not span.change:
                last[kin] = own
            yield count, span, own

    def _each(self, text: str, words: Words, count: Count, span: Counted, figure: Figure) -> list[Figure]:
        """The figures of the rates that one percentage says all of; none where it is of one."""
        return [
            renamed(figure, rate, self._indicators.named(rate, count.unit))
            for rate in self._dealing.each(text, words, count, span)
        ]


def _led_in(text: str, sentence: Stretch, span: Counted) -> str:
    """What a list behind a colon is of (公开政府信息：+ 机构职能2条，通知公告88条), or the empty string."""
    lead, colon, _ = text[sentence.begin : span.begin].rpartition(COLON)
    return lead if colon and len(lead) <= LONGEST_LEAD_IN else ""
