"""Draw the builds that ``growth.py`` kept: seconds of the processor and most memory against reports, both scales logarithmic.

    python benchmarks/growth_plot.py [growth.tsv] [-o docs/growth.svg]

Needs matplotlib (extra ``notebooks``). The same file gives the same bytes.
"""

import argparse
import math
from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
from growth import KEPT, Measured, kept, slope
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter

PANELS = (
    ("processor", "seconds of the processor", 1.0),
    ("memory", "most memory of one process, MB", 0.0),
)
"""A measure, its name, and the slope that a good one has."""
LOOKS: dict[str, tuple[str, str, str, int]] = {
    "graph": ("#1f5a99", "o", "graph and records (--no-pages)", 6),
    "shards": ("#b3541e", "s", "shards (--shards 16)", -12),
    "whole": ("#4d7c2a", "^", "whole, with pages and store", 6),
}


def draw(builds: list[Measured], target: Path) -> None:
    """Write the two panels as SVG."""
    mpl.rcParams.update({"svg.hashsalt": "growth", "svg.fonttype": "path", "font.size": 9})
    figure = Figure(figsize=(9.6, 4.0), layout="constrained")
    for axes, (name, title, good) in zip(figure.subplots(1, 2), PANELS, strict=True):
        _panel(axes, builds, name, title, good)
    figure.savefig(target, metadata={"Date": None})


def _panel(axes: Axes, builds: list[Measured], name: str, title: str, good: float) -> None:
    for kind, (colour, marker, label, above) in LOOKS.items():
        row = [one for one in builds if one.kind == kind and one.jobs == 1]
        if not row:
            continue
        values = [getattr(one, name) for one in row]
        axes.plot([one.reports for one in row], values, color=colour, marker=marker, label=label)
        for before, now in pairwise(row):
            place = (before.reports * now.reports) ** 0.5, (getattr(before, name) * getattr(now, name)) ** 0.5
            axes.annotate(
                f"{slope(before, now, name):.2f}",
                place,
                (0, above),
                textcoords="offset points",
                color=colour,
                ha="right",
            )
    first = min(builds, key=lambda one: one.reports)
    last = max(builds, key=lambda one: one.reports)
    begin = getattr(first, name) * 0.6
    ends = [begin, begin * (last.reports / first.reports) ** good]
    axes.plot([first.reports, last.reports], ends, color="#888", linestyle=":", label=f"slope {good:g}")
    axes.set(xscale="log", yscale="log", xlabel="reports", title=title)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    axes.yaxis.set_minor_formatter(NullFormatter())
    highest = max(getattr(one, name) for one in builds)
    axes.set_ylim(10 ** math.floor(math.log10(begin)), 10 ** math.ceil(math.log10(highest)))
    axes.grid(which="major", color="#ddd")
    axes.legend(frameon=False)


def main() -> None:
    """Draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?", default=KEPT)
    parser.add_argument("-o", "--output", type=Path, default=KEPT.parent.parent / "docs" / "growth.svg")
    options = parser.parse_args()
    draw(kept(options.file), options.output)


if __name__ == "__main__":
    main()
