"""What is written beside the nodes, and how large: short names, and no two over each other at first sight."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kg.views.picture import Node

LETTERS = 10
"""Labels on the drawing are cut to so many characters; the panel gives them whole."""
SCREEN = (910, 780)
"""What a common screen leaves for the drawing, in pixels."""
EDGE = (150, 90)
"""What is kept free of nodes there, for the labels of the outermost. The page's script keeps as much."""
PLAIN = 14.0
"""Height of a label at scale 1, seen when one draws near enough."""
FIRST = 12.0
"""Height on the screen of those that are seen at first."""
LARGE = 15.0
"""The same for hubs."""
MOST = 80
"""How many are seen at first, beside the hubs'."""
MANY = 200
"""A drawing of more nodes is large."""


def short_names(nodes: Sequence[Node]) -> list[str]:
    """Labels for the drawing: a place without the name of the place that it lies in, and nothing long."""
    places = sorted((node.label for node in nodes if node.cls == "Division"), key=len, reverse=True)
    return [_cut(_local(node, places)) for node in nodes]


def _local(node: Node, places: Sequence[str]) -> str:
    """The name without the longest place that it begins with; failing that, a place's longest short form."""
    for place in places:
        if node.label.startswith(place) and node.label != place:
            return node.label[len(place) :]
    forms = [form for form in node.forms if node.label.endswith(form) and 2 < len(form) < LETTERS]
    return max(forms, key=len) if node.cls == "Division" and forms else node.label


def _cut(label: str) -> str:
    return label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"


def fit(places: Sequence[tuple[int, int]]) -> float:
    """The scale at which the whole drawing is on the screen; at most 1."""
    scale = 1.0
    for axis, room, edge in zip(zip(*places, strict=True), SCREEN, EDGE, strict=False):
        scale = min(scale, (room - edge) / max(1, max(axis) - min(axis)))
    return scale


class Box(NamedTuple):
    """What a label or a dot covers, in pixels at scale 1."""

    left: float
    top: float
    right: float
    bottom: float

    def clear_of(self, other: "Box") -> bool:
        """Whether the two have no point in common."""
        apart = self.right < other.left or other.right < self.left
        return apart or self.bottom < other.top or other.bottom < self.top


def sizes(
    names: Sequence[str],
    places: Sequence[tuple[int, int]],
    radii: Sequence[float],
    weights: Sequence[int],
    hubs: Sequence[int],
    scale: float,
) -> list[float]:
    """Each label's height at scale 1, so large for some that they can be read at ``scale``.

    Those are the hubs', and of the others, by weight, those that then cover no label, and no dot that weighs as
    much as their own. In a large drawing the lightest stay small.
    """
    dots = [Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(places, radii, strict=True)]
    found = [PLAIN] * len(names)
    taken = _Boxes(LARGE / scale)
    for node in hubs:
        found[node] = max(PLAIN, LARGE / scale)
        taken.add(dots[node])
        taken.add(_label(names[node], dots[node], found[node]))
    height, left = max(PLAIN, FIRST / scale), MOST
    others = sorted(set(range(len(names))).difference(hubs), key=lambda node: (-weights[node], node))
    least = 0 if len(names) <= MANY else 2
    for _, alike in groupby(others, key=lambda node: weights[node]):
        group = list(alike)
        for node in group:
            taken.add(dots[node])
        for node in group:
            box = _label(names[node], dots[node], height)
            if left and weights[node] >= least and taken.clear(box):
                taken.add(box)
                found[node] = height
                left -= 1
    return [round(size, 1) for size in found]


def _label(name: str, dot: Box, height: float) -> Box:
    """A label stands under its dot; a Chinese character is as wide as it is high."""
    half = height * (0.5 + sum(1.0 if ord(letter) > 0x2E7F else 0.55 for letter in name)) / 2
    middle = (dot.left + dot.right) / 2
    return Box(middle - half, dot.bottom + 0.1 * height, middle + half, dot.bottom + 1.4 * height)


class _Boxes:
    """Boxes by the rows that they touch, so that few are compared."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._rows: dict[int, list[Box]] = {}

    def _touched(self, box: Box) -> range:
        return range(math.floor(box.top / self._height), math.floor(box.bottom / self._height) + 1)

    def add(self, box: Box) -> None:
        for row in self._touched(box):
            self._rows.setdefault(row, []).append(box)

    def clear(self, box: Box) -> bool:
        return all(box.clear_of(other) for row in self._touched(box) for other in self._rows.get(row, ()))
