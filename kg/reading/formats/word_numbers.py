"""The numbers that Word makes itself (一、 （一） 1.): they stand in no run, but a reader of the page sees them."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.reading.formats.xml import Element, local

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
"""Levels of a list (ECMA-376, 17.9.6)."""
_HAN = "〇一二三四五六七八九"
_COUNTED_IN_HAN = (
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "ideographTraditional",
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(NamedTuple):
    """One level of a list."""

    start: int
    format: str
    text: str
    """``（%1）``: ``%1`` is the number of the first level."""


class Numbers:
    """Counts the numbered paragraphs of one document."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = dict(_lists(numbering)) if numbering is not None else {}
        self._styles = dict(_styled(styles)) if styles is not None else {}
        self._counts: dict[str, list[int]] = {}

    def next(self, properties: Element | None) -> str:
        """The number printed before a paragraph with these properties; empty when it has none."""
        own = _number(properties)
        style = properties.find(f"{W}pStyle") if properties is not None else None
        inherited = (
            self._styles.get(style.get(f"{W}val", ""), (None, None)) if style is not None else (None, None)
        )
        number = own[0] or inherited[0]
        level = own[1] if own[1] is not None else inherited[1] or 0
        if number in (None, "0") or number not in self._lists:
            return ""
        abstract, levels = self._lists[number]
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [])
        while len(counts) <= level:
            missing = levels.get(len(counts))
            counts.append((missing.start if missing else 1) - (len(counts) == level))
        counts[level] += 1
        del counts[level + 1 :]
        shown = levels[level].text
        for at, count in enumerate(counts):
            shown = shown.replace(f"%{at + 1}", printed(count, levels[at].format if at in levels else ""))
        return "" if levels[level].format in ("bullet", "none") else shown


def printed(count: int, format_: str) -> str:
    """A number in one of Word's formats; in ASCII digits where the format is not known."""
    if format_ in _COUNTED_IN_HAN and 0 < count < 100:
        tens, ones = divmod(count, 10)
        ten = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
        return ten + (_HAN[ones] if ones else "")
    if format_.startswith("decimalEnclosedCircle") and 0 < count <= 20:
        return chr(0x2460 + count - 1)
    if format_ in ("upperLetter", "lowerLetter") and 0 < count <= 26:
        return chr((ord("A") if format_[0] == "u" else ord("a")) + count - 1)
    if format_ in ("upperRoman", "lowerRoman") and 0 < count < 40:
        shown = ""
        for value, letters in _ROMAN:
            shown += letters * (count // value)
            count %= value
        return shown.upper() if format_[0] == "u" else shown
    return str(count)


def _value(parent: Element | None, name: str) -> str | None:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(f"{W}val") if found is not None else None


def _number(properties: Element | None) -> tuple[str | None, int | None]:
    """List and level that a paragraph's properties name."""
    own = properties.find(f"{W}numPr") if properties is not None else None
    level = _value(own, "ilvl")
    return _value(own, "numId"), int(level) if level and level.isdecimal() else None


def _styled(styles: Element) -> Iterator[tuple[str, tuple[str | None, int | None]]]:
    """The list and level of each style that has one, by itself or from the style that it is based on."""
    own = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    for name in own:
        number: str | None = None
        level: int | None = None
        at: str | None = name
        for _ in range(10):  # a chain of styles is short; one in a circle would not end
            if at not in own:
                break
            found = _number(own[at].find(f"{W}pPr"))
            number, level = number or found[0], level if level is not None else found[1]
            at = _value(own[at], "basedOn")
        if number is not None:
            yield name, (number, level)


def _lists(numbering: Element) -> Iterator[tuple[str, tuple[str, dict[int, Level]]]]:
    """Each list's number with the definition that it shares its count with, and its levels."""
    abstract = {}
    for definition in numbering.iter(f"{W}abstractNum"):
        levels = {}
        for level in definition.iter(f"{W}lvl"):
            at = level.get(f"{W}ilvl", "")
            if at.isdecimal() and int(at) < LEVELS:
                start = _value(level, "start") or ""
                levels[int(at)] = Level(
                    int(start) if start.isdecimal() else 1,
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                )
        abstract[definition.get(f"{W}abstractNumId", "")] = levels
    for one in numbering:
        if local(one) == "num":
            name = _value(one, "abstractNumId") or ""
            yield one.get(f"{W}numId", ""), (name, abstract.get(name, {}))
