"""Precision and recall of a build over generated reports, and where in their wording it goes wrong.

    python benchmarks/truth.py [--reports 2000] [--characters 3000] [--seed 1] [--first 0] [--most 40] [--jobs 1]

builds reports of ``generator.py`` and scores them against what is true of each. Printed are a table by layer and type, and
the kinds of faults that are frequent: layer, missed or found wrongly, type, the template whose wording it is in, and one
example. A fault may be the program's or the generator's: a person must look.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from generator import Generated, reports

from kg.build import build
from kg.score import Annotation, load, matching
from kg.score.annotations import EntityItem, Item, ObservationItem, RelationItem, StatementItem
from kg.score.figures import Tally, pooled
from kg.score.report import DETAILS, LAYERS, score_report
from kg.score.text import bare


class Kind(NamedTuple):
    """What alike faults have in common."""

    layer: str
    what: str
    group: str
    template: str


class Measured:
    """What is counted over all reports."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}
        self.faults: Counter[Kind] = Counter()
        self.examples: dict[Kind, str] = {}
        self.details: Counter[tuple[str, str, str]] = Counter()
        """Layer, the true value of an item's detail (kind, status, concept, topic), the value found."""

    def add(self, one: Generated, pred: Annotation) -> None:
        """Count one report."""
        gold = Annotation.model_validate(one.truth)
        for layer, scored in score_report(gold, pred).layers.items():
            named = {layer: scored.tally} | {f"{layer}: {name}": t for name, t in scored.types.items()}
            for name, tally in named.items():
                self.tallies[name] = pooled([self.tallies.get(name, Tally()), tally])
        for what, layer, item in self._faults(gold, pred):
            kind = Kind(layer, what, item.group or "", _template(one, _words(item, gold, pred)))
            self.faults[kind] += 1
            self.examples.setdefault(kind, str(item))

    def agreeing(self) -> Iterator[tuple[str, float]]:
        """Layers, and the share of what was found of which the detail is the true one."""
        for layer in dict.fromkeys(layer for layer, _, _ in self.details):
            pairs = {key: number for key, number in self.details.items() if key[0] == layer}
            yield (
                layer,
                sum(n for (_, true, value), n in pairs.items() if true == value) / sum(pairs.values()),
            )

    def _faults(self, gold: Annotation, pred: Annotation) -> Iterator[tuple[str, str, Item]]:
        """What was missed and what was found wrongly, as ``kg score`` tells it."""
        related = partial(matching.relations, gold=gold, pred=pred)
        layers: list[tuple[str, Sequence[Item], Sequence[Item], Callable[..., list[int | None]]]] = [
            ("entities", gold.entities, pred.entities, matching.entities),
            ("relations", gold.relations, pred.relations, related),
            ("observations", gold.observations, pred.observations, matching.observations),
            ("statements", gold.statements, pred.statements, matching.statements),
        ]
        for layer, golds, preds, match in layers:
            ordered = sorted(golds, key=lambda item: item.optional)
            partners = match(ordered, preds)
            for item, at in zip(ordered, partners, strict=True):
                if at is None and not item.optional:
                    yield "missed", layer, item
                elif at is not None and item.readings[0] and not item.optional:
                    self.details[layer, item.readings[0], preds[at].readings[0] or ""] += 1
            for item in (item for at, item in enumerate(preds) if at not in set(partners)):
                yield "wrong", layer, item


def _words(item: Item, gold: Annotation, pred: Annotation) -> Iterable[str]:
    """Words by which the place of ``item`` in the text may be told, the best first."""
    match item:
        case EntityItem():
            return (*item.forms, item.name)
        case RelationItem():
            ends = [e for one in (gold, pred) for e in one.entities if e.name == item.o]
            return [form for end in ends for form in end.forms] + [item.o]
        case ObservationItem():
            return (item.evidence,)
        case StatementItem():
            return (item.text,)
    return ()


def _template(one: Generated, words: Iterable[str]) -> str:
    """The template of the first clause in which some of ``words`` stand, or that stands in them."""
    for word in map(bare, words):
        for begin, end, template in one.clauses:
            clause = bare(one.text[begin:end])
            if word and (word in clause or (len(clause) > 3 and clause in word)):
                return template
    return "(letterhead, or across clauses)"


def measure(count: int, *, characters: int, seed: int, first: int, jobs: int) -> Measured:
    """Build and score so many reports, a thousand at a time, so that memory and disk stay small."""
    found = Measured()
    made = partial(reports, characters=characters, seed=seed)
    for begin in range(first, first + count, 1000):
        batch = min(1000, first + count - begin)
        with TemporaryDirectory() as work:
            folder, out = Path(work) / "in", Path(work) / "out"
            folder.mkdir()
            for one in made(batch, first=begin):
                (folder / one.name).write_text(one.text, encoding="utf-8")
            build([folder], out, pages=False, jobs=jobs)
            for one in made(batch, first=begin):
                record = (out / "reports" / one.name).with_suffix(".json")
                found.add(one, load(record)[one.name])
    return found


def table(found: Measured) -> str:
    """Markdown: by layer and type."""
    rows = ["| layer | true | found | P | R | F1 |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    order = sorted(found.tallies, key=lambda name: (LAYERS.index(name.partition(":")[0]), name))  # type: ignore[arg-type]
    for name in order:
        t = found.tallies[name]
        rows.append(
            f"| {name} | {t.gold:,} | {t.predicted:,} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} |"
        )
    told = ", ".join(f"{DETAILS[layer]} {share:.3f}" for layer, share in found.agreeing())  # type: ignore[index]
    return "\n".join(rows) + f"\n\nDetails that agree where the item was found: {told}.\n"


def frequent(found: Measured, most: int) -> Iterator[str]:
    """Lines on the most frequent kinds of faults and of details that differ."""
    for kind, number in found.faults.most_common(most):
        yield f"{number:>6}  {' '.join(kind[:3])}  ·  {found.examples[kind]}\n        {kind.template}"
    differ = Counter({key: number for key, number in found.details.items() if key[1] != key[2]})
    for (layer, true, value), number in differ.most_common(most // 2):
        yield f"{number:>6}  {layer}: {true} found as {value or '–'}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, value in (("reports", 2000), ("characters", 3000), ("seed", 1), ("first", 0), ("jobs", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--most", type=int, default=40)
    options: Any = parser.parse_args()
    found = measure(
        options.reports,
        characters=options.characters,
        seed=options.seed,
        first=options.first,
        jobs=options.jobs,
    )
    print(table(found))
    print("\n".join(frequent(found, options.most)))


if __name__ == "__main__":
    main()
