"""Names whose modifiers are joined: 横向和纵向联动机制, 受理、登记、审核机制."""

from kg.extraction.common.boundaries import Phrase
from kg.extraction.common.joints import JOINTS, PAUSE
from kg.extraction.common.words import Words
from kg.extraction.names.headwords import HeadWord

LONGEST_CONJUNCT = 14
"""Characters of a name that is joined to another of the same head."""
LONGEST_ITEM = 8
"""Characters of an item of a list of acts that begin alike, with the mark behind it (送政策、)."""
SHORT = 2
"""Characters of a bare act (审核)."""
ACTS = frozenset(("v", "vn"))


def coordinated(word: HeadWord, phrase: Phrase) -> Phrase:
    """``phrase`` with what is joined to it by 和 or 、 where the conjuncts share the head: 横向和纵向 + 联动机制,
    领导体制和工作 + 机制; but not when the left one is a name of its own."""
    text, words, boundaries, cues = word.text, word.words, word.boundaries, word.cues
    at, end = word.begin, word.end
    begin, edge = phrase.begin, at
    while begin > 1 and text[begin - 1] in JOINTS and words.begin[begin - 1] == begin - 1:
        other = boundaries.left(text, words, begin - 1)
        size = begin - 1 - other.begin
        if text[other.begin : begin - 1] in boundaries.known:
            break  # 执法全过程记录 + 和重大执法决定法制审核制度
        named = text.endswith((*cues.heads, *(cues.gatherings if word.head.each else ())), 0, begin - 1)
        shared = text[begin:at] in cues.shared
        joined = edge < at and text[edge] != PAUSE  # of A、B和C机制 A is one too
        joined = joined or (text.startswith(boundaries.ruled, at) and _acts(words, other.begin, begin, edge))
        if text[begin - 1] == PAUSE and not shared and not joined:
            break
        if end < len(text) and text.endswith(text[end : words.end[end]], 0, begin - 1):
            break  # 班子建设和执法队伍建设: two things are built, no one team
        if other.quotation is not None or not 2 <= size <= LONGEST_CONJUNCT or named != shared:
            break
        begin, edge = other.begin, begin - 1
    return Phrase(begin, phrase.quotation)


def series(word: HeadWord, begin: int) -> int:
    """Where a name begins whose first word each item of a list before it has, too: 送政策、送技术、+ 送法律活动, 法律进乡村、+
    进学校活动; ``begin`` where there is no such list."""
    text, first = word.text, word.text[begin : begin + 1]
    if first not in word.cues.series:
        return begin
    start = begin
    while text[start - 1 : start] == PAUSE:
        at = text.rfind(first, max(0, start - LONGEST_ITEM), start - 1)
        if at < 0 or not text[at : start - 1].isalpha():
            break
        start = at
    return word.boundaries.left(text, word.words, start).begin if start < begin else begin


def _acts(words: Words, begin: int, at: int, end: int) -> bool:
    """Whether the conjuncts on either side of the mark before ``at`` are acts, which share one head
    (接收、审核、答复 + 机制), and not things, of which each has its own (法律顾问、公职律师 + 制度). The left one begins at
    ``begin``, the right one ends at ``end``; an act is told by its last word, in front of the head by its first too."""
    mark = at - 1
    if begin >= mark or words.begin[at] != at:
        return False
    alone = words.begin[mark - 1] == begin and mark - begin == SHORT
    left = words.tag[mark - 1] in ACTS or alone
    right = words.tag[at] in ACTS or words.tag[end - 1] in ACTS or (words.end[at] == end == at + SHORT)
    return left and right and ACTS.issuperset({words.tag[mark - 1], words.tag[at]} - {"n"})
