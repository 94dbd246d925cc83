"""The triples of entities: what two reports may both say, so that they are written once."""

import re
from collections.abc import Callable

from kg.graph.aligned import types
from kg.graph.concepts import Concepts
from kg.graph.terms import IN_FORCE, LABEL, NOT_IN_FORCE, A, date, string, zh
from kg.model import Entity, Report
from kg.model.namespaces import DCTERMS, ELI, FZ, VOCABULARY

_KIND = f"<{FZ}kind>"
_SCOPE = f"<{FZ}scope>"
_LINKED = f"<{FZ}linkedBy>"
_LOCATED = f"<{FZ}locatedIn>"
_NUMBER = re.compile(r"#[0-9]+$")
_concept = f"<{VOCABULARY}{{}}>".format
_FACTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "code": (f"<{FZ}divisionCode>", string),
    "code_year": (f"<{FZ}codeYear>", date),
    "now_called": (f"<{FZ}nowCalled>", zh),
    "successor_code": (f"<{FZ}successorCode>", string),
    "official_name": (f"<{FZ}officialName>", zh),
    "category": (f"<{FZ}category>", zh),
    "promulgated": (f"<{ELI}date_document>", date),
    "amended": (f"<{FZ}amended>", date),
    "effective": (f"<{FZ}effective>", date),
    "in_force": (f"<{ELI}in_force>", {"yes": IN_FORCE, "no": NOT_IN_FORCE}.__getitem__),
    "until": (f"<{ELI}date_no_longer_in_force>", date),
    "successor": (f"<{FZ}successor>", zh),
    "part": (f"<{DCTERMS}hasPart>", _concept),
}


def entities(found: tuple[Entity, ...], things: list[str], known: Concepts) -> list[str]:
    """Type, label, kind, scope and facts of each entity, as lines of N-Triples without their full stop; ``things`` are
    their terms, in the same order.

    The division that one is scoped to, or lies in, is named only where it is of them: no triple points at a thing of
    which the graph says nothing.
    """
    out: list[str] = []
    divisions = [(e, s) for e, s in zip(found, things, strict=True) if e.type == "Division"]
    places = {key: s for e, s in divisions for key in (e.key, e.key.partition("/")[2])}
    codes = {value: s for e, s in divisions for name, value in e.facts if name == "code"}
    for entity, s in zip(found, things, strict=True):
        out += [f"{s} {A} {cls}" for cls in types(entity.type)]
        out += (
            f"{s} {LABEL} {zh(_NUMBER.sub('', entity.name))}",
            f"{s} {_KIND} {known.kinds[entity.kind]}",
            f'{s} {_LINKED} "{entity.linked}"',
        )
        if entity.place in places:
            out.append(f"{s} {_SCOPE} {places[entity.place]}")
            if entity.type == "Division":
                out.append(f"{s} {_LOCATED} {places[entity.place]}")
        for name, value in entity.facts:
            if name == "parent":
                if value in codes:
                    out.append(f"{s} {_LOCATED} {codes[value]}")
            else:
                predicate, term = _FACTS[name]
                out.append(f"{s} {predicate} {term(value)}")
    return out


def plain_relations(report: Report, things: list[str]) -> list[str]:
    """The relations as plain triples, likewise; planned and failed ones give none."""
    return [
        f"{things[r.subject]} <{FZ}{r.predicate}> {things[r.object]}"
        for r in report.relations
        if r.status == "achieved"
    ]
