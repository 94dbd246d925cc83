"""Triples of pyoxigraph as a graph of rdflib."""

from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
from rdflib import Graph
from rdflib.term import BNode, Literal, Node, URIRef

from kg.model.namespaces import XSD

_STRING = ox.NamedNode(f"{XSD}string")


def graph(triples: Iterable[ox.Triple]) -> Graph:
    """The same for rdflib, which takes eight times as long to parse Turtle itself."""
    made, known = Graph(), dict[Any, Node]()

    def term(given: Any) -> Node:
        node = known.get(given)
        if node is None:
            node = known[given] = _term(given)
        return node

    for s, p, o in triples:
        made.add((term(s), term(p), term(o)))
    return made


def _term(given: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(given, ox.NamedNode):
        return URIRef(given.value)
    if isinstance(given, ox.Literal):
        if given.language or given.datatype == _STRING:
            return Literal(given.value, lang=given.language)
        return Literal(given.value, datatype=URIRef(given.datatype.value), normalize=False)
    return BNode(str(given))
