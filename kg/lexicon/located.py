"""What a Turtle file says, line by line: a parser gives triples, and an expert who mends a file needs the place.

Reads what a parser has already accepted: prefixes, subjects, predicates and objects, strings in all four kinds of quotes.
What stands in brackets (blank nodes, lists) is passed over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model.namespaces import RDF

RDF_TYPE = f"{RDF}type"
TOKEN = re.compile(
    r"(?P<blank>\s+|\#[^\n]*)"
    r'|(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<iri><[^<>\s]*>)"
    r"|(?P<tag>@[A-Za-z-]+|\^\^)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<mark>[.;,])"
    r"|(?P<name>(?:[^\s;,.\[\]()\"'<>#]|\.(?=[^\s;,.\[\]()\"'<>#]))+)",
    re.DOTALL,
)
DIRECTIVES = frozenset(("@prefix", "@base", "PREFIX", "BASE"))
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
PLAIN = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


class Said(NamedTuple):
    """One triple and the line (from 1) on which its object stands."""

    subject: str
    predicate: str
    object: str
    """An IRI without its brackets, or a literal's characters."""
    language: str
    """Of a literal; empty for an IRI and for a literal without one."""
    line: int
    is_iri: bool
    """Whether the object is an IRI."""


def said(turtle: str) -> Iterator[Said]:
    """Every triple whose subject and object are no blank nodes, in the file's order. ``turtle`` must be well formed."""
    prefixes: dict[str, str] = {}
    terms: list[str] = []
    waiting: Said | None = None
    typed = False
    directive: list[str] | None = None
    for kind, token, line in _tokens(turtle):
        if typed:
            typed = False  # the datatype of the literal before it
            continue
        if kind == "tag" and token not in DIRECTIVES:
            typed = token == "^^"
            if waiting and not typed:
                waiting = waiting._replace(language=token[1:].lower())
            continue
        if waiting:
            yield waiting
            waiting = None
        if not terms and (token in DIRECTIVES or token.upper() in DIRECTIVES):
            directive = []
        elif directive is not None:
            directive = _declared(directive, token, prefixes)
        elif kind == "mark":
            terms = terms[: {".": 0, ";": 1, ",": 2}[token]]
        elif len(terms) < 2:
            terms.append(_value(token, kind, prefixes))
        else:
            waiting = Said(terms[0], terms[1], _value(token, kind, prefixes), "", line, kind != "string")


def _tokens(turtle: str) -> Iterator[tuple[str, str, int]]:
    """The tokens outside all brackets but for blanks and comments: the group of ``TOKEN`` that each is of, its characters, and
    the line (from 1) on which it begins."""
    line, counted, depth, at = 1, 0, 0, 0
    while match := TOKEN.match(turtle, at):
        begin, at = at, match.end()
        kind = match.lastgroup or ""
        if kind in ("open", "close"):
            depth += 1 if kind == "open" else -1
        elif not depth and kind != "blank":
            line += turtle.count("\n", counted, begin)
            counted = begin
            yield kind, match.group(), line


def _declared(words: list[str], token: str, prefixes: dict[str, str]) -> list[str] | None:
    """The words of a directive so far, with ``token``; None when it is complete (its full stop reads as a mark)."""
    words.append(token)
    if not token.startswith("<"):
        return words
    if len(words) == 2:
        prefixes[words[0]] = token[1:-1]
    return None


def _value(token: str, kind: str, prefixes: dict[str, str]) -> str:
    if kind == "iri":
        return ESCAPE.sub(_unescaped, token[1:-1])
    if kind == "string":
        inner = token[3:-3] if token[:3] in ('"""', "'''") else token[1:-1]
        return ESCAPE.sub(_unescaped, inner)
    if token == "a":
        return RDF_TYPE
    prefix, colon, rest = token.partition(":")
    return prefixes.get(prefix + colon, prefix + colon) + rest


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else PLAIN.get(match[3], match[3])
