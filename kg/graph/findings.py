"""What a check finds, and the messages that ``shapes.ttl`` holds for it."""

from functools import cache
from typing import Literal, NamedTuple

import pyoxigraph as ox

from kg import resources
from kg.graph.index import Index
from kg.model import Record
from kg.model.namespaces import SH

SHAPES = "https://fazhi.example/shapes#"


Level = Literal["violation", "warning", "info"]
_LEVELS: dict[str, Level] = {f"{SH}Warning": "warning", f"{SH}Info": "info"}


class Finding(Record):
    """One thing wrong with a graph, or worth a look."""

    severity: Level
    node: str
    """The IRI that it is about."""
    label: str
    """Its name or its words, or the end of its IRI."""
    path: str
    """The IRI of the property that is wrong, or empty."""
    value: str
    """The value that is wrong, or empty."""
    zh: str
    en: str


class Rule(NamedTuple):
    """A severity with the message in both languages."""

    severity: Level
    zh: str
    en: str


@cache
def rules() -> dict[str, Rule]:
    """The rules that code checks, by local name: the deactivated shapes of ``shapes.ttl``."""
    facts: dict[str, dict[str, str]] = {}
    data = (resources.ontology() / "shapes.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(SHAPES):
            own = facts.setdefault(quad.subject.value.removeprefix(SHAPES), {})
            name = quad.predicate.value.removeprefix(SH)
            if isinstance(quad.object, ox.Literal):
                own[f"{name}@{quad.object.language or ''}"] = quad.object.value
            elif isinstance(quad.object, ox.NamedNode):
                own[name] = quad.object.value
    return {
        name: Rule(level(own["severity"]), own["message@zh"], own["message@en"])
        for name, own in facts.items()
        if own.get("deactivated@") == "true"
    }


def level(iri: str) -> Level:
    """``sh:Violation``: the graph is wrong; ``sh:Warning``: a person should look; ``sh:Info``: good to know."""
    return _LEVELS.get(iri, "violation")


def finding(rule: str, index: Index, node: str, path: str = "", value: str = "") -> Finding:
    """A finding of one of ``rules()``."""
    broken = rules()[rule]
    return Finding(
        severity=broken.severity,
        node=node,
        label=index.label(node),
        path=path,
        value=value,
        zh=broken.zh,
        en=broken.en,
    )
