"""From a head word to the names that end with it: its phrase, a quotation, or the items of a list that share it."""

import re

from kg.extraction.common.boundaries import LONGEST, NOUNS
from kg.extraction.common.particles import OF, OTHERS
from kg.extraction.common.spans import Candidate
from kg.extraction.names.headwords import HeadWord
from kg.extraction.names.phrases import SHORTEST_MODIFIER, behind_parting, phrase_name
from kg.extraction.names.quotation_signs import DATE
from kg.extraction.names.shared_names import shared_names
from kg.lexicon.matcher import unquoted

LONGEST_BEFORE_HEAD = 2
"""Characters between a row of quotations and the head: “四个亲自”“三推进” + 工作 + 机制."""
ROW = re.compile(r"“([^“”]{2,40})”")
ABOUT = f"》{OF}"
ACT = 2
"""Characters of a word that is an act and no name's last word (宣传, 培训) where it is of a titled work."""
AT_A_MEETING = frozenset("上后")
"""Characters of place and time that the segmenter joins to the last one of a meeting (推进 + 会上)."""
LONGEST_TOPIC = 12
"""Characters before a quotation that may tell what it is about."""


def names_of(word: HeadWord) -> list[Candidate]:
    """The names that a head word makes: none, one, or the items that share it."""
    if _is_piece(word):
        return []
    opening = _opening_of(word)
    if opening is not None:
        return [word.name(opening, word.end, "quoted")]
    if _fills_a_quotation(word):
        word = word._replace(begin=word.begin - 1, end=word.end + 1)
    use = word.head.use
    if use == "counted" and word.head.each:
        return _as_often(word)
    phrase = word.boundaries.left(word.text, word.words, word.begin)
    if phrase.quotation is not None:
        return (
            []
            if _is_act(word, phrase.quotation) or _sums_up(word, phrase.quotation)
            else _quoted(word, phrase.begin, phrase.quotation)
        )
    if use == "quoted":
        return []
    if word.text.endswith(OTHERS, 0, phrase.begin):
        shared = shared_names(word, phrase)
        if shared is not None:
            return shared
    name = None if use == "listed" else phrase_name(word, phrase)
    return [name] if name else []


def _as_often(word: HeadWord) -> list[Candidate]:
    """The head alone, the name of what is done as often as is said, whoever does it (与县水利局 + 联合巡河3次), or for what is in
    a title (《湿地保护条例》+ 立法调研)."""
    text, begin, end = word.text, word.begin, word.end
    titled = text.endswith("》", 0, begin) and bool(word.governed[begin])
    counted = not text.startswith("”", end) and word.cues.counts[word.head.type].beside(text, begin, end)
    return [word.name(begin, end, word.head.use)] if titled or counted else []


def _is_piece(word: HeadWord) -> bool:
    """Whether the head is the beginning or the end of a longer word: 工程 + 建设项目, 制度化, 环 + 节."""
    text, end = word.text, word.end
    at_a_meeting = word.head.type == "Event" and text[end : end + 1] in AT_A_MEETING
    cut = end < len(text) and word.words.end[end - 1] > end and not at_a_meeting
    cut = cut or word.head.ends_another(text, word.begin)
    return cut or word.head.runs_on(text, end) or word.words.suffixed(text, end, word.boundaries.making)


def _opening_of(word: HeadWord) -> int | None:
    """Where the quotation begins that ends inside the head: “百日 + 攻坚”行动; None when the head is all of it, or in none."""
    closing = word.text.find("”", word.begin, word.end)
    opening = word.text.rfind("“", max(0, closing - LONGEST), word.begin) if closing >= 0 else -1
    inside = word.text[opening + 1 : word.begin]
    return opening if opening >= 0 and inside and "”" not in inside else None


def _fills_a_quotation(word: HeadWord) -> bool:
    """Whether a quotation is the head alone, behind what it is said of: 散乱污企业 + “回头看”."""
    text = word.text
    opened = word.begin > 1 and text[word.begin - 1] == "“" and text[word.begin - 2].isalpha()
    return opened and text.startswith("”", word.end)


