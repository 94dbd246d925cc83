"""Triples as Turtle for people to read: prefixes, one block a subject, ``;`` and ``,``.

Our own writer over N-Triples terms: half the time of parsing them and serializing with pyoxigraph, and the order and
the layout are ours. A test holds its output against two parsers.
"""

import re
from collections.abc import Iterable

from kg.graph import terms
from kg.graph.iris import ONTOLOGY, VOCABULARY
from kg.graph.terms import Triple

PREFIXES = {
    "fz": ONTOLOGY,
    "dcat": terms.DCAT,
    "dcterms": terms.DCTERMS,
    "eli": terms.ELI,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "itsrdf": terms.ITSRDF,
    "nif": terms.NIF,
    "org": "http://www.w3.org/ns/org#",
    "owl": terms.OWL,
    "prov": "http://www.w3.org/ns/prov#",
    "qb": terms.QB,
    "rdf": terms.RDF,
    "rdfs": terms.RDFS,
    "skos": terms.SKOS,
    "vann": "http://purl.org/vocab/vann/",
    "void": terms.VOID,
    "xsd": terms.XSD,
    "v": VOCABULARY,
    **{
        f"v-{scheme}": f"{VOCABULARY}{scheme}/"
        for scheme in ("doctrine", "event", "indicator", "institution", "kind", "programme", "role", "topic")
    },
}
_NAMES = {iri: name for name, iri in PREFIXES.items()}
TYPE = f"<{terms.RDF}type>"

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_RELATIVE = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*(?:#[A-Za-z0-9_=,-]*)?")
_SPLIT = re.compile(r"<(.*[/#])([^/#]*)>")
_TYPED = re.compile(r'("(?:[^"\\]|\\.)*")\^\^(<[^>]*>)')
_BARE = {terms.XSD + "integer": re.compile(r"[+-]?[0-9]+"), terms.XSD + "boolean": re.compile("true|false")}


def header(base: str) -> str:
    """The ``@base`` and ``@prefix`` lines."""
    names = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return f"@base <{base}> .\n{names}" if _relative_to(base) else names


class Short(dict[str, str]):
    """N-Triples term → Turtle term under ``header(base)``, computed once a term."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = f"<{base}" if _relative_to(base) else "\0"

    def __missing__(self, term: str) -> str:
        short = self[term] = self._shorten(term)
        return short

    def _shorten(self, term: str) -> str:
        if term[0] == "<":
            rest = len(self._base)
            if term.startswith(self._base) and _RELATIVE.fullmatch(term, rest, len(term) - 1):
                return f"<{term[rest:]}"
            return _name(term)
        if term[-1] == ">" and (typed := _TYPED.fullmatch(term)):
            value, datatype = typed.groups()
            bare = _BARE.get(datatype[1:-1])
            if bare and bare.fullmatch(value, 1, len(value) - 1):
                return str(value[1:-1])
            return f"{value}^^{_name(datatype)}"
        return term


def _relative_to(base: str) -> bool:
    """Whether adding to ``base`` and resolving against it come to the same."""
    return base.endswith("/") and not any(mark in base for mark in ("#", "?", "/."))


def _name(term: str) -> str:
    if (parts := _SPLIT.fullmatch(term)) and _LOCAL.fullmatch(parts[2]):
        name = _NAMES.get(parts[1])
        if name is not None:
            return f"{name}:{parts[2]}"
    return term


def blocks(triples: Iterable[Triple], short: Short) -> str:
    """Turtle of ``triples``, one block for each run of one subject; no header, ends with an empty line."""
    out: list[str] = []
    subject = predicate = ""
    for s, p, o in triples:
        if s == subject:
            if p == predicate:
                out.append(f" , {short[o]}")
            else:
                out.append(f" ;\n    {'a' if p == TYPE else short[p]} {short[o]}")
        else:
            out.append(f" .\n\n{short[s]} {'a' if p == TYPE else short[p]} {short[o]}")
            subject = s
        predicate = p
    return "".join(out)[4:] + " .\n\n" if out else ""
