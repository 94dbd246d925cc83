"""Which line breaks and pages cut a sentence, and what a page break printed twice."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg.reading.widths import HAN

Span = tuple[int, int]

NUMERAL = "[一二三四五六七八九十]{1,3}"
MARK = re.compile(
    rf"{NUMERAL}、|[（(]?{NUMERAL}[）)]|\d{{1,2}}[、.](?!\d)|[（(]?\d{{1,2}}[）)]|[①-⑳]|第{NUMERAL}(?:部分|章|[，,、])"
)
"""A number that begins an item: 一、 （一） 1、 （1） ① 第一部分 第一，"""

SUBHEADING = 26
"""An unnumbered line this long with a comma but no full stop is a cut paragraph, a shorter one a heading."""
HEADLINE = 45
"""The same before the first full stop of the text, where headlines are."""
FULL_HEADING = 25
"""A heading shorter than this fits its line, so the next line is no part of it."""
CELL = 14
"""A line up to this long without punctuation may be a table's cell."""
REPEAT = 6
"""Characters that must agree before the end of one page is taken to stand at the top of the next again."""

_CLOSERS = "”’\"'）)】》」』〉"
_FINAL = "。！？；：…!?;:"
_PAIRS = ("《》", "“”", "（）")
_DATE = re.compile(r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
_PAGE = re.compile(r"[-—–－·]+ *\d{1,4} *[-—–－·]+|第 *\d{1,4} *页(?:[ ,，/]*共 *\d{1,4} *页)?")
_RULE = re.compile(r"[| ]+|[-|=_*:~ ]{3,}")
_HAN_LAST = re.compile(rf"[{HAN}]\.$")
_HAN_TWICE = re.compile(rf"[{HAN}].*[{HAN}]")
_COMMA = re.compile(r"[，,](?!\d{3})|[。；;！？]")
_STOP = re.compile(r"[。；;！？]")


class Line(NamedTuple):
    """One line without the blanks around it; ``size`` leaves out the blanks inside."""

    begin: int
    end: int
    text: str
    size: int
    indent: bool
    mark: bool
    final: bool
    comma: bool
    stop: bool

    @property
    def cell(self) -> bool:
        """Short and without punctuation, as a table's cells are."""
        return self.size <= CELL and not self.comma and not self.final


class Paragraph(NamedTuple):
    """What the joins up to a line say of the paragraph that it ends."""

    first: Line
    size: int
    comma: bool
    stop: bool
    opened: tuple[int, int, int]
    """Unclosed 《, “ and （."""


def rejoin(text: str) -> list[Span]:
    """The spans to drop so that each paragraph of ``text`` is one line, in order.

    They hold line breaks and indents inside paragraphs, blank lines, page numbers, table rules, and what
    stands a second time after a page break.
    """
    lines, cuts = _lines(text)
    if not lines:
        return [(0, len(text))] if text else []
    width = _full_width(lines)
    paragraph = _start(lines[0])
    stopped = lines[0].stop
    cuts += [(0, lines[0].begin)]
    for at in range(1, len(lines)):
        last, line = lines[at - 1], lines[at]
        after = lines[at + 1] if at + 1 < len(lines) else None
        if _repeats(paragraph, last, line):
            cuts.append((last.end, line.end))
            lines[at] = last
            continue
        if _continues(paragraph, last, line, after, width, HEADLINE if not stopped else SUBHEADING):
            cuts.append((last.end, line.begin + _overlap(last.text, line.text)))
            paragraph = _extend(paragraph, line)
        else:
            # One line break stays: the last character of the gap or the first, both are breaks or blanks.
            stay = text.index("\n", last.end)
            cuts += [(last.end, stay), (stay + 1, line.begin)]
            paragraph = _start(line)
        stopped = stopped or line.stop
    cuts.append((max(line.end for line in lines[-1:]), len(text)))
    return sorted({cut for cut in cuts if cut[0] < cut[1]})


def _lines(text: str) -> tuple[list[Line], list[Span]]:
    """The lines that hold text; page numbers and rules are left out, as the gap around them is dropped."""
    lines = []
    for match in re.finditer(r"[^\n]+", text):
        raw = match[0]
        content = raw.strip(" ")
        if not content or (len(content) < 40 and (_RULE.fullmatch(content) or _PAGE.fullmatch(content))):
            continue
        begin = match.start() + raw.index(content[0])
        lines.append(
            Line(
                begin=begin,
                end=begin + len(content),
                text=content,
                size=len(content) - content.count(" "),
                indent=raw.startswith("  "),
                mark=bool(MARK.match(content)),
                final=content.rstrip(_CLOSERS)[-1:] in _FINAL or bool(_HAN_LAST.search(content[-2:])),
                comma=bool(_COMMA.search(content)),
                stop=bool(_STOP.search(content)),
            )
        )
    return lines, []
