"""How a clause opens that tells of an intention: 计划投资50万元建设法治公园, 拟新建阵地2处."""

import re

from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of


def intention(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A pattern of it, from the beginning of the clause; not of 拟定 or 计划内."""
    words, other = (any_of(vocabulary.words(f"boundary/{name}")) for name in ("intention", "no-intention"))
    return re.compile(rf"{words}(?!{other})")
