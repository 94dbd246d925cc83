"""What the graph says of one IRI, as a page or as RDF."""

from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.graph.iris import parts
from kg.model import Record
from kg.model.namespaces import FZ, VOCABULARY
from kg.views import pages
from kg.views.wording import Name

LIMIT = 1_000
"""Statements that a page shows, in either direction together."""
LONG = 300
"""Characters of a value that a page shows."""
STATEMENTS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?way ?predicate ?zh ?en ?other ?label
WHERE {{
  {{ {iri} ?predicate ?other BIND("out" AS ?way) }}
  UNION
  {{ ?other ?predicate {iri} BIND("in" AS ?way) }}
  OPTIONAL {{ ?predicate rdfs:label ?zh FILTER(LANG(?zh) = "zh") }}
  OPTIONAL {{ ?predicate rdfs:label ?en FILTER(LANG(?en) = "en") }}
  OPTIONAL {{ ?other rdfs:label|skos:prefLabel ?label FILTER(LANG(?label) = "zh") }}
}}
"""
TRIPLES = """
CONSTRUCT {{ ?s ?p ?o }}
WHERE {{
  {{ BIND({iri} AS ?s) {iri} ?p ?o }}
  UNION
  {{ ?s ?p {iri} BIND({iri} AS ?o) }}
  UNION
  {{ ?s ?link {iri} FILTER(STRSTARTS(STR(?s), {parts})) ?s ?p ?o }}
}}
"""
"""Its own statements, those about it, and those of its parts (``REPORT#char=…``), which a request cannot name."""


class Value(Record):
    """One end of a statement."""

    text: str
    iri: str = ""
    language: str = ""


class Property(Record):
    """What a resource has or is, by one predicate."""

    name: Name
    iri: str
    values: tuple[Value, ...]


def named(path: str, base: str) -> list[str]:
    """The IRIs that a path of this server may mean, when the server stands where the IRIs point to."""
    starts = {base, FZ.removesuffix("#"), VOCABULARY}
    paths = {start: urlsplit(start).path for start in starts}
    return sorted(start + path[len(paths[start]) :] for start in starts if path.startswith(paths[start]))


def term(iri: str) -> str | None:
    """The IRI as SPARQL writes it; None when it is no absolute IRI."""
    try:
        return str(ox.NamedNode(iri))
    except ValueError:
        return None


def triples(iri: str) -> str:
    """The query for all that is said of an absolute IRI and of its parts."""
    return TRIPLES.format(iri=ox.NamedNode(iri), parts=ox.Literal(parts(iri)))


def properties(rows: list[dict[str, dict[str, str]]], way: str) -> tuple[Property, ...]:
    """The rows of ``STATEMENTS`` (JSON bindings) of one direction, by predicate, in order."""
    names: dict[str, Name] = {}
    values: dict[str, dict[Value, None]] = {}
    for row in rows:
        if row["way"]["value"] != way:
            continue
        predicate = row["predicate"]["value"]
        local = predicate.replace("#", "/").rpartition("/")[2]
        names[predicate] = Name(
            zh=row.get("zh", {}).get("value", local), en=row.get("en", {}).get("value", local)
        )
        values.setdefault(predicate, {})[_value(row)] = None
    return tuple(
        Property(name=names[iri], iri=iri, values=tuple(sorted(values[iri], key=lambda v: (v.text, v.iri))))
        for iri in sorted(values)
    )


def _value(row: dict[str, dict[str, str]]) -> Value:
    other = row["other"]
    if other["type"] == "uri":
        return Value(text=row.get("label", {}).get("value", other["value"]), iri=other["value"])
    text = other["value"]
    return Value(text=text if len(text) <= LONG else f"{text[:LONG]}…", language=other.get("xml:lang", ""))


def page(
    iri: str,
    rows: list[dict[str, dict[str, str]]],
    truncated: bool,
    navigation: tuple[tuple[str, str, str], ...],
) -> str:
    """The page of a resource, with these pages in its header."""
    outgoing = properties(rows, "out")
    labels = [v for p in outgoing if p.iri.endswith(("#label", "#prefLabel")) for v in p.values]
    label = min(labels, key=lambda v: (v.language != "zh", v.text), default=Value(text=iri)).text
    return pages.render(
        "resource",
        Name(zh=label, en=label),
        root="/",
        iri=iri,
        label=label,
        outgoing=outgoing,
        incoming=properties(rows, "in"),
        truncated=truncated,
        navigation=navigation,
    )
