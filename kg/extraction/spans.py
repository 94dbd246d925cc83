"""Candidate spans: how components write them and how the winners of overlaps are chosen."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from kg.model import EntityType

CANDIDATES = "fazhi_candidates"


class Candidate(NamedTuple):
    """A span that may be a mention. Offsets are code points, which are the doc's tokens."""

    begin: int
    end: int
    type: EntityType
    kind: str
    rule: str
    """``component:pattern``; for a vocabulary match ``terms:programme/three-systems``."""


def write(doc: Doc, group: str, candidates: Iterable[Candidate]) -> None:
    """Store candidates as a span group: label the type, kb_id the kind, id the rule."""
    kept = list(candidates)
    doc.spans[group] = [Span(doc, c.begin, c.end, label=c.type, kb_id=c.kind, span_id=c.rule) for c in kept]
    doc.user_data[f"{CANDIDATES}:{group}"] = kept


def read(doc: Doc, group: str) -> list[Candidate]:
    """The candidates of one span group, in the order written; do not change the list.

    A group that another component changed is read from its spans, which costs ten times as much.
    """
    if group not in doc.spans:
        return []
    kept: list[Candidate] = doc.user_data.get(f"{CANDIDATES}:{group}", [])
    if len(kept) == len(doc.spans[group]):
        return kept
    return [Candidate(s.start, s.end, s.label_, s.kb_id_, s.id_) for s in doc.spans[group]]


def longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Non-overlapping candidates, longer before shorter and earlier in the sequence before later, in text order."""
    order = sorted(range(len(candidates)), key=lambda k: (candidates[k].begin - candidates[k].end, k))
    taken: set[int] = set()
    chosen = []
    for k in order:
        candidate = candidates[k]
        span = range(candidate.begin, candidate.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen)
