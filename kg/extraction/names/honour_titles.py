"""Whether some words are an honour's title: by their last word, by who gives it and how good it is, by a quotation."""

import re

from kg.extraction.common.joints import CONJUNCTIONS
from kg.lexicon.levels import level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled

SHORTEST_GRADED = 5
"""Characters of an honour, its grade or level included."""
LONGEST_PLACE = 7
"""Characters of a place's name before its level: 黔东南苗族侗族自治 + 州."""
LONGEST_FIELD = 6
"""Characters between the level of a title and its word of excellence: 全市 + 法治建设 + 先进单位."""
CONJUNCTION = compiled(CONJUNCTIONS)
ASIDE = re.compile(r"（[^（）]{1,6}）$")
"""What may stand behind the last word of a name: 民主法治示范村（社区）."""
_HAN = r"[\u4e00-\u9fff]"


class Titles:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.endings = tuple(label for c in vocabulary.of("HonourHead") for label in c.labels)
        self._plain = frozenset(vocabulary.words("boundary/plain-honour"))
        self._alone = vocabulary.words("boundary/excellence-alone")
        self._grades = vocabulary.words("boundary/honour-grade")
        self._levels = vocabulary.words("boundary/honour-level")
        self.of_a_level = (*self._grades, *self._levels)
        """First words of a title that tell its level."""
        self._striven_for = vocabulary.words("boundary/place-in-an-honour")
        self._lists = vocabulary.words("boundary/list-of-the-best")
        self._best = vocabulary.words("boundary/honour-excellence")
        level = rf"(?:{any_of(self._levels)}|{_HAN}{{2,{LONGEST_PLACE}}}?{any_of(level_words())})"
        striving = any_of(vocabulary.words("boundary/striving-word"))
        # A level and a word of excellence: 市级标杆执法中队, 上海市优秀人民调解组织.
        self._graded = re.compile(
            rf"{level}{_HAN}{{0,{LONGEST_FIELD}}}?{any_of(self._best)}(?!{striving}){_HAN}{{2,}}"
        )

    def is_one(self, name: str, *, given: bool, first_clause: bool, titled: bool) -> bool:
        """Whether ``name`` is a title: what is ``given``, not striven for, also by its level and excellence, or, in the
        ``first_clause`` of what is given, in a quotation; what a list calls a title (``titled``) by its level alone."""
        whole = ASIDE.sub("", name).removesuffix("”")
        if whole.endswith(self.endings) and whole not in self._plain:
            return True
        if not given:
            return name.startswith("“") and whole.endswith(self._striven_for)
        graded = name.startswith(self._grades) and len(name) > SHORTEST_GRADED
        graded |= self._graded.match(name) is not None
        graded |= titled and name.startswith(self._levels) and len(name) >= SHORTEST_GRADED
        best = first_clause and whole in self._plain and whole.startswith(self._alone)  # 被表彰为 + 先进集体
        return graded or best or whole.endswith(self._lists) or ("“" in name and first_clause)

    def first_of(self, words: str) -> str:
        """The first of two titles without marks that a conjunction joins (区级文明单位 + 和优秀集体); else all ``words``."""
        for joint in () if "“" in words else CONJUNCTION.finditer(words):
            first, other = words[: joint.start()], words[joint.end() :]
            if self._reads_as_one(first) and self._reads_as_one(other):
                return first
        return words

    def _reads_as_one(self, words: str) -> bool:
        """Whether some words are a title by their last word, their level or their first word."""
        return words.endswith(self.endings) or words.startswith(self._best) or bool(self._graded.match(words))
