"""The town that reports and that no list has, with the county that it lies in."""

from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.traditional import simplified
from kg.lexicon.unlisted import has_towns, is_listed, may_be_town, unlisted
from kg.linking.candidates import chosen
from kg.linking.evidence import Evidence
from kg.linking.heads import Head, head, unlisted_place

OPENING = 150
"""Characters of a report's text in which it may say under whose leadership its place acts."""


def unlisted_town(line: str, named: Head | None, evidence: Evidence) -> Division | None:
    """The town that a line of the report's head opens with, or that follows its county there (松滋市 + 新江口镇); ``named`` is
    the listed place that the line names. None where it is listed, or where nothing says in which county it lies."""
    inside = named if named and named.unknown else None
    opened = unlisted_place(line.rpartition(inside.name)[2] if inside else line)
    if opened is None or not may_be_town(opened.name):
        return None
    return _in(_county(inside, evidence) if inside else _around(opened.name, evidence), opened.name)


def of_another_county(named: Head, evidence: Evidence) -> Division | None:
    """The town that the head of a report names where the several that lists have of that name are in other counties than the
    one that the report is sent to, or that it names before it (城关镇 of 松滋市)."""
    several = len(named.candidates) > 1 and all(c.level == "township" for c in named.candidates)
    if named.unknown or not several or not may_be_town(named.name):
        return None
    return _in(_said_around(named.name, evidence), named.name)


def _in(around: Division | None, town: str) -> Division | None:
    """The town, if no list has it there."""
    return unlisted(town, around) if around and not is_listed(town, around) else None


def _around(town: str, evidence: Evidence) -> Division | None:
    """The county of a town: the one that is said, else the only one whose committee or government the report's opening names."""
    begin = evidence.outline.body_begin
    opening = evidence.text[begin : begin + OPENING]
    leading = {name for name in evidence.superiors if name in opening}
    return _said_around(town, evidence) or _only(leading, evidence)


def _said_around(town: str, evidence: Evidence) -> Division | None:
    """The county that the text names directly before a town, else the one that the report is sent to."""
    above = head(simplified(evidence.outline.addressee or ""))
    return _only(evidence.before(town), evidence) or (_county(above, evidence) if above else None)


def _only(names: set[str], evidence: Evidence) -> Division | None:
    """The only place of those called so in which towns lie."""
    known = divisions.load()
    heads = (Head(name, known.by_name(name), "") for name in sorted(names))
    found = {place.key: place for named in heads if (place := _county(named, evidence))}
    return found.popitem()[1] if len(found) == 1 else None


def _county(named: Head, evidence: Evidence) -> Division | None:
    """The place that is named, if towns lie in it."""
    place, _ = chosen(named.name, named.candidates, evidence)
    return place if place and has_towns(place) else None
