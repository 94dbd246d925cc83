"""The saved questions: SPARQL files with a header of comments that says what they ask.

::

    # title: Everything said of one law
    # title@zh: 关于某部法律的全部表述
    # purpose: Each statement about the law, with its sentence.
    # param: law 民法典 part of the law's name
    # param@zh: law 法律名称的一部分

A parameter is a variable of the SELECT clause that gets its value before the query runs.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from kg import resources
from kg.errors import KgError
from kg.model import Record

_HEADER = re.compile(r"#\s*(title|purpose|param)(?:@(\w+))?:\s*(.*\S)\s*")


class Parameter(Record):
    """A value that the question asks for."""

    name: str
    """The variable, without its question mark."""
    default: str
    description: dict[str, str]
    """By language, as the title."""


class Question(Record):
    """One query with its header."""

    name: str
    """The file's name without ``.rq``."""
    text: str
    title: dict[str, str]
    """By language: ``en``, ``zh``."""
    purpose: dict[str, str]
    parameters: tuple[Parameter, ...]


def parse(name: str, text: str) -> Question:
    """The question in ``text``; a query without a header is a question without a title."""
    title: dict[str, str] = {}
    purpose: dict[str, str] = {}
    defaults: dict[str, str] = {}
    described: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if not (header := _HEADER.fullmatch(line)):
            continue
        key, language, value = header[1], header[2] or "en", header[3]
        if key == "param":
            called, _, rest = value.partition(" ")
            if language == "en":
                defaults[called], _, rest = rest.strip().partition(" ")
            described.setdefault(called, {})[language] = rest.strip()
        else:
            (title if key == "title" else purpose)[language] = value
    parameters = tuple(
        Parameter(name=called, default=default, description={k: v for k, v in described[called].items() if v})
        for called, default in defaults.items()
    )
    return Question(name=name, text=text, title=title, purpose=purpose, parameters=parameters)


def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """The questions that ship with the program (or those of ``folder``), in order of name."""
    where = folder or resources.ontology() / "queries"
    return tuple(parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(where.glob("*.rq")))


def find(name: str) -> Question:
    """The saved question called ``name``; KgError KG013 when there is none."""
    for question in questions():
        if question.name == name:
            return question
    raise KgError("KG013", name, why="there is no saved question of this name")


def values(question: Question, given: Mapping[str, str]) -> dict[str, ox.NamedNode | ox.Literal]:
    """The terms to bind: each parameter's given value or its default, as a string or, in ``<…>``, an IRI.

    Raises KgError KG013 for a name that the question does not have, and for a malformed IRI.
    """
    known = [parameter.name for parameter in question.parameters]
    if strange := [name for name in given if name not in known]:
        has = f"its parameters are {', '.join(known)}" if known else "it has no parameters"
        raise KgError("KG013", question.name, why=f"it does not ask for {strange[0]}: {has}")
    return {
        parameter.name: _term(given.get(parameter.name, parameter.default))
        for parameter in question.parameters
    }


def _term(value: str) -> ox.NamedNode | ox.Literal:
    if not (value.startswith("<") and value.endswith(">")):
        return ox.Literal(value)
    try:
        return ox.NamedNode(value[1:-1])
    except ValueError as error:
        raise KgError("KG013", why=f"{value} is not an IRI") from error
