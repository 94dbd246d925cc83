"""What a name might have meant, and why it does not."""

from kg.model import Record

MOST_RIVALS = 10


class Rival(Record):
    """Another thing of the name."""

    iri: str
    """Empty for what is in a gazetteer only."""
    name: str
    why: str
    """Why not this one."""
