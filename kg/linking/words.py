"""Whether a name stands on word boundaries, judged by the segmenter's dictionary in a window around it."""

import rjieba

WINDOW = 5
"""Characters of context on either side."""


def straddled(text: str, at: int) -> bool:
    """Whether a dictionary word lies across offset ``at``: between 示 and 范县 in 示范县."""
    begin = max(0, at - WINDOW)
    reached = begin
    for word in rjieba.cut(text[begin : at + WINDOW], False):
        if reached >= at:
            break
        reached += len(word)
    return reached > at
