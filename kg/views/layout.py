"""Where each node stands. Positions are computed here, once, so that the page opens still.

A graph of reports is a set of stars: each town with what it alone does, and between the towns what several
do. Force-directed layouts draw that as overlapping grey discs and take seconds; here each town's own nodes
form a flower around it, a petal a class, and what towns share stands in the middle, nearest to the towns
that share it. No chance, no iteration, no overlap: the same graph gives the same picture.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import networkx as nx

Point = tuple[float, float]

STEP = 58.0
"""Between one ring of a flower and the next, in pixels at scale 1."""
GAP = 78.0
"""Between neighbours on a ring."""
CORE = 105.0
"""Radius of a flower's first ring."""
WIDE = 1.6
"""How much wider than high the picture is drawn: labels run sideways."""


def layout(
    pairs: Sequence[tuple[int, int]], petals: Sequence[int], hubs: Sequence[int]
) -> list[tuple[int, int]]:
    """A position for each node 0, 1, …, in pixels at scale 1, the origin in the middle.

    ``pairs`` are the nodes joined by a line, ``petals`` each node's class by rank (its length is the number
    of nodes), ``hubs`` the nodes that flowers grow around, in the order in which they go round the middle.
    Nodes come in order of weight: the first of a class stands nearest to its hub.
    """
    graph = nx.Graph()
    graph.add_nodes_from(range(len(petals)))
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    centres = [*hubs, *_strays(graph, hubs)]
    own, shared = _homes(graph, centres)
    flowers = {hub: _flower(own[hub], petals) for hub in centres}
    radii = {hub: _extent(flowers[hub].values()) + GAP for hub in centres}
    seats = _seats(len(shared))
    middle = _extent(seats) + GAP if shared else 0.0
    around = _ring(centres, radii, middle)
    places = _seated(shared, seats, around, middle)
    for hub, (x, y) in around.items():
        places[hub] = (x, y)
        places |= {node: (x + dx, y + dy) for node, (dx, dy) in flowers[hub].items()}
    return [(round(places[node][0] * WIDE), round(places[node][1])) for node in range(len(petals))]


def _strays(graph: nx.Graph, hubs: Sequence[int]) -> list[int]:
    """The node with the most neighbours of each part of the graph that no hub is in."""
    parts = [part for part in nx.connected_components(graph) if not part.intersection(hubs)]
    return sorted(min(part, key=lambda node: (-graph.degree(node), node)) for part in parts)


def _homes(graph: nx.Graph, centres: Sequence[int]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Each hub's own nodes; and each node that several hubs touch, with those hubs."""
    own: dict[int, list[int]] = {hub: [] for hub in centres}
    touching: dict[int, list[int]] = defaultdict(list)
    for hub in centres:
        for node in graph[hub]:
            if node not in own:
                touching[node].append(hub)
    shared = {node: touching[node] for node in sorted(touching) if len(touching[node]) > 1}
    for hub, cell in nx.voronoi_cells(graph, centres).items():
        if hub in own:
            own[hub] = sorted(node for node in cell if node not in own and node not in shared)
    return own, shared


def _flower(nodes: Sequence[int], petals: Sequence[int]) -> dict[int, Point]:
    """Positions around the origin: a sector for each class, filled ring by ring."""
    classes: dict[int, list[int]] = defaultdict(list)
    for node in nodes:
        classes[petals[node]].append(node)
    weight = {petal: len(classes[petal]) + 2 for petal in sorted(classes)}
    places: dict[int, Point] = {}
    start = -math.pi / 2
    for petal, share in weight.items():
        width = 2 * math.pi * share / sum(weight.values())
        todo, ring = classes[petal], 0
        while todo:
            radius = CORE + ring * STEP
            room = max(1, int(width * radius / GAP))
            row, todo = todo[:room], todo[room:]
            for place, node in enumerate(row):
                angle = start + width * (place + 0.5) / len(row)
                places[node] = (radius * math.cos(angle), radius * math.sin(angle))
            ring += 1
        start += width
    return places


def _seats(count: int) -> list[Point]:
    """``count`` places that fill a disc evenly, from the middle outwards (a sunflower's seeds)."""
    golden = math.pi * (3 - math.sqrt(5))
    pitch = math.sqrt(GAP * STEP * 1.3 / math.pi)
    return [
        (pitch * math.sqrt(k + 0.5) * math.cos(k * golden), pitch * math.sqrt(k + 0.5) * math.sin(k * golden))
        for k in range(count)
    ]


def _seated(
    shared: dict[int, list[int]], seats: list[Point], around: dict[int, Point], middle: float
) -> dict[int, Point]:
    """The shared nodes on the seats, each on the free one nearest to the hubs that share it."""
    free = list(seats)
    places: dict[int, Point] = {}
    for node in sorted(shared, key=lambda node: (-len(shared[node]), node)):
        x = sum(around[hub][0] for hub in shared[node]) / len(shared[node])
        y = sum(around[hub][1] for hub in shared[node]) / len(shared[node])
        reach = math.hypot(x, y)
        if reach > middle:
            x, y = x * middle / reach, y * middle / reach
        nearest = min(range(len(free)), key=lambda k: (free[k][0] - x) ** 2 + (free[k][1] - y) ** 2)
        places[node] = free.pop(nearest)
    return places


def _ring(hubs: Sequence[int], radii: dict[int, float], middle: float) -> dict[int, Point]:
    """A centre for each flower: in rings around the middle, as many to a ring as fit."""
    if len(hubs) == 1 and not middle:
        return {hubs[0]: (0.0, 0.0)}
    places: dict[int, Point] = {}
    todo, inner = list(hubs), middle
    while todo:
        count, distance = _fitting(todo, radii, inner)
        row, todo = todo[:count], todo[count:]
        angles = [2 * math.asin(min(1.0, radii[hub] / distance)) for hub in row]
        spare = max(0.0, 2 * math.pi - sum(angles)) / len(row)
        angle = -math.pi - (angles[0] + spare) / 2
        for hub, width in zip(row, angles, strict=True):
            angle += (width + spare) / 2
            places[hub] = (distance * math.cos(angle), distance * math.sin(angle))
            angle += (width + spare) / 2
        inner = distance + max(radii[hub] for hub in row)
    return places


def _fitting(hubs: Sequence[int], radii: dict[int, float], inner: float) -> tuple[int, float]:
    """How many of the first hubs go on the next ring, and how far from the middle it is."""
    count, widest = 0, 0.0
    for hub in hubs:
        wider = max(widest, radii[hub])
        distance = inner + wider
        row = [*hubs[:count], hub]
        if count >= 3 and sum(2 * math.asin(min(1.0, radii[one] / distance)) for one in row) > 2 * math.pi:
            break
        count, widest = count + 1, wider
    distance = inner + widest
    while sum(2 * math.asin(min(1.0, radii[one] / distance)) for one in hubs[:count]) > 2 * math.pi:
        distance *= 1.05
    return count, distance


def _extent(points: Iterable[Point]) -> float:
    """How far from the origin the farthest point is; 0 without points."""
    return max((math.hypot(x, y) for x, y in points), default=0.0)
