"""What a query may not do: write, or reach beyond the graph that it is asked of.

The engine itself refuses updates, but it would fetch ``SERVICE <http://…>`` from wherever the query
says. Whether a ``SERVICE`` is a keyword depends on how the engine reads everything before it
(``FILTER(?a<?b)SERVICE#>`` hides one in what looks like an IRI), so no second reading of the text can be
trusted. The test here is therefore for the shape that every SERVICE clause has, anywhere, even in a
comment or a string: a comment with a whole SERVICE clause is refused needlessly, and no clause gets by.
"""

import re
from collections.abc import Collection
from enum import StrEnum

from kg.errors import KgError

_GAP = r"(?:\s|\#[^\n\r]*(?:[\n\r]|\Z))*+"
_TARGET = r"(<[^<>]*>|(?:[^\s<>{}#\\]|\\.)++)"
# A lookahead, so that a clause is found inside what looked like another.
_SERVICE = re.compile(rf"(?=service{_GAP}(?:silent{_GAP})?{_TARGET}{_GAP}\{{)", re.IGNORECASE)
_LOAD = re.compile(rf"(?<![?$:\w])load{_GAP}(?:silent{_GAP})?(?:<|[^\s<>{{}}#:]*:)", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:[?$]|:)\w*\Z")
_STRING_OR_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|(<[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|#[^\n\r]*",
    re.DOTALL,
)
_FROM = re.compile(r"(?<![?$:@\w])FROM(?:\s*(?:NAMED\s*)?<>|\s+(?:NAMED\s+)?[^\s<>{}():?$]*:)", re.IGNORECASE)
_UPDATE = re.compile(
    r"\s*(?:(?:BASE\s*<>|PREFIX\s+[^\s<]*:\s*<>)\s*)*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Allow(StrEnum):
    """What is refused unless it is asked for."""

    service = "service"
    """SERVICE: the engine asks the servers that the query names."""
    dataset = "from"
    """FROM and FROM NAMED: the query names the graphs that it is asked of."""
    update = "update"
    """INSERT, DELETE and their like: carried out on a copy in memory, and the changed graph is the answer."""
    load = "load"
    """LOAD in an update: the engine fetches the address that the update names."""


NOTHING: frozenset[Allow] = frozenset()


def refuse_unsafe(text: str, allowed: Collection[Allow] = NOTHING) -> None:
    """Raises KgError KG013 for an update, a SERVICE clause, or a FROM or FROM NAMED clause that is not allowed."""
    for reading in {text, _unescaped(text)}:
        reaches = any(_is_clause(reading, found) for found in _SERVICE.finditer(reading))
        if reaches and Allow.service not in allowed:
            raise KgError("KG013", why="SERVICE would send it to another server; ask one graph at a time")
        bare = _bare(reading)
        if Allow.dataset not in allowed and _FROM.search(bare):
            why = "FROM names another graph; leave the clause out, the build's graph is asked"
            raise KgError("KG013", why=why)
        update = _UPDATE.match(bare)
        if update and Allow.update not in allowed:
            why = f"{update[1].upper()} would change the graph; SELECT, ASK, CONSTRUCT and DESCRIBE are run"
            raise KgError("KG013", why=why)
        if update and Allow.load not in allowed and _LOAD.search(reading):
            raise KgError("KG013", why="LOAD would fetch from another server; load the file beforehand")


def is_update(text: str) -> bool:
    """Does ``text`` begin as an update does?"""
    return bool(_UPDATE.match(_bare(_unescaped(text))))


def _bare(text: str) -> str:
    """The text with ``<>`` for IRIs, without strings and comments."""
    return _STRING_OR_COMMENT.sub(lambda found: "<>" if found[1] else " ", text)


def blanked(text: str) -> str:
    """The text, as long as it was, with blanks for strings, comments and IRIs."""
    return _STRING_OR_COMMENT.sub(lambda found: " " * len(found[0]), text)


def _is_clause(text: str, found: re.Match[str]) -> bool:
    """SERVICE governs an IRI or a variable, and is not the end of a variable's or a prefixed name."""
    names_one = found[1][0] in "<?$" or ":" in found[1]
    return names_one and not _NAME_BEFORE.search(text, 0, found.start())


def _unescaped(text: str) -> str:
    """The text with its ``\\u`` escapes read, as an engine may do before anything else."""

    def character(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code <= 0x10FFFF else found[0]

    return _ESCAPE.sub(character, text)
