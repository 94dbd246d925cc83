"""When a report was issued: by its signature, a day alone below the text, a table's row, the lines at the title, the imprint."""

import re
from collections.abc import Sequence

from kg.reading import dates
from kg.reading.lines import Kind, patterns
from kg.reading.signatures import Lines, Signature
from kg.reading.title import Title

OPENING = " [【(（"
"""Marks that may stand before a day at a line's beginning."""
_AFTER_DAY = re.compile(rf"{dates.CLOCK}[\]】)） ]*$")
"""The rest of a line that ends in a day."""


def issued(
    front: Lines,
    tail: Lines,
    signatures: Sequence[Signature],
    title: Title | None,
    fields: Sequence[tuple[str, str]],
) -> str | None:
    """By signature, a date alone below the text, the table's rows, the lines at the title, or the imprint."""
    if signatures:
        return signatures[0][1]
    after = title.begin if title else -1
    at_title = [_date_part(own, line.text) for own, line in front if line.begin >= after >= 0]
    places = (
        [line.text for own, line in tail if own == "date"],
        [value for name, value in fields if name == "field-signed"],
        [value for name, value in fields if name == "field-published"],
        at_title,
        [line.text for _, line in tail],
    )
    for texts in places:
        for text in texts:
            found = next(dates.days(text), None)
            if found:
                return found[0]
    return None


def _date_part(own: Kind, text: str) -> str:
    """What a line from the title on says of the day of issue: a date by itself, or at an edge of the line where no other label
    (生效日期) says what it is."""
    if own in ("date", "remark"):
        return text
    for match in dates.DATE.finditer(text) if own in ("head", "label", "frame") else ():
        before, rest = text[: match.start()].rstrip(OPENING), _AFTER_DAY.match(text, match.end())
        if not before or (rest and not (own != "head" and _ends_in_label(before))):
            return text[match.start() :]
    return ""


def _ends_in_label(before: str) -> bool:
    """Whether ``before`` ends in the label of what stands behind it."""
    return before[-1] in "：:" or any(one.end() == len(before) for one in patterns().label.finditer(before))
