"""Many reports scored together."""

from collections import defaultdict
from collections.abc import Mapping

from kg.model import Record
from kg.score.annotations import Annotation
from kg.score.figures import Agreement, Tally, agreed, pooled
from kg.score.report import DETAILS, LAYERS, Layer, Miss, ReportScore, score_report


class Score(Record):
    """Every figure of a comparison."""

    layers: dict[Layer, Tally]
    """Over all reports, in the order of ``LAYERS``."""
    types: dict[Layer, dict[str, Tally]]
    """Over all reports, by type of entity and by predicate."""
    agreement: dict[str, Agreement]
    """By layer and detail: ``entities.kind``."""
    reports: tuple[ReportScore, ...]
    """In the order of the annotated reports."""
    absent: tuple[str, ...]
    """Annotated reports that were not predicted: all their items count as missed."""

    @property
    def misses(self) -> tuple[Miss, ...]:
        """What was missed and what was wrong, by report and layer."""
        scored = (report.layers[layer] for report in self.reports for layer in LAYERS)
        return tuple(miss for layer in scored for miss in layer.misses)


def score(golds: Mapping[str, Annotation], preds: Mapping[str, Annotation]) -> Score:
    """The annotated reports against the predicted ones of the same ``doc``; other predicted ones do not count."""
    reports = [score_report(gold, preds.get(doc, Annotation(doc=doc))) for doc, gold in golds.items()]
    return Score(
        layers={layer: pooled(report.layers[layer].tally for report in reports) for layer in LAYERS},
        types={layer: _types(layer, reports) for layer in ("entities", "relations")},
        agreement={
            f"{layer}.{detail}": agreed(report.layers[layer].agreement for report in reports)
            for layer, detail in DETAILS.items()
        },
        reports=tuple(reports),
        absent=tuple(doc for doc in golds if doc not in preds),
    )


def _types(layer: Layer, reports: list[ReportScore]) -> dict[str, Tally]:
    """The tallies of each type over the reports, in order of name."""
    found: defaultdict[str, list[Tally]] = defaultdict(list)
    for report in reports:
        for name, tally in report.layers[layer].types.items():
            found[name].append(tally)
    return {name: pooled(found[name]) for name in sorted(found)}
