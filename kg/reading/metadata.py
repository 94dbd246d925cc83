"""What letterhead, signature and metadata tables say: document number, issuer, day of issue."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.reading import dates
from kg.reading.labels import labelled
from kg.reading.lines import NUMBER, Kind, Line, patterns
from kg.reading.title import Title
from kg.reading.words import either

LONGEST_NAME = 40
"""Characters of an issuer's name."""
JOINED = "、"
"""Between two bodies that issue together."""
OPENING = " [【(（"
"""Marks that may stand before a day at a line's beginning."""

Lines = Sequence[tuple[Kind, Line]]


class Metadata(NamedTuple):
    """What is stated; None where nothing is."""

    doc_number: str | None
    issuer: str | None
    issued: str | None


class _Patterns(NamedTuple):
    title_body: re.Pattern[str]
    genre: re.Pattern[str]
    body_end: re.Pattern[str]
    table_body_end: re.Pattern[str]
    no_body: re.Pattern[str]
    number_label: re.Pattern[str]
    after_day: re.Pattern[str]
    """The rest of a line that ends in a day."""
    signed: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    year = rf"(?:(?:19|20)\d\d(?:年|[-—至]\d{{4}}年)|{dates.IN_NUMERALS}年)度?"
    subject = either("about", "genre")
    return _Patterns(
        title_body=re.compile(
            rf"(?:{year})?(?P<name>[^，。《》\d]{{2,{LONGEST_NAME}}}?(?P<body>{either('title-body')}))"
            rf"(?={subject}|{year})"
        ),
        genre=re.compile(either("genre")),
        body_end=re.compile(rf"{either('body')}$"),
        table_body_end=re.compile(rf"{either('body', 'place')}$"),
        no_body=re.compile(either("not-a-body")),
        number_label=re.compile(either("field-number")),
        after_day=re.compile(rf"{dates.CLOCK}[\]】)） ]*$"),
        signed=re.compile(rf"([^，。；：\d]{{2,{LONGEST_NAME}}})(?:{dates.DATE.pattern})"),
    )


def read_metadata(front: Lines, tail: Lines, title: Title | None, above: str, below: str) -> Metadata:
    """The metadata of a report.

    ``front`` and ``tail`` are the lines before and after the body; ``above`` and ``below`` the same parts of
    the source with one form a character but with their blanks, which hold the cells of a table apart.
    """
    fields = [*labelled(above), *labelled(below)]
    signatures = [*_signatures(tail), *_signatures(_letter(front))]
    below_title = list(_signatures(_below(front, title)))
    return Metadata(
        doc_number=_doc_number([*front, *tail], fields),
        issuer=_issuer(front, tail, signatures, below_title, title, fields),
        issued=_issued(front, tail, [*signatures, *below_title], title, fields),
    )


def _letter(front: Lines) -> Lines:
    """The lines from a cover letter's text on: the only place before the body where a signature is one."""
    first = next((at for at, (own, _) in enumerate(front) if own == "body"), len(front))
    return front[first:]


def _below(front: Lines, title: Title | None) -> Lines:
    """The lines between the title and the body, where some reports are signed."""
    return [(own, line) for own, line in front if title and line.begin >= title.end > 0]


def _signatures(lines: Lines) -> Iterator[tuple[str, str]]:
    """Bodies and day of each signature: a body's name with a date below or behind it, and those that sign above it
    (中共甲镇委员会 above 甲镇人民政府)."""
    known = _patterns()
    for at, (own, line) in enumerate(lines):
        below = (
            lines[at + 1][1].text if at + 1 < len(lines) and lines[at + 1][0] in ("date", "remark") else ""
        )
        behind = known.signed.fullmatch(line.text)
        text, day = (behind[1], line.text) if behind else (line.text, below)
        named = own in ("head", "date") and len(text) <= LONGEST_NAME and known.table_body_end.search(text)
        found = next(dates.days(day), None)
        if named and found:
            yield JOINED.join(dict.fromkeys([*_above(lines, at), text])), found[0]


