"""The bodies of a report that a title in it stands for, wherever they are named: 县长, 局长, 司法所长."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extraction.common.spans import Candidate
from kg.extraction.relations.grammar import Grammar
from kg.lexicon.levels import SELF
from kg.model.rules import DEPARTMENT

BUREAU = "局"
"""The last character of the name of a department that the title of its report tells."""


def governments(
    text: str, mentions: Sequence[Candidate], own: AbstractSet[int], grammar: Grammar
) -> dict[str, int]:
    """By the word of its level (县 of 县政府 and 我县政府), the index of the government that ``text`` names first; that of the
    reporting division, among ``own``, also by its place's (乡 of 坪坦乡人民政府)."""
    found: dict[str, int] = {}
    for at, body in enumerate(mentions):
        if body.rule == grammar.offices.government:
            for level in text[body.begin : body.begin + 2]:
                if text[body.begin] in (level, *SELF):
                    found.setdefault(level, at)
    for at in sorted(own):
        place = mentions[at + 1] if at + 1 < len(mentions) else mentions[at]
        if place.type == "Division" and place.begin == mentions[at].begin:
            found.setdefault(text[place.end - 1], at)
    return found


def units(mentions: Sequence[Candidate], grammar: Grammar) -> dict[str, int]:
    """By a title that names the kind of its bearer's body (执法队员), the index of the only such body of its kind that a report
    names; none where it names several."""
    found: dict[str, int] = {}
    for title, kind in grammar.offices.units.items():
        called = {
            m.rule: at
            for at, m in reversed([*enumerate(mentions)])
            if m.type == "Organization" and m.kind == kind
        }
        if len(called) == 1:
            found[title] = next(iter(called.values()))
    return found


def department(text: str, mentions: Sequence[Candidate], body_begin: int) -> int | None:
    """The index of what the department that reports first calls itself (我局), else of the bureau that its title names first."""
    own = next((at for at, body in enumerate(mentions) if body.rule == DEPARTMENT), None)
    if own is not None:
        return own
    titled = (
        at for at, body in enumerate(mentions) if body.begin < body_begin and body.type == "Organization"
    )
    first = next(titled, None)
    named = first is not None and text.endswith(BUREAU, 0, mentions[first].end)
    return first if named else None
