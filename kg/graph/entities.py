"""The triples of entities: what two reports may both say, so that they are written once."""

import re
from collections.abc import Callable

from kg.graph.concepts import Concepts
from kg.graph.iris import ONTOLOGY as FZ
from kg.graph.passages import A, LABEL
from kg.graph.terms import ELI, Triple, date, plain, zh
from kg.model import Entity, Report

_KIND = f"<{FZ}kind>"
_SCOPE = f"<{FZ}scope>"
_LINKED = f"<{FZ}linkedBy>"
_LOCATED = f"<{FZ}locatedIn>"
_NUMBER = re.compile(r"#[0-9]+$")
_FACTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "code": (f"<{FZ}divisionCode>", plain),
    "code_year": (f"<{FZ}codeYear>", date),
    "official_name": (f"<{FZ}officialName>", zh),
    "category": (f"<{FZ}category>", zh),
    "promulgated": (f"<{ELI}date_document>", date),
    "amended": (f"<{FZ}amended>", date),
    "effective": (f"<{FZ}effective>", date),
}


def entities(found: tuple[Entity, ...], things: list[str], base: str, known: Concepts) -> list[Triple]:
    """Type, label, kind, scope and facts of each entity; ``things`` are their terms, in the same order."""
    out: list[Triple] = []
    for entity, s in zip(found, things, strict=True):
        out += (
            (s, A, f"<{FZ}{entity.type}>"),
            (s, LABEL, zh(_NUMBER.sub("", entity.name))),
            (s, _KIND, known.kinds[entity.kind]),
            (s, _LINKED, f'"{entity.linked}"'),
        )
        if entity.place:
            place = f"<{base}{entity.place}>"
            out.append((s, _SCOPE, place))
            if entity.type == "Division":
                out.append((s, _LOCATED, place))
        for name, value in entity.facts:
            predicate, term = _FACTS[name]
            out.append((s, predicate, term(value)))
    return out


def plain_relations(report: Report, things: list[str]) -> list[Triple]:
    """The relations as plain triples; planned and failed ones give none."""
    return [
        (things[r.subject], f"<{FZ}{r.predicate}>", things[r.object])
        for r in report.relations
        if r.status == "achieved"
    ]
