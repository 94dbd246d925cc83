"""Whose a body is: told by the function that linked it, as far as the words at hand make the same body again."""

from collections.abc import Sequence
from pathlib import Path

from kg.explain.graph import Graph
from kg.explain.passages import Told
from kg.lexicon import vocabulary
from kg.lexicon.matcher import unquoted
from kg.lexicon.traditional import simplified
from kg.linking.context import Context
from kg.linking.organizations import Body, institution_body, named_body
from kg.linking.whose import Why
from kg.model.namespaces import FZ
from kg.model.rules import DEPARTMENT, institution

REASONS = {
    Why.NATIONAL: "the country has one {kind}",
    Why.PROPER: "a proper name before {label}; {within}",
    Why.NAMED: "{kind}, and the name says its place: {place}",
    Why.COUNTY: "{kind}, which no town has: it is the one of {place}",
    Why.ELECTED: "{kind}, which no subdistrict elects: it is the one of {place}",
    Why.PREFECTURE: "{kind}, which only a prefecture has: it is the one of {place}",
    Why.PARENT: "{kind}, and the name says a level inside it: it is the one of {place}",
    Why.OWN: "{kind}, and the name says no place: it is the reporting division's own",
    Why.UNPLACED: "{kind} of a place that is not known: the reporting division is not",
    Why.NO_LEVEL: "{kind} of a place that is not known: the reporting division lies in none of the level that the name says",
}


def why(graph: Graph, node: str, told: Told, words: str, rule: str, extra: Sequence[Path]) -> str:
    """Why ``words``, found by ``rule``, name the body ``node``."""
    if rule == DEPARTMENT:
        return "the department whose report it is speaks of itself"
    scope = graph.one(node, f"{FZ}scope")
    within = f"kept within {graph.name(scope)}" if scope else "one everywhere"
    body = _again(told, words, rule, extra)
    if body is None or not node.endswith(body.key):
        # 我局 + 党组, 领导小组 + 下设办公室: what goes before its name is another mention's
        return (
            "the words alone do not make its name: what they belong to is told elsewhere in the report; "
            + within
        )
    concept = vocabulary.load(tuple(extra)).concepts[institution(rule)]
    return REASONS[body.whose.why].format(
        kind=f"{concept.label} ({concept.id})",
        label=concept.label,
        within=within,
        place=body.whose.place.name if body.whose.place else "",
    )


def _again(told: Told, words: str, rule: str, extra: Sequence[Path]) -> Body | None:
    """The body as the linker makes it; None when the vocabulary at hand has no such kind."""
    known = vocabulary.load(tuple(extra))
    if institution(rule) not in known.concepts:
        return None
    context = Context.of(told.iri.rpartition("-")[2], told.home, known)
    return institution_body(*named_body(rule, simplified(unquoted(words)), known), context)
