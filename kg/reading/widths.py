"""Characters that stand for one another: one form each, and punctuation as Chinese text prints it.

Every function here keeps the length of its text: a character is replaced by one other or stays.
"""

import re
import unicodedata

from kg.model.marks import BAR, CLAUSE
from kg.reading.numerals import NUMERAL

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
GONE = "\u200b"
"""What an invisible character becomes, until cleaning drops it."""

_WIDE_PUNCTUATION = "！（），：；？"
# Radicals that fonts of PDF files print for characters, and that Unicode's own tables leave alone.
_RADICALS = (
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙"
)
_BLANKS = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = (
    "".join(chr(c) for c in (*range(9), *range(14, 28), 31, *range(0x7F, 0x85), *range(0x86, 0xA0)))
    + "\xad\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)


def _table() -> dict[str, str]:
    """Each rare form and the usual one: full-width ASCII, presentation forms, radicals printed as characters."""
    table = dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_BREAKS, "\n") | dict.fromkeys(_INVISIBLE, GONE)
    for code in (
        *range(0x2E80, 0x2FD6),
        *range(0xF900, 0xFB00),
        *range(0xFE50, 0xFE70),
        *range(0xFF01, 0xFF65),
    ):
        usual = unicodedata.normalize("NFKC", chr(code))
        if len(usual) == 1 and usual != chr(code):
            table[chr(code)] = usual
    table |= dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
    for char in _WIDE_PUNCTUATION:
        table.pop(char, None)
    for small, wide in zip("﹐﹔﹕﹖﹗﹙﹚﹝﹞", "，；：？！（）〔〕", strict=True):
        table[small] = wide
    table.pop("～", None)
    return table


_USUAL = _table()
_RARE = re.compile(f"[{re.escape(''.join(_USUAL))}]")

_ASCII = dict(zip("，；：？！（）。“”‘’〈〉‹›", ",;:?!().\"\"''<><>", strict=True))
_FOLD = str.maketrans(
    {char: _ASCII.get(form, form) for char, form in _USUAL.items()}
    | _ASCII
    | dict.fromkeys([*_BLANKS, *_BREAKS, *_INVISIBLE, GONE, " ", "\n", BAR], None)
)


def one_form(text: str) -> str:
    """``text`` with one form a character: ASCII digits and letters, one blank, one line break."""
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    return _RARE.sub(lambda match: _USUAL[match[0]], text)


def fold_layout(s: str) -> str:
    """What is left of ``s`` when layout and width are disregarded.

    White space, invisible characters and the bars between cells are dropped, and each character is replaced by the one form that
    cleaning may have replaced it by, so a slice of a report's source and the slice of its clean text that
    came from it fold to the same string.

    >>> fold_layout("（ 2021 年）,") == fold_layout("(2021年)，")
    True
    """
    return s.translate(_FOLD)


# ── punctuation ──────────────────────────────────────────────────────────────────────────────────

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_HAS_HAN = re.compile(f"[{HAN}]")
_ADDRESS = r"(?:https?://|www\.)[!-~]*[A-Za-z0-9/]"
# The look-ahead says nothing new; with it the search skips what begins none of these.
_MARK = re.compile(
    rf"(?=[hw,;:?!.])(?:{_ADDRESS}|(?<![A-Za-z0-9])[,;:?!]|[,;:?!](?![A-Za-z0-9 /\\])|(?<=[{HAN}”’》）])\.(?=[{HAN}“‘”’]|$))"
)
_NUMERAL = re.compile(rf"{NUMERAL}\.")
_BESIDE = rf"{HAN}{CLAUSE}、,;:!?“”‘’《》"
_LONE_BRACKET = re.compile(rf"(?<=[{_BESIDE}])[()]|[()](?=[{_BESIDE}])")
_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_ANGLES = re.compile(rf"[<‹](?=[0-9“]*[{HAN}])([^<>‹›\n]{{2,80}})[>›]")
_QUOTE = re.compile(r"[\"“”]")
_SINGLE = re.compile(r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])|[‘’]")


def punctuate(text: str) -> str:
    """``text`` with the half-width punctuation of its Chinese paragraphs made full-width.

    Web addresses, times (09:18), grouped digits (1,234) and Latin phrases keep theirs; paragraphs without
    a Chinese character stay as they are. Straight quotation marks become opening and closing by turns.
    """
    return "\n".join(_paragraph(part) if _HAS_HAN.search(part) else part for part in text.split("\n"))


def _paragraph(text: str) -> str:
    # In this order nothing that a later step makes would change what an earlier one decides.
    if '"' in text:
        text = _by_turns(text, _QUOTE, "“”")
    if "'" in text:
        text = _by_turns(text, _SINGLE, "‘’")
    if "(" in text or ")" in text:
        text = _LONE_BRACKET.sub(_widen, text)
        text = _BRACKETS.sub(_bracket, text)
    if "<" in text or "‹" in text:
        text = _ANGLES.sub(r"〈\1〉", text)
    return _MARK.sub(_mark, text)


def _widen(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE)


def _mark(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) > 1:
        return found
    if found != ".":
        return found.translate(_WIDE)
    numbered = _NUMERAL.fullmatch(match.string, 0, match.end())
    return found if numbered else "。"


def _bracket(match: re.Match[str]) -> str:
    """Both brackets of a pair in the same width: full when either is, or when they hold Chinese."""
    found = match[0]
    if found[0] == "（" or found[-1] == "）" or _HAS_HAN.search(found):
        return f"（{found[1:-1]}）"
    return found


def _by_turns(text: str, marks: re.Pattern[str], pair: str) -> str:
    opened = False

    def turn(match: re.Match[str]) -> str:
        nonlocal opened
        found = match[0]
        opened = not opened if found not in pair else found == pair[0]
        return pair[0] if opened else pair[1]

    return marks.sub(turn, text)
