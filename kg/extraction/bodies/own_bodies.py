"""Which bodies the reporting division has of its own: those of others are spoken of by the same words."""

from collections.abc import Sequence

from kg.extraction.common.spans import Candidate
from kg.lexicon.division import Division
from kg.lexicon.levels import COMMITTEE, SELF, SUBDISTRICT, is_zone, level_words, means
from kg.model.rules import REPORTER


def has_committee(home: Division | None) -> bool:
    """Whether the reporting division's own Party committee is called 党委: a town's is, a subdistrict has a 党工委."""
    return home is None or (home.level == "township" and home.kind != SUBDISTRICT)


def has_office(home: Division | None) -> bool:
    """Whether the reporting division has a 办事处 of its own: a subdistrict's; in a district's report it is any subdistrict's."""
    return home is None or home.kind == SUBDISTRICT


def has_zone_committee(home: Division | None, zones: tuple[str, ...]) -> bool:
    """Whether the reporting division is governed by a 管委会, as those are that are called by one of ``zones`` (新区); elsewhere
    the bare word is any zone's, or ends another committee's name (执法监督管理委员会)."""
    return home is None or is_zone(home) or home.name.endswith(zones)


def is_levelled(text: str, begin: int, end: int) -> bool:
    """Whether a committee's name is a level word and 委 alone (县委), so that what stands before it is another (市委 + 县委)."""
    return text[begin : end - 1] in level_words() and text.endswith(COMMITTEE, begin, end)


def may_be_own(home: Division | None, text: str, start: int, begin: int, end: int) -> bool:
    """Whether the level word of a committee at ``text[start:end]`` may be the reporting division's: 镇 + 党委, or the first of
    县委, in a town's report; so may be any other name. The word of its kind begins at ``begin``."""
    level = text[begin : end - 1] if is_levelled(text, begin, end) else text[start:begin]
    return home is None or level not in level_words() or means(level, home)


def levels(home: Division | None) -> frozenset[str]:
    """The level words by which the reporting division may call itself; all where it is not known."""
    return frozenset(word for word in level_words() if home is None or means(word, home))


def governments(
    home: Division | None, text: str, mentions: Sequence[Candidate], governing: str
) -> frozenset[int]:
    """The indexes of the governments (bodies of the kind ``governing``) that are the reporting division's: 镇政府, 我镇政府 and
    练塘镇政府 in its report, but not 区政府."""
    bodies = (k for k, body in enumerate(mentions) if body.kind == governing)
    return frozenset(k for k in bodies if _is_own(home, text, mentions, k))


def _is_own(home: Division | None, text: str, mentions: Sequence[Candidate], k: int) -> bool:
    """Whether the place that opens a government's name, or its level word, is the reporting division's."""
    body = mentions[k]
    place = mentions[k + 1] if k + 1 < len(mentions) else body
    if place.type == "Division" and place.begin == body.begin:
        return home is None or place.rule.startswith(REPORTER) or place.rule.endswith(f"@{home.key}")
    begin = body.begin + text.startswith(SELF, body.begin)
    level = next((word for word in level_words() if text.startswith(word, begin)), None)
    return home is None or level is None or means(level, home)
