"""What a count counts, in the report's own words: those on either side of the number that belong to it and not to the count
before or after."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extraction.common.clauses import CLAUSE_END, Stretch
from kg.extraction.common.fillers import Fillers
from kg.extraction.common.joints import PAUSE, RATE
from kg.extraction.common.words import Words
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import PERCENT, Count
from kg.extraction.figures.labels import Labels
from kg.extraction.figures.word_shares import EDGES, PHRASE, VERBS, Shares, begins_noun, noun_end
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of

OPENING, CLOSING = "“", "”"


class Counted(NamedTuple):
    """The words of a count: ``text[begin:end]`` states the figure."""

    begin: int
    end: int
    before: Stretch
    after: Stretch
    noun: Stretch
    """The noun right behind the measure word, which says best what is counted (12个行政村 in 12个行政村开展考评)."""
    words: str
    """What is counted, for people: the clause without its number (已建成2个邻里中心 is of 建成邻里中心); empty if
    it names nothing."""
    alone: bool = False
    """These words alone tell the indicator, and not the clause that they are of."""
    change: bool = False
    """It is a rise or fall (同比增加3件)."""
    former: bool = False
    """It is what the next figure has changed from (由35%提升到48%)."""


class Wording:
    """Tells the words of counts apart, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers, labels: Labels, changes: Changes) -> None:
        self._fillers, self._labels, self._shares = fillers, labels, Shares(fillers)
        self._changes = changes
        self._change = re.compile(rf"{any_of(vocabulary.words('number/change-from'))}.*$")
        zeros = ("zero-word", "not-handled", "zero-after", "is-zero")
        none = any_of(word for name in zeros for word in vocabulary.words(f"number/{name}"))
        self._zero = re.compile(
            rf"{none}(?:[一1](?![般审]){any_of(vocabulary.measure_words('cases', 'people'))}?)?"
        )

    def of(self, text: str, words: Words, sentence: Stretch, counts: Sequence[Count]) -> list[Counted]:
        """The words of every count of a sentence, in text order."""
        shares = self._shares.of(text, words, sentence, counts)
        told: list[Counted] = []
        for k, (count, (before, after)) in enumerate(zip(counts, shares, strict=True)):
            said = self._without_comparison(text, before)
            if self._closed(text, words, before, after):
                pause = text.find(PAUSE, after.begin, after.end)
                after = Stretch(after.begin, pause if pause >= 0 else after.end)
                own = self._labels.of(text, words, said)
            else:
                own = self._labels.of(text, words, said, after)
            by_year = bool(told) and self._changes.by_year_alone(text, *before)
            if by_year:
                own = told[-1].words
            elif count.in_words:
                own = self._none_of(text, words, count, before, after)
            noun = Stretch(after.begin, noun_end(text, words, after))
            begin, end = min(before.begin, count.begin), max(after.end, count.end)
            counted = Counted(begin, end, before, after, noun, own)
            alone = by_year or count.in_words or not told
            if not alone and not CLAUSE_END.search(text, counts[k - 1].end, count.begin):
                told[-1], counted = self._paired(text, words, counts[k - 1], told[-1], count, counted)
            told.append(counted)
        return told

    def _paired(
        self, text: str, words: Words, former: Count, first: Counted, count: Count, second: Counted
    ) -> tuple[Counted, Counted]:
        """The words of two counts of one clause, of which either may leave out what the other says."""
        if not second.words:  # 接待咨询491件/675人次
            second = second._replace(words=first.words)
            if count.unit == PERCENT != former.unit:
                first = first._replace(words=self._without_rate(text, words, first))
            return first, second
        if any(mark in text[former.end : count.begin] for mark in EDGES) or any(
            self._fillers.names(text, words, side, PHRASE, acts=True)
            for side in (second.before, second.after)
        ):
            return first, second
        if former.unit != count.unit:
            return first, second._replace(words=first.words + second.words)
        kept = self._change.sub("", first.words)  # 优秀率由82.5% + 提高到91.7%
        first = first._replace(words=kept or first.words, former=kept != first.words)
        return first, second._replace(words=first.words)

    def _without_comparison(self, text: str, before: Stretch) -> Stretch:
        """The words before a number up to those that say which other year's it is (信访量 + 较去年的 + 120件)."""
        against = self._changes.against(text, *before)
        return (
            Stretch(before.begin, against.start()) if against and against.start() > before.begin else before
        )

    def _without_rate(self, text: str, words: Words, counted: Counted) -> str:
        """What the first of two figures counts that share words of which the last tells the second: 6个行政村覆盖率100%."""
        last = words.begin[counted.after.end - 1]
        if last <= counted.after.begin or not text.endswith(RATE, last, counted.after.end):
            return counted.words
        return self._labels.of(text, words, counted.before, Stretch(counted.after.begin, last))

    def _none_of(self, text: str, words: Words, count: Count, before: Stretch, after: Stretch) -> str:
        """What there is none of: 我镇未发生民转刑案件; without the quotation marks that it stands in (实现“零上访、零诉讼”)."""
        said = (
            self._labels.of(text, words, before)
            + self._zero.sub("", text[count.begin : count.end])
            + text[slice(*after)]
        )
        inside = text[count.begin - 1] == OPENING or said.count(OPENING) != said.count(CLOSING)
        return said.replace(OPENING, "").replace(CLOSING, "") if inside else said

    def _closed(self, text: str, words: Words, before: Stretch, after: Stretch) -> bool:
        """Whether the words before a number say all (调解纠纷21件): a verb and its noun, and no noun right behind."""
        return after.begin == after.end or (
            self._shares.last(text, words, before) in PHRASE
            and any(words.tag[at] in VERBS for at in range(*before))
            and not begins_noun(text, words, after)
        )
