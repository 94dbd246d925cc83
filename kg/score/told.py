"""A score in words and figures: as a table for people, as one object for programs."""

from kg.score.figures import Tally
from kg.score.report import LAYERS
from kg.score.total import Score

LONGEST = max(map(len, LAYERS))
"""Characters of the longest layer's name."""

Figures = dict[str, float | int]


def table(score: Score) -> str:
    """Lines of figures: by layer, by type, agreement on details, F1 by report."""
    lines = [f"{'layer':<30}{'gold':>7}{'pred':>7}{'P':>8}{'R':>8}{'F1':>8}"]
    lines += [_line(layer, score.layers[layer]) for layer in LAYERS]
    lines += [
        _line(f"  {layer}.{name}", tally)
        for layer, types in score.types.items()
        for name, tally in types.items()
    ]
    lines += [
        f"agreement {name:<26}{found.same:>8}/{found.pairs}"
        for name, found in sorted(score.agreement.items())
        if found.pairs
    ]
    lines.append("  ".join(f"{layer:>{LONGEST}}" for layer in LAYERS) + "  F1 of report")
    for report in score.reports:
        cells = (f"{report.layers[layer].tally.f1:>{LONGEST}.3f}" for layer in LAYERS)
        lines.append("  ".join(cells) + f"  {report.doc}")
    return "\n".join(lines)


def listing(score: Score) -> str:
    """One line for each item missed or wrong: report, layer, which of the two, the item; tabs between."""
    return "\n".join("\t".join((m.doc, m.layer, m.what, " ".join(m.item.split()))) for m in score.misses)


def figures(score: Score) -> dict[str, object]:
    """The figures for programs, shares to four digits: layers, agreement, ``types`` and ``reports`` by name."""
    return {
        **{layer: _figures(score.layers[layer]) for layer in LAYERS},
        "agreement": {
            name: round(found.share, 4) for name, found in sorted(score.agreement.items()) if found.pairs
        },
        "types": {
            layer: {name: _figures(tally) for name, tally in types.items()}
            for layer, types in score.types.items()
        },
        "reports": {
            report.doc: {layer: _figures(report.layers[layer].tally) for layer in LAYERS}
            for report in score.reports
        },
    }


def _line(name: str, tally: Tally) -> str:
    shares = (tally.precision, tally.recall, tally.f1)
    return f"{name:<30}{tally.gold:>7}{tally.predicted:>7}" + "".join(f"{share:>8.3f}" for share in shares)


def _figures(tally: Tally) -> Figures:
    shares = {"p": tally.precision, "r": tally.recall, "f": tally.f1}
    return {"gold": tally.gold, "pred": tally.predicted, **{name: round(x, 4) for name, x in shares.items()}}
