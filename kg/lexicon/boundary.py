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


def across(text: str, at: int) -> tuple[int, int] | None:
    """Where the word begins and ends that lies across offset ``at`` and is no name: 行政 in 行 + 政协 + 议."""
    begin = end = max(0, at - WINDOW)
    for word, tag in rjieba.tag(text[begin : at + WINDOW], False):
        begin, end = end, end + len(word)
        if end >= at:
            return (begin, end) if begin < at < end and not tag.startswith(PROPER) else None
    return None


def compound(text: str, begin: int, end: int) -> int:
    """``begin``, or where a word begins whose second part is the first of ``text[begin:end]``: 民营 + 企业法律服务中心."""
    word = across(text, begin)
    if word is None or word[1] >= end:
        return begin
    first = rjieba.cut(text[begin:end], False)[0]
    return word[0] if word[1] - begin == len(first) else begin


def is_risky(name: str) -> bool:
    """Whether the full name of a division is more often something else (范县 in 示范县, 老城区)."""
    return len(name) <= BARE or name in ordinary.words("division")