def _is_act(word: HeadWord, quotation: int) -> bool:
    """Whether the head tells what is done with a titled work: 《民法典》的宣传; but 《行政处罚法》的专题培训 names one."""
    text, begin, end = word.text, word.begin, word.end
    if end - begin > ACT:
        return False
    if text.endswith(ABOUT, quotation, begin):
        return True
    acts = text[begin:end] in word.cues.acts_on_titles
    # 《宪法》《民法典》+ 宣传, 《安全生产法》培训 + 资料 or 落实
    return text[begin - 1] == "》" and (acts or word.words.tag[end : end + 1] in (["n"], ["v"]))


def _sums_up(word: HeadWord, quotation: int) -> bool:
    """Whether the head only sums up a row of titles (《甲规定》《乙细则》+ 两项制度), or tells what is done with them
    (《行政处罚法》《行政许可法》+ 的学习宣传, + 宣讲34场)."""
    text, last = word.text, word.text.rfind("》", quotation, word.begin) + 1
    row = text.count("《", quotation, word.begin) > 1
    done = last == word.begin and word.head.each and word.end - word.begin <= ACT
    return row and (done or text.startswith(OF, last) or word.cues.count.match(text, last) is not None)


def _quoted(word: HeadWord, begin: int, quotation: int) -> list[Candidate]:
    """The name that a quotation begins, or each quotation of a row, without the head where that only sums them up
    (“赣小法”“洪城说”两大品牌); but one of a row of those who are trained (“法律明白人”“普法联络员”培养工程). The phrase around it
    begins at ``begin``."""
    head, text = word.head, word.text
    if unquoted(text[quotation : word.end]) in word.cues.no_names:
        return []  # “一把手”+ 工程
    last = text.rfind("“", quotation, word.begin)
    if last > quotation and text[last - 1] == "》":  # 《水法》《黑土地保护法》+ “五进”活动
        begin = quotation = last
    closing = text.find("”", quotation) + 1
    between = text[closing : word.begin]
    if behind_parting(word, closing) > closing:
        return []  # “和事佬”组成 + 调解团
    if (head.each or head.type == "LegalInstrument") and any(p in between for p in word.cues.platforms):
        return []  # “12348”公共法律服务热线接听 + 咨询, “沪执法”平台备案检查 + 计划: what is done on it
    done = text[word.begin : word.end] in word.cues.acts_of_days
    if done and DATE.fullmatch(text[last + 1 : text.find("”", last)]):
        return []  # “12·4”国家宪法日设点 + 宣传
    row = list(ROW.finditer(text, quotation, word.begin)) if head.apart else []
    if len(row) > 1 and word.begin - row[-1].end() <= (0 if head.each else LONGEST_BEFORE_HEAD):
        return [word.name(*match.span(1), "quoted") for match in row]
    first = _first_quotation(text, quotation)
    row = list(ROW.finditer(text, first, word.begin))
    if len(row) > 1 and word.cues.sums_up.match(text, row[-1].end()):
        return [word.name(*match.span(1), "quoted") for match in row]
    trained = head.type == "Programme" and any(match[1] in word.cues.roles for match in row)
    between = text[row[-1].end() : word.begin] if row else ""
    if (
        len(row) > 1 and (not between or between.startswith(word.cues.special)) and not trained
    ):  # “第一议题”“会前学法”制度
        others = [word.name(*match.span(1), "quoted") for match in row[:-1]]
        return [*others, word.name(row[-1].start(), word.end, "quoted")]
    if head.type == "Programme" and _tells_which(word, begin, first):
        first = begin
    return [word.name(first, word.end, "quoted")]


def _tells_which(word: HeadWord, begin: int, end: int) -> bool:
    """Whether the words before a quotation tell what it is about (行政复议 + “一站式”服务窗口)."""
    return (
        SHORTEST_MODIFIER <= end - begin <= LONGEST_TOPIC
        and word.text[begin:end].isalpha()
        and not word.text.endswith(word.cues.acts_before, begin, end)
        and word.words.tag[end - 1] in NOUNS
        and not word.boundaries.is_noise(word.text, word.words, begin, end)
        and not word.cues.levels.longest(word.text, end)
    )


def _first_quotation(text: str, at: int) -> int:
    """Where a row of quotations that ends in the one at ``at`` begins: “法治带头人”“法律明白人”培养工程."""
    while text[at - 1 : at] == "”":
        opening = text.rfind("“", 0, at - 1)
        if opening < 0 or at - opening > LONGEST:
            return at
        at = opening
    return at
