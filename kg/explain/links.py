"""Why a name means the thing it is linked to, and not another of that name."""

from collections.abc import Sequence
from pathlib import Path

from kg.explain import bodies, instruments, places
from kg.explain.graph import ANCHOR, MEANS, Graph
from kg.explain.passages import Told, report_of
from kg.explain.rivals import MOST_RIVALS, Rival
from kg.explain.rules import entry
from kg.lexicon import vocabulary
from kg.lexicon.matcher import fold_marks
from kg.model import Record
from kg.model.namespaces import FZ, VOCABULARY
from kg.model.rules import REPORTER

__all__ = ["Link", "Rival", "link"]


class Link(Record):
    """What a mention was linked to, and why."""

    iri: str
    type: str
    name: str
    by: str
    """By what authority: ``division``, ``law``, ``vocabulary``, ``local``, ``unlinked``."""
    words: str
    """The words that were linked; empty when the report has the thing without naming it."""
    why: str
    rivals: tuple[Rival, ...]
    """What else it might have been, at most ``MOST_RIVALS``."""


def link(graph: Graph, node: str, told: Told, span: str, extra: Sequence[Path] = ()) -> Link:
    """Why the words at ``span`` (a mention's IRI, or empty) of one report mean ``node``."""
    words, rule = (graph.one(span, path) if span else "" for path in (ANCHOR, f"{FZ}rule"))
    cls, by = graph.entity_class(node), graph.one(node, f"{FZ}linkedBy")
    rivals: tuple[Rival, ...] = ()
    if cls == "Division" and (node == told.area or rule.startswith(REPORTER)) and by == "unlinked":
        why, rivals = places.undecided(graph, node, told)
    elif by == "division":
        why, rivals = places.why(graph, node, told, words, rule)
    elif by == "vocabulary":
        why, rivals = _in_vocabulary(node, cls, words, tuple(extra))
    elif cls == "LegalInstrument":
        why = instruments.why(graph, node, told, span, by)
    elif cls == "Organization":
        why = bodies.why(graph, node, told, words, rule, extra)
    else:
        why = _by_name(graph, node, cls)
    rivals = rivals or _called_alike(graph, node, cls, words)
    name = graph.name(node)
    return Link(iri=node, type=cls, name=name, by=by, words=words, why=why, rivals=rivals[:MOST_RIVALS])


def _in_vocabulary(node: str, cls: str, words: str, extra: tuple[Path, ...]) -> tuple[str, tuple[Rival, ...]]:
    """By which label an entry was read, and the entries of the class whose labels are only a part of the words."""
    known = vocabulary.load(extra)
    own, bare = known.concepts.get(node.removeprefix(VOCABULARY)), fold_marks(words)
    if own is None:
        return "an entry of a vocabulary that is not at hand", ()
    label = max((label for label in own.labels if fold_marks(label) in bare), key=len, default="")
    place = entry(own.id, extra)
    where = f" ({place.file}:{place.line})" if place.line else ""
    if not label:
        return f"short for {own.label}, an entry of the vocabulary{where}", ()
    how = "is its preferred label" if label == own.label else f"is a label of {own.label}"
    shorter = {
        c.id: (c, part)
        for c in known.of(cls)
        for part in c.labels
        if c is not own and fold_marks(part) in bare
    }
    rivals = [
        Rival(iri=VOCABULARY + c.id, name=c.label, why=f"its label {part} is only a part of the words")
        for c, part in shorter.values()
    ]
    return f"{label} {how} in the vocabulary{where}", tuple(rivals)


def _by_name(graph: Graph, node: str, cls: str) -> str:
    """Things that no list has."""
    scope = graph.one(node, f"{FZ}scope")
    within = (
        f"within {graph.name(scope)}" if scope else "within this report, because its division is not known"
    )
    if cls == "Division":
        return f"no list has it: it is identified by its name {within}"
    return f"no entry of the vocabulary bears the name: it is identified by its name {within}"


def _called_alike(graph: Graph, node: str, cls: str, words: str) -> tuple[Rival, ...]:
    """What the same words, or the same name, mean elsewhere in the graph."""
    found: dict[str, str] = {}
    for span in graph.having(ANCHOR, words) if words else ():
        for other in graph.all(span, MEANS):
            if other != node and graph.entity_class(other) == cls:
                found.setdefault(other, graph.name(report_of(graph, span)))
    return tuple(
        Rival(iri=other, name=graph.name(other), why=f"what the same words mean in {title}")
        for other, title in sorted(found.items())
    )
