"""The first view of a picture, as vis-network's nodes: which are drawn, and where."""

from collections import Counter
from collections.abc import Sequence

from kg.model import EntityType
from kg.views.graph.layout import layout
from kg.views.graph.picture import Picture

Json = dict[str, object]

CLASSES: tuple[EntityType, ...] = (
    "Division",
    "Organization",
    "Role",
    "Person",
    "Programme",
    "LegalInstrument",
    "Doctrine",
    "Event",
    "Honour",
)
"""In the order in which the classes go round a hub."""
MOST = 2000
"""How many nodes are drawn at once: more would be a grey mass, and slow."""


def drawing(picture: Picture) -> list[Json]:
    """The first nodes of the picture with their positions, numbered as in the picture."""
    count = min(MOST, len(picture.nodes))
    pairs = {
        (min(edge.source, edge.target), max(edge.source, edge.target))
        for edge in picture.edges
        if edge.source != edge.target and edge.source < count and edge.target < count
    }
    hubs = sorted({r.division for r in picture.reports if r.division is not None and r.division < count})
    homes = [[home for home in picture.homes(node) if home < count] for node in range(count)]
    weights = Counter(end for pair in pairs for end in pair)
    # The layout puts the first nodes of a class nearest to the hub.
    order = sorted(range(count), key=lambda node: (-weights[node], node))
    places = _laid_out(picture, order, sorted(pairs), hubs, homes)
    return [
        {"id": node, "label": picture.nodes[node].label.zh, "group": picture.nodes[node].cls, "x": x, "y": y}
        for node, (x, y) in enumerate(places)
    ]


def _laid_out(
    picture: Picture,
    order: Sequence[int],
    pairs: Sequence[tuple[int, int]],
    hubs: Sequence[int],
    homes: Sequence[Sequence[int]],
) -> list[tuple[int, int]]:
    """The layout of the nodes taken in ``order``, given back by their numbers in the picture."""
    ranks: dict[str, int] = {cls: rank for rank, cls in enumerate(CLASSES)}
    new = {node: number for number, node in enumerate(order)}
    places = layout(
        [(new[a], new[b]) for a, b in pairs],
        [ranks[picture.nodes[node].cls] for node in order],
        sorted(new[hub] for hub in hubs),
        [[new[home] for home in homes[node]] for node in order],
    )
    return [places[new[node]] for node in range(len(order))]


def options() -> Json:
    """What vis-network is told once for all; the page's script paints the nodes and the names."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "selectConnectedEdges": False, "hoverConnectedEdges": False},
        "nodes": {"shape": "custom", "chosen": False},
        "edges": {"smooth": False, "chosen": False},
    }
