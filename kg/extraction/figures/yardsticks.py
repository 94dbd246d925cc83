"""Numbers that count nothing done and are what something else is held against: how many a rank is among (名列14个设区市第2名),
and a limit of what is counted behind it (2人以上群体性案件5件, 3天内拿到工资28.6万元)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction.common.clauses import CLAUSE_END, Stretch
from kg.extraction.common.particles import AT, OF
from kg.extraction.common.words import Words
from kg.extraction.figures.counts import Count
from kg.extraction.figures.limits import LIMITED
from kg.extraction.figures.word_shares import EDGES, VERBS, begins_noun
from kg.lexicon.levels import WHOLE
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.reading.numerals import CHINESE

LONGEST_MEMBERS = 6
"""Characters of those that a rank is among, where that is said in a clause of its own: 全区8个 + 街镇 + 中，我镇排名第一."""
REACH = 12
"""Characters before a number that say whether a rank among so many follows."""


class Yardsticks:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        ranked, among, contest, top, place = (
            any_of(vocabulary.words(f"number/{name}"))
            for name in ("ranking-verb", "among", "contest", "top-rank", "rank-measure")
        )
        whole = rf"{WHOLE}[^{CLAUSE}\n]{{1,2}}"
        rank = rf"(?:第[\d{CHINESE}]{{1,4}}(?:{place}|(?=[{CLAUSE}、\n）]|\Z))|{top})"
        gap = rf"[^{CLAUSE}\n\d]{{0,24}}?"
        self._lead = re.compile(rf"(?P<verb>{ranked})(?:{whole})?\Z|(?P<at>{AT})(?:{whole})?\Z|{whole}\Z")
        self._ranked = re.compile(ranked)
        self._rank = re.compile(rf"(?P<members>{gap}){rank}")
        self._verb = re.compile(rf"(?P<members>{gap})(?P<among>{among})?{ranked}(?:{whole})?{rank}")
        self._contest = re.compile(
            rf"(?:{gap}{contest}|[^{CLAUSE}\n\d]{{0,{LONGEST_MEMBERS}}}?){among}，[^{CLAUSE}\n\d]{{0,16}}?{ranked}(?:{whole})?{rank}"
        )
        self._limited = frozenset(vocabulary.measure_words(*LIMITED))
        self._within = compiled(vocabulary.words("number/limit-within"))
        self._beyond = compiled(vocabulary.words("number/limit-beyond"))

    def without(self, text: str, words: Words, counts: Sequence[Count]) -> Iterator[Count]:
        """Those of the ``counts`` of a text, in order, that are no yardsticks."""
        for count, next_ in pairwise([*counts, None]):
            if count and not (
                self._ranks_among(text, words, count) or (next_ and self._limits(text, words, count, next_))
            ):
                yield count

    def _ranks_among(self, text: str, words: Words, count: Count) -> bool:
        """Whether a rank is among so many; not where they are who has it (全市5个案例获第1名)."""
        lead = self._lead.search(text, max(0, count.begin - REACH), count.begin)
        if not lead:
            return False
        rank = self._rank.match(text, count.end)
        if rank and (lead["verb"] or not self._acts(text, words, Stretch(count.end, rank.end("members")))):
            return True
        verb = self._verb.match(text, count.end)
        if verb and (lead["at"] or verb["among"]):
            return True
        return self._contest.match(text, count.end) is not None

    def _limits(self, text: str, words: Words, count: Count, next_: Count) -> bool:
        """Whether a count is a limit of what the next one of its clause counts."""
        if count.unit not in self._limited or CLAUSE_END.search(text, count.end, next_.begin):
            return False
        within = self._within.match(text, count.end, next_.begin)
        if within:
            behind = within.end()
            return words.end[behind - 1] == behind and behind < next_.begin and text[behind] not in EDGES
        beyond = self._beyond.search(text, count.begin, count.end) or self._beyond.match(text, count.end)
        if not beyond:
            return False
        gap = Stretch(max(count.end, beyond.end()), next_.begin)
        return gap.begin < gap.end and (text[gap.begin] == OF or begins_noun(text, words, gap))

    def _acts(self, text: str, words: Words, stretch: Stretch) -> bool:
        """Whether something is done in a stretch, or ranked."""
        return self._ranked.search(text, *stretch) is not None or any(
            words.tag[at] in VERBS for at in range(*stretch)
        )
