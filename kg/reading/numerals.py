"""Numbers as reports print them, Arabic and Chinese, to values."""

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
CHINESE = "".join(DIGITS) + "".join(UNITS)
BELOW_HUNDRED = "一二三四五六七八九十"
"""What the numbers of headings, days and sessions are written with."""
NUMERAL = f"[{BELOW_HUNDRED}]{{1,3}}"
"""A pattern of one of them."""
_PLACES = DIGITS | dict.fromkeys("○O0", 0)
"""Digits of a year: these too are printed for a zero."""


def chinese(text: str) -> int | None:
    """The value of a Chinese numeral (``两万三千``, ``百``); None when the characters are not one.

    >>> chinese("一百二十"), chinese("两"), chinese("百"), chinese("三七"), chinese("一亿二千万")
    (120, 2, 100, None, 120000000)
    """
    total = section = digit = 0
    seen_digit = False
    last = 0  # 万 or 亿: a larger one after it multiplies all so far (一万亿), a smaller one what is new (一亿二千万)
    for char in text:
        if char in DIGITS:
            if seen_digit and digit:
                return None
            digit, seen_digit = DIGITS[char], True
        elif char in UNITS:
            unit = UNITS[char]
            if unit >= 10_000:
                own = section + (digit if seen_digit else 0)
                if unit == last or (unit < last and not own):
                    return None  # 一万二万; 亿万 is no number
                total = (total + own or 1) * unit if unit > last else total + own * unit
                last, section = unit, 0
            else:
                section += (digit if seen_digit else 1) * unit
            digit, seen_digit = 0, False
        else:
            return None
    return total + section + digit if text else None


def positional(text: str) -> int:
    """The value of digits that stand each in its place, a year's: Arabic of any script, or Chinese.

    >>> positional("2012"), positional("二〇一二"), positional("二O一二")
    (2012, 2012, 2012)

    Raises KeyError for what is no digit.
    """
    return int(text if text.isdecimal() else "".join(str(_PLACES[char]) for char in text))


def natural(text: str) -> int | None:
    """The value of a whole number in digits of any script or in Chinese, 12 or 十二; None when it is none.

    >>> natural("12"), natural("٣"), natural("十二"), natural("三七")
    (12, 3, 12, None)
    """
    return int(text) if text.isdecimal() else chinese(text)


def decimals(text: str) -> int:
    """How many digits of an Arabic number stand after its point.

    >>> decimals("98.60"), decimals("1,203")
    (2, 0)
    """
    return len(text.partition(".")[2])


def arabic(text: str) -> float:
    """The value of an Arabic number, with or without thousands separators (comma or blank)."""
    return float(text.replace(",", "").replace("，", "").replace(" ", ""))
