"""Which line breaks and pages cut a sentence, and what a page break printed twice."""

import re
from functools import cache
from typing import NamedTuple

from kg.model.marks import BAR, CLAUSE
from kg.reading.numerals import BELOW_HUNDRED
from kg.reading.printed import CLOSERS, Line, Page, columns, layout, lines_of
from kg.reading.widths import HAN
from kg.reading.words import either

Span = tuple[int, int]

SUBHEADING = 26
"""An unnumbered line this long with a comma but no full stop is a cut paragraph, a shorter one a heading."""
HEADLINE = 45
"""The same before the first full stop of the text, where headlines are."""
FULL_HEADING = 25
"""A heading shorter than this fits its line, so the next line is no part of it."""
REPEAT = 6
"""Characters that must agree before the end of one page is taken to stand at the top of the next again."""
LONGEST_REPEAT = 30
"""Characters that two pages may both have at their seam."""

_LEADS_ON = "，、,《（("
_NEVER_FIRST = f"{CLAUSE}、）》”,;:!?)"
_PAIRS = ("《》", "“”", "（）")
_DATE = re.compile(
    rf"[\d〇○零{BELOW_HUNDRED}]{{4}}年[\d{BELOW_HUNDRED}]{{1,3}}月[\d{BELOW_HUNDRED}]{{1,3}}日"
)
_HAN = re.compile(f"[{HAN}]")


class Paragraph(NamedTuple):
    """What the lines joined so far say of the paragraph that they begin."""

    mark: bool
    size: int
    comma: bool
    stop: bool
    opened: tuple[int, ...]
    """How many of 《 “ （ are not closed."""


def rejoin(text: str) -> list[Span]:
    """The spans to drop so that each paragraph of ``text`` is one line, in order.

    They hold line breaks and indents inside paragraphs, blank lines, page numbers, table rules, and what
    stands a second time after a page break.
    """
    lines = lines_of(text)
    if not lines:
        return [(0, len(text))] if text else []
    page = layout(lines)
    last, paragraph, stopped = lines[0], _begun(lines[0]), lines[0].stop
    cuts = [(0, last.begin)]
    for line, after in zip(lines[1:], [*lines[2:], None], strict=False):
        if _repeats(last, line):
            continue
        least = SUBHEADING if stopped else HEADLINE
        rows = BAR in last.text and BAR in line.text
        if not rows and (
            _continues(paragraph, last, line, after, least) or _wrapped(paragraph, last, line, after, page)
        ):
            again = _overlap(text[last.begin : last.end], text[line.begin : line.end]) if line.gap else 0
            cuts.append((last.end, line.begin + again))
            paragraph = _extended(paragraph, line)
        else:
            stays = text.index("\n", last.end)
            cuts += [(last.end, stays), (stays + 1, line.begin)]
            paragraph = _begun(line)
        last, stopped = line, stopped or line.stop
    cuts.append((last.end, len(text)))
    return [cut for cut in cuts if cut[0] < cut[1]]


def _begun(line: Line) -> Paragraph:
    return Paragraph(line.mark, line.size, line.comma, line.stop, _open(line.text))


def _extended(paragraph: Paragraph, line: Line) -> Paragraph:
    opened = tuple(a + b for a, b in zip(paragraph.opened, _open(line.text), strict=True))
    comma, stop = paragraph.comma or line.comma, paragraph.stop or line.stop
    return Paragraph(paragraph.mark, paragraph.size + line.size, comma, stop, opened)


def _open(text: str) -> tuple[int, ...]:
    round_ones = text.count("(") - text.count(")")
    counts = [text.count(pair[0]) - text.count(pair[1]) for pair in _PAIRS]
    return counts[0], counts[1], counts[2] + round_ones


def _continues(paragraph: Paragraph, last: Line, line: Line, after: Line | None, least: int) -> bool:
    """Whether ``line`` goes on with the sentence that ``last`` leaves open."""
    if line.mark or line.label or last.final or _signs(line, after):
        return False
    if last.text[-1] in _LEADS_ON or line.text[0] in _NEVER_FIRST or _closes(paragraph.opened, line.text):
        return True
    if paragraph.mark and not paragraph.stop and paragraph.size < HEADLINE:
        return _ends_heading(paragraph, last, line, after)
    if _titles(line):
        return False
    if not paragraph.comma or (not paragraph.stop and paragraph.size < least):
        return False
    cells = line.cell and after is not None and after.cell
    remark = last.text[0] in "（(" and last.text[-1] in "）)"
    return not cells and not remark


def _titles(line: Line) -> bool:
    """Whether a line is a title by itself: a year, and what reports end with."""
    return not line.comma and not line.stop and _title().search(line.text) is not None


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?:19|20)\d\d年.{{2,40}}{either('report')}$")


def _signs(line: Line, after: Line | None) -> bool:
    """A date on its own line, or the signature above one."""
    dates = (line.text, after.text if after and not line.comma else "")
    return any(_DATE.fullmatch(text) for text in dates)


def _closes(opened: tuple[int, ...], text: str) -> bool:
    """Whether the text closes, before it opens another, what is open."""
    for count, pair in zip(opened, _PAIRS, strict=True):
        if count > 0:
            head = text[:80].replace("(", "（").replace(")", "）")
            first = min((head.find(char) for char in pair if char in head), default=-1)
            if first >= 0 and head[first] == pair[1]:
                return True
    return False


def _ends_heading(paragraph: Paragraph, last: Line, line: Line, after: Line | None) -> bool:
    """Whether ``line`` is the rest of a heading that filled its line: short, and a paragraph comes next."""
    plain = (
        line.size < FULL_HEADING and not line.comma and not line.final and len(_HAN.findall(line.text)) > 1
    )
    follows = after is not None and (after.mark or after.comma)
    return plain and follows and paragraph.size >= FULL_HEADING and last.text[-1] not in CLOSERS


def _wrapped(paragraph: Paragraph, last: Line, line: Line, after: Line | None, page: Page) -> bool:
    """Whether ``last`` fills the printed width, so that what it begins goes on below."""
    if not page.width or line.mark or line.label or line.indent or _signs(line, after):
        return False
    heading = paragraph.mark and not paragraph.stop and not page.indents
    if columns(last) < page.width - (0 if heading else 2):
        return False
    return not last.final or (page.indents and last.text[-1] not in "：:")


def _repeats(last: Line, line: Line) -> bool:
    """Whether ``line`` is the end of the paragraph above, printed again after a page break."""
    short = 2 < len(line.text) < len(last.text)
    return short and line.final and last.text.endswith(line.text) and bool(_HAN.search(line.text))


def _overlap(above: str, below: str) -> int:
    """How many characters at the end of one page stand again at the top of the next."""
    if below[:REPEAT] not in above[-LONGEST_REPEAT:]:
        return 0
    longest = min(len(above), len(below), LONGEST_REPEAT)
    return next((k for k in range(longest, REPEAT - 1, -1) if above.endswith(below[:k])), 0)
