"""Where the name of a body begins, when its kind's word is found: at its place, its level, a proper name, a verb of founding."""

import re

import rjieba

from kg.extraction.bodies.around import Around
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.joints import CONJUNCTIONS, PAUSE
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.lexicon.endings import Endings
from kg.lexicon.nearby import nearby
from kg.model.marks import CLAUSE

LONGEST_GROUP = 24
"""Characters of what a group that is set up is named by: 创建全国法治政府建设示范市 + 工作领导小组."""
LONGEST_LEADERS = 48
"""Characters of who leads a group that is set up and who belongs to it: 由镇长任组长、各站所负责人为成员."""
LONGEST_VERB = 5
"""Characters of a verb of founding before a group, with its particle."""
LONGEST_QUOTATION = 14
"""Characters of a quotation in a name, its marks included."""
NAMING = frozenset(("n", "nr", "ns", "nz", "nt", "j", "s", "ng", "zg", "g"))
SHORTEST_COINED, LONGEST_COINED = 2, 8
LONGEST_GIVEN = 2
"""Characters of a given name behind a surname."""
PERSON, ADVERB = "nr", "d"
SEATS = frozenset(("ns", "nz", "nr"))
SHORTEST_SEAT, LONGEST_SEAT = 2, 4
ITEM_BEGIN = frozenset(f"{CLAUSE}\n{PAUSE}") | {""}
FUNCTIONS = ("p", "c", "d", "u")
"""Parts of speech of words that are no piece of a name: 在 + 白沙派出所."""
NO_TOWN = frozenset((*FUNCTIONS, "v", "r", "m"))
"""Those of words between two bodies that are no town's name."""


def seat(text: str, words: Words, at: int, posted: tuple[str, ...]) -> int:
    """Where the name of a court's seat, or of a zone, begins directly before ``at``, which no list has: a word that is a proper
    noun to the segmenter, or one that its dictionary lacks (曲界 + 人民法庭), also one that it joins to the next character
    (郑东新 + 区管委会); ``at`` when there is none. No seat begins with one of ``posted`` (驻村)."""
    begin = words.begin[at - 1] if at else 0
    word, end = text[begin:at], words.end[at - 1] if at else 0
    joined = end == at + 1 and words.tag[begin] in SEATS
    if not SHORTEST_SEAT <= len(word) <= LONGEST_SEAT or not (end == at or joined) or word.startswith(posted):
        return at
    if words.tag[begin] not in SEATS and rjieba.cut(word, False)[0] == word:
        return at
    # 焉 + 支山: what is left over of the clause's or the list's item is of the name too
    left = text[begin - 1 : begin].isalpha() and text[begin - 2 : begin - 1] in ITEM_BEGIN
    return begin - (left and words.tag[begin - 1] not in FUNCTIONS)


def bureau(text: str, words: Words, body: Candidate, at: int) -> int:
    """Where the name of a bureau, the last ``body``, begins whose office in a town that no list here has ends with the kind at
    ``at`` (太仓市司法局 + 浏河 + 司法所); ``at`` when other words stand between."""
    town = text[body.end : at]
    if not SHORTEST_SEAT <= len(town) <= LONGEST_SEAT or not town.isalpha() or town.startswith(CONJUNCTIONS):
        return at
    return at if any(words.tag[k] in NO_TOWN for k in range(body.end, at)) else body.begin


def coined(text: str, words: Words, at: int, boundaries: Boundaries) -> int:
    """Where the nouns begin that directly before ``at``, behind a quotation or none, name one body of many of its kind
    (闽台渔排 + 调解室, “老娘舅” + 商会 + 调解室); ``at`` when other words stand there."""
    phrase = boundaries.left(text, words, at)
    begin = phrase.begin if phrase.quotation is None else text.rfind("”", phrase.quotation, at) + 1
    reached = begin
    if not SHORTEST_COINED <= at - begin <= LONGEST_COINED:
        return at
    while reached < at:
        if words.tag[reached] not in NAMING or text.endswith(boundaries.making, reached, words.end[reached]):
            return at  # 数字化 + 调解室 is no one's name
        reached = words.end[reached]
    return begin


def after_surname(text: str, words: Words, start: int, at: int, surnames: frozenset[str]) -> int:
    """Where the person's name begins of which ``text[start:at]`` is the given name, when the surname before it is an adverb
    too (曾 + 桂兰 + 调解工作室); ``start`` when there is none."""
    surname = start - 1
    if surname < 0 or not 0 < at - start <= LONGEST_GIVEN or text[surname] not in surnames:
        return start
    whole = words.tag[surname] == PERSON and words.end[surname] == at
    return surname if whole or words.tag[surname] == ADVERB else start


def quoted_name(text: str, at: int, grades: tuple[str, ...]) -> int:
    """Where the quotation begins that ends at ``at`` and names the body after it (“老娘舅” + 调解工作室); ``at`` when it
    tells a grade (“枫桥式”) or is no name."""
    opening = text.rfind("“", max(0, at - LONGEST_QUOTATION), at - 1)
    inside = text[opening + 1 : at - 1]
    if opening < 0 or len(inside) < 2 or "”" in inside or inside.endswith(grades):
        return at
    return opening


def quoted_whole(text: str, begin: int, end: int, grades: tuple[str, ...]) -> int:
    """Where the name begins that a quotation holds whole and that ends with the kind at ``text[begin:end]``
    (“红枸杞调解室”); ``begin`` when there is none, or only a grade (“枫桥式调解室”)."""
    opening = text.rfind("“", max(0, begin - LONGEST_COINED), begin)
    proper = text[opening + 1 : begin]
    if opening < 0 or text[end : end + 1] != "”" or not proper.isalpha() or proper.endswith(grades):
        return begin
    return opening + 1


def by_surname(proper: str, surnames: frozenset[str]) -> bool:
    """Whether what a body is called by begins with somebody's surname (李大姐 + 工作室, but 金牌 + 工作室)."""
    first = rjieba.tag(proper, False)[0] if proper else ("", "")
    return proper[:1] in surnames and (len(first[0]) == 1 or first[1] == PERSON)


def founded(text: str, start: int, begin: int, founding: re.Pattern[str]) -> int:
    """Where the name of a group begins that a verb of founding has for its object: directly after the verb, or after who leads
    it (成立 + 由镇长任组长的 + 法治建设小组); ``start`` when there is none."""
    match = founding.search(text, max(0, begin - LONGEST_GROUP - LONGEST_LEADERS - LONGEST_VERB), begin)
    return min(match.start(1), start) if match else start


def with_place(around: Around, begin: int, levels: Endings, no_levels: tuple[str, ...]) -> int:
    """Where the body's name begins with the places and level words (镇, 区, 街道) directly before it; a level word that ends the
    short name of a city is none (杭州 + 电视台)."""
    text, places = around.text, around.places
    start = begin
    while True:
        if start in places.begin_of:
            start = places.begin_of[start]
            continue
        if text.endswith(no_levels, 0, start):
            return start
        level = levels.longest(text, start)
        if not level or start - len(level) in places.begins:
            return start
        city = around.words.begin[start - 1]
        if city < start - len(level) and nearby(text[city:start], around.home):
            return city
        start -= len(level)
        if start not in places.begin_of:
            return start
