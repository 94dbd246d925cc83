"""The checks that SHACL cannot express, or only slowly: spans against texts, claims against plain triples."""

from collections.abc import Iterable, Iterator, Mapping

from kg.graph import terms
from kg.graph.findings import Finding, rules
from kg.graph.iris import ONTOLOGY as FZ
from kg.graph.terms import Triple
from kg.reading.widths import fold

Values = dict[str, list[str]]
"""Values by subject: IRIs without brackets, literals as their characters."""


class Index:
    """A graph's triples, by predicate and subject."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._by: dict[str, Values] = {}
        for s, p, o in triples:
            self._by.setdefault(p[1:-1], {}).setdefault(_value(s), []).append(_value(o))

    def of(self, predicate: str) -> Values:
        """Every subject's values of the predicate with this IRI."""
        return self._by.get(predicate, {})

    def one(self, subject: str, predicate: str) -> str:
        """The first value, or the empty string."""
        return self.of(predicate).get(subject, [""])[0]

    def label(self, node: str) -> str:
        """What to call a node: its label, its words, or the end of its IRI."""
        for predicate in (f"{terms.RDFS}label", f"{terms.NIF}anchorOf", f"{FZ}text", f"{FZ}counts"):
            if name := self.one(node, predicate):
                return name
        return node.rpartition("/")[2]


def check(triples: list[Triple], index: Index, sources: Mapping[str, str]) -> Iterator[Finding]:
    """All findings of this module. ``sources``: a source file's characters by the SHA-256 of its bytes."""
    yield from _form(triples, index)
    yield from _spans(index, sources)
    yield from _claims(triples, index)
    yield from _units(index)


def _finding(index: Index, rule: str, node: str, path: str = "", value: str = "") -> Finding:
    severity, zh, en = rules()[rule]
    return Finding(
        severity=severity, node=node, label=index.label(node), path=path, value=value, zh=zh, en=en
    )


def _form(triples: list[Triple], index: Index) -> Iterator[Finding]:
    nodes = {term for s, p, o in triples for term in (s, p, o) if term[0] != '"'}
    for term in sorted(nodes):
        if term[0] == "_":
            yield _finding(index, "blank", term)
        elif not term.isascii():
            yield _finding(index, "ascii", _value(term))


def _spans(index: Index, sources: Mapping[str, str]) -> Iterator[Finding]:
    texts = index.of(f"{terms.NIF}isString")
    digests = index.of(f"{FZ}sha256")
    for node, (context, *_) in index.of(f"{terms.NIF}referenceContext").items():
        text = texts.get(context, [""])[0]
        begin, end = _offset(index, node, f"{terms.NIF}beginIndex"), _offset(index, node, f"{terms.NIF}endIndex")
        if not 0 <= begin < end <= len(text):
            yield _finding(index, "span", node, f"{terms.NIF}endIndex", f"{begin}–{end}")
            continue
        for anchor in index.of(f"{terms.NIF}anchorOf").get(node, ()):
            if text[begin:end] != anchor:
                yield _finding(index, "anchor", node, f"{terms.NIF}anchorOf", text[begin:end])
        known = [sources[digest] for digest in digests.get(context, ()) if digest in sources]
        if len(known) == 1 and node in index.of(f"{FZ}sourceBegin"):
            yield from _source(index, node, text[begin:end], known[0])


def _source(index: Index, node: str, words: str, source: str) -> Iterator[Finding]:
    begin, end = _offset(index, node, f"{FZ}sourceBegin"), _offset(index, node, f"{FZ}sourceEnd")
    if not 0 <= begin < end <= len(source):
        yield _finding(index, "source-span", node, f"{FZ}sourceEnd", f"{begin}–{end}")
        return
    found, wanted = fold(source[begin:end]), fold(words)
    if found != wanted:
        rest = iter(found)
        kept = all(char in rest for char in wanted)
        yield _finding(
            index, "source-gap" if kept else "source-text", node, f"{FZ}sourceBegin", source[begin:end]
        )


def _claims(triples: list[Triple], index: Index) -> Iterator[Finding]:
    types, admits = index.of(f"{terms.RDF}type"), _supers(index)
    plain = {(s[1:-1], p[1:-1], o[1:-1]) for s, p, o in triples if p.startswith(f"<{FZ}") and o[0] == "<"}
    stated: dict[tuple[str, str, str], set[str]] = {}
    for claim, (predicate, *_) in index.of(f"{terms.RDF}predicate").items():
        ends = index.one(claim, f"{terms.RDF}subject"), index.one(claim, f"{terms.RDF}object")
        for end, side, path in zip(ends, ("domain", "range"), ("subject", "object"), strict=True):
            wanted = index.one(predicate, f"{terms.RDFS}{side}")
            if wanted and not any(wanted in admits.get(cls, ()) for cls in types.get(end, ())):
                yield _finding(index, f"claim-{side}", claim, f"{terms.RDF}{path}", end)
        relation = (ends[0], predicate, ends[1])
        status = index.one(claim, f"{FZ}status").removeprefix(FZ)
        stated.setdefault(relation, set()).add(status)
        if status == "achieved" and relation not in plain:
            yield _finding(index, "claim-plain", claim, predicate, ends[1])
    for relation, statuses in stated.items():
        if relation in plain and "achieved" not in statuses:
            yield _finding(index, "claim-not-plain", relation[0], relation[1], relation[2])


def _supers(index: Index) -> dict[str, set[str]]:
    """Each class with all classes above it."""
    above = index.of(f"{terms.RDFS}subClassOf")
    found: dict[str, set[str]] = {}
    for cls in {*index.of(f"{terms.RDFS}label"), *above}:
        todo, found[cls] = [cls], set()
        while todo:
            one = todo.pop()
            if one not in found[cls]:
                found[cls].add(one)
                todo += above.get(one, ())
    return found


def _units(index: Index) -> Iterator[Finding]:
    for node, (unit, *_) in index.of(f"{FZ}unit").items():
        if unit not in UNITS:
            yield _finding(index, "unit", node, f"{FZ}unit", unit)


def _offset(index: Index, node: str, predicate: str) -> int:
    value = index.one(node, predicate)
    return int(value) if value.isdecimal() else -1


def _value(term: str) -> str:
    return term
