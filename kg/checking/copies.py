"""How much of one text is another's: a report posted again with a page header, or with a few words corrected.

A text whose figures were corrected says something else, however much it is alike: it is another version.
"""

import re

from kg.lexicon.matcher import fold_marks
from kg.lexicon.slugs import digest
from kg.reading.numerals import CHINESE

SHINGLE = 8
"""Characters of the pieces that are compared; names of bodies and laws that all reports share are hardly longer."""
ALIKE = 0.9
"""Share from which on two texts of one body and year are one report."""
_NUMBER = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[{CHINESE}]+")


def bare(clean: str) -> str:
    """What texts have in common that differ in marks, blanks and line breaks alone: a hash of all other characters.

    >>> bare("学习“民法典”") == bare("学习「民法典」\\n") != bare("学习宪法")
    True
    """
    return digest(fold_marks(clean), 16)


def likeness(one: str, other: str) -> float:
    """The share of pieces of two texts that both have, from 0 to 1, white space apart.

    The resemblance of Broder, On the resemblance and containment of documents (1997).
    """
    mine, theirs = _pieces(one), _pieces(other)
    both = mine | theirs
    return len(mine & theirs) / len(both) if both else 1.0


def _pieces(text: str) -> set[str]:
    words = "".join(text.split())
    return {words[at : at + SHINGLE] for at in range(max(1, len(words) - SHINGLE + 1))}


def numbers(text: str) -> list[str]:
    """The numbers of a text as printed, in its order.

    >>> numbers("调解220件，成功98.6%，其中三十二件涉土地")
    ['220', '98.6', '三十二']
    """
    return _NUMBER.findall(text)
