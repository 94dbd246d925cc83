"""What a count counts, in the report's own words: those on either side of the number that belong to it and not to the count
before or after."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extraction.alternation import any_of
from kg.extraction.clauses import CLAUSE_END, ITEM, YEAR, Stretch
from kg.extraction.counts import PERCENT, Count
from kg.extraction.fillers import THINGS, Fillers
from kg.extraction.joints import CONJUNCTIONS, PAUSE, RATE, SIGNS
from kg.extraction.sentence import MARKS
from kg.extraction.words import Words
from kg.lexicon.vocabulary import Vocabulary

NAMING = THINGS | {"a", "an", "b", "nrt", "vn", "eng"}
"""Parts of speech of words that name a thing."""
VERBS = frozenset(("v", "vg", "vd"))
ACTS = VERBS | {"vn", "d"}
"""Those that say that something is done, a verb that may be a noun among them."""
PREDICATES = VERBS | {"c", "d", "p", "r", "z"}
"""Those that no noun goes on with: verbs, and adverbs, pronouns and prepositions before one."""
CONJUNCTION, POSITION = "c", "f"
TIMES = frozenset(("m", "t", "tg"))
OPENING, CLOSING = "“《", "”》"
JOINS = SIGNS + "/（( "
EDGES = JOINS + "）)"


class Counted(NamedTuple):
    """The words of a count: ``text[begin:end]`` states the figure."""

    begin: int
    end: int
    before: Stretch
    after: Stretch
    noun: Stretch
    """The noun right behind the measure word, which says best what is counted (12个行政村 in 12个行政村开展考评)."""
    words: str
    """What is counted, for people: the clause without its number (已建成2个邻里中心 is of 建成邻里中心)."""
    alone: bool = False
    """These words alone tell the indicator, and not the clause that they are of."""
    change: bool = False
    """It is a rise or fall (同比增加3件)."""
    former: bool = False
    """It is what the next figure has changed from (由35%提升到48%)."""


class Wording:
    """Tells the words of counts apart, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers = fillers
        self._governing = frozenset(vocabulary.words("number/governing"))
        self._change = re.compile(rf"(?:{any_of(vocabulary.words('number/change-from')).pattern}).*$")
        self._zero = re.compile(
            "|".join(
                any_of(vocabulary.words(f"number/{name}")).pattern for name in ("zero-word", "zero-after")
            )
        )

    def of(self, text: str, words: Words, sentence: Stretch, counts: Sequence[Count]) -> list[Counted]:
        """The words of every count of a sentence, in text order."""
        shares = self._shares(text, words, sentence, counts)
        told: list[Counted] = []
        for k, (count, (before, after)) in enumerate(zip(counts, shares, strict=True)):
            if self._closed(text, words, before, after):
                pause = text.find(PAUSE, after.begin, after.end)
                after = Stretch(after.begin, pause if pause >= 0 else after.end)
                own = self.label(text, words, before)
            else:
                own = self.label(text, words, before, after)
            broken = not told or CLAUSE_END.search(text, counts[k - 1].end, count.begin)
            previous = None if broken else told[-1]
            if count.value == 0 and not text[count.begin].isdigit():
                own = self._none_of(text, words, count, before, after)
            elif previous and not own:  # 接待咨询491件/675人次
                own = previous.words
                if count.unit == PERCENT != counts[k - 1].unit:
                    told[-1] = previous._replace(words=self._without_rate(text, words, previous))
            elif previous and not (
                any(mark in text[counts[k - 1].end : count.begin] for mark in EDGES)
                or self._names(text, words, before)
                or self._names(text, words, after)
            ):
                if counts[k - 1].unit == count.unit:  # 优秀率由82.5% + 提高到91.7%
                    kept = self._change.sub("", previous.words)
                    told[-1] = previous._replace(words=kept or previous.words, former=kept != previous.words)
                    own = told[-1].words
                else:
                    own = previous.words + own
            noun = Stretch(after.begin, _noun_end(text, words, after))
            begin = min(before.begin, count.begin)
            told.append(
                Counted(begin, max(after.end, count.end), before, after, noun, own or text[begin : count.end])
            )
        return told

    def _without_rate(self, text: str, words: Words, counted: Counted) -> str:
        """What the first of two figures counts that share words of which the last tells the second: 6个行政村覆盖率100%."""
        last = words.begin[counted.after.end - 1]
        if last <= counted.after.begin or not text.endswith(RATE, last, counted.after.end):
            return counted.words
        return self.label(text, words, counted.before, Stretch(counted.after.begin, last))

    def _none_of(self, text: str, words: Words, count: Count, before: Stretch, after: Stretch) -> str:
        """What there is none of: 我镇未发生民转刑案件."""
        return (
            self.label(text, words, before)
            + self._zero.sub("", text[count.begin : count.end])
            + text[slice(*after)]
        )

    def _shares(
        self, text: str, words: Words, sentence: Stretch, counts: Sequence[Count]
    ) -> list[tuple[Stretch, Stretch]]:
        """For every count the words before and after it that are its own."""
        if not counts:
            return []
        first = Stretch(sentence.begin, counts[0].begin)
        befores = [_trimmed(text, words, Stretch(_after_mark(text, *first), first.end))]
        afters: list[Stretch] = []
        for one, other in pairwise(counts):
            mark = CLAUSE_END.search(text, one.end, other.begin)
            if mark:
                afters.append(Stretch(one.end, mark.start()))
                opened = Stretch(_after_mark(text, one.end, other.begin), other.begin)
                befores.append(_trimmed(text, words, opened))
                continue
            at = _list_joint(text, one.end, other.begin)
            if at is None:
                follows = other.end < sentence.end and text[other.end] not in {*MARKS, *EDGES}
                at = self._share(text, words, befores[-1], Stretch(one.end, other.begin), follows)
            afters.append(Stretch(one.end, at))
            befores.append(_trimmed(text, words, Stretch(at, other.begin)))
        mark = CLAUSE_END.search(text, counts[-1].end, sentence.end)
        afters.append(Stretch(counts[-1].end, mark.start() if mark else sentence.end))
        return list(zip(befores, [_inside(text, after) for after in afters], strict=True))

    def _share(self, text: str, words: Words, before: Stretch, gap: Stretch, follows: bool) -> int:
        """Where that ends which a count has of the words between it and the next; ``follows``: the next has its own
        behind it. 5个单位|6项权力, 6个行政村|开课18次; but 5名 of 顾问5名调解员3名 has none."""
        named = self._last(text, words, before)
        if not _begins_noun(text, words, gap) or (named in NAMING and not follows):
            return gap.begin
        if follows and self._last(text, words, gap) in NAMING:
            return gap.end
        return _noun_end(text, words, gap)

    def _closed(self, text: str, words: Words, before: Stretch, after: Stretch) -> bool:
        """Whether the words before a number say all (调解纠纷21件): a verb and its noun, and no noun right behind."""
        return after.begin == after.end or (
            self._last(text, words, before) in NAMING
            and any(words.tag[at] in VERBS for at in range(*before))
            and not _begins_noun(text, words, after)
        )

    def _last(self, text: str, words: Words, stretch: Stretch) -> str:
        """The part of speech of the last word that is no filler; that of a noun for a closing quotation mark."""
        at = stretch.end
        while at > stretch.begin:
            begin = max(words.begin[at - 1], stretch.begin)
            if text[at - 1] in CLOSING:
                return "n"
            if not self._fillers.fill(text, words, begin, at):
                return words.tag[at - 1]
            at = begin
        return ""

    def _names(self, text: str, words: Words, stretch: Stretch) -> bool:
        """Whether a word of the stretch names a thing and is no filler."""
        return any(
            words.tag[at] in NAMING and not self._fillers.match(text, words.begin[at], words.end[at])
            for at in range(*stretch)
        )

    def label(self, text: str, words: Words, before: Stretch, after: Stretch | None = None) -> str:
        """The words before a number, and those after it if given, without fillers and times at either end."""
        begin = self._first(text, words, before)
        if after is None:
            return text[begin : self._end(text, words, before)]
        behind = after.begin if begin < before.end else self._first(text, words, after)
        end = self._end(text, words, after)
        first = words.end[begin] if begin < before.end else begin
        if text[begin:first] in self._governing and not any(
            words.tag[at] in ACTS for at in (*range(first, before.end), *range(behind, end))
        ):
            begin = first  # 将21项任务: 任务
        return text[begin : before.end] + text[behind:end]

    def _first(self, text: str, words: Words, stretch: Stretch) -> int:
        """The offset of the first word that is neither filler nor time."""
        year = YEAR.match(text, *stretch)
        at = year.end() if year else stretch.begin
        while at < stretch.end and (
            words.tag[at] in TIMES
            or text[at : words.end[at]] in EDGES
            or self._fillers.fill(text, words, at, words.end[at])
        ):
            at = words.end[at]
        return min(at, stretch.end)

    def _end(self, text: str, words: Words, stretch: Stretch) -> int:
        """The offset after the last word that is no filler."""
        at = stretch.end
        while at > stretch.begin and (
            text[at - 1] in JOINS or self._fillers.match(text, max(words.begin[at - 1], stretch.begin), at)
        ):
            at = max(words.begin[at - 1], stretch.begin)
        return at


