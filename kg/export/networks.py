"""The network of entities as GraphML and GEXF, for Gephi, Cytoscape, yEd, igraph."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx

from kg.graph import store
from kg.graph.network import network
from kg.graph.writers import replacing

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATED = re.compile(rb' lastmodifieddate="[^"]*"')


def graphml(source: Path, target: Path) -> list[Path]:
    """Write GraphML (http://graphml.graphdrawing.org/)."""
    page = BytesIO()
    nx.write_graphml_xml(flattened(network(store.triples(source))), page, encoding="utf-8", prettyprint=True)
    return _written(target, page.getvalue())


def gexf(source: Path, target: Path) -> list[Path]:
    """Write GEXF 1.2 (https://gexf.net/), without the day on which it was written."""
    page = BytesIO()
    nx.write_gexf(flattened(network(store.triples(source))), page, encoding="utf-8", version="1.2draft")
    return _written(target, _DATED.sub(b"", page.getvalue()))


def flattened(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The same network with attributes that both formats know: text and numbers, lists joined by ``; ``."""
    made = nx.MultiDiGraph()
    for node, about in graph.nodes(data=True):
        made.add_node(node, **_attributes(about))
    for number, (subject, value, about) in enumerate(graph.edges(data=True)):
        facts = {**_attributes(about), "label": about["predicate"], "weight": max(1, len(about["reports"]))}
        made.add_edge(subject, value, key=str(number), **facts)
    return made


def _attributes(about: dict[str, Any]) -> dict[str, str]:
    return {name: _text(value) for name, value in about.items()}


def _text(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return _NOT_XML.sub("\ufffd", text)


def _written(target: Path, page: bytes) -> list[Path]:
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as file:
        file.write(page)
    return [target]
