"""From a head word to the names that end with it: its phrase, a quotation, or the items of a list that share it."""

import re

from kg.extraction.boundaries import LONGEST, NOUNS, Boundaries
from kg.extraction.coordination import coordinated
from kg.extraction.joints import JOINTS, SIGNS
from kg.extraction.spans import Candidate
from kg.extraction.words import Analysis
from kg.lexicon.vocabulary import Concept
from kg.model.rules import HEAD

SHORTEST_MODIFIER = 2
PERIOD = re.compile(r"（\d{4}[—–-]*\d{4}年?）")
"""What may follow the name of a plan and belongs to it."""
WHOLE_NAME = 5
"""A head of so many characters (法治文化长廊, 政府常务会议) is a name by itself."""
SHORTEST_ITEM = 4
OF_A_YEAR = re.compile(r"(?:(?:\d{4})?年度|\d{4}年(?:度)?)(?:工作)?")
"""What tells one plan, list or scheme of an office from its others: 年度学法计划."""
LONGEST_BEFORE_HEAD = 2
"""Characters between a row of quotations and the head: “四个亲自”“三推进” + 工作 + 机制."""
ROW = re.compile(r"“([^“”]{2,40})”")
ABOUT = "》的"
ACT = 2
"""Characters of a word that is an act and no name's last word (宣传, 培训) where it is of a titled work."""
LONGEST_TOPIC = 12
"""Characters before a quotation that may tell what it is about."""
LIST_END = "等"
TOPIC_AFTER = frozenset("，。；：！？\n》”" + SIGNS) | {""}


class Head:
    """One head word: what it makes a name of, and when (``fz:headUse``)."""

    def __init__(self, concept: Concept, each: str, apart: frozenset[str]) -> None:
        self.runs_on = concept.runs_on
        self.type, self.kind, self.id = concept.entity, concept.kind, concept.id
        self.use = concept.one("headUse")
        self.each = concept.kind == each
        """Whether it is a campaign."""
        self.apart = concept.kind in apart
        """Whether each of a row of quotations is a thing of its own (“趣味普法”“七进”活动) or all are one's."""

    def rule(self, pattern: str) -> str:
        """``heads:phrase:head/system``."""
        return f"{HEAD}{pattern}:{self.id}"


