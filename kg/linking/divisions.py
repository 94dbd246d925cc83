"""Which division reports, by all that the report says of itself; and the divisions that its text names."""

from collections.abc import Iterator, Sequence

from kg.lexicon import divisions
from kg.lexicon.divisions import Division
from kg.lexicon.traditional import simplified
from kg.linking.evidence import COUNTY, TOWN, Evidence
from kg.linking.heads import head
from kg.linking.mentioned import mentioned_divisions
from kg.model import Outline

__all__ = ["mentioned_divisions", "reporting_division"]

ENOUGH = 2.0
"""The score that one of several places of a name needs."""
LEAD = 1.0
"""By how much it must surpass the next."""
FURNITURE = 400
"""Characters of letterhead and of signature that are read."""
LATER = 2025
"""The second edition of the codes; counties that only it has did not exist before."""
EARLY = 150
"""A place named once counts as the report's when it is named in the first so many characters."""


def reporting_division(outline: Outline, clean: str) -> tuple[Division | None, str]:
    """The division that a report is about, and in a few words why, or why it is not known.

    A department's report is about the division that it belongs to. The place is read from the title, else
    from the issuer, the letterhead and the signature, else from what the body names most; of several places of
    one name it is the one whose county, prefecture or province the report names. None when that is not decisive.
    """
    text = simplified(clean)
    evidence = Evidence(outline, text)
    reasons = []
    for where, line in _lines(outline, text):
        named = head(simplified(line))
        if named is None:
            continue
        if named.unknown:
            reasons.append(f"{where}: {named.unknown} in {named.name} is in no list")
            continue
        division, why = _chosen(named.name, named.candidates, evidence)
        if division and _speaks_deeper(division, evidence):
            reasons.append(f"{where}: the report speaks for a place in {division.name} that is not named")
        elif division:
            return division, f"{where}: {why}"
        else:
            reasons.append(f"{where}: {why}")
    if reasons:
        return None, reasons[0]
    return _from_body(evidence)


def _lines(outline: Outline, text: str) -> Iterator[tuple[str, str]]:
    """Where the place may be named, the surest first."""
    yield "title", outline.title or ""
    yield "issuer", outline.issuer or ""
    yield "letterhead", text[: min(outline.body_begin, FURNITURE)]
    yield "signature", text[outline.body_end :][:FURNITURE]


def _chosen(name: str, candidates: Sequence[Division], evidence: Evidence) -> tuple[Division | None, str]:
    """The candidate that the evidence decides for."""
    year = evidence.outline.year
    gazetteer = divisions.load()
    if year and year < LATER:
        older = [c for c in candidates if all(place.year < LATER for place in gazetteer.ancestors(c))]
        candidates = older or candidates
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


def _from_body(evidence: Evidence) -> tuple[Division | None, str]:
    """The place that the body names most, when the level words agree with it."""
    gazetteer = divisions.load()
    speaks = evidence.first_person
    for_town = speaks[TOWN] > sum(speaks.values()) - speaks[TOWN]
    counts = evidence.towns if for_town else evidence.towns + evidence.named
    early = evidence.text[:EARLY]
    ranked = [(n, name) for name, n in counts.most_common() if n > 1 or name in early]
    if not ranked:
        return None, "the report speaks for a town that it does not name" if for_town else "no place is named"
    most, name = ranked[0]
    if len(ranked) > 1 and ranked[1][0] == most:
        return None, f"{name} and {ranked[1][1]} are named equally often"
    division, why = _chosen(name, gazetteer.by_name(name), evidence)
    if division is None:
        return None, f"body: {why}"
    own = evidence.rank(division)
    if all(weight <= evidence.levels[own] for rank, weight in evidence.levels.items() if rank > own):
        return division, f"body: {why}"
    inside = _by_short_name(division, evidence)
    if inside:
        return inside, f"body: in {name} and called {inside.short}"
    return None, f"the report speaks for a place in {name} that is not named"


def _by_short_name(place: Division, evidence: Evidence) -> Division | None:
    """The only county of ``place`` that the body calls by its short name, more than once (法治上城)."""
    levels = evidence.levels
    if place.level not in ("prefecture", "province") or max(levels, key=levels.__getitem__) != COUNTY:
        return None
    called = [
        child
        for child in divisions.load().children(place)
        if evidence.rank(child) == COUNTY and child.short and evidence.calls(child.short)
    ]
    return called[0] if len(called) == 1 and evidence.calls(called[0].short) > 1 else None
