"""Numbers without 万 and 亿, which reports print with the measure word: 1.2 of 万件 is 12,000 of 件."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

LARGE = {"万": 10_000, "亿": 100_000_000, "萬": 10_000, "億": 100_000_000}
"""After digits they belong to the measure word: 12.5万份 is 12.5 of 万份."""


class PlainNumber(NamedTuple):
    """A number and its measure word as figures are compared: what is printed, without 万 and 亿."""

    value: Decimal
    unit: str | None
    times: int
    """How many of them one of the printed measure word is: 10,000 of 万件, 1 of 件."""


@lru_cache(maxsize=4096)
def plain_number(value: float, unit: str | None) -> PlainNumber:
    """The plain number of a printed one, exactly.

    >>> plain_number(1.2, "万件"), plain_number(3.0, "万亿元").times, plain_number(98.63, "%").unit
    (PlainNumber(value=Decimal('12000.0'), unit='件', times=10000), 1000000000000, '%')
    """
    times = 1
    while unit and len(unit) > 1 and unit[0] in LARGE:
        times, unit = times * LARGE[unit[0]], unit[1:]
    return PlainNumber(Decimal(str(value)) * times, unit, times)
