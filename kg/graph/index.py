"""A graph read back, by predicate and subject: what the checks and the network view look things up in."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model.namespaces import FZ, NIF, RDFS

_NAMES = (f"{RDFS}label", f"{NIF}anchorOf", f"{FZ}text", f"{FZ}counts")


class Index:
    """Values of a graph's triples: IRIs as such, literals as their characters (Chinese before others),
    blank nodes as ``_:…``."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._by: dict[str, dict[str, list[str]]] = {}
        for triple in triples:
            column = self._by.setdefault(triple.predicate.value, {})
            values = column.setdefault(_value(triple.subject), [])
            chinese = isinstance(triple.object, ox.Literal) and triple.object.language == "zh"
            values.insert(0 if chinese else len(values), _value(triple.object))

    def of(self, predicate: str) -> dict[str, list[str]]:
        """Every subject's values of the predicate with this IRI."""
        return self._by.get(predicate, {})

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values of one subject."""
        return self.of(predicate).get(subject, [])

    def one(self, subject: str, predicate: str) -> str:
        """The first value, or the empty string."""
        values = self.all(subject, predicate)
        return values[0] if values else ""

    def offset(self, subject: str, predicate: str) -> int:
        """A whole number from zero, or -1."""
        value = self.one(subject, predicate)
        return int(value) if value.isascii() and value.isdecimal() else -1

    def label(self, node: str) -> str:
        """What to call a node: its label, its words, or the end of its IRI."""
        return next((name for p in _NAMES if (name := self.one(node, p))), node.rpartition("/")[2])


def _value(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value
