"""What is written beside the nodes, and how large: short names, and no two over each other at first sight."""

import math
from collections.abc import Sequence

from kg.views.picture import Node

LETTERS = 10
"""Labels on the drawing are cut to so many characters; the panel gives them whole."""
SCREEN = (880.0, 740.0)
"""What a common screen leaves for the drawing, in pixels."""
FIRST = 12.0
"""Height of the labels that are seen at first, on the screen."""
PLAIN = 14.0
"""Height of the others, at scale 1; they appear when one draws nearer."""


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
    if not places:
        return 1.0
    width, height = (max(axis) - min(axis) + 160 for axis in zip(*places, strict=True))
    return min(1.0, SCREEN[0] / width, SCREEN[1] / height)


def sizes(
    names: Sequence[str],
    places: Sequence[tuple[int, int]],
    radii: Sequence[float],
    order: Sequence[int],
    scale: float,
) -> list[float]:
    """Each label's height at scale 1: large enough to be read at ``scale`` where it covers no other label.

    ``order`` has the nodes by weight: the weightiest choose first.
    """
    found = [PLAIN] * len(names)
    height = max(PLAIN, FIRST / scale)
    rows: dict[int, list[tuple[float, float, float]]] = {}
    for node in order:
        (x, y), half = places[node], height * _width(names[node]) / 2 + 0.4 * height
        top = y + radii[node]
        row = math.floor(top / height)
        near = [box for at in (row - 2, row - 1, row, row + 1, row + 2) for box in rows.get(at, ())]
        if all(x + half < left or right < x - half or abs(top - other) > 1.5 * height for left, right, other in near):
            rows.setdefault(row, []).append((x - half, x + half, top))
            found[node] = round(height, 1)
    return found


def _width(name: str) -> float:
    """In heights: a Chinese character is as wide as it is high."""
    return sum(1.0 if ord(letter) > 0x2E7F else 0.55 for letter in name)
