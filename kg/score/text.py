"""When two pieces of text count as the same: the rules that no layer of items is special in."""

ENDING = 4
"""Characters that make an ending: 区月浦镇."""
_DROPPED = "“”\"'‘’《》〈〉"
_WIDENED = str.maketrans("(),", "（），", _DROPPED)


def bare(text: str | None) -> str:
    """``text`` without white space, quotation marks and 《》, its brackets and commas full-width.

    >>> bare("《中华人民共和国 民法典》(2020)")
    '中华人民共和国民法典（2020）'
    """
    return "".join((text or "").split()).translate(_WIDENED)


def alike(a: str, b: str) -> bool:
    """Whether the longest run of characters that two bare texts share covers 60 % of the shorter; empty: never.

    The run itself is not needed: it is long enough when some piece of that length is in both.
    """
    short, long = sorted((a, b), key=len)
    least = (3 * len(short) + 4) // 5
    return least > 0 and any(short[i : i + least] in long for i in range(len(short) - least + 1))


def same_ending(a: str, b: str) -> bool:
    """Whether one bare text ends in the last ENDING characters of the other."""
    return a.endswith(b[-ENDING:]) or b.endswith(a[-ENDING:])
