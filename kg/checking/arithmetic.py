"""The arithmetic of one report: rates against their figures, parts against their total.

What may be held against what is told by the vocabulary: a rate's ``fz:numerator`` and ``fz:denominator``, a total's
``fz:addend``. Figures are compared within one sentence, of one body, one year and one status; rounded ones (近、余) never.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from kg.extraction.clauses import SENTENCE_END, Stretch, split
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Contradiction, Observation, Report, Severity

PERCENT = "%％"
_RATE = re.compile(r"\d+(?:\.(\d+))? *[%％]")


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
        sentence = sentences[where]
        exact = [at for at in inside if not figures[at].approx]
        for at in exact:
            rule = rules.get(figures[at].concept)
            if rule:
                found += _held(clean, figures, at, exact, rule, notations, sentence)
        found += _parts(figures, exact, sentence)
    return tuple(found)


def _held(
    clean: str,
    figures: Sequence[Observation],
    at: int,
    inside: Sequence[int],
    rule: Concept,
    notations: dict[str, str],
    sentence: Stretch,
) -> Iterator[Contradiction]:
    """A figure held against those that the vocabulary computes it from."""
    stated = figures[at]
    peers = [k for k in inside if k != at and _comparable(figures[k], stated)]
    if rule.facts.get("numerator"):
        top = _nearest(figures, peers, at, notations[rule.one("numerator")])
        whole = notations[rule.one("denominator")]
        bottom = _nearest(figures, peers, at, whole)
        if bottom is None and top is not None:
            bottom = _whole(figures, top, whole)
        if top is None or bottom is None or not figures[bottom].value or stated.unit not in (*PERCENT,):
            return
        exact = _exact(figures[top]) * 100 / _exact(figures[bottom])
        digits = _digits(clean[stated.begin : stated.end])
        step = Decimal(1).scaleb(-digits)
        expected = exact.quantize(step, ROUND_HALF_UP)
        off = abs(expected - _exact(stated))
        if off:
            severity: Severity = "warning" if off <= step else "error"
            yield _told("rate", severity, at, (top, bottom), float(expected), sentence)
        return
    addends = [_nearest(figures, peers, at, notations[name]) for name in rule.facts["addend"]]
    parts = [
        k
        for k in addends
        if k is not None and figures[k].unit == stated.unit and figures[k].begin > stated.begin
    ]
    total = sum((_exact(figures[k]) for k in parts), Decimal())
    if len(parts) == len(addends) and total != _exact(stated):
        yield _told("total", "error", at, tuple(parts), float(total), sentence)


def _whole(figures: Sequence[Observation], part: int, notation: str) -> int | None:
    """The figure of an indicator that another is said to be a part of, across a semicolon, too: 220件；其中成功217件，成功率…."""
    of = figures[part].part_of
    return of if of is not None and figures[of].concept == notation and not figures[of].approx else None


def _parts(
    figures: Sequence[Observation], inside: Sequence[int], sentence: Stretch
) -> Iterator[Contradiction]:
    """A part (其中…) that is larger than its whole."""
    for k in inside:
        part, whole = figures[k], figures[k].part_of
        if (
            whole is not None
            and whole in inside
            and part.period == figures[whole].period
            and part.value > figures[whole].value
        ):
            yield _told("total", "error", whole, (k,), part.value, sentence)


def _comparable(one: Observation, other: Observation) -> bool:
    return (one.about, one.period, one.status) == (other.about, other.period, other.status)


def _exact(figure: Observation) -> Decimal:
    """The value as it is printed: 1.1 and 2.2 are 3.3."""
    return Decimal(str(figure.value))


def _nearest(figures: Sequence[Observation], peers: Sequence[int], at: int, notation: str) -> int | None:
    """The figure of an indicator that stands nearest, those before ``at`` first."""
    same = [k for k in peers if figures[k].concept == notation]
    place = figures[at].begin
    return min(same, key=lambda k: (figures[k].begin > place, abs(figures[k].begin - place)), default=None)


def _digits(words: str) -> int:
    """Digits behind the point of a percentage as it is printed."""
    match = _RATE.search(words)
    return len(match[1]) if match and match[1] else 0


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
