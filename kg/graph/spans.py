"""The span check: every mention's words are those of the text at its offsets, and of its source file."""

from collections.abc import Iterator

from kg.graph.findings import Finding, finding
from kg.graph.index import Index
from kg.model.namespaces import FZ, NIF
from kg.reading.widths import fold_layout

_ANCHOR = f"{NIF}anchorOf"
_BEGIN = f"{NIF}beginIndex"
_END = f"{NIF}endIndex"


def spans(index: Index) -> Iterator[Finding]:
    """What is wrong with sections and mentions."""
    for node, contexts in index.of(f"{NIF}referenceContext").items():
        text = index.one(contexts[0], f"{NIF}isString")
        begin, end = index.offset(node, _BEGIN), index.offset(node, _END)
        if not 0 <= begin < end <= len(text):
            yield finding("span", index, node, _END, f"{begin}–{end}")
            continue
        for anchor in index.all(node, _ANCHOR):
            if text[begin:end] != anchor:
                yield finding("anchor", index, node, _ANCHOR, text[begin:end])
        if index.one(node, f"{FZ}sourceEnd"):
            source = index.one(contexts[0], f"{FZ}sourceText") or text
            yield from _in_source(index, node, text[begin:end], source)


def _in_source(index: Index, node: str, words: str, source: str) -> Iterator[Finding]:
    begin, end = index.offset(node, f"{FZ}sourceBegin"), index.offset(node, f"{FZ}sourceEnd")
    if not 0 <= begin < end <= len(source):
        yield finding("source-span", index, node, f"{FZ}sourceEnd", f"{begin}–{end}")
        return
    found, wanted = fold_layout(source[begin:end]), fold_layout(words)
    if found != wanted:
        rest = iter(found)
        inside = all(char in rest for char in wanted)
        rule = "source-gap" if inside else "source-text"
        yield finding(rule, index, node, f"{FZ}sourceBegin", source[begin:end])
