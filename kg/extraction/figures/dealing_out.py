"""Figures dealt out to what they are of: 受理率、办结率均为100% is of each, 受理率、办结率分别为99%和98% one each; a rise or
fall is of what was counted before."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extraction.common.clauses import CLAUSE_END, Stretch
from kg.extraction.common.joints import RATE, SIGNS, members
from kg.extraction.common.particles import DONE
from kg.extraction.common.words import Words
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import PERCENT, Count
from kg.extraction.figures.labels import Labels
from kg.extraction.figures.wordings import Counted
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled


class Lead(NamedTuple):
    """The words before figures: what they are of, if named there, and what is said of it (分别 left out)."""

    topic: Stretch
    said: str
    change: bool
    """They are a rise or fall."""


class Dealing:
    """Deals figures out, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, labels: Labels, changes: Changes) -> None:
        self._labels, self._changes = labels, changes
        self._each = compiled(vocabulary.words("number/each"))
        self._measured = vocabulary.words("number/what-is-measured")
        self._apart = compiled(vocabulary.words("number/one-by-one"))

    def each(self, text: str, words: Words, count: Count, told: Counted) -> list[str]:
        """The rates of which one percentage says what each is; none where it is of one."""
        said = [m.start() for m in self._each.finditer(text, told.before.begin, count.begin)]
        if not said or count.unit != PERCENT:
            return []
        listed = self._members(text, words, Stretch(told.before.begin, said[-1]))
        while listed and not listed[0].endswith(RATE):
            del listed[0]
        return listed if len(listed) > 1 and all(one.endswith(RATE) for one in listed) else []

    def of(self, text: str, words: Words, counts: Sequence[Count], told: Sequence[Counted]) -> list[Counted]:
        """What the counts of a sentence count: as ``told``, but of several after 分别 each with the words of its own thing, and
        rises and falls with those of what rose or fell."""
        dealt = list(told)
        counted: list[list[str]] = []
        changed = ""
        for run in _runs(text, counts):
            lead = self._lead(text, words, told[run[0]].before.begin, counts[run[0]])
            lead = lead or self._change_since(text, counts, told, run[0])
            if lead is None:
                if changed and not told[run[0]].words:  # 满意率较上年提高5个百分点，达到95%
                    dealt[run[0]] = told[run[0]]._replace(words=changed, alone=True)
                if not counted or CLAUSE_END.search(text, told[run[0] - 1].end, counts[run[0]].begin):
                    counted.append([])
                counted[-1] += [dealt[k].words for k in run]
                changed = ""
                continue
            before = counted
            if lead.change and run[0] and not self._may_be_of(text, counts, run[0]):
                before, changed = [], ""
            owners = self._owners(text, words, lead, len(run), before)
            if lead.change and len(run) == 1:
                named = owners or self._members(text, words, lead.topic)
                owners = owners or ([changed] if changed and not named else [])  # 案件增加15件，+ 增长12.3%
                changed = (named or [changed])[0]
            for n, k in enumerate(run):
                said = owners[n] + lead.said if owners else self._apart.sub("", told[k].words)
                dealt[k] = told[k]._replace(words=said, change=lead.change, alone=bool(owners))
            if not lead.change:
                counted.append([dealt[k].words for k in run])
        return [
            one if one.words else one._replace(words=text[one.begin : count.end])
            for one, count in zip(dealt, counts, strict=True)
        ]

    def _may_be_of(self, text: str, counts: Sequence[Count], k: int) -> bool:
        """Whether a change may be of what the figure before it counts."""
        return self._changes.may_be_of(text, counts[k - 1].end, counts[k - 1], counts[k])

    def _lead(self, text: str, words: Words, begin: int, count: Count) -> Lead | None:
        """The words from ``begin`` to a count that is a change or one of several dealt out; None before others."""
        end = count.begin
        change, apart = (
            self._changes.before(text, begin, end, count.unit),
            self._apart.search(text, begin, end),
        )
        if change:
            edge = min(change.start(), apart.start() if apart else end)
            return Lead(Stretch(begin, edge), self._apart.sub("", change.group()), True)
        if apart:
            said = self._labels.of(text, words, Stretch(apart.end(), end))
            return Lead(Stretch(begin, apart.start()), said, False)
        return None

    def _change_since(
        self, text: str, counts: Sequence[Count], told: Sequence[Counted], k: int
    ) -> Lead | None:
        """The words before a count that is a rise or fall since the figure before it (较去年的25件 + 减少 + 8件)."""
        if k == 0 or not self._changes.against(text, told[k - 1].begin, told[k - 1].before.end):
            return None
        verb = self._changes.since(text, counts[k - 1].end, counts[k].begin)
        if not verb or verb.start() > counts[k - 1].end:
            return None
        return Lead(Stretch(verb.start(), verb.start()), verb.group().removesuffix(DONE), True)

    def _owners(
        self, text: str, words: Words, lead: Lead, number: int, counted: Sequence[list[str]]
    ) -> list[str]:
        """What each of a ``number`` of figures is of; none where it does not tell.

        It is what their lead names, one for each, or as many of what was ``counted`` before, clause by clause.
        """
        named = self._members(text, words, lead.topic)
        if named:
            return self._with_noun(named, text, words, lead.topic) if len(named) == number > 1 else []
        if number == 1:
            return (
                counted[-1][:1]
                if lead.change and counted and len({*counted[-1]}) == 1 and all(counted[-1])
                else []
            )
        before = [one for run in counted for one in run][-number:]
        return before if len(before) == number and all(before) else []

    def _with_noun(self, named: list[str], text: str, words: Words, topic: Stretch) -> list[str]:
        """The members of a list, those that lack it with the noun of the last (刑事 + 案件、民事案件); none where only
        one is a rate (刑事、民事案件结案率)."""
        if len({one[-1] for one in named}) == 1 or all(one.endswith(self._measured) for one in named):
            return named
        if any(one.endswith(RATE) for one in named):
            return []
        end = members(text, words, *topic)[-1][1]
        noun = text[words.begin[end - 1] : end]
        lacking = named[-1].endswith(noun) and named[-1] != noun
        short = lacking and all(one[-1] != noun[-1] and len(one) < len(named[-1]) for one in named[:-1])
        return [*(one + noun for one in named[:-1]), named[-1]] if short else named

    def _members(self, text: str, words: Words, stretch: Stretch) -> list[str]:
        """The members of the list in a stretch, without fillers at either end."""
        listed = members(text, words, *stretch)
        labels = [self._labels.of(text, words, Stretch(*member)) for member in listed]
        return [label for label in labels if label]


def _runs(text: str, counts: Sequence[Count]) -> Iterator[range]:
    """The counts in lists of numbers alone (99%和98%), with one measure word."""
    begin = 0
    for k in range(1, len(counts) + 1):
        one, other = counts[k - 1], counts[k] if k < len(counts) else None
        if other and other.unit == one.unit and not text[one.end : other.begin].strip(SIGNS):
            continue
        yield range(begin, k)
        begin = k
