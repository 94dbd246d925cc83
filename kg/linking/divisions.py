"""Which division reports, by all that the report says of itself; and the divisions that its text names."""

from collections.abc import Iterator

from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.places import mentioned_divisions
from kg.lexicon.traditional import simplified
from kg.linking.candidates import Verdict, chosen, outspoken, speaks_deeper
from kg.linking.evidence import Evidence
from kg.linking.heads import Head, head, opening_subject, unlisted_place, unlisted_zone
from kg.linking.most_named import from_body, most_named
from kg.linking.unlisted_reporter import of_another_county, unlisted_town
from kg.model import Outline, PlaceName
from kg.reading.period import reported_for

__all__ = ["mentioned_divisions", "reporting_division", "stated_name"]

OWN_LINES = ("title", "issuer")
"""Lines that name who reports, and nobody else."""
FURNITURE = 400
"""Characters of letterhead and of signature that are read."""


def reporting_division(outline: Outline, clean: str) -> Verdict:
    """The division that a report is about, and in a few words why, or why it is not known.

    A department's report is about the division that it belongs to. The place is read from the title, else
    from the issuer, the letterhead and the signature, else from what the body names most; of several places
    of one name it is the one whose county, prefecture or province the report names. None when that does not
    decide: inventing a place is worse than missing it.
    """
    text = simplified(clean)
    evidence = Evidence(outline, text)
    failed: Head | None = None
    reason = ""
    for where, line in _lines(outline, text):
        named = head(simplified(line))
        if where in OWN_LINES and (named is None or named.unknown):
            town = unlisted_town(simplified(line), named, evidence)
            if town and (failed is None or _agrees(town, failed)):
                return town, f"{where}: {town.name} is in no list"
        if named is None:
            if where in OWN_LINES and (zone := unlisted_zone(simplified(line))):
                return None, f"{where}: {zone.name} is in no list"
            continue
        division, why = _read(named, evidence)
        if division and (failed is None or _agrees(division, failed)):
            inside = None if where == "title" else _subject_in(division, text[outline.body_begin :])
            return (inside, f"opening: in {named.name}") if inside else (division, f"{where}: {why}")
        if failed is None:
            failed, reason = named, f"{where}: {why}"
    if failed:
        town = of_another_county(failed, evidence) if reason.startswith(OWN_LINES) else None
        return (town, f"{town.name} of this county is in no list") if town else (None, reason)
    return _in_opening(text[outline.body_begin :], evidence) or from_body(evidence)


def _in_opening(body: str, evidence: Evidence) -> Verdict | None:
    """What the first sentence of the body tells, by what it is about; None when that decides nothing."""
    subject = opening_subject(body)
    if subject is None:
        return None
    listed = divisions.load().by_name(subject.name)
    if not listed:
        return None, f"body: {subject.name} is in no list"
    division, why = chosen(subject.name, listed, evidence)
    decides = division is not None and not outspoken(division, evidence)
    return (division, f"opening: {why}") if decides else None


def stated_name(outline: Outline, clean: str) -> PlaceName | None:
    """What the first of the report's head lines that names a place calls it, else the town that the body names most, else
    what its first sentence is about; for a division that is not known."""
    text = simplified(clean)
    evidence = Evidence(outline, text)
    for _, line in _lines(outline, text):
        named = head(simplified(line))
        if named and not named.unknown:
            return PlaceName(name=named.name, kind=named.candidates[0].kind)
        unlisted = _inside(named, simplified(line), evidence) if named else unlisted_place(simplified(line))
        if unlisted:
            return unlisted
    name, _ = most_named(evidence)
    if name in evidence.towns:
        return PlaceName(name=name, kind=divisions.load().by_name(name)[0].kind)
    return opening_subject(text[outline.body_begin :])


def _inside(named: Head, line: str, evidence: Evidence) -> PlaceName | None:
    """The place that no list has in one that lists have, with the names of those above it: 河南省洛阳市 + 伊滨经济技术开发区."""
    inner = unlisted_place(line.rpartition(named.name)[2])
    around, _ = chosen(named.name, named.candidates, evidence) if inner else (None, "")
    if inner is None or around is None:
        return unlisted_place(line)
    return PlaceName(name=divisions.load().full_name(around) + inner.name, kind=inner.kind)


def _lines(outline: Outline, text: str) -> Iterator[tuple[str, str]]:
    """Where the place may be named, the surest first."""
    yield "title", outline.title or ""
    yield "issuer", outline.issuer or ""
    letterhead = text[: min(outline.body_begin, FURNITURE)]
    # Whom a report is sent to is above the one that sends it.
    yield (
        "letterhead",
        letterhead.replace(simplified(outline.addressee), "") if outline.addressee else letterhead,
    )
    yield "opening", reported_for(text[outline.body_begin :])
    yield "signature", text[outline.body_end :][:FURNITURE]


def _read(named: Head, evidence: Evidence) -> Verdict:
    """The division that one line names."""
    if named.unknown:
        return None, f"{named.unknown} in {named.name} is in no list"
    division, why = chosen(named.name, named.candidates, evidence)
    if division and speaks_deeper(division, evidence):
        return None, f"the report speaks for a place in {division.name} that is not named"
    return division, why


def _subject_in(division: Division, body: str) -> Division | None:
    """The place within ``division`` that the first sentence is about (2023年，太平街道坚持…), if there is one of its name: the
    county's site may be all that the page says where it is from."""
    subject = opening_subject(body)
    gazetteer = divisions.load()
    named = gazetteer.by_name(subject.name) if subject else ()
    inside = [d for d in named if d != division and gazetteer.is_within(d, division)]
    return inside[0] if len(inside) == 1 else None


def _agrees(division: Division, failed: Head) -> bool:
    """Whether what a later line names is, or lies in, the place that an earlier line named and left open."""
    inside = (divisions.load().is_within(division, c) for c in failed.candidates if c != division)
    return any(inside) or (division in failed.candidates and not failed.unknown)
