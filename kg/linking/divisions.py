"""Which division reports, by all that the report says of itself; and the divisions that its text names."""

from collections.abc import Iterator, Sequence

from kg.lexicon import divisions
from kg.lexicon.boundary import is_risky
from kg.lexicon.division import Division
from kg.lexicon.levels import COUNTY, TOWN
from kg.lexicon.places import mentioned_divisions
from kg.lexicon.traditional import simplified
from kg.linking.evidence import Evidence
from kg.linking.heads import Head, head, opening_subject, unlisted_place
from kg.model import Outline, PlaceName
from kg.reading.period import reported_for

__all__ = ["mentioned_divisions", "reporting_division", "stated_name"]

ENOUGH = 2.0
"""The score that one of several places of a name needs."""
LEAD = 1.0
"""By how much it must surpass the next."""
FURNITURE = 400
"""Characters of letterhead and of signature that are read."""
EQUALLY = "are named equally often"
LATER = 2025
"""The second edition of the codes; counties that only it has did not exist before."""


def reporting_division(outline: Outline, clean: str) -> tuple[Division | None, str]:
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
        if named is None:
            continue
        division, why = _read(named, evidence)
        if division and (failed is None or _agrees(division, failed)):
            return division, f"{where}: {why}"
        if failed is None:
            failed, reason = named, f"{where}: {why}"
    if failed:
        return None, reason
    subject = opening_subject(text[outline.body_begin :])
    if subject:
        listed = divisions.load().by_name(subject.name)
        if not listed:
            return None, f"body: {subject.name} is in no list"
        division, why = _chosen(subject.name, listed, evidence)
        if division and not _outspoken(division, evidence):
            return division, f"opening: {why}"
    return _from_body(evidence)


def stated_name(outline: Outline, clean: str) -> PlaceName | None:
    """What the first of the report's head lines that names a place calls it, else the town that the body names most, else
    what its first sentence is about; for a division that is not known."""
    text = simplified(clean)
    for _, line in _lines(outline, text):
        named = head(simplified(line))
        if named and not named.unknown:
            return PlaceName(name=named.name, kind=named.candidates[0].kind)
        unlisted = unlisted_place(simplified(line))
        if unlisted:
            return unlisted
    evidence = Evidence(outline, text)
    name, _ = _most_named(evidence)
    if name in evidence.towns:
        return PlaceName(name=name, kind=divisions.load().by_name(name)[0].kind)
    return opening_subject(text[outline.body_begin :])


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


def _read(named: Head, evidence: Evidence) -> tuple[Division | None, str]:
    """The division that one line names."""
    if named.unknown:
        return None, f"{named.unknown} in {named.name} is in no list"
    division, why = _chosen(named.name, named.candidates, evidence)
    if division and _speaks_deeper(division, evidence):
        return None, f"the report speaks for a place in {division.name} that is not named"
    return division, why


def _agrees(division: Division, failed: Head) -> bool:
    """Whether what a later line names is, or lies in, the place that an earlier line named and left open."""
    inside = (divisions.load().is_within(division, c) for c in failed.candidates if c != division)
    return any(inside) or (division in failed.candidates and not failed.unknown)


def _chosen(name: str, candidates: Sequence[Division], evidence: Evidence) -> tuple[Division | None, str]:
    """The candidate that the evidence decides for."""
    year = evidence.outline.year
    gazetteer = divisions.load()
    if year and year < LATER:
        older = [c for c in candidates if all(place.year < LATER for place in gazetteer.ancestors(c))]
        candidates = older or candidates
    fitting = [c for c in candidates if evidence.fits_above(c)]
    if len(fitting) == 1 < len(candidates) and evidence.score(fitting[0]) >= 0:
        return fitting[
            0
        ], f"of {len(candidates)} places called {name}, the one under such a county as the report names"
    candidates = fitting or candidates
    ranked = sorted(((evidence.score(c), c) for c in candidates), key=lambda pair: -pair[0])
    best, division = ranked[0]
    if len(ranked) == 1:
        if best < 0:
            return None, f"{name} is {gazetteer.full_name(division)}, but the head names another place"
        if division.level == "township" and division.kind == "区" and best < ENOUGH:
            return None, f"{name} may be the name of another zone, and the report does not name its county"
        return division, f"{name} is one place in the country"
    if best >= ENOUGH and best - ranked[1][0] >= LEAD:
        return division, f"of {len(ranked)} places called {name}, the one whose parents the report names"
    return None, f"{len(ranked)} places are called {name}, and the report does not say which"


