"""A picture as the files that the graph page loads: columns first, what is read on a click in pieces.

``graph/index`` holds what searching, filtering and drawing need of every node and relation. The evidence lies in
pieces of fixed size, ``graph/nodes-N`` and ``graph/edges-N``, and the texts that it is cut from in ``graph/text-N``,
because most of it is never asked for.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from kg.lexicon.pinyin import reading
from kg.views import links
from kg.views.graph.drawing import CLASSES
from kg.views.graph.names import short_names
from kg.views.graph.picture import Edge, Figure, Node, Picture, Remark, Spans
from kg.views.graph.read import MENTIONS
from kg.views.wording import Name

NODES, EDGES = 400, 1000
"""How many nodes and how many relations have their evidence in one piece."""
MENTIONED = {MENTIONS: Name(zh="提及", en="mentions")}
"""How a line is called that no relation draws."""
ONLY = {"mentioned": Name(zh="仅提及", en="mentioned only")}


def pieces(picture: Picture) -> Iterator[tuple[str, Any]]:
    """The files' names and contents."""
    yield "graph/index", index(picture)
    for number, report in enumerate(picture.reports):
        yield f"graph/text-{number}", report.text
    for number, first in enumerate(range(0, len(picture.nodes), NODES)):
        yield f"graph/nodes-{number}", [_node(node) for node in picture.nodes[first : first + NODES]]
    for number, first in enumerate(range(0, len(picture.edges), EDGES)):
        yield f"graph/edges-{number}", [_evidence(edge) for edge in picture.edges[first : first + EDGES]]


def index(picture: Picture) -> dict[str, Any]:
    """Everything but the evidence. Where a column tells of nodes or relations, its order is the picture's."""
    nodes, edges = picture.nodes, picture.edges
    classes: list[str] = [cls for cls in CLASSES if any(node.cls == cls for node in nodes)]
    predicates = {**picture.predicates, **MENTIONED}
    statuses = {**picture.statuses, **ONLY}
    kinds = sorted({(node.kind.zh, node.kind.en) for node in nodes})
    keys = [links.key(node.iri, picture.base) for node in nodes]
    starts = [node.iri.removesuffix(key) for node, key in zip(nodes, keys, strict=True)]
    bases = sorted(set(starts))
    rank = {
        name: {value: number for number, value in enumerate(values)}
        for name, values in (
            ("class", classes),
            ("predicate", predicates),
            ("status", statuses),
            ("kind", kinds),
            ("base", bases),
        )
    }
    return {
        "nodes_a_piece": NODES,
        "edges_a_piece": EDGES,
        "classes": [[cls, picture.classes[cls].zh, picture.classes[cls].en] for cls in classes],
        "predicates": [[key, name.zh, name.en] for key, name in predicates.items()],
        "statuses": [[key, name.zh, name.en] for key, name in statuses.items()],
        "kinds": kinds,
        "bases": bases,
        "reports": [
            [report.title, report.year, -1 if report.division is None else report.division, report.name]
            for report in picture.reports
        ],
        "pinyin": _readings(node.label.zh for node in nodes),
        "label": [node.label.zh for node in nodes],
        "short": [
            "" if short == node.label.zh else short
            for short, node in zip(short_names(nodes), nodes, strict=True)
        ],
        "english": {str(i): node.label.en for i, node in enumerate(nodes) if node.label.en != node.label.zh},
        "forms": ["\n".join(form for form in node.forms if form != node.label.zh) for node in nodes],
        "class": [rank["class"][node.cls] for node in nodes],
        "kind": [rank["kind"][node.kind.zh, node.kind.en] for node in nodes],
        "base": [rank["base"][start] for start in starts],
        "key": keys,
        "in": [node.reports for node in nodes],
        "from": [edge.source for edge in edges],
        "predicate": [rank["predicate"][edge.predicate] for edge in edges],
        "to": [edge.target for edge in edges],
        "claims": [
            [value for claim in edge.claims for value in (rank["status"][claim.status], claim.report)]
            for edge in edges
        ],
    }


def _readings(texts: Iterator[str]) -> dict[str, str]:
    """The commonest reading of every Chinese character of the texts."""
    letters = sorted({letter for text in texts for letter in text if not letter.isascii()})
    return {letter: said for letter in letters if (said := reading(letter))}


def _node(node: Node) -> dict[str, Any]:
    full = {
        "linked": node.linked,
        "mentioned": node.mentioned,
        "spans": node.spans,
        "figures": [_figure(figure) for figure in node.figures],
        "remarks": [_remark(remark) for remark in node.remarks],
    }
    return {key: value for key, value in full.items() if value}


def _figure(figure: Figure) -> Sequence[Any]:
    return figure.counts, figure.shown, figure.unit, figure.period, figure.status, figure.spans


def _remark(remark: Remark) -> Sequence[Any]:
    return remark.kind, remark.topic.zh, remark.topic.en, remark.text, remark.spans


def _evidence(edge: Edge) -> list[Spans]:
    return [claim.spans for claim in edge.claims]
