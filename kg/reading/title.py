"""The report's title: on one line or several, given twice, or named in a cover letter."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.reading.dates import CLOCK, DATE, YEAR
from kg.reading.labels import labelled
from kg.reading.lines import LABEL_LISTS, NUMBER, STEPS, Kind, Line, patterns
from kg.reading.numbering import ITEM
from kg.reading.widths import HAN
from kg.reading.words import either, spaced

SHORTEST, LONGEST = 8, 90
SHORTEST_HEADLINE = 10
"""A headline that has none of the genre's words must be this long, so that no column's name is one."""
MOST_LINES = 3
"""Lines that a title may be broken into."""


BULLETS = "•●■◆▪"
"""Marks of a list's items: pages that were made a list of lines begin their title with one."""
COLUMN = re.compile(r"^(?:【[^【】]{1,12}】)+(?=.)")


class Title(NamedTuple):
    """The title without blanks, and the span that it takes in the clean text (-1, -1: it stands in a sentence)."""

    text: str
    begin: int
    end: int


class _Patterns(NamedTuple):
    report: re.Pattern[str]
    genre: re.Pattern[str]
    quoted: re.Pattern[str]
    sent: re.Pattern[str]
    """A report without marks that a cover letter sends: 现将2021年…报告随函报送."""
    announced: re.Pattern[str]
    announces: re.Pattern[str]
    nothing: re.Pattern[str]
    leans: re.Pattern[str]
    about: re.Pattern[str]
    """What a title begins with behind the body whose it is, here or on the line above."""
    dated: re.Pattern[str]
    """A line that ends in a year: what was planned or done in it stands on the next."""
    runs_on: re.Pattern[str]
    labelled: re.Pattern[str]
    """The label of a table's row whose blanks are gone: 名称甲镇2023年度…报告."""


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    year, report = r"(?:(?:19|20)\d\d年度?)", either("report")
    quoted = rf"《([^《》\n]{{{SHORTEST},{LONGEST}}}{report})》"
    return _Patterns(
        report=re.compile(rf"{report}(?:（[^（）]{{1,20}}）)?$"),
        genre=re.compile(either("genre")),
        quoted=re.compile(quoted),
        sent=re.compile(rf"([^，。；：《》\n]{{{SHORTEST},{LONGEST}}}?{report}){either('announces')}"),
        announced=re.compile(rf"{quoted}(?:{either('notice')}|，?{either('announces')})"),
        announces=re.compile(either("announces")),
        nothing=re.compile(rf"(?:{year}|{either('about', 'joint-in-a-title')}|[、—-])*"),
        leans=re.compile(rf"(?:{either('title-body', 'place', 'about')}|{year})$"),
        about=re.compile(either("about")),
        dated=re.compile(rf"{year}$"),
        labelled=re.compile(either("field-title")),
        runs_on=re.compile(
            rf"([^，。；：《》\n]{{{SHORTEST},{LONGEST}}}?{report})"
            rf"(?:{DATE.pattern}{CLOCK}|(?={year}[，,以])|(?=[ |｜]*(?:{spaced(*LABEL_LISTS, 'field-other')}) *[:：]))"
        ),
    )


def find_title(front: Sequence[tuple[Kind, Line]], body: Line | None) -> Title | None:
    """The title among the lines before the body, or named in the body's first line; None when there is none.

    A line that ends as reports' titles do is preferred to one that only stands where titles stand.
    """
    own = sorted(_candidates(front), key=lambda found: (not found[0], found[1].begin))
    if own:
        found, whole = own[0][1], _named(front)
        # below a name in spaced letters (琼 海 市 人 民 政 府) stands only the rest
        return found._replace(text=whole.text) if whole and whole.text.endswith(found.text) else found
    inside = _named(front) or (_in_body(body) if body else None) or _in_path(front)
    return inside or (_headline(front) if body else None)


def is_report_title(text: str) -> bool:
    """Whether a line is by itself the title of a report: what it reports on and whose it is."""
    known = _patterns()
    if not SHORTEST <= len(text) <= LONGEST or not known.report.search(text):
        return False
    genre = known.genre.search(text)
    return genre is not None and known.nothing.fullmatch(text, 0, genre.start()) is None


