"""Which node of the graph is asked for."""

from kg.explain.graph import ANCHOR, MEANS, NAMES, Graph
from kg.lexicon.matcher import QUOTES
from kg.model import Record
from kg.model.namespaces import FZ

MOST_SIMILAR = 20
_DROP = str.maketrans(dict.fromkeys(map(ord, QUOTES)))


class Match(Record):
    """An entity that bears a name, or is mentioned by it."""

    iri: str
    type: str
    name: str
    scope: str
    """The name of the division within which its identity holds, or the empty string."""
    mentions: int


def matches(graph: Graph, words: str) -> list[Match]:
    """The entities that are called ``words`` (quotation marks aside) or are mentioned so; when there are none, some whose
    names hold the words. The most mentioned first."""
    bare = words.translate(_DROP)
    found = {node for text in {words, bare} for path in NAMES for node in graph.having(path, text)}
    found |= {
        entity
        for text in {words, bare, f"《{bare}》"}
        for mention in graph.having(ANCHOR, text)
        for entity in graph.all(mention, MEANS)
    }
    known = [match for node in sorted(found) if (match := _match(graph, node))]
    if not known and bare:
        near = sorted({node for path in NAMES for node, name in graph.pairs(path) if bare in name})
        known = [match for node in near if (match := _match(graph, node))]
    return sorted(known, key=lambda match: (-match.mentions, match.iri))[:MOST_SIMILAR]


def _match(graph: Graph, node: str) -> Match | None:
    cls = graph.entity_class(node)
    if not cls:
        return None
    scope = graph.one(node, f"{FZ}scope")
    return Match(
        iri=node,
        type=cls,
        name=graph.name(node),
        scope=graph.name(scope) if scope else "",
        mentions=len(graph.pointing(MEANS, node)),
    )