def _begins_noun(text: str, words: Words, stretch: Stretch) -> bool:
    """Whether a name or a noun stands at the beginning of the stretch."""
    return stretch.begin < stretch.end and (
        text[stretch.begin] in OPENING or words.tag[stretch.begin] in NAMING
    )


def _noun_end(text: str, words: Words, stretch: Stretch) -> int:
    """Where the noun at the beginning of the stretch ends; at its beginning when there is none."""
    at = stretch.begin
    while _begins_noun(text, words, stretch) and at < stretch.end:
        after = words.end[at]
        ranges = words.tag[at] == CONJUNCTION and after < stretch.end and words.tag[after] == POSITION
        if words.tag[at] in PREDICATES and not ranges:  # but 县级 + 及以上
            break
        if words.tag[at] == "vn" and at > stretch.begin and after < stretch.end and words.tag[after] == "r":
            break  # 村调委会 + 排查各类纠纷
        at = after
    return min(at, stretch.end)


def _after_mark(text: str, begin: int, end: int) -> int:
    """The offset after the last mark between clauses, and the number of an item there."""
    after = max(begin, *(text.rfind(mark, begin, end) + 1 for mark in MARKS))
    item = ITEM.match(text, after, end)
    return item.end() if item else after


def _inside(text: str, stretch: Stretch) -> Stretch:
    """The stretch up to the end of the bracket that it stands in (线上6场 + ），共…)."""
    closing = text.find("）", *stretch)
    opened = closing < 0 or "（" in text[stretch.begin : closing]
    return stretch if opened else Stretch(stretch.begin, closing)


def _list_joint(text: str, begin: int, end: int) -> int | None:
    """Where the words between two counts of a list part: what is before the joint is of the first count (2个中心、3个站), what is
    behind it of the second (协议40份、口头12份)."""
    gap = text[begin:end]
    if not gap.strip(EDGES):
        return begin
    if PAUSE in gap:
        return begin + gap.rindex(PAUSE)
    joint = next((word for word in CONJUNCTIONS if gap.startswith(word) or gap.endswith(word)), "")
    if not joint:
        return None
    return begin if gap.startswith(joint) else end - len(joint)


def _trimmed(text: str, words: Words, stretch: Stretch) -> Stretch:
    """The stretch without what joins it to the words before; nothing of a list whose last member is counted (调委会、6个站)."""
    begin = stretch.end if text.endswith(PAUSE, *stretch) else stretch.begin
    while begin < stretch.end and text[begin : words.end[begin]] in EDGES:
        begin += 1
    return Stretch(begin, stretch.end)