def _speaks_deeper(division: Division, evidence: Evidence) -> bool:
    """Whether the report says 我镇 where ``division`` is a county."""
    own = evidence.rank(division)
    said = evidence.first_person
    return any(count > 1 and rank > own and count > said[own] for rank, count in said.items())


def _outspoken(division: Division, evidence: Evidence) -> bool:
    """Whether level words of a deeper place (我镇 in a county) outweigh those of ``division``."""
    own = evidence.rank(division)
    return any(weight > evidence.levels[own] for rank, weight in evidence.levels.items() if rank > own)


def _most_named(evidence: Evidence) -> tuple[str, str]:
    """The name of the place that the body names most, as its own; or empty, and why."""
    speaks = evidence.first_person
    if speaks[TOWN] > sum(speaks.values()) - speaks[TOWN]:
        counts, why = evidence.towns, "the report speaks for a town that it does not name"
    else:
        counts, why = evidence.towns + evidence.named, "no place is named as the report's own"
    above = simplified(evidence.outline.addressee or "")  # whom a report is sent to does not report
    ranked = [
        (n, name) for name, n in counts.most_common() if name not in above and evidence.puts_first(name)
    ]
    if not ranked:
        return "", why
    most, name = ranked[0]
    if len(ranked) > 1 and ranked[1][0] == most:
        other = ranked[1][1]
        inner = next((own for own, around in ((name, other), (other, name)) if _inside(own, around)), "")
        return inner, "" if inner else f"{name} and {other} {EQUALLY}"
    return name, ""


def _inside(name: str, around: str) -> bool:
    """Whether a place of one name lies in one of the other."""
    gazetteer = divisions.load()
    outer = gazetteer.by_name(around)
    return any(gazetteer.is_within(d, o) for d in gazetteer.by_name(name) for o in outer if d != o)


def _from_body(evidence: Evidence) -> tuple[Division | None, str]:
    """The place that the body names most, when the level words agree with it."""
    name, why = _most_named(evidence)
    if not name:
        inside = None if why.endswith(EQUALLY) else _by_short_name(evidence)
        return (inside, f"body: it says {inside.short}") if inside else (None, why)
    division, why = _chosen(name, divisions.load().by_name(name), evidence)
    if division is None:
        return None, f"body: {why}"
    if is_risky(name) and evidence.score(division) < ENOUGH and name not in evidence.superiors:
        return None, f"body: {name} may be an ordinary word, and no place that it lies in is named"
    if not _outspoken(division, evidence):
        return division, f"body: {why}"
    inside = _by_short_name(evidence)
    if inside and divisions.load().is_within(inside, division):
        return inside, f"body: in {name} it says {inside.short}"
    return None, f"the report speaks for a place in {name} that is not named"


def _by_short_name(evidence: Evidence) -> Division | None:
    """The only county of a place named that the body calls by its short name, more than once (法治上城)."""
    gazetteer, levels = divisions.load(), evidence.levels
    if not levels or max(levels, key=levels.__getitem__) != COUNTY:
        return None
    places = (d for name in evidence.named for d in gazetteer.by_name(name) if d.level != "county")
    called = {
        child.key: child
        for place in places
        for child in gazetteer.children(place)
        if evidence.rank(child) == COUNTY and child.short and evidence.calls(child.short)
    }
    found = next(iter(called.values()), None)
    return found if found and len(called) == 1 and evidence.calls(found.short) > 1 else None
