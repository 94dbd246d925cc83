"""The arithmetic of one report: rates against their figures, parts against their total.

What may be held against what is told by the vocabulary: a rate's ``fz:numerator`` and ``fz:denominator``, a total's
``fz:addend``. Figures are compared within one sentence, of one body, one year and one status, without 万 and 亿; approximate
ones (近、余) never.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from kg.checking.rounding import PERCENT, Printed, Range, meant, off, printed, rounded
from kg.extraction.common.clauses import Stretch, split
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Contradiction, Observation, Report, Severity
from kg.model.sentences import SENTENCE_END


class Exact(NamedTuple):
    """The figures of one sentence that are not approximate: they are held against each other."""

    figures: Sequence[Observation]
    """All of the report."""
    inside: Sequence[int]
    """The sentence's, as indices of them."""
    sentence: Stretch
    notations: Mapping[str, str]
    """The notation of every indicator by its identifier."""

    def peers(self, at: int) -> list[int]:
        """The other figures that are of the same body, year and status."""
        return [k for k in self.inside if k != at and _comparable(self.figures[k], self.figures[at])]

    def nearest(self, peers: Sequence[int], at: int, indicator: str) -> int | None:
        """The figure of an indicator that stands nearest, those before ``at`` first."""
        same = [k for k in peers if self.figures[k].concept == self.notations[indicator]]
        place = self.figures[at].begin
        return min(
            same,
            key=lambda k: (self.figures[k].begin > place, abs(self.figures[k].begin - place)),
            default=None,
        )


def contradictions(report: Report, vocabulary: Vocabulary) -> tuple[Contradiction, ...]:
    """What does not fit in ``report``, in the order of the text."""
    known = {concept.notation: concept for concept in vocabulary.of("Indicator")}
    notations = {concept.id: concept.notation for concept in known.values()}
    rules = {n: c for n, c in known.items() if c.facts.get("numerator") or c.facts.get("addend")}
    clean, figures = report.text.clean, report.observations
    sentences = split(clean, 0, len(clean), SENTENCE_END)
    begins = [sentence.begin for sentence in sentences]
    by_sentence: dict[int, list[int]] = {}
    for at in sorted(range(len(figures)), key=lambda at: (figures[at].begin, figures[at].end)):
        by_sentence.setdefault(bisect_right(begins, figures[at].begin) - 1, []).append(at)
    found: list[Contradiction] = []
    for where, inside in sorted(by_sentence.items()):
        exact = Exact(figures, [at for at in inside if not figures[at].approx], sentences[where], notations)
        for at in exact.inside:
            rule = rules.get(figures[at].concept)
            if rule:
                found += (_rate if rule.facts.get("numerator") else _total)(exact, at, rule)
        found += _parts(exact)
    return tuple(found)


def _rate(exact: Exact, at: int, rule: Concept) -> Iterator[Contradiction]:
    """A percentage held against what the vocabulary says that it is the share of."""
    figures, peers = exact.figures, exact.peers(at)
    top = exact.nearest(peers, at, rule.one("numerator"))
    bottom = exact.nearest(peers, at, rule.one("denominator"))
    if bottom is None and top is not None:
        bottom = _whole(figures, top, exact.notations[rule.one("denominator")])
    if top is None or bottom is None or figures[at].unit not in PERCENT:
        return
    part, all_, stated = (_printed(figures[k]) for k in (top, bottom, at))
    fewest = meant(all_).low
    if fewest <= 0:
        return
    shares = Range(meant(part).low * 100 / meant(all_).high, meant(part).high * 100 / fewest)
    differs = off(stated, shares)
    if differs:
        expected = rounded(part.value * 100 / all_.value, stated)
        yield _told("rate", _severity(differs, stated), at, (top, bottom), float(expected), exact.sentence)


def _total(exact: Exact, at: int, rule: Concept) -> Iterator[Contradiction]:
    """A figure held against those that the vocabulary says that it is the sum of."""
    figures, peers = exact.figures, exact.peers(at)
    stated = figures[at]
    addends = [exact.nearest(peers, at, name) for name in rule.facts["addend"]]
    parts = [
        k
        for k in addends
        if k is not None
        and figures[k].plain_number.unit == stated.plain_number.unit
        and figures[k].begin > stated.begin
    ]
    if len(parts) < len(addends):
        return
    ranges = [meant(_printed(figures[k])) for k in parts]
    sums = Range(sum((r.low for r in ranges), Decimal()), sum((r.high for r in ranges), Decimal()))
    whole = _printed(stated)
    differs = off(whole, sums)
    if differs:
        total = sum((figures[k].plain_number.value for k in parts), Decimal())
        yield _told("total", _severity(differs, whole), at, tuple(parts), whole.shown(total), exact.sentence)


def _severity(differs: Decimal, stated: Printed) -> Severity:
    """One step of the last digit printed may be another way of rounding; more is wrong."""
    return "warning" if differs <= stated.step else "error"


def _whole(figures: Sequence[Observation], part: int, notation: str) -> int | None:
    """The figure of an indicator that another is said to be a part of, across a semicolon, too: 220件；其中成功217件，成功率…."""
    of = figures[part].part_of
    return of if of is not None and figures[of].concept == notation and not figures[of].approx else None


def _parts(exact: Exact) -> Iterator[Contradiction]:
    """A part (其中…) that is larger than its whole."""
    figures = exact.figures
    for k in exact.inside:
        part, whole = figures[k], figures[k].part_of
        if whole is not None and whole in exact.inside and part.period == figures[whole].period:
            own, all_ = _printed(part), _printed(figures[whole])
            if meant(own).low >= meant(all_).high and own.value > all_.value:
                yield _told("total", "error", whole, (k,), all_.shown(own.value), exact.sentence)


def _comparable(one: Observation, other: Observation) -> bool:
    return (one.about, one.period, one.status) == (other.about, other.period, other.status)


def _printed(figure: Observation) -> Printed:
    return printed(figure.value, figure.unit, figure.digits)


def _told(
    check: Literal["rate", "total"],
    severity: Severity,
    stated: int,
    against: tuple[int, ...],
    expected: float,
    sentence: Stretch,
) -> Contradiction:
    return Contradiction(
        check=check,
        severity=severity,
        stated=stated,
        against=against,
        expected=expected,
        begin=sentence.begin,
        end=sentence.end,
    )
