"""Count on annotated reports how often what each rule finds is right, and write ontology/reliability.tsv.

    python benchmarks/calibrate.py FULL FULL_GOLD PAGES PAGES_GOLD

FULL holds full reports, PAGES short ones; the gold folders hold their annotations. The counts are of the full reports and
the even-numbered pages, each read without the vocabulary that only it speaks for (``leave_one_out.py``): what rules find
in reports that nobody has seen is what a confidence should tell. docs/confidence.md tells how well the shares hold: on
each of these reports by the counts of the others, and on the odd-numbered pages, which were only measured.

A pool's share is that of its counts and of M more, in which the share of the wider pool is right (the mean of a beta
posterior); M is the one of CANDIDATES under which each report, judged by the counts of the others, is least surprising.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log, prod
from pathlib import Path
from typing import Any, NamedTuple

from annotated import arguments, is_even
from leave_one_out import LEFT_OUT, SHIPPED, Reader, Sample, samples

from kg.graph.exchange import exchange
from kg.lexicon.reliability import DIGITS, FILE, LAYERS, SEPARATOR, Layer, path
from kg.model import Report
from kg.score import Annotation, matching
from kg.score.text import bare

CANDIDATES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
FEWEST, REPORTS = 5, 3
"""A pool is told apart from the wider one when it has so many findings, in so many reports, and not all of that one's."""
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.001)
"""Edges of stated confidence."""
Pool = tuple[str, ...]
Shares = Mapping[Pool, float]
HEAD = """# Confidence

Made by `benchmarks/calibrate.py`. Every mention, claim, figure and statement says what rule produced it and how sure that is:
the share that is right of what rules of its kind found in annotated reports (`ontology/reliability.tsv`), each report read
without the vocabulary that only it speaks for. A mention is right
when the report's annotators name its words as something of its type; claims, figures and statements are right when `kg score`
pairs them with an annotated one. A claim is as sure as the way it is said, times the mentions that it joins.

*Stated* is the mean confidence of what falls into a row, *right* the share of it that is right; the two should be equal.
"""


class Finding(NamedTuple):
    """One thing that a build found, and whether it is right."""

    layer: Layer
    doc: str
    pool: Pool
    """Its narrowest pool."""
    ends: tuple[Pool, ...]
    """The pools of the mentions that a relation joins."""
    counts: bool
    """Whether it tells of its rule: a relation does when the things that it joins are right."""
    right: bool


def findings(every: Sequence[Sample], read: Callable[[Sample], Report]) -> list[Finding]:
    """What is found in annotated reports, as ``read`` reads them."""
    found: list[Finding] = []
    for sample in every:
        record = exchange(read(sample))
        found += _judged(record, sample.gold, Annotation.model_validate(record))
    return found


def _judged(record: dict[str, Any], gold: Annotation, pred: Annotation) -> Iterable[Finding]:
    doc = gold.doc
    types = {entity["name"]: entity["type"] for entity in record["entities"]}
    known = {(e.type, bare(name)) for e in gold.entities for name in (e.name, *e.forms)}
    first: dict[str, Pool] = {}
    sound: set[str] = {record["report"]["area"]}
    for mention in record["mentions"]:
        name = mention["entity"]
        right = (types[name], bare(mention["surface"])) in known
        pool = path("mentions", types[name], mention["rule"])
        first.setdefault(name, pool)
        if right:
            sound.add(name)
        yield Finding("mentions", doc, pool, (), True, right)
    partners = matching.relations(gold.relations, pred.relations, gold, pred)
    for relation, right in zip(record["relations"], _taken(partners, record["relations"]), strict=True):
        ends = [n for n in (relation["s"], relation["o"]) if n != record["report"]["area"] and n in first]
        pool = path("relations", relation["p"], relation["rule"])
        counts = sound.issuperset(ends)
        yield Finding("relations", doc, pool, tuple(first[n] for n in ends), counts, right)
    partners = matching.observations(gold.observations, pred.observations)
    for figure, right in zip(record["observations"], _taken(partners, record["observations"]), strict=True):
        yield Finding(
            "observations", doc, path("observations", figure["concept"], figure["rule"]), (), True, right
        )
    partners = matching.statements(gold.statements, pred.statements)
    for said, right in zip(record["statements"], _taken(partners, record["statements"]), strict=True):
        yield Finding("statements", doc, path("statements", said["kind"], said["rule"]), (), True, right)


def _taken(partners: Sequence[int | None], found: Sequence[object]) -> list[bool]:
    taken = set(partners)
    return [at in taken for at in range(len(found))]


