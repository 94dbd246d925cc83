"""What is written beside the dots: short names, because there is little room."""

from collections.abc import Sequence

from kg.views.picture import Node

LETTERS = 10
"""Names on the drawing are cut to so many characters; the panel gives them whole."""


def short_names(nodes: Sequence[Node]) -> list[str]:
    """Each node's name for the drawing: without the name of the place that it lies in, and not long."""
    places = sorted((node.label for node in nodes if node.cls == "Division"), key=len, reverse=True)
    return [_cut(_local(node, places)) for node in nodes]


def _local(node: Node, places: Sequence[str]) -> str:
    """A place's shortest form that its name ends in; of other names what follows a place's name."""
    if node.cls == "Division":
        ends = [form for form in node.forms if node.label.endswith(form) and len(form) > 2]
        if ends:
            return min(ends, key=len)
    for place in places:
        if node.label.startswith(place) and node.label != place:
            return node.label[len(place) :]
    return node.label


def _cut(label: str) -> str:
    return label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"
