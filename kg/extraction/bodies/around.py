"""What stands around the bodies of a text."""

from typing import NamedTuple

from kg.extraction.bodies.place_edges import Placed
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.lexicon.division import Division
from kg.lexicon.endings import Endings


class Around(NamedTuple):
    """What stands around the bodies of a text."""

    text: str
    words: Words
    places: Placed
    home: Division | None
    """The reporting division."""
    towns: Endings
    """Short names of the towns around it."""
    found: list[Candidate]
    """The bodies found so far."""
