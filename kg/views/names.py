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
    """The name without the longest place that it begins with; failing that, a place's longest short form."""
    for place in places:
        if node.label.startswith(place) and node.label != place:
            return node.label[len(place) :]
    forms = [form for form in node.forms if node.label.endswith(form) and 2 < len(form) < LETTERS]
    return max(forms, key=len) if node.cls == "Division" and forms else node.label


def _cut(label: str) -> str:
    return label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"
