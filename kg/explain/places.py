"""Why a name means this division and not another of the name."""

from kg.explain.graph import Graph
from kg.explain.passages import Told, division
from kg.explain.rivals import Rival
from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.lexicon.traditional import simplified
from kg.linking import reporting_division
from kg.model.rules import OWN_PLACE


def why(graph: Graph, node: str, told: Told, words: str, rule: str) -> tuple[str, tuple[Rival, ...]]:
    """The reason, and the places of the same name with what speaks against each."""
    own = division(graph, node)
    if own is None:
        return "a division of a gazetteer that is not at hand", ()
    gazetteer = divisions.load()
    text = simplified(told.text)
    others = [d for d in gazetteer.by_name(own.name) if d.key != own.key]
    rivals = tuple(
        Rival(iri="", name=f"{gazetteer.full_name(d)} ({d.code})", why=_against(d, own, text)) for d in others
    )
    code = f"code {own.code} of {own.year}"
    if node == told.area:
        reason = _reporting(own, told, text)
        said = f"{words} is what the report calls its own place; " if rule.startswith(OWN_PLACE) else ""
        return f"{said}the reporting division ({code}): {reason}", rivals
    return f"{_named(own, told.home, words, len(others))} ({code})", rivals


def undecided(graph: Graph, node: str, told: Told) -> tuple[str, tuple[Rival, ...]]:
    """Why the reporting division is no division of the gazetteer, and which bear its name."""
    gazetteer = divisions.load()
    text, called = simplified(told.text), graph.name(node)
    rivals = tuple(
        Rival(iri="", name=f"{gazetteer.full_name(d)} ({d.code})", why=_parents(d, text))
        for d in gazetteer.by_name(called)
    )
    return (
        f"the reporting division, which is not known: {reporting_division(told.outline, told.text)[1]}",
        rivals,
    )


def _parents(place: Division, text: str) -> str:
    """Which of a place's parents the text names."""
    named = _named_parents(place, text)
    return f"the report names {', '.join(named)}" if named else "the report names none of its parents"


def _reporting(own: Division, told: Told, text: str) -> str:
    """Why the report is this division's, by the function that decided it."""
    found, reason = reporting_division(told.outline, told.text)
    if found is None or found.key != own.key:
        return "by the head of the file, which the cleaned text does not hold"
    parents = _named_parents(own, text)
    return reason + (f"; it names {', '.join(parents)}" if parents else "")


def _named(own: Division, home: Division | None, words: str, others: int) -> str:
    gazetteer = divisions.load()
    parents = [d for d in gazetteer.ancestors(own) if d.name in words.removesuffix(own.name)]
    if parents:
        return f"the name says that it lies in {parents[0].name}"
    if home and gazetteer.is_within(home, own):
        return "the reporting division lies in it"
    if others == 0:
        return "one place in the country is called so"
    if home:
        near = next((d for d in gazetteer.ancestors(home) if gazetteer.is_within(own, d)), None)
        if near:
            return f"of {others + 1} places of the name, the one in {near.name}, where the reporting division lies"
    return f"of {others + 1} places of the name, the one that the words around it point to"


def _against(rival: Division, own: Division, text: str) -> str:
    """What of a rival's parents the report does not name."""
    gazetteer = divisions.load()
    shared = {d.key for d in gazetteer.ancestors(own)}
    missing = [d.name for d in gazetteer.ancestors(rival) if d.key not in shared and d.name not in text]
    if missing:
        return f"the report does not name {', '.join(missing)}"
    return "the report names its parents too, but less, or not in its head"


def _named_parents(own: Division, text: str) -> list[str]:
    """Each parent that the text names, with how often."""
    counted = ((d.name, text.count(d.name)) for d in divisions.load().ancestors(own))
    return [f"{name} {count} times" for name, count in counted if count]
