"""What is wrong with a query that the engine cannot read."""

import re

from kg.errors import KgError
from kg.model.namespaces import PREFIXES
from kg.query.guard import blanked

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?")
_REASON = re.compile(r"(?:^|, )([A-Z]\w* [a-z][\w ]*|The \w[\w ]*)(?=, |$)")
"""A sentence among the keywords and characters that might have come instead: ``IRI parsing failed``."""
_DECLARED = re.compile(r"\bPREFIX\s+([^\s:]*)\s*:", re.IGNORECASE)
_USED = re.compile(r"(?<![\w:.?$@-])((?!_:)[^\W\d][\w.-]*|):")


def malformed(error: SyntaxError, text: str) -> KgError:
    """The engine's reason where it has one, without its long list of what it expected, and the place.

    A prefix without a declaration is named, at its first place; of those that the graph is written with it is said how to
    declare them.
    """
    said = str(error.msg)
    place = _PLACE.match(said)
    if missing := _undeclared(text):
        why = f"Prefix {missing[1]}: not found at {_at(text, missing.start())}; {_advice(missing[1])}"
    elif place:
        reason = _REASON.search(said[place.end() :])
        why = f"{reason[1] if reason else 'it is not SPARQL'} at line {place[1]}, column {place[2]}"
    else:
        why = said.splitlines()[0]
    return KgError("KG013", why=why)


def _undeclared(text: str) -> re.Match[str] | None:
    """The first name whose prefix the query does not declare."""
    plain = blanked(text)
    declared = {found[1] for found in _DECLARED.finditer(plain)}
    return next((found for found in _USED.finditer(plain) if found[1] not in declared), None)


def _advice(prefix: str) -> str:
    if prefix in PREFIXES:
        return f"begin with PREFIX {prefix}: <{PREFIXES[prefix]}>"
    return f"the graph's are {', '.join(name for name in PREFIXES if '-' not in name)}"


def _at(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - text.rfind(chr(10), 0, offset)}"
