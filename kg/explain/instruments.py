"""Why a title means this instrument: the list of laws, a short form that was announced, or its place."""

from kg.explain.graph import ANCHOR, MEANS, Graph
from kg.explain.passages import Told, report_of
from kg.lexicon import laws
from kg.lexicon.matcher import fold_marks
from kg.linking.instruments import ALIAS_REACH, announced
from kg.model.namespaces import FZ, NIF


def why(graph: Graph, node: str, told: Told, span: str, by: str) -> str:
    """``span``: the mention's IRI; ``by``: the authority that the graph names."""
    words = graph.one(span, ANCHOR) if span else ""
    official, bare = graph.one(node, f"{FZ}officialName"), words.strip("《》")
    if by == "law" and (not bare or laws.find(bare)):
        return f"the list of laws has it: {official}"
    spans = [s for s in graph.pointing(MEANS, node) if report_of(graph, s) == told.iri]
    for begin, end, other in sorted((*_offsets(graph, s), s) for s in spans):
        short = announced().match(told.text[end : end + ALIAS_REACH])
        if short and fold_marks(short[1]) == fold_marks(bare):
            return f"the short form that the report announces after {told.text[begin:end]}"
        if (
            other != span
            and fold_marks(graph.one(other, ANCHOR)) != fold_marks(words)
            and fold_marks(told.text[begin:end]).endswith(fold_marks(bare))
        ):
            return f"short for the last title before it that ends so: {told.text[begin:end]}"
    scope = graph.one(node, f"{FZ}scope")
    if by == "law":
        return f"the list of laws has it: {official}"
    if not scope:
        return (
            "no list of laws has it; its title speaks of the nation, or has a form that only law-givers use"
        )
    place = graph.name(scope)
    named = (
        told.home is not None and place.removesuffix("》").endswith(told.home.name) and told.home.name in bare
    )
    reason = "which its title names" if named else "because every place has documents of such titles"
    return f"no list of laws has it; it is kept within {place}, {reason}"


def _offsets(graph: Graph, span: str) -> tuple[int, int]:
    begin, end = (int(graph.one(span, f"{NIF}{name}Index")) for name in ("begin", "end"))
    return begin, end
