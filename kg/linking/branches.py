"""The bureau of a district that is called a branch of the city's: 市公安局长安分局, 公安长安分局 and 长安公安分局 are one."""

from typing import NamedTuple

from kg.lexicon import divisions
from kg.lexicon.bureaus import BUREAU
from kg.lexicon.concept import Concept
from kg.lexicon.division import Division
from kg.linking.context import Context

SHORTEST_SEAT = 2
"""Characters of the place where a branch sits."""


class Branch(NamedTuple):
    """What a branch's name says."""

    field: Concept
    """The kind of the bureau that it is: 公安局."""
    seat: Division
    """The district whose it is."""


def branch(concept: Concept, words: str, context: Context) -> Branch | None:
    """The field and the seat of the branch that ``words`` name; None of what is no branch, of a seat that is no district or
    county of the reporting division's city (城东, 森林), and of a field that no kind of bureau has."""
    if concept.one("branch") != "true":
        return None
    stem = words.removesuffix(concept.label)
    for end in range(len(stem) - SHORTEST_SEAT, 0, -1):
        seat = _seat(stem[end:], context)
        field = _field(stem[:end], context) if seat else None
        if seat and field:
            return Branch(field, seat)
    return None


def _seat(name: str, context: Context) -> Division | None:
    chain, known = context.places.chain, divisions.load()
    counties = [d for d in (*known.by_name(name), *known.by_short_name(name)) if d.level == "county"]
    around = next((d for d in chain if d.level == "prefecture"), chain[-1] if chain else None)
    near = [d for d in counties if d in chain] or [
        d for d in counties if around and known.is_within(d, around)
    ]
    return near[0] if len(near) == 1 else None


def _field(words: str, context: Context) -> Concept | None:
    """The kind of bureau that ``words`` end with, whether they say that it is one (市公安局) or not (公安)."""
    bureau = context.vocabulary.concepts[BUREAU].label
    found = (
        context.vocabulary.labelled("InstitutionKind", (words[begin:], words[begin:] + bureau))
        for begin in range(len(words))
    )
    return next((k for k in found if k and k.id != BUREAU and k.one("reports") == "true"), None)
