"""What a number's measure word is of, and what governs it from before."""

from kg.extraction.common.clauses import Stretch
from kg.extraction.common.joints import PAUSE
from kg.extraction.common.words import Words
from kg.extraction.figures.wordings import Counted
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled
from kg.model.marks import CLAUSE

MISTAKEN = 2
"""Words of a noun that are none to the segmenter."""


class Nouns:
    """Finds them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._time = compiled((*vocabulary.words("number/by-now"), *vocabulary.words("number/this-year")))

    def behind(self, text: str, words: Words, counted: Counted) -> list[str]:
        """The noun behind a measure word, up to a time (3个社区 + 全年咨询量); then with the next words, as the segmenter takes
        some nouns for verbs (执法 + 主体)."""
        begin, end = counted.noun
        time = self._time.search(text, begin + 1, end)
        found = [text[begin : time.start() if time else end]]
        while end < counted.after.end and len(found) <= MISTAKEN:
            end = min(words.end[end], counted.after.end)
            found.append(text[begin:end])
        return found


def governing(text: str, sentence: Stretch, counted: Counted) -> str:
    """What a clause says before an item of its list (发放折页80份 + 、围裙60条); nothing before what is no later item of one."""
    if text[counted.begin - 1 : counted.begin] != PAUSE:
        return ""
    begin = max(text.rfind(mark, sentence.begin, counted.begin) for mark in CLAUSE)
    return text[max(begin, sentence.begin) : counted.begin]