def _above(lines: Lines, at: int) -> list[str]:
    """The bodies on the lines directly above line ``at``, in order."""
    first = at
    while (
        first and lines[first - 1][0] == "head" and patterns().body_name.fullmatch(lines[first - 1][1].text)
    ):
        first -= 1
    return [line.text for _, line in lines[first:at]]


def _doc_number(lines: Lines, fields: Sequence[tuple[str, str]]) -> str | None:
    """The document's own number: alone on its line, or labelled; one in a sentence is another document's."""
    labelled = (value for name, value in fields if name == "field-number")
    alone = (
        line.text for own, line in lines if own == "number" or (own == "head" and NUMBER.match(line.text))
    )
    for text in (*alone, *labelled):
        match = NUMBER.search(text)
        if match:
            return f"{_own_code(match['code'])}〔{match['year']}〕{int(match['serial'])}号"
    return None


def _own_code(code: str) -> str:
    """The number's code where a letterhead or a table's label ran into it: …人民政府文件某府发, 文号某政."""
    before = _patterns().number_label.search(code) or patterns().letterhead.match(code)
    return (code[before.end() :] if before else "") or code


def _issuer(
    front: Lines,
    tail: Lines,
    signatures: Sequence[tuple[str, str]],
    below_title: Sequence[tuple[str, str]],
    title: Title | None,
    fields: Sequence[tuple[str, str]],
) -> str | None:
    """By letterhead, signature, the title's first words where they name a body in full, who stands with a date below it (who
    published the page, otherwise), the title's first words, who signs without a day, the table's row, or the stated source."""
    known = _patterns()
    for own, line in front:
        letterhead = patterns().letterhead.match(line.text) if own in ("letterhead", "number") else None
        if letterhead and not NUMBER.match(line.text, letterhead.start("name")):
            return letterhead["name"]
    if signatures:
        return signatures[0][0]
    titled = _titled(front, title)
    if below_title:
        return titled if titled and patterns().body_name.fullmatch(titled) else below_title[0][0]
    for own, line in front:
        if (
            own == "head"
            and title
            and line.begin >= title.end > 0
            and patterns().body_name.fullmatch(line.text)
        ):
            return line.text  # alone below the title
    if titled:
        return titled
    if tail and tail[-1][0] == "head" and patterns().body_name.fullmatch(tail[-1][1].text):
        return tail[-1][1].text
    for wanted in ("field-issuer", "field-source"):
        for name, value in fields:
            issuer = re.split(r"[ |]", value)[0]
            if name == wanted and known.table_body_end.search(issuer) and not known.no_body.search(issuer):
                return issuer
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


def _issued(
    front: Lines,
    tail: Lines,
    signatures: Sequence[tuple[str, str]],
    title: Title | None,
    fields: Sequence[tuple[str, str]],
) -> str | None:
    """By signature, a date alone below the text, the table's rows, the lines at the title, or the imprint."""
    if signatures:
        return signatures[0][1]
    after = title.begin if title else -1
    at_title = [_date_part(own, line.text) for own, line in front if line.begin >= after >= 0]
    places = (
        [line.text for own, line in tail if own == "date"],
        [value for name, value in fields if name == "field-signed"],
        [value for name, value in fields if name == "field-published"],
        at_title,
        [line.text for _, line in tail],
    )
    for texts in places:
        for text in texts:
            found = next(dates.days(text), None)
            if found:
                return found[0]
    return None


def _date_part(own: Kind, text: str) -> str:
    """What a line from the title on says of the day of issue: a date by itself, or at an edge of the line where no other label
    (生效日期) says what it is."""
    if own in ("date", "remark"):
        return text
    for match in dates.DATE.finditer(text) if own in ("head", "label", "frame") else ():
        before, rest = text[: match.start()].rstrip(OPENING), _patterns().after_day.match(text, match.end())
        if not before or (rest and not (own != "head" and _ends_in_label(before))):
            return text[match.start() :]
    return ""


def _ends_in_label(before: str) -> bool:
    """Whether ``before`` ends in the label of what stands behind it."""
    return before[-1] in "：:" or any(one.end() == len(before) for one in patterns().label.finditer(before))
