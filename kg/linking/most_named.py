"""The place that a report's body names most, where its head names none."""

from kg.lexicon import divisions
from kg.lexicon.boundary import is_risky
from kg.lexicon.division import Division
from kg.lexicon.levels import COUNTY, TOWN
from kg.lexicon.traditional import simplified
from kg.linking.candidates import ENOUGH, Verdict, chosen, outspoken
from kg.linking.evidence import Evidence

EQUALLY = "are named equally often"


def from_body(evidence: Evidence) -> Verdict:
    """The place that the body names most, when the level words agree with it."""
    name, why = most_named(evidence)
    if not name:
        inside = None if why.endswith(EQUALLY) else _by_short_name(evidence)
        return (inside, f"body: it says {inside.short}") if inside else (None, why)
    division, why = chosen(name, divisions.load().by_name(name), evidence)
    if division is None:
        return None, f"body: {why}"
    if is_risky(name) and evidence.score(division) < ENOUGH and name not in evidence.superiors:
        return None, f"body: {name} may be an ordinary word, and no place that it lies in is named"
    if not outspoken(division, evidence):
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


def most_named(evidence: Evidence) -> tuple[str, str]:
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
        only = next(iter(evidence.towns)) if len(evidence.towns) == 1 and speaks[TOWN] else ""
        around = (place for place in evidence.named if only and _inside(only, place))
        return (only, "") if next(around, None) else ("", why)
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
