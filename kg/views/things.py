"""Reading the entities of a graph, each with its other names and what a gazetteer says of it."""

from collections.abc import Iterable

from kg.model.namespaces import ELI, FZ, NIF, SKOS
from kg.views.columns import LABEL, Columns
from kg.views.records import NOTHING, Mark, Thing
from kg.views.wording import Name

_FACTS = (
    FZ + "divisionCode",
    FZ + "codeYear",
    FZ + "nowCalled",
    FZ + "successorCode",
    FZ + "officialName",
    FZ + "category",
    ELI + "date_document",
    FZ + "amended",
    FZ + "effective",
    ELI + "in_force",
    ELI + "date_no_longer_in_force",
    FZ + "successor",
)
_OTHERS = {
    ELI + "date_document": Name(zh="公布日期", en="promulgated"),
    ELI + "in_force": Name(zh="时效性", en="in force"),
    ELI + "date_no_longer_in_force": Name(zh="失效日期", en="no longer in force from"),
}
"""What properties of another ontology are called: the graph, which has labels of its own alone, does not tell."""
_VALUES = {
    ELI + "InForce-inForce": Name(zh="有效", en="yes"),
    ELI + "InForce-notInForce": Name(zh="失效", en="no"),
}


def things(columns: Columns, marks: dict[str, list[Mark]]) -> Iterable[Thing]:
    """Every entity, in order of IRI. ``marks``: those of each report; what they stand on are other names."""
    classes = columns.entities()
    called = {iri: columns.name(iri, (LABEL, SKOS + "prefLabel")) for iri in classes}
    labels = {iri: name.zh for iri, name in called.items()}
    surfaces: dict[str, set[str]] = {}
    for report, own in marks.items():
        text = columns.one(report, NIF + "isString")
        for mark in own:
            for iri in mark.things:
                surfaces.setdefault(iri, set()).add(text[mark.begin : mark.end])
    for iri, cls in sorted(classes.items()):
        kind = columns.one(iri, FZ + "kind")
        scope = columns.one(iri, FZ + "scope")
        names = {name for label in ("altLabel", "prefLabel") for name in columns.all(iri, SKOS + label)}
        inside = {*columns.all(iri, FZ + "locatedIn"), *columns.all(iri, FZ + "partOf")}
        yield Thing(
            iri=iri,
            cls=cls,
            kind=columns.name(kind) if kind else NOTHING,
            label=labels[iri],
            english=called[iri].en if called[iri].en != labels[iri] else "",
            short=_short(labels[iri], cls, labels.get(scope, "")),
            forms=tuple(sorted(({*names, *surfaces.get(iri, ())}) - {labels[iri], called[iri].en, ""})),
            code=columns.one(iri, FZ + "divisionCode"),
            facts=tuple(_facts(columns, iri)),
            within=tuple(sorted(one for one in inside if one in classes and one != iri)),
        )


def _short(label: str, cls: str, scope: str) -> str:
    """``月浦镇`` of ``上海市宝山区月浦镇`` that lies in ``上海市宝山区``; other labels lose the name of their place."""
    rest = label.removeprefix(scope)
    return rest if cls == "Division" and rest and scope else label


def _facts(columns: Columns, iri: str) -> Iterable[tuple[Name, Name]]:
    for predicate in _FACTS:
        for value in columns.all(iri, predicate):
            yield (
                _OTHERS.get(predicate) or columns.name(predicate),
                _VALUES.get(value) or Name(zh=value, en=value),
            )
