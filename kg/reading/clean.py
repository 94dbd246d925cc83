"""The repairs that turn a file's characters into running text, with a map back to them.

Characters are dropped or replaced by one other, never added, so ``origin`` increases strictly.
"""

import re
from collections.abc import Iterable, Sequence

from kg.reading.flattened import lines_restored
from kg.reading.joins import rejoin
from kg.reading.tabbed import ruled
from kg.reading.widths import GONE, one_form, punctuate

Span = tuple[int, int]

ROUNDS = 4
"""The most passes over the lines; two do for all but made-up text."""

_RESIDUE = re.compile(
    rf"{GONE}+"
    r"|\[bookmark:[^\]\n]{0,80}\]"
    r"|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)"
    r"|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj);"
    r"|</?(?:p|br|div|span|table|tbody|tr|td|th|b|strong|em|i|u|a|img|font|center|h[1-6]|ul|li|hr|o:p|sup|sub)"
    r"(?:[ /][^<>\n]{0,300})?>"
    r"|(?m:^#{1,6} +)"
)
_BLANKS = re.compile(r" +")
_KEEPS_BLANK = re.compile(r"[A-Za-z0-9]|(?<=[A-Za-z])[.,;:!?]")


def clean(source: str) -> tuple[str, tuple[int, ...]]:
    """The cleaned characters of ``source`` and, for each, its offset in ``source``."""
    text, origin = one_form(ruled(source)), range(len(source))
    text, where = _drop(text, origin, (match.span() for match in _RESIDUE.finditer(text)))
    text, where = _rejoin(lines_restored(text), where)
    text, where = _drop(text, where, _needless_blanks(text))
    wide = punctuate(text)
    if '"' in text or "'" in text:
        # Only now are opening and closing quotation marks told apart, and a line break inside a pair is seen.
        text, where = _rejoin(wide, where)
        wide = punctuate(text)
    return wide, tuple(where)


def _rejoin(text: str, where: Sequence[int]) -> tuple[str, Sequence[int]]:
    """``text`` with each paragraph on one line; a join may show that the next line belongs there too."""
    for _ in range(ROUNDS):
        cuts = rejoin(text)
        if not cuts:
            break
        text, where = _drop(text, where, cuts)
    return text, where


def _drop(text: str, origin: Sequence[int], cuts: Iterable[Span]) -> tuple[str, Sequence[int]]:
    """``text`` and ``origin`` without the spans of ``cuts``, which are in order and do not overlap."""
    kept: list[str] = []
    where: list[int] = []
    last = 0
    for begin, end in cuts:
        kept.append(text[last:begin])
        where += origin[last:begin]
        last = end
    if not last:
        return text, origin
    kept.append(text[last:])
    where += origin[last:]
    return "".join(kept), where


def _needless_blanks(text: str) -> Iterable[Span]:
    """The blanks that separate no Latin words or numbers; between those, all but one."""
    for match in _BLANKS.finditer(text):
        begin, end = match.span()
        if (
            _KEEPS_BLANK.match(text, begin - 1)
            and text[end : end + 1].isascii()
            and text[end : end + 1].isalnum()
        ):
            begin += 1
        if begin < end:
            yield begin, end
