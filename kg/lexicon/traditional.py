"""Traditional characters read as simplified ones, so that names are found in either script."""

import re
from functools import cache

from kg import resources

PREPOSITION = {ord("於"): ord("于")}
"""A character that simplified texts use too, in names of places, but that is a preposition in traditional ones."""
SHARE = 0.02
"""A text with fewer traditional characters than this share is left alone: a stray one may be meant."""


def simplified(text: str) -> str:
    """``text`` with each traditional character replaced by its simplified one; the length stays the same."""
    pattern, table = _mapping()
    if not pattern.search(text) or len(pattern.findall(text)) < SHARE * len(text):
        return text
    return text.translate(table | PREPOSITION)


@cache
def _mapping() -> tuple[re.Pattern[str], dict[int, int]]:
    lines = (resources.data() / "traditional.tsv").read_text("utf-8").splitlines()
    table = {ord(line[0]): ord(line[2]) for line in lines}
    return re.compile(f"[{''.join(map(chr, table))}]"), table
