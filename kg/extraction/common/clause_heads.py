"""Where what a clause says begins: behind the number of an item, times, adverbs and levels (一是, 2022年, 同时, 全镇)."""

import re

from kg.extraction.common.clauses import NUMBER, clause_begin
from kg.extraction.common.fillers import Fillers
from kg.extraction.common.sentence import Sentence
from kg.extraction.common.words import Words
from kg.lexicon.levels import WHOLE, level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.reading.numerals import CHINESE

LEADING = frozenset(("m", "q", "t", "d", "c", "x"))
"""Parts of speech of words that may stand before who acts or what is spoken of: 2023年, 同时."""
GOVERNING = frozenset(("p", "v"))
"""Those of words that govern what follows, which therefore opens nothing: 向 + 市政府 + 报备."""
LISTS = ("boundary/level-prefix", "boundary/scope-before-a-topic", "boundary/example")
"""Lists of others that may: 镇 + “一站式”中心, 例如 + 浦东新区."""


class ClauseHeads:
    """Finds it: one answer for all rules that ask who, or what, opens a clause."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers = fillers
        listed = (word for name in LISTS for word in vocabulary.words(name))
        self._before = compiled({*listed, *(f"{WHOLE}{level}" for level in level_words())})
        units = any_of(label for unit in vocabulary.of("Unit") for label in unit.labels)
        self._prepositions = frozenset(vocabulary.words("boundary/not-a-subject-after"))
        self._counted = re.compile(rf"[\d{CHINESE}]{units}$")

    def leads(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether nothing else stands in ``text[begin:end]``, but for one character of whose it is (局 + 综合行政执法大队), so
        that what follows opens what begins at ``begin``."""
        number = NUMBER.match(text, begin, end)
        at = number.end() if number else begin
        while at < end:
            behind = words.end[at]
            if before := self._before.match(text, at, end):
                at = before.end()
            elif words.tag[at] in GOVERNING or text[at:end] in self._prepositions:
                return False
            elif words.tag[at] in LEADING or (behind <= end and self._fillers.fill(text, words, at, behind)):
                at = behind
            else:
                return at == end - 1
        return True

    def opens(self, sentence: Sentence, k: int) -> bool:
        """Whether mention ``k`` opens its clause, and is not one of several: 一是 + 镇司法所 + 主动作为, but not 15个调委会."""
        begin = sentence.mentions[k].begin
        head = clause_begin(sentence.text, sentence.span.begin, begin)
        return not self.counts(sentence, head, begin) and self.leads(
            sentence.text, sentence.words, head, begin
        )

    def counts(self, sentence: Sentence, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` ends with a number and its unit: 学习6次."""
        return self._counted.search(sentence.text, begin, end) is not None

    def between(self, sentence: Sentence, one: int, other: int) -> bool:
        """Whether nothing else stands between two mentions of one clause: 练塘镇 + 首个 + “法官工作室”."""
        begin, end = sentence.mentions[one].end, sentence.mentions[other].begin
        return not sentence.broken(begin, end) and self.leads(sentence.text, sentence.words, begin, end)
