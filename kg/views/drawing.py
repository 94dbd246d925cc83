"""A picture as vis-network's nodes and edges, and as the facts that the page shows on a click."""

import math
from collections import Counter, defaultdict
from typing import get_args

from kg.model import EntityType
from kg.views.layout import layout
from kg.views.picture import Claim, Node, Picture, Quote

Json = dict[str, object]

COLOURS: dict[EntityType, str] = {
    "Division": "#c8374a",
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
STRENGTH = ("achieved", "", "planned", "shortcoming", "mentioned")
"""Statuses, the strongest first: two nodes are joined by one line, which shows its strongest."""
LETTERS = 11
"""Labels on the drawing are cut to so many characters; the panel gives them whole."""
SCREEN = (900.0, 780.0)
"""What a common screen leaves for the drawing, in pixels."""


def drawing(picture: Picture) -> tuple[list[Json], list[Json]]:
    """The nodes, with their positions, and the lines between them."""
    lines = _lines(picture)
    hubs = list(dict.fromkeys(r.division for r in picture.reports if r.division is not None))
    hubs.sort(key=lambda hub: picture.nodes[hub].iri)
    ranks = {cls: rank for rank, cls in enumerate(COLOURS)}
    places = layout(sorted(lines), [ranks[node.cls] for node in picture.nodes], hubs)
    fit = _fit(places)
    degree = Counter(end for pair in lines for end in pair)
    short = _short_names(picture)
    nodes = []
    for number, (node, (x, y)) in enumerate(zip(picture.nodes, places, strict=True)):
        hub = number in hubs
        size = 26.0 if hub else min(20.0, 5 + 3 * math.sqrt(degree[number]))
        font = max(24.0, 15 / fit) if hub else min(26.0, 11.5 + 1.5 * math.sqrt(degree[number]))
        nodes.append(
            {
                "id": number,
                "label": short[number],
                "group": node.cls,
                "x": x,
                "y": y,
                "size": round(size if not hub else max(size, 9 / fit), 1),
                "font": {"size": round(font, 1)},
            }
        )
    edges: list[Json] = [
        {"id": number, "from": pair[0], "to": pair[1], "status": lines[pair]}
        for number, pair in enumerate(sorted(lines))
    ]
    return nodes, edges


def _lines(picture: Picture) -> dict[tuple[int, int], str]:
    """Joined nodes, each pair once, with the strongest status of what joins them."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for edge in picture.edges:
        if edge.source != edge.target:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            found[pair].update([claim.status for claim in edge.claims] or [""])
    for pair in picture.mentions:
        found[min(pair), max(pair)].add("mentioned")
    return {pair: min(statuses, key=STRENGTH.index) for pair, statuses in found.items()}


def _short_names(picture: Picture) -> list[str]:
    """Labels for the drawing: a place without the name of the place that it lies in, and nothing long."""
    places = sorted((node.label for node in picture.nodes if node.cls == "Division"), key=len, reverse=True)

    def short(node: Node) -> str:
        label = node.label
        for place in places:
            if label.startswith(place) and label != place:
                label = label[len(place) :]
                break
        return label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"

    return [short(node) for node in picture.nodes]


def _fit(places: list[tuple[int, int]]) -> float:
    """The scale at which the whole drawing is on the screen; at most 1."""
    if not places:
        return 1.0
    width, height = (max(axis) - min(axis) + 200 for axis in zip(*places, strict=True))
    return min(1.0, SCREEN[0] / width, SCREEN[1] / height)


def options() -> Json:
    """What vis-network is told once for all nodes and lines."""
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "hideEdgesOnDrag": False, "tooltipDelay": 10_000_000},
        "nodes": {
            "shape": "dot",
            "borderWidth": 1.5,
            "font": {"color": "#1f2933", "strokeWidth": 4, "strokeColor": "#ffffff", "vadjust": -2},
            "scaling": {"label": {"drawThreshold": 8, "maxVisible": 22}},
        },
        "edges": {
            "smooth": False,
            "width": 1,
            "color": {"color": "#aab4c0", "highlight": "#1f2933", "hover": "#66727f", "opacity": 0.55},
            "selectionWidth": 1,
            "hoverWidth": 0,
        },
        "groups": {cls: {"color": {"background": colour, "border": "#ffffff"}} for cls, colour in COLOURS.items()},
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
            [f.counts, ("≈ " if f.approximate else "") + f.value, f.unit, f.period, f.status, _quotes(f.quotes)]
            for f in node.figures
        ],
        "remarks": [[r.kind, r.topic.zh, r.text, _quotes(r.quotes)] for r in node.remarks],
    }
    return {key: value for key, value in full.items() if value}


def _claim(claim: Claim) -> list[object]:
    return [claim.status, _quotes(claim.quotes)]


def _quotes(quotes: tuple[Quote, ...]) -> list[list[int]]:
    return [[quote.sentence, quote.begin, quote.end] for quote in quotes]