def quoted_titles(text: str) -> list[str]:
    """The titles of reports that a sentence of a cover letter makes known, or the words by which it sends one."""
    known = _patterns()
    return known.quoted.findall(text) + known.sent.findall(text) if known.announces.search(text) else []


def _candidates(front: Sequence[tuple[Kind, Line]]) -> Iterator[tuple[bool, Title]]:
    """Runs of up to three lines that read as a report's title, and whether each is a whole one."""
    known, joined = _patterns(), -1
    for at, (own, line) in enumerate(front):
        if own != "head" or line.begin < joined:
            continue
        text, end = line.text, line.end
        for count in range(1, MOST_LINES + 1):
            stripped = _bare(text)
            if (
                SHORTEST <= len(stripped) <= LONGEST
                and known.report.search(stripped)
                and known.genre.search(stripped)
            ):
                yield is_report_title(stripped), Title(stripped, line.begin, end)
                break
            if at + count >= len(front) or front[at + count][0] != "head":
                break
            below = front[at + count][1]
            goes_on = known.dated.search(text) or (
                known.about.match(below.text) and patterns().body_name.fullmatch(text)
            )
            whole = is_report_title(_bare(below.text)) and not goes_on
            if (
                below.text[0] in BULLETS
                or whole
                or not (known.leans.search(text) or known.genre.search(text))
            ):
                break
            joined = below.end if known.dated.search(text) else joined
            text, end = text + below.text, below.end


def _bare(text: str) -> str:
    """Without the mark of a list, the page's column in brackets (【信息公开】), the document number or the table's label before a
    title, and the date or the bar of a table behind it."""
    text = COLUMN.sub("", text.lstrip(BULLETS).rstrip("|｜"))
    before = NUMBER.match(text) or _patterns().labelled.match(text)
    text = text[before.end() :] if before else text
    match = re.search(rf"(?:{DATE.pattern}){CLOCK}$", text)
    return text[: match.start()] if match else text


def _named(front: Sequence[tuple[Kind, Line]]) -> Title | None:
    """A title named in the title of a cover letter or in a metadata table, or before the first label of its line."""
    for own, line in front:
        titles = (
            [value for name, value in labelled(line.text) if name == "field-title"] if own == "label" else []
        )
        runs_on = _patterns().runs_on.match(line.text) if own == "label" else None
        if runs_on and is_report_title(runs_on[1]):
            return Title(runs_on[1], line.begin, line.begin + runs_on.end(1))
        announced = _patterns().announced.search(line.text) if titles or own in ("head", "body") else None
        if announced:
            return Title(announced[1], -1, -1)
        for value in titles:
            if is_report_title(value):
                return Title(value, line.begin, line.end)
    return None


def _in_body(body: Line) -> Title | None:
    """A title that the first line makes known (《…》现予发布), or that runs on into it."""
    known = _patterns()
    announced = known.announced.search(body.text[: 4 * LONGEST])
    if announced:
        return Title(announced[1], -1, -1)
    runs_on = None if ITEM.match(body.text) else known.runs_on.match(body.text)
    if runs_on and runs_on.end() < len(body.text) and is_report_title(runs_on[1]):
        return Title(runs_on[1], body.begin, body.begin + runs_on.end())
    return None


def _in_path(front: Sequence[tuple[Kind, Line]]) -> Title | None:
    """A title that ends the path through the site (首页 > 政务公开 > …报告) of a page that gives it nowhere else."""
    for own, line in front:
        last = re.split(f"[{STEPS}]", line.text)[-1].strip() if own == "frame" else ""
        if is_report_title(last):
            return Title(last, -1, -1)
    return None


def _headline(front: Sequence[tuple[Kind, Line]]) -> Title | None:
    """The line next to the body that nothing else explains: the headline of a page that is no report."""
    for own, line in reversed(front):
        if own == "head":
            text = _bare(line.text)
            alone = patterns().body_name.fullmatch(text) or YEAR.fullmatch(text)
            fits = SHORTEST_HEADLINE <= len(text) <= LONGEST and re.search(f"[{HAN}]", text)
            return Title(text, line.begin, line.end) if fits and not alone else None
        if own in ("body", "addressed"):
            break
    return None
