"""Names that share a head after a list: A、B、C等制度 names three systems, each without the head."""

from kg.extraction.common.boundaries import LONGEST, Phrase
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.particles import OTHERS
from kg.extraction.common.spans import Candidate
from kg.extraction.names.headwords import HeadWord
from kg.extraction.names.quotation_signs import DATE

SHORTEST_ITEM = 4
"""Characters of a name that shares its head with others."""
MARKS = "“”"
ROW = "”“"
"""What parts the quotations of a row."""


def shared_names(word: HeadWord, phrase: Phrase) -> list[Candidate] | None:
    """The items of the list before ``phrase``, which stands between 等 and the head; None when the head is not theirs, and
    may make a name with the phrase alone."""
    head, text = word.head, word.text
    special = head.each and text.startswith(word.cues.special, phrase.begin)
    if special or (head.each and head.use == "listed"):
        items = _items(word, phrase.begin - 1)
        if all(_is_campaign(word, item) for item in items):
            return items  # 种子打假、燃气安全“百日行动”等, but not the fields 市容环境、燃气安全等
        return [word.name(items[-1].begin, word.end, head.use)] if special else []
    if word.cues.fields.search(text, phrase.begin, word.begin):
        return None
    return _items(word, phrase.begin - 1)


def _is_campaign(word: HeadWord, item: Candidate) -> bool:
    """Whether an item is quoted, or ends with an act of enforcement."""
    return word.text[item.end - 1] == "”" or word.text.endswith(word.cues.enforcing, 0, item.end)


def _items(word: HeadWord, end: int) -> list[Candidate]:
    """The items of the list that ends at ``end``, the last first; none when there is but one, or when they are the fields of
    others before them (《…预案》等 + 社会稳定、公共卫生等应急预案)."""
    text = word.text
    items: list[Candidate] = []
    listed = False
    while True:
        begin = word.boundaries.left(text, word.words, end).begin
        begin = max(begin, text.rfind(ROW, begin, end) + 1)
        if DATE.fullmatch(text[begin:end].strip(MARKS)):
            break
        if not SHORTEST_ITEM <= end - begin <= LONGEST or not word.governed[begin]:
            break
        items.append(word.name(begin, end, "listed"))
        in_a_row = text.startswith(ROW, begin - 1)  # “昆仑” + “断卡”等专项行动
        if text[begin - 1 : begin] not in JOINTS and not in_a_row:
            break
        listed = True
        end = begin - (not in_a_row)
    return items if listed and not text.endswith(OTHERS, 0, items[-1].begin) else []
