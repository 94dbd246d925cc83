"""A picture as vis-network's nodes and edges, and as the facts that the page shows on a click."""

import math
from collections import Counter, defaultdict
from typing import get_args

from kg.model import EntityType
from kg.views.layout import layout
from kg.views.names import short_names
from kg.views.picture import Claim, Node, Picture, Quote

Json = dict[str, object]

COLOURS: dict[EntityType, str] = {
    "Division": "#3b4754",
    "Organization": "#2f6db5",
    "Role": "#e07b1a",
    "Person": "#8a6148",
    "Programme": "#2b9a66",
    "LegalInstrument": "#6c4bb0",
    "Doctrine": "#c2549b",
    "Event": "#2a9fb3",
    "Honour": "#c69a10",
}
"""By class, in the order in which the classes go round a hub."""
HUB = 22.0
"""Radius of a hub's dot at scale 1, in pixels."""
LINES = ("achieved", "planned", "shortcoming", "mentioned")
"""The kinds of line, in the order in which those between two nodes are drawn."""


def drawing(picture: Picture) -> tuple[list[Json], list[Json]]:
    """The nodes, with their positions, and the lines between them.

    Beside what vis-network knows, a node has its ``weight`` (nodes joined to it) and is a ``hub`` or not; a
    line has its ``status``, and its ``bow`` (0 is straight) where two nodes are joined by several.
    """
    lines = _lines(picture)
    hubs = sorted({report.division for report in picture.reports if report.division is not None})
    ranks: dict[str, int] = {cls: rank for rank, cls in enumerate(COLOURS)}
    petals = [ranks[node.cls] for node in picture.nodes]
    places = layout(sorted(lines), petals, hubs, [node.divisions for node in picture.nodes])
    weights = Counter(end for pair in lines for end in pair)
    names = short_names(picture.nodes)
    nodes: list[Json] = [
        {
            "id": number,
            "label": names[number],
            "group": node.cls,
            "x": places[number][0],
            "y": places[number][1],
            "size": HUB if number in hubs else round(min(16.0, 5 + 2 * math.sqrt(weights[number])), 1),
            "weight": weights[number],
            "hub": number in hubs,
        }
        for number, node in enumerate(picture.nodes)
    ]
    drawn = [(pair, status, bow) for pair in sorted(lines) for bow, status in enumerate(lines[pair])]
    edges: list[Json] = [
        {"id": number, "from": pair[0], "to": pair[1], "status": status, "bow": bow}
        for number, (pair, status, bow) in enumerate(drawn)
    ]
    return nodes, edges


def _lines(picture: Picture) -> dict[tuple[int, int], list[str]]:
    """Joined nodes, each pair once, with the statuses of what joins them; each is a line of its own.

    What no report states but the graph holds (a place in its district) is drawn as achieved.
    """
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for edge in picture.edges:
        if edge.source != edge.target:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            found[pair].update([claim.status for claim in edge.claims] or ["achieved"])
    for pair in picture.mentions:
        found[min(pair), max(pair)].add("mentioned")
    return {pair: [status for status in LINES if status in statuses] for pair, statuses in found.items()}


def options() -> Json:
    """What vis-network is told once for all; the page's script paints the dots and the names."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "selectConnectedEdges": False, "hoverConnectedEdges": False},
        "nodes": {"shape": "custom"},
        "edges": {"smooth": False, "width": 1, "color": {"inherit": "to", "opacity": 0.45}},
        "groups": {
            cls: {"color": {"background": colour, "border": colour}} for cls, colour in COLOURS.items()
        },
    }


def facts(picture: Picture) -> Json:
    """What the panel and the search read, with short keys: it is most of the page."""
    counts = Counter(node.cls for node in picture.nodes)
    return {
        "classes": [
            [cls, picture.classes[cls].zh, picture.classes[cls].en, COLOURS[cls], counts[cls]]
            for cls in get_args(EntityType)
            if counts[cls]
        ],
        "predicates": {key: [name.zh, name.en] for key, name in picture.predicates.items()},
        "statuses": {key: [name.zh, name.en] for key, name in picture.statuses.items()},
        "reports": [[report.title, report.year, report.file] for report in picture.reports],
        "sentences": [[sentence.report, sentence.text] for sentence in picture.sentences],
        "nodes": [_node(node) for node in picture.nodes],
        "edges": [
            [edge.source, edge.predicate, edge.target, [_claim(claim) for claim in edge.claims]]
            for edge in picture.edges
        ],
    }


def _node(node: Node) -> Json:
    full: Json = {
        "label": node.label,
        "cls": node.cls,
        "kind": [node.kind.zh, node.kind.en],
        "iri": node.iri,
        "forms": [form for form in node.forms if form != node.label],
        "mentioned": node.mentioned,
        "quotes": _quotes(node.quotes),
        "figures": [
            [
                f.counts,
                ("≈ " if f.approximate else "") + f.value,
                f.unit,
                f.period,
                f.status,
                _quotes(f.quotes),
            ]
            for f in node.figures
        ],
        "remarks": [[r.kind, r.topic.zh, r.text, _quotes(r.quotes)] for r in node.remarks],
    }
    return {key: value for key, value in full.items() if value}


def _claim(claim: Claim) -> list[object]:
    return [claim.status, _quotes(claim.quotes)]


def _quotes(quotes: tuple[Quote, ...]) -> list[list[int]]:
    return [[quote.sentence, quote.begin, quote.end] for quote in quotes]
