"""Which of several places of a name a report means, by its evidence."""

from collections.abc import Sequence

from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.levels import level_words, means
from kg.linking.evidence import Evidence

Verdict = tuple[Division | None, str]
"""The division that is meant, and in a few words why, or why none is known."""
ENOUGH = 2.0
"""The score that one of several places of a name needs."""
LEAD = 1.0
"""By how much it must surpass the next."""
LATER = 2025
"""The second edition of the codes; counties that only it has did not exist before."""


def chosen(name: str, candidates: Sequence[Division], evidence: Evidence) -> Verdict:
    """The candidate that the evidence decides for; all ``candidates`` are called ``name``."""
    candidates = _of_the_time(candidates, evidence.outline.year)
    fitting = [c for c in candidates if evidence.fits_above(c)]
    if len(fitting) == 1 < len(candidates) and evidence.score(fitting[0]) >= 0:
        why = f"of {len(candidates)} places called {name}, the one under such a county as the report names"
        return fitting[0], why
    ranked = sorted(
        ((evidence.score(c), c) for c in fitting or candidates), key=lambda pair: pair[0], reverse=True
    )
    best, division = ranked[0]
    if len(ranked) == 1:
        return _only(name, division, best)
    if best >= ENOUGH and best - ranked[1][0] >= LEAD:
        return division, f"of {len(ranked)} places called {name}, the one whose parents the report names"
    return None, f"{len(ranked)} places are called {name}, and the report does not say which"


def _of_the_time(candidates: Sequence[Division], year: int | None) -> Sequence[Division]:
    """Those that were there when the report was made; all when none was."""
    if not year or year >= LATER:
        return candidates
    gazetteer = divisions.load()
    return [c for c in candidates if all(p.year < LATER for p in gazetteer.ancestors(c))] or candidates


def _only(name: str, division: Division, score: float) -> Verdict:
    """The one place of a name, unless the evidence speaks against it."""
    if score < 0:
        full = divisions.load().full_name(division)
        return None, f"{name} is {full}, but the head names another place"
    if division.level == "township" and division.kind == "区" and score < ENOUGH:
        return None, f"{name} may be the name of another zone, and the report does not name its county"
    return division, f"{name} is one place in the country"


def speaks_deeper(division: Division, evidence: Evidence) -> bool:
    """Whether the report says 我镇 where ``division`` is a county."""
    own, said = _ranks(division, evidence), evidence.first_person
    as_own = sum(said[rank] for rank in own)
    return any(count > 1 and rank > max(own) and count > as_own for rank, count in said.items())


def outspoken(division: Division, evidence: Evidence) -> bool:
    """Whether level words of a deeper place (我镇 in a county) outweigh those of ``division``."""
    own, weights = _ranks(division, evidence), evidence.levels
    as_own = sum(weights[rank] for rank in own)
    return any(weight > as_own for rank, weight in weights.items() if rank > max(own))


def _ranks(division: Division, evidence: Evidence) -> set[int]:
    """The ranks of the words by which a division calls itself: an autonomous region says 我区 as a district does."""
    words = (meant.rank for word, meant in level_words().items() if meant.own and means(word, division))
    return {evidence.rank(division), *words}
