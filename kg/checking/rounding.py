"""What a printed number may stand for, and how far another is from it.

A number in 万 or 亿 is rounded to its last printed digit (1.2万件 may be 12,034 cases), and so is a percentage; all others
count one by one.
"""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from kg.model.plain_number import plain_number

PERCENT = ("%", "％")


class Printed(NamedTuple):
    """A number without 万 and 亿."""

    value: Decimal
    step: Decimal
    """What one of its last printed digit is, where it is rounded to that: 1,000 of 1.2万件; 0 of 220件."""
    times: int
    """How many of it one of the printed measure word is."""

    def shown(self, value: Decimal) -> float:
        """Another number as it would be printed here: 11,880 is 1.188 beside 1.2万件."""
        return float(value / self.times)


class Range(NamedTuple):
    """What is expected of a number, from what is known of others: one value, or all from ``low`` up to ``high``."""

    low: Decimal
    high: Decimal


def printed(value: float, unit: str | None, digits: int) -> Printed:
    """The number that is printed as ``value`` of ``unit``, with ``digits`` after the point."""
    number = plain_number(value, unit)
    rounded = number.times > 1 or unit in PERCENT
    step = Decimal(number.times).scaleb(-digits) if rounded else Decimal()
    return Printed(number.value, step, number.times)


def meant(number: Printed) -> Range:
    """The numbers that are printed so."""
    return Range(number.value - number.step / 2, number.value + number.step / 2)


def rounded(value: Decimal, number: Printed, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A value to the last digit that ``number`` is printed to."""
    if not number.step:
        return value
    return (value / number.step).quantize(Decimal(1), rounding) * number.step


def off(stated: Printed, expected: Range) -> Decimal:
    """How far a number is from what is expected of it; 0 where rounding tells why they differ.

    The end of a range is not in it: 1.2万 is what is less than 12,500.
    """
    last = ROUND_HALF_UP if expected.low == expected.high else ROUND_HALF_DOWN
    low, high = rounded(expected.low, stated), rounded(expected.high, stated, last)
    return max(low - stated.value, stated.value - high, Decimal())
