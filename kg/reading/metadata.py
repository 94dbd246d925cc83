"""What letterhead, signature and metadata tables say: document number, issuer, day of issue."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.reading.issued import issued
from kg.reading.issuer import issuer
from kg.reading.labels import labelled
from kg.reading.lines import NUMBER, patterns
from kg.reading.signatures import Lines, signatures
from kg.reading.title import Title
from kg.reading.words import either


class Metadata(NamedTuple):
    """What is stated; None where nothing is."""

    doc_number: str | None
    issuer: str | None
    issued: str | None


@lru_cache(maxsize=1)
def _number_label() -> re.Pattern[str]:
    return re.compile(either("field-number"))


def read_metadata(front: Lines, tail: Lines, title: Title | None, above: str, below: str) -> Metadata:
    """The metadata of a report.

    ``front`` and ``tail`` are the lines before and after the body; ``above`` and ``below`` the same parts of
    the source with one form a character but with their blanks, which hold the cells of a table apart.
    """
    fields = [*labelled(above), *labelled(below)]
    signed = [*signatures(tail), *signatures(_letter(front))]
    below_title = list(signatures(_below(front, title)))
    return Metadata(
        doc_number=_doc_number([*front, *tail], fields),
        issuer=issuer(front, tail, signed, below_title, title, fields),
        issued=issued(front, tail, [*signed, *below_title], title, fields),
    )


def _letter(front: Lines) -> Lines:
    """The lines from a cover letter's text on: the only place before the body where a signature is one."""
    first = next((at for at, (own, _) in enumerate(front) if own == "body"), len(front))
    return front[first:]


def _below(front: Lines, title: Title | None) -> Lines:
    """The lines between the title and the body, where some reports are signed."""
    return [(own, line) for own, line in front if title and line.begin >= title.end > 0]


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
    before = _number_label().search(code) or patterns().letterhead.match(code)
    return (code[before.end() :] if before else "") or code
