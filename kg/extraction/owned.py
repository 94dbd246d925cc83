"""Which bodies the reporting division has of its own: those of others are spoken of by the same words."""

from kg.lexicon.division import Division
from kg.lexicon.levels import COMMITTEE, SUBDISTRICT, level_words, means


def has_committee(home: Division | None) -> bool:
    """Whether the reporting division's own Party committee is called 党委: a town's is, a subdistrict has a 党工委."""
    return home is None or (home.level == "township" and home.kind != SUBDISTRICT)


def has_office(home: Division | None) -> bool:
    """Whether the reporting division has a 办事处 of its own: a subdistrict's; in a district's report it is any subdistrict's."""
    return home is None or home.kind == SUBDISTRICT


def is_levelled(text: str, begin: int, end: int) -> bool:
    """Whether a committee's name is a level word and 委 alone (县委), so that what stands before it is another (市委 + 县委)."""
    return text[begin : end - 1] in level_words() and text.endswith(COMMITTEE, begin, end)


def may_be_own(home: Division | None, text: str, start: int, begin: int, end: int) -> bool:
    """Whether the level word of a committee at ``text[start:end]`` may be the reporting division's: 镇 + 党委, or the first of
    县委, in a town's report; so may be any other name. The word of its kind begins at ``begin``."""
    level = text[begin : end - 1] if is_levelled(text, begin, end) else text[start:begin]
    return home is None or level not in level_words() or means(level, home)
