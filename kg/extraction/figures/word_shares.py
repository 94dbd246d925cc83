"""Which of the words around the numbers of a sentence belong to which number."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.common.clauses import CLAUSE_END, NUMBER, Stretch
from kg.extraction.common.fillers import THINGS, Fillers
from kg.extraction.common.joints import CONJUNCTIONS, PAUSE, SIGNS, conjunction_at
from kg.extraction.common.particles import AMONG, OF
from kg.extraction.common.sentence import MARKS
from kg.extraction.common.words import Words
from kg.extraction.figures.counts import Count
from kg.model.marks import COLON

PHRASE = THINGS | {"a", "an", "b", "nrt", "vn", "eng", "z"}
"""Parts of speech of the words of a noun phrase, what describes the noun included; z is that of 邻里纠纷, 合同纠纷."""
VERBS = frozenset(("v", "vg", "vd"))
PREDICATES = VERBS | {"c", "d", "p", "r"}
"""Those that no noun goes on with: verbs, and adverbs, pronouns and prepositions before one."""
CONJUNCTION, POSITION = "c", "f"
OPENING, CLOSING = "“《", "”》"
JOINS = SIGNS + "/（( "
EDGES = JOINS + "）)"
CLOSED = frozenset((*MARKS, PAUSE, "（", "）", "\n", ""))
"""What stands behind a count that nothing is said behind."""
EDGE_WORDS = frozenset((*EDGES, *CONJUNCTIONS))
"""What stands at the edge of a count's words and is none of them."""


class Shares:
    """Deals the words out, with the fillers of the vocabulary."""

    def __init__(self, fillers: Fillers) -> None:
        self._fillers = fillers

    def of(
        self, text: str, words: Words, sentence: Stretch, counts: Sequence[Count]
    ) -> list[tuple[Stretch, Stretch]]:
        """For every count the words before and after it that are its own."""
        if not counts:
            return []
        befores = [self._opened(text, words, sentence.begin, counts[0])]
        afters: list[Stretch] = []
        for one, other in pairwise(counts):
            mark = CLAUSE_END.search(text, one.end, other.begin)
            if mark:
                afters.append(Stretch(one.end, mark.start()))
                befores.append(self._opened(text, words, one.end, other))
                continue
            at = _list_joint(text, words, one.end, other.begin)
            if at is None:
                follows = other.end < sentence.end and text[other.end] not in {*MARKS, *EDGES}
                at = self._share(text, words, befores[-1], Stretch(one.end, other.begin), follows)
            afters.append(Stretch(one.end, at))
            befores.append(_trimmed(text, words, Stretch(at, other.begin)))
        mark = CLAUSE_END.search(text, counts[-1].end, sentence.end)
        afters.append(Stretch(counts[-1].end, mark.start() if mark else sentence.end))
        return list(zip(befores, [_inside(text, after) for after in afters], strict=True))

    def _opened(self, text: str, words: Words, begin: int, count: Count) -> Stretch:
        """The words before the first count of a clause; those before its colon where nothing else tells what is counted
        (持证：30人；注销：48人)."""
        at = _after_mark(text, begin, count.begin)
        said = Stretch(at, count.begin)
        if (
            text[at - 1 : at] == COLON
            and text[count.end : count.end + 1] in CLOSED
            and not self._names(text, words, said)
        ):
            return Stretch(_after_mark(text, begin, at - 1), at - 1)
        return _trimmed(text, words, said)

    def _names(self, text: str, words: Words, stretch: Stretch) -> bool:
        """Whether a word of the stretch is no filler."""
        return any(not self._fillers.match(text, words.begin[at], words.end[at]) for at in range(*stretch))

    def _share(self, text: str, words: Words, before: Stretch, gap: Stretch, follows: bool) -> int:
        """Where that ends which a count has of the words between it and the next; ``follows``: the next has its own
        behind it. 5个单位|6项权力, 6个行政村|开课18次; 27个村|的服务事项133项; but 5名 of 顾问5名调解员3名 has none."""
        named = self.last(text, words, before)
        among = text.find(AMONG[0], gap.begin + 1, gap.end)
        if among >= 0 and _is_word(text, words, among, *AMONG):  # 48名执法人员 + 中通过考试的2名
            return among
        if not begins_noun(text, words, gap):
            return gap.begin
        if not follows and named not in THINGS:  # 调整 + 11个乡镇的服务事项133项
            of = next((at for at in range(*gap) if _is_word(text, words, at, OF)), None)
            if of is not None:
                return of
        if named in PHRASE and not follows:
            return gap.begin
        if follows and self.last(text, words, gap) in PHRASE:
            return gap.end
        return noun_end(text, words, gap)

    def last(self, text: str, words: Words, stretch: Stretch) -> str:
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


def begins_noun(text: str, words: Words, stretch: Stretch) -> bool:
    """Whether a name or a noun stands at the beginning of the stretch."""
    return stretch.begin < stretch.end and (
        text[stretch.begin] in OPENING or words.tag[stretch.begin] in PHRASE
    )


def noun_end(text: str, words: Words, stretch: Stretch) -> int:
    """Where the noun at the beginning of the stretch ends; at its beginning when there is none."""
    at = stretch.begin
    while begins_noun(text, words, stretch) and at < stretch.end:
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
    item = NUMBER.match(text, after, end)
    return item.end() if item else after


def _inside(text: str, stretch: Stretch) -> Stretch:
    """The stretch up to the end of the bracket that it stands in (线上6场 + ），共…)."""
    closing = text.find("）", *stretch)
    opened = closing < 0 or "（" in text[stretch.begin : closing]
    return stretch if opened else Stretch(stretch.begin, closing)


def _list_joint(text: str, words: Words, begin: int, end: int) -> int | None:
    """Where the words between two counts of a list part: what is before the joint is of the first count (2个中心、3个站), what is
    behind it of the second (协议40份、口头12份)."""
    gap = text[begin:end]
    if not gap.strip(EDGES):
        return begin
    if PAUSE in gap:
        return begin + gap.rindex(PAUSE)
    return conjunction_at(text, words, begin, end)


def _trimmed(text: str, words: Words, stretch: Stretch) -> Stretch:
    """The stretch without what joins it to the words before; nothing of a list whose last member is counted (调委会、6个站)."""
    begin = stretch.end if text.endswith(PAUSE, *stretch) else stretch.begin
    while begin < stretch.end and (
        (word := text[begin : words.end[begin]]) in EDGE_WORDS or word in (OF, *AMONG)
    ):
        begin = words.end[begin]
    return Stretch(begin, stretch.end)


def _is_word(text: str, words: Words, at: int, *asked: str) -> bool:
    """Whether one of them stands at ``at`` as a word of its own (目的 has no 的, 其中 no 中)."""
    return words.begin[at] == at and text[at : words.end[at]] in asked
