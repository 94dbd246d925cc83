"""How much of one text is another's: a report posted again with a page header, or with a few words corrected."""

SHINGLE = 8
"""Characters of the pieces that are compared; names of bodies and laws that all reports share are hardly longer."""
ALIKE = 0.9
"""Share from which on two texts of one body and year are one report."""


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
