"""Sections while they are worked on: nesting them, giving each its role, dividing one where its text turns."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from kg.model import Section, SectionRole
from kg.reading.roles import role_of_subheading, roles_of_heading

INLINE = 5
"""The level whose items stand inside a paragraph."""

PRAISE: tuple[SectionRole, ...] = ("achievements", "duties")
"""The roles of sections on what was done."""


class Turn(NamedTuple):
    """Where a text begins to speak of what is lacking or to be done."""

    begin: int
    role: SectionRole
    paragraph: bool
    """The turn opens a paragraph."""


@dataclass(eq=False)
class Part:
    """One section; see ``kg.model.Section`` for the fields that it has too."""

    begin: int
    end: int
    level: int
    number: str
    heading: str
    body: int
    value: int = 0
    """What the number counts."""
    role: SectionRole = "achievements"
    own: bool = False
    """Its own heading or turn gave it the role, not its parent."""
    mixed: bool = False
    """Its heading names several roles."""
    parent: "Part | None" = field(default=None, repr=False)

    def section(self) -> Section:
        """The finished record."""
        return Section(
            begin=self.begin,
            end=self.end,
            level=self.level,
            number=self.number,
            heading=self.heading,
            body=self.body,
            role=self.role,
        )


def nest(parts: Sequence[Part], end: int) -> None:
    """Set parent and end of each part: it reaches to the next of its level or above, or to ``end``."""
    open_parts: list[Part] = []
    for part in parts:
        while open_parts and open_parts[-1].level >= part.level:
            open_parts.pop().end = part.begin
        part.parent = open_parts[-1] if open_parts else None
        open_parts.append(part)
    for part in open_parts:
        part.end = end


def give_roles(parts: Sequence[Part], year: int | None) -> None:
    """Set the role of each part by its heading, else by its parent's; an opening part has its role already."""
    headed = [part for part in parts if not part.own]
    top = min((part.level for part in headed), default=1)
    places = sum(part.level == top for part in headed)
    place = -1
    before: SectionRole = "achievements"
    carried: dict[int, SectionRole] = {}
    for part in headed:
        if part.level == top:
            place += 1
            found = roles_of_heading(part.heading, place, places, year)
            # After the plans nothing is reported any more, so a section there without a word for it is one.
            part.role = found[0] if found else ("plans" if before == "plans" else "achievements")
            part.own, part.mixed = bool(found), len(found) > 1
            before = found[-1] if found else part.role
            continue
        parent = part.parent
        inherited = carried.get(id(parent), parent.role) if parent else part.role
        named = role_of_subheading(part.heading, inherited, parent is not None and parent.mixed, year)
        part.role, part.own = named or inherited, named is not None
        if parent and parent.mixed and named:
            carried[id(parent)] = named


def divide(parts: list[Part], text: str, turns: Iterable[Turn]) -> None:
    """Insert into ``parts`` the part that begins at each turn, unless its section speaks of that already.

    Sections further on that took their role from the one divided take it from the new part. A turn inside a
    paragraph on what was done reaches only to the end of that paragraph.
    """
    praise_ends = max(
        (part.begin for part in parts if part.parent is None and part.role in PRAISE), default=-1
    )
    for turn in turns:
        at = bisect_right(parts, turn.begin, key=lambda part: part.begin) - 1
        inner = parts[at] if at >= 0 else None
        while inner and inner.end <= turn.begin:
            inner = inner.parent
        if inner and turn.begin >= max(inner.body, parts[at].body) and _turns(inner, turn, praise_ends):
            _insert(parts, at, inner, text, turn)


def _turns(inner: Part, turn: Turn, praise_ends: int) -> bool:
    """Whether a section's role lets its text turn so: praise to shortcomings only where no praise follows."""
    if turn.role == "plans":
        return inner.role not in ("plans", "front", "closing")
    last = turn.begin > praise_ends
    return last and turn.paragraph and (inner.role in PRAISE or inner.role == "introduction")


def _insert(parts: list[Part], at: int, inner: Part, text: str, turn: Turn) -> None:
    """The new part behind ``parts[at]``, inside ``inner``; one that turns at its beginning only changes role."""
    whole = turn.paragraph or inner.role == "shortcomings"
    scope = inner.parent or inner if inner.level == INLINE else inner
    after = parts[at + 1] if at + 1 < len(parts) else None
    if whole and after and scope.parent and after.level == scope.level and after.value == 1:
        # The items behind the turn are counted from one again: they belong to it.
        scope = scope.parent
    end = scope.end
    if not whole:
        paragraph_end = text.find("\n", turn.begin)
        end = min(end, paragraph_end) if paragraph_end >= 0 else end
    for part in islice(parts, at + 1, None):
        if part.begin >= end or part.own:
            break
        part.role = turn.role
    if turn.begin == inner.begin:
        inner.role, inner.own = turn.role, True
        return
    level = min(inner.level + 1, INLINE)
    reach = min(end, inner.end, after.begin if after else end)
    new = Part(turn.begin, reach, level, "", "", turn.begin, role=turn.role, own=True, parent=inner)
    if inner.level == INLINE:
        inner.end, new.parent = turn.begin, inner.parent
    parts.insert(at + 1, new)
