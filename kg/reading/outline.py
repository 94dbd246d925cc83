"""A text's outline: what its frame says and how its body is divided."""

import re
from functools import lru_cache

from kg.model import Outline, Text
from kg.reading.front import read_front
from kg.reading.lines import lines_of
from kg.reading.metadata import read_metadata
from kg.reading.period import year_reported
from kg.reading.sections import read_sections
from kg.reading.tabbed import ruled
from kg.reading.tail import read_tail, signed_apart
from kg.reading.widths import one_form
from kg.reading.words import either


@lru_cache(maxsize=1)
def _genre() -> re.Pattern[str]:
    return re.compile(either("genre"))


def outline(text: Text) -> Outline:
    """What the letterhead, the page's frame, the signature and the numbering of ``text`` say.

    Offsets are of ``text.clean``. Nothing is guessed: what the text does not state is None. Raises KgError
    KG014 when the vocabulary of the outline is not usable.
    """
    clean = text.clean
    lines = lines_of(clean)
    front = read_front(lines)
    begin = front.body_begin
    inside = signed_apart([line for line in lines if line.end > begin])
    tail = read_tail(inside)
    inside = inside[: len(inside) - len(tail)]
    end = inside[-1].end
    source = ruled(text.source)
    above = one_form(source[: text.origin[begin]])
    below = one_form(source[text.origin[end - 1] + 1 :])
    found = read_metadata(front.lines, tail, front.title, above, below)
    title = front.title.text if front.title else None
    year = year_reported(title, clean[begin:end])
    return Outline(
        title=title,
        doc_number=found.doc_number,
        year=year,
        issuer=found.issuer,
        addressee=front.addressee,
        issued=found.issued,
        body_begin=begin,
        body_end=end,
        sections=read_sections(clean, inside, begin, end, year),
        is_report=bool(_genre().search(clean)),
    )
