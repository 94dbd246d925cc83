"""A hierarchy as an SVG picture: what is most special on the left, what is most general on the right."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import escape

WIDTH, HEIGHT, GAP, STEP = 132, 44, 16, 206
"""Of a box, and between boxes above each other and columns beside each other, in pixels."""
SWEEPS = 8


class Box(NamedTuple):
    """One class."""

    name: str
    label: str
    above: tuple[str, ...]
    """Names of the boxes directly above it."""
    first: bool
    """Stands in the first column, whatever its depth."""


def diagram(boxes: Sequence[Box]) -> str:
    """The picture; the same for the same boxes. Boxes are links to ``#name``."""
    columns = _columns(boxes)
    tallest = max(map(len, columns)) * (HEIGHT + GAP)
    places = {
        box.name: (at * STEP + 1, (row + 0.5) * tallest / len(column) - HEIGHT / 2)
        for at, column in enumerate(columns)
        for row, box in enumerate(column)
    }
    width = (len(columns) - 1) * STEP + WIDTH + 2
    lines = [
        _line(places[box.name], places[above]) for column in columns for box in column for above in box.above
    ]
    drawn = [_box(box, *places[box.name]) for column in columns for box in column]
    head = f'<svg viewBox="0 0 {width} {tallest:g}" width="{width}" height="{tallest:g}" role="img">'
    return "\n".join([head, "<title>类的层级 · class hierarchy</title>", *lines, *drawn, "</svg>"])


def _columns(boxes: Sequence[Box]) -> list[list[Box]]:
    """From special to general; in each column the order that crosses few lines (barycentres, swept back and forth)."""
    by_name = {box.name: box for box in boxes}

    def depth(box: Box) -> int:
        return max((depth(by_name[above]) + 1 for above in box.above), default=0)

    deepest = max(depth(box) for box in boxes if not box.first) + 1
    columns: list[list[Box]] = [[] for _ in range(deepest + 1)]
    for box in boxes:
        columns[0 if box.first else deepest - depth(box)].append(box)
    below = {name: [box.name for box in boxes if name in box.above] for name in by_name}
    for sweep in range(SWEEPS):
        for column in columns[1:] if sweep % 2 == 0 else columns[-2::-1]:
            rows = {box.name: at / len(line) for line in columns for at, box in enumerate(line)}
            beside = below if sweep % 2 == 0 else {box.name: list(box.above) for box in boxes}
            column.sort(key=lambda box: _mean([rows[name] for name in beside[box.name]], rows[box.name]))
    return columns


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _line(begin: tuple[float, float], end: tuple[float, float]) -> str:
    x, y = begin[0] + WIDTH, begin[1] + HEIGHT / 2
    to_x, to_y = end[0], end[1] + HEIGHT / 2
    half = (x + to_x) / 2
    return f'<path d="M{x:g} {y:g} C{half:g} {y:g} {half:g} {to_y:g} {to_x:g} {to_y:g}"/>'


def _box(box: Box, x: float, y: float) -> str:
    middle = x + WIDTH / 2
    return (
        f'<a href="#{escape(box.name)}"><rect class="{"first" if box.first else "above"}" x="{x:g}" y="{y:g}" '
        f'width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
        f'<text x="{middle:g}" y="{y + 18:g}">{escape(box.label)}</text>'
        f'<text class="name" x="{middle:g}" y="{y + 35:g}">{escape(box.name)}</text></a>'
    )
