"""Whether a name stands on word boundaries, judged by the segmenter's dictionary in a window around it."""

import rjieba

from kg.lexicon import ordinary

WINDOW = 5
"""Characters of context on either side."""
BARE = 2
"""Names of this length (范县, 城区) turn up inside other words."""
PROPER = ("ns", "nt", "nr", "nz")
"""Parts of speech of names, which only look like the word that stands there (和县 in 镇政府和县司法局)."""


def straddled(text: str, at: int) -> bool:
    """Whether a dictionary word lies across offset ``at``: between 示 and 范县 in 示范县."""
    begin = max(0, at - WINDOW)
    reached = begin
    for word in rjieba.cut(text[begin : at + WINDOW], False):
        if reached >= at:
            break
        reached += len(word)
    return reached > at


def torn(text: str, at: int) -> bool:
    """Whether a word of the dictionary that is no name lies across offset ``at``: between 行 and 政协 in 行政协议."""
    begin = max(0, at - WINDOW)
    end, last = begin, ""
    for word, tag in rjieba.tag(text[begin : at + WINDOW], False):
        if end >= at:
            break
        end, last = end + len(word), tag
    return end > at and not last.startswith(PROPER)


def is_risky(name: str) -> bool:
    """Whether the full name of a division is more often something else (范县 in 示范县, 老城区)."""
    return len(name) <= BARE or name in ordinary.words("division")