class Counts:
    """Of each pool: how much was found, how much of it is right, in which reports."""

    def __init__(self, found: Iterable[Finding]) -> None:
        self.found: dict[Pool, int] = {}
        self.right: dict[Pool, int] = {}
        self.docs: dict[Pool, set[str]] = {}
        for finding in found:
            if finding.counts:
                for size in range(1, len(finding.pool) + 1):
                    pool = finding.pool[:size]
                    self.found[pool] = self.found.get(pool, 0) + 1
                    self.right[pool] = self.right.get(pool, 0) + finding.right
                    self.docs.setdefault(pool, set()).add(finding.doc)

    def shares(self, weight: float) -> dict[Pool, float]:
        """The share of every pool that is told apart; ``weight``: how many findings the wider pool stands for."""
        shares: dict[Pool, float] = {}
        for pool in sorted(self.found, key=lambda pool: (len(pool), pool)):
            few = self.found[pool] < FEWEST or len(self.docs[pool]) < REPORTS
            if len(pool) > 1 and (few or self.found[pool] == self.found[pool[:-1]]):
                continue
            wider, strength = (of(pool[:-1], shares), weight) if len(pool) > 1 else (0.5, 2.0)
            shares[pool] = (self.right[pool] + strength * wider) / (self.found[pool] + strength)
        return shares


def of(pool: Pool, shares: Shares) -> float:
    """The share of the narrowest pool that is known."""
    return next((shares[pool[:n]] for n in range(len(pool), 0, -1) if pool[:n] in shares), 0.5)


def stated(finding: Finding, shares: Shares) -> float:
    """The confidence that a build states of a finding."""
    return of(finding.pool, shares) * prod(of(end, shares) for end in finding.ends)


def left_out(found: Sequence[Finding], weight: float) -> list[tuple[Finding, float]]:
    """Each finding with the confidence that the other reports give it."""
    told = []
    for doc in sorted({finding.doc for finding in found}):
        shares = Counts(f for f in found if f.doc != doc).shares(weight)
        told += [(f, stated(f, shares)) for f in found if f.doc == doc]
    return told


def surprise(told: Iterable[tuple[Finding, float]]) -> float:
    """Mean negative logarithm of the probability that was given to what is the case (nats)."""
    losses = [-log(max(share if f.right else 1 - share, 1e-6)) for f, share in told]
    return sum(losses) / len(losses)


def table(told: Sequence[tuple[Finding, float]]) -> str:
    """Markdown: by layer and bin of stated confidence, how much was found, stated and right."""
    rows = ["| layer | confidence | found | stated | right |", "| --- | --- | ---: | ---: | ---: |"]
    for layer in LAYERS:
        own = [(share, f.right) for f, share in told if f.layer == layer]
        gap = 0.0
        for low, high in pairwise(BINS):
            inside = [(share, right) for share, right in own if low <= share < high]
            if inside:
                mean, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
                gap += abs(mean - right) * len(inside)
                limits = f"{low:.2f}–{min(high, 1):.2f}"
                rows.append(f"| {layer} | {limits} | {len(inside)} | {mean:.3f} | {right:.3f} |")
        if own:
            mean, right = (sum(column) / len(own) for column in zip(*own, strict=True))
            rows.append(
                f"| **{layer}** | all; mean gap {gap / len(own):.3f} | {len(own)} | {mean:.3f} | {right:.3f} |"
            )
    return "\n".join(rows) + "\n"


def written(counts: Counts, shares: Shares) -> str:
    """The lines of the file, sorted. A pool that says the same as the wider one is left out."""
    lines = ["pool\tshare\tright\tfound"]
    for pool in sorted(shares):
        share = round(shares[pool], DIGITS)
        if len(pool) == 1 or share != round(of(pool[:-1], shares), DIGITS):
            lines.append(f"{SEPARATOR.join(pool)}\t{share}\t{counts.right[pool]}\t{counts.found[pool]}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Count, write the file and the page."""
    parser = arguments(__doc__)
    parser.add_argument("-o", "--output", type=Path, default=Path("ontology") / FILE)
    parser.add_argument("--page", type=Path, default=Path("docs/confidence.md"))
    args = parser.parse_args()
    full = samples(args.full, args.full_gold, lambda _: "full")
    pages = samples(args.pages, args.pages_gold, lambda _: "page")
    reader = Reader([*full, *pages])
    seen = [*full, *(sample for sample in pages if is_even(sample.path.name))]
    tuned = findings(seen, lambda sample: reader.read(sample, LEFT_OUT))
    held = findings(
        [s for s in pages if not is_even(s.path.name)], lambda sample: reader.read(sample, SHIPPED)
    )
    weight = min(CANDIDATES, key=lambda m: surprise(left_out(tuned, m)))
    counts = Counts(tuned)
    shares = counts.shares(weight)
    args.output.write_text(written(counts, shares), encoding="utf-8")
    judged = [(f, stated(f, shares)) for f in held]
    parts = [
        HEAD,
        f"A pool's own counts stand beside {weight:g} findings of the wider pool.",
        "## Full reports and even-numbered pages, each by the counts of the others and without its own vocabulary\n",
        table(left_out(tuned, weight)),
        "## Odd-numbered pages (only measured)\n",
        table(judged),
    ]
    args.page.write_text("\n".join(parts), encoding="utf-8")
    print(f"{len(shares)} pools, weight {weight:g}; surprise {surprise(left_out(tuned, weight)):.3f}")
    print(parts[3])
    print(parts[5])


if __name__ == "__main__":
    main()