def names_of(
    text: str,
    analysis: Analysis,
    boundaries: Boundaries,
    head: Head,
    begin: int,
    end: int,
    governed: bytearray,
) -> list[Candidate]:
    """The names that the head at ``text[begin:end]`` makes: none, one, or the items that share it. ``governed`` tells for each
    offset whether it lies after a verb in its clause, which heads of use ``object`` need."""
    if text[end : end + 1] and analysis.words.end[end - 1] > end:
        return []  # the head is the beginning of a longer word
    if head.runs_on(text, end):
        return []  # 工程 + 建设项目
    if text.startswith(boundaries.making, end):
        return []  # 制度化
    phrase = boundaries.left(text, analysis.words, begin)
    if phrase.quotation is not None:
        if end - begin <= ACT and text.endswith(ABOUT, phrase.quotation, begin):
            return []  # 《民法典》的宣传 tells an act, 《行政处罚法》的专题培训 names one
        if end - begin <= ACT and text[begin - 1] == "》":
            counted = text[begin:end] in boundaries.acts_on_titles and text[end : end + 1].isdigit()
            if counted or analysis.words.tag[end : end + 1] == ["n"]:
                return []  # 《安全生产法》宣传 + 资料, 《宪法》《民法典》宣传 + 23场次
        rule = head.rule("quoted")
        row = list(ROW.finditer(text, phrase.quotation, begin)) if head.apart else []
        if len(row) > 1 and begin - row[-1].end() <= (0 if head.each else LONGEST_BEFORE_HEAD):
            return [Candidate(m.start(1), m.end(1), head.type, head.kind, rule) for m in row]
        first = _first_quotation(text, phrase.quotation)
        if _tells_which(text, analysis, boundaries, phrase.begin, first) and head.type == "Programme":
            first = phrase.begin
        return [Candidate(first, end, head.type, head.kind, rule)]
    if head.use == "quoted":
        return []
    if text.endswith(LIST_END, 0, phrase.begin) and head.each:
        whole_list = text.startswith(boundaries.special, phrase.begin)
        if whole_list or head.use == "listed":
            items = _listed(text, analysis, boundaries, head, phrase.begin - 1, governed)
            if all(
                text[item.end - 1] == "”" or text.endswith(boundaries.acts, 0, item.end) for item in items
            ):
                return items  # 种子打假、燃气安全“百日行动”等, but not the fields 市容环境、燃气安全等
            return [items[-1]._replace(end=end, rule=head.rule(head.use))] if whole_list else []
    if text[phrase.begin - 1 : phrase.begin] == LIST_END and not boundaries.fields.search(
        text, phrase.begin, begin
    ):
        return _listed(text, analysis, boundaries, head, phrase.begin - 1, governed)
    if head.use == "listed":
        return []
    if text.startswith("”", end) and (opening := _opening(text, begin)) >= 0:
        verb = text[opening + 1 : analysis.words.end[opening + 1]]
        if verb not in boundaries.verbs or phrase.begin != opening + 1 + len(verb):
            phrase = phrase._replace(begin=opening + 1)  # “无证明系统”: a quotation that ends so is the name
    if head.type != "Event":  # each meeting of several has its own name
        phrase = coordinated(boundaries, text, analysis.words, phrase, begin, end)
    if text.endswith(boundaries.no_names, phrase.begin, end) or text[phrase.begin : end] in boundaries.plain:
        return []
    whole = end - begin >= WHOLE_NAME and begin - phrase.begin < SHORTEST_MODIFIER
    whole = whole or (
        head.type == "LegalInstrument" and OF_A_YEAR.fullmatch(text, phrase.begin, begin) is not None
    )
    if not whole and (
        begin - phrase.begin < SHORTEST_MODIFIER
        or boundaries.is_noise(text, analysis.words, phrase.begin, begin)
    ):
        return []
    if head.use == "object" and not (
        governed[phrase.begin] or _is_topic(text, boundaries, phrase.begin, end)
    ):
        return []
    if text.startswith(boundaries.system, begin) and text.endswith(boundaries.sectors, phrase.begin, begin):
        return []
    period = PERIOD.match(text, end) if head.type == "LegalInstrument" else None
    last = period.end() if period else end
    first = phrase.begin
    if head.each:
        first = boundaries.with_verb(text, analysis.words, first)
    if head.type == "Event":
        act = boundaries.trigger.match(text, first, begin)
        first = act.end() if act and begin - act.end() >= SHORTEST_MODIFIER else first
    if head.type == "Event" or head.each:
        first -= len(boundaries.scopes.longest(text, first))
    return [Candidate(first, last, head.type, head.kind, head.rule(head.use))]


def _is_topic(text: str, boundaries: Boundaries, begin: int, end: int) -> bool:
    """Whether a phrase opens its clause, or goes on a list, and what is done with it follows: 年度学法计划 + 已制定."""
    return text[begin - 1 : begin] in TOPIC_AFTER and boundaries.announced.match(text, end) is not None


def _listed(
    text: str,
    analysis: Analysis,
    boundaries: Boundaries,
    head: Head,
    end: int,
    governed: bytearray,
) -> list[Candidate]:
    """The items of a list that shares the head after 等: A、B、C等制度 names three systems, each without the head."""
    items: list[Candidate] = []
    listed = False
    while True:
        phrase = boundaries.left(text, analysis.words, end)
        size = end - phrase.begin
        if not SHORTEST_ITEM <= size <= LONGEST or not governed[phrase.begin]:
            break
        items.append(Candidate(phrase.begin, end, head.type, head.kind, head.rule("listed")))
        if text[phrase.begin - 1 : phrase.begin] not in JOINTS:
            break
        listed = True
        end = phrase.begin - 1
    return items if listed else []


def _opening(text: str, at: int) -> int:
    """Where the quotation opens that ``at`` lies in; -1 when it lies in none, or in a long one."""
    opening = text.rfind("“", max(0, at - LONGEST), at)
    return -1 if "”" in text[opening:at] else opening


def _tells_which(text: str, analysis: Analysis, boundaries: Boundaries, begin: int, end: int) -> bool:
    """Whether the words before a quotation tell what it is about (行政复议 + “一站式”服务窗口)."""
    return (
        SHORTEST_MODIFIER <= end - begin <= LONGEST_TOPIC
        and text[begin:end].isalpha()
        and analysis.words.tag[end - 1] in NOUNS
        and not boundaries.is_noise(text, analysis.words, begin, end)
        and not boundaries.levels.longest(text, end)
    )


def _first_quotation(text: str, at: int) -> int:
    """Where a row of quotations that ends in the one at ``at`` begins: “法治带头人”“法律明白人”培养工程."""
    while text[at - 1 : at] == "”":
        opening = text.rfind("“", 0, at - 1)
        if opening < 0 or at - opening > LONGEST:
            return at
        at = opening
    return at
