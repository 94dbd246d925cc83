"""What is written beside the dots: short names, because there is little room."""

from collections.abc import Sequence

from kg.views.graph.picture import Node

LETTERS = 22
"""Names on the drawing, which have two rows there, are cut to so many characters; the panel gives them whole."""


def short_names(nodes: Sequence[Node]) -> list[str]:
    """Each node's name for the drawing: without the name of the place that it lies in, and not long."""
    places = {node.label.zh for node in nodes if node.cls == "Division"}
    return [_cut(_local(node, places)) for node in nodes]


def _local(node: Node, places: set[str]) -> str:
    """A place's shortest form that its name ends in; of other names what follows a place's name."""
    label = node.label.zh
    if node.cls == "Division":
        ends = [form for form in node.forms if label.endswith(form) and len(form) > 2]
        if ends:
            return min(ends, key=len)
    longest = next((end for end in range(len(label) - 1, 0, -1) if label[:end] in places), 0)
    return label[longest:]


def _cut(label: str) -> str:
    return label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"
