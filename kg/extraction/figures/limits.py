"""Bounds of what is counted behind them: 2人以上群体性案件, 40岁以下7人."""

from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.plain_number import LARGE

LIMITED = ("people", "money", "time", "share")
"""What measure words measure that limits are set in; 培育2个以上品牌 counts them."""
LISTS = ("limit-within", "limit-beyond")


def limited(vocabulary: Vocabulary) -> str:
    """A regular expression of a number in digits with what bounds it: 40岁以下."""
    measures = any_of((*vocabulary.measure_words(*LIMITED), *vocabulary.words("number/limited-measure")))
    limits = any_of(word for name in LISTS for word in vocabulary.words(f"number/{name}"))
    return rf"(?<!\d)\d{{1,3}}(?:\.\d{{1,2}})?[{''.join(LARGE)}]?{measures}{limits}"
