"""Reading the entities of a graph, each with its other names and what a gazetteer says of it."""

from collections.abc import Iterable

from kg.model.namespaces import ELI, FZ, NIF, SKOS
from kg.views.columns import LABEL, Columns
from kg.views.picture import Name
from kg.views.records import NOTHING, Mark, Thing

_FACTS = ("divisionCode", "codeYear", "officialName", "category", "promulgated", "amended", "effective")
_ELI_DATE = f"{ELI}date_document"


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


def _facts(columns: Columns, iri: str) -> Iterable[tuple[Name, str]]:
    for name in _FACTS:
        predicate = _ELI_DATE if name == "promulgated" else FZ + name
        for value in columns.all(iri, predicate):
            yield columns.name(FZ + name if name != "promulgated" else _ELI_DATE), value
