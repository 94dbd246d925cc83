"""Who issues a report: letterhead, signature, the title's first words, a table's row."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.reading.dates import IN_NUMERALS
from kg.reading.lines import NUMBER, patterns
from kg.reading.signatures import LONGEST_NAME, Lines, Signature, body_ending
from kg.reading.title import Title
from kg.reading.words import either


class _Patterns(NamedTuple):
    title_body: re.Pattern[str]
    genre: re.Pattern[str]
    no_body: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    year = rf"(?:(?:19|20)\d\d(?:年|[-—至]\d{{4}}年)|{IN_NUMERALS}年)度?"
    subject = either("about", "genre")
    return _Patterns(
        title_body=re.compile(
            rf"(?:{year})?(?P<name>[^，。《》\d]{{2,{LONGEST_NAME}}}?(?P<body>{either('title-body')}))"
            rf"(?={subject}|{year})"
        ),
        genre=re.compile(either("genre")),
        no_body=re.compile(either("not-a-body")),
    )


def issuer(
    front: Lines,
    tail: Lines,
    signatures: Sequence[Signature],
    below_title: Sequence[Signature],
    title: Title | None,
    fields: Sequence[tuple[str, str]],
) -> str | None:
    """By letterhead, signature, the title's first words where they name a body in full, who stands with a date below it (who
    published the page, otherwise), the title's first words, who signs without a day, the table's row, or the stated source."""
    letterhead = _in_letterhead(front)
    if letterhead:
        return letterhead
    if signatures:
        return signatures[0][0]
    titled = _titled(front, title)
    if below_title:
        return titled if titled and patterns().body_name.fullmatch(titled) else below_title[0][0]
    return _alone_below(front, title) or titled or _alone_at_end(tail) or _in_fields(fields)


def _in_letterhead(front: Lines) -> str | None:
    """The body whose letterhead a line is, with or without the document's number."""
    for own, line in front:
        letterhead = patterns().letterhead.match(line.text) if own in ("letterhead", "number") else None
        if letterhead and not NUMBER.match(line.text, letterhead.start("name")):
            return letterhead["name"]
    return None


def _alone_below(front: Lines, title: Title | None) -> str | None:
    """The body that a line below the title names, and nothing else."""
    for own, line in front:
        below = own == "head" and title is not None and line.begin >= title.end > 0
        if below and patterns().body_name.fullmatch(line.text):
            return line.text
    return None


def _alone_at_end(tail: Lines) -> str | None:
    """The body that the last line names, and nothing else: it signs without a day."""
    own, line = tail[-1] if tail else ("", None)
    return line.text if line and own == "head" and patterns().body_name.fullmatch(line.text) else None


def _in_fields(fields: Sequence[tuple[str, str]]) -> str | None:
    """The body that the table above the text gives as issuer, else as the source of the page."""
    for wanted in ("field-issuer", "field-source"):
        for name, value in fields:
            body = re.split(r"[ |]", value)[0]
            if name == wanted and body_ending().search(body) and not _patterns().no_body.search(body):
                return body
    return None


def _titled(front: Lines, title: Title | None) -> str | None:
    """The body that the title, or a line that holds it in 《》, begins with."""
    titles = [title.text] if title else []
    titles += [line.text for own, line in front if own == "head" and "《" in line.text]
    known = _patterns()
    for text in titles:
        match = known.title_body.match(text)
        genre = known.genre.search(text)
        if match and not (genre and genre.start() == match.start("body")):  # 练塘镇 + 政府信息公开
            return match["name"]
    return None
