"""What a query may not do: write, or reach beyond the graph that it is asked of.

The engine itself refuses updates, but it would fetch ``SERVICE <http://…>`` from wherever the query
says. Whether a ``SERVICE`` is a keyword depends on how the engine reads everything before it
(``FILTER(?a<?b)SERVICE#>`` hides one in what looks like an IRI), so no second reading of the text can be
trusted. The test here is therefore for the shape that every SERVICE clause has, anywhere, even in a
comment or a string: a comment with a whole SERVICE clause is refused needlessly, and no clause gets by.
"""

import re

from kg.errors import KgError

_GAP = r"(?:\s|\#[^\n\r]*(?:[\n\r]|\Z))*+"
_TARGET = r"(<[^<>]*>|(?:[^\s<>{}#\\]|\\.)++)"
# A lookahead, so that a clause is found inside what looked like another.
_SERVICE = re.compile(rf"(?=service{_GAP}(?:silent{_GAP})?{_TARGET}{_GAP}\{{)", re.IGNORECASE)
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


def refuse_unsafe(text: str) -> None:
    """Raises KgError KG013 for an update, a SERVICE clause, or a FROM or FROM NAMED clause."""
    for reading in {text, _unescaped(text)}:
        if any(_is_clause(reading, found) for found in _SERVICE.finditer(reading)):
            raise KgError("KG013", why="SERVICE would send it to another server; ask one graph at a time")
        bare = _STRING_OR_COMMENT.sub(lambda found: "<>" if found[1] else " ", reading)
        if _FROM.search(bare):
            why = "FROM names another graph; leave the clause out, the build's graph is asked"
            raise KgError("KG013", why=why)
        if update := _UPDATE.match(bare):
            why = f"{update[1].upper()} would change the graph; SELECT, ASK, CONSTRUCT and DESCRIBE are run"
            raise KgError("KG013", why=why)


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
