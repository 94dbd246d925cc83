"""Where each node stands. Positions are computed here, once, so that the page opens still.

A graph of reports is a set of stars: each town with what it alone does, and between the towns what several
do. Force-directed layouts draw that as overlapping grey discs and take seconds; here each town's own nodes
form a flower around it, a petal a class, and what towns share stands in the middle, nearest to the towns
that share it. No chance and no iteration: the same graph gives the same picture.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np

Point = tuple[float, float]

GOLDEN = math.pi * (3 - math.sqrt(5))
"""The golden angle."""
PITCH = 40.0
"""A node has the area of a circle of this radius, in pixels at scale 1 (before the widening)."""
HEART = 7
"""The area around a hub that is left free for its name, in nodes."""
MARGIN = 45.0
"""Around each flower."""
WIDE = 1.5
"""How much wider than high nodes stand: labels run sideways."""
FEW = 12
"""Around more hubs than this the shared nodes stand farther apart, because the whole is seen at a smaller scale."""
WIDEST = 2.5
"""How much farther at most."""
SHAPE = 1.15
"""How much wider than high the whole is."""


def layout(
    pairs: Iterable[tuple[int, int]],
    petals: Sequence[int],
    hubs: Sequence[int],
    homes: Sequence[Sequence[int]],
) -> list[tuple[int, int]]:
    """A position for each node 0, 1, …, in pixels at scale 1, the origin in the middle.

    ``pairs`` are the nodes joined by a line; ``petals`` has each node's class by rank, ``homes`` the hubs
    that each node belongs to (none: those it is joined to count, else the nearest). Flowers grow around
    ``hubs``. Nodes come in order of weight: the first of a class stands nearest to its hub.
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(len(petals)))
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    centres = [*hubs, *_strays(graph, hubs)]
    own, shared = _divided(graph, centres, homes)
    flowers = {hub: _flower(own[hub], petals) for hub in centres}
    radii = {hub: _extent(flowers[hub].values()) + MARGIN for hub in centres}
    spread = min(WIDEST, max(1.0, (len(centres) / FEW) ** 0.25))
    seats = [(x * spread, y * spread) for x, y in _seeds(0, len(shared))]
    around = _packed(radii, _extent(seats) + MARGIN if shared else 0.0)
    places = _seated(shared, seats, around)
    for hub, (x, y) in around.items():
        places[hub] = (x, y)
        places |= {node: (x + dx, y + dy) for node, (dx, dy) in flowers[hub].items()}
    return [(round(places[node][0] * WIDE), round(places[node][1])) for node in range(len(petals))]


def _strays(graph: nx.Graph, hubs: Sequence[int]) -> list[int]:
    """The node with the most neighbours of each part of the graph that no hub is in."""
    parts = [part for part in nx.connected_components(graph) if not part.intersection(hubs)]
    return sorted(min(part, key=lambda node: (-graph.degree(node), node)) for part in parts)


def _divided(
    graph: nx.Graph, centres: Sequence[int], homes: Sequence[Sequence[int]]
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Each hub's own nodes; and each node that belongs to several hubs, with those hubs."""
    own: dict[int, list[int]] = {hub: [] for hub in centres}
    shared: dict[int, list[int]] = {}
    cells = nx.voronoi_cells(graph, centres) if centres else {}
    nearest = {node: hub for hub in centres for node in cells.get(hub, ())}
    for node in range(len(homes)):
        if node in own:
            continue
        home = sorted(homes[node]) or [hub for hub in centres if hub in graph[node]] or [nearest[node]]
        if len(home) > 1:
            shared[node] = home
        else:
            own[home[0]].append(node)
    return own, shared


def _seeds(first: int, count: int) -> list[Point]:
    """Places that fill a disc or a ring evenly, from the middle outwards, as a sunflower's seeds do."""
    spots = ((PITCH * math.sqrt(k + 0.5), k * GOLDEN) for k in range(first, first + count))
    return [(radius * math.cos(angle), radius * math.sin(angle)) for radius, angle in spots]


def _flower(nodes: Sequence[int], petals: Sequence[int]) -> dict[int, Point]:
    """Positions around the origin: each class has a sector, its first nodes nearest to the middle."""
    seeds = sorted(_seeds(HEART, len(nodes)), key=lambda point: math.atan2(point[1], point[0]))
    classes: dict[int, list[int]] = defaultdict(list)
    for node in nodes:
        classes[petals[node]].append(node)
    places: dict[int, Point] = {}
    start = 0
    for petal in sorted(classes):
        sector = seeds[start : start + len(classes[petal])]
        sector.sort(key=lambda point: math.hypot(*point))
        places |= dict(zip(classes[petal], sector, strict=True))
        start += len(sector)
    return places


def _packed(radii: dict[int, float], middle: float) -> dict[int, Point]:
    """A centre for each flower: the largest first, each as near to the middle as there is room."""
    places: dict[int, Point] = {}
    taken = np.empty((len(radii) + 1, 4))  # of each circle its centre, its radius, how far out it reaches
    taken[0] = 0.0, 0.0, middle, middle
    count = 1 if middle else 0
    turns = np.linspace(-math.pi, math.pi, 72, endpoint=False)
    distance = 0.0
    for number, hub in enumerate(sorted(radii, key=lambda hub: (-radii[hub], hub))):
        turned = turns + number // FEW * GOLDEN  # else many flowers would stand in spokes
        ring = np.stack([np.cos(turned), np.sin(turned) * WIDE / SHAPE], axis=1)
        # Nearer than this, the larger ones before it found no room; gaps that only it would fill are let be.
        radius, distance = radii[hub], max(0.0, distance - 3 * radii[hub])
        while True:
            spots = ring * distance
            near = taken[:count][
                taken[:count, 3] >= distance - radius - 1
            ]  # the others are too far inside to matter
            gaps = np.hypot(*(spots[:, None, :] - near[None, :, :2]).transpose(2, 0, 1)) - near[:, 2]
            free = np.flatnonzero((gaps >= radius).all(axis=1))
            if free.size:
                break
            distance += max(radius / 4, PITCH / 2)
        x, y = (float(value) for value in spots[free[0]])
        places[hub] = (x, y)
        taken[count] = x, y, radius, math.hypot(x, y) + radius
        count += 1
    return places


def _seated(shared: dict[int, list[int]], seats: list[Point], around: dict[int, Point]) -> dict[int, Point]:
    """The shared nodes on the seats, each on the free one nearest to the middle of the hubs that share it."""
    free = np.array(seats).reshape(-1, 2)
    places: dict[int, Point] = {}
    for node in sorted(shared, key=lambda node: (-len(shared[node]), node)):
        target = np.mean([around[hub] for hub in shared[node]], axis=0)
        nearest = int(np.hypot(*(free - target).T).argmin())
        places[node] = (float(free[nearest, 0]), float(free[nearest, 1]))
        free = np.delete(free, nearest, axis=0)
    return places


def _extent(points: Iterable[Point]) -> float:
    """How far from the origin the farthest point is; 0 without points."""
    return max((math.hypot(x, y) for x, y in points), default=0.0)
