"""The name that a head word makes with the noun phrase before it: 法律顾问考核制度."""

import re

from kg.extraction.common.boundaries import LONGEST, NOUNS, Phrase
from kg.extraction.common.joints import PAUSE, SIGNS
from kg.extraction.common.spans import Candidate
from kg.extraction.names.coordination import coordinated, series
from kg.extraction.names.headwords import HeadWord
from kg.model.marks import CLAUSE

SHORTEST_MODIFIER, LONG_MODIFIER = 2, 4
FIELDS = frozenset((*NOUNS, "ns", "nt", "s"))
"""Parts of speech of what the names of people may begin with: nouns, and places, which fields look like (治安 + 巡防队员)."""
PERIOD = re.compile(r"（\d{4}[—–-]*\d{4}年?）")
"""What may follow the name of a plan and belongs to it."""
WHOLE_NAME = 5
"""A head of so many characters (法治文化长廊, 政府常务会议) is a name by itself."""
OF_A_YEAR = re.compile(r"(?:(?:\d{4})?年度|\d{4}年(?:度)?)(?:工作)?")
"""What tells one plan, list or scheme of an office from its others: 年度学法计划."""
TOPIC_AFTER = frozenset(f"{CLAUSE}\n》”{SIGNS}") | {""}


def phrase_name(word: HeadWord, phrase: Phrase) -> Candidate | None:
    """The name that ends with the head, or with a plan's period behind it; None when ``phrase`` makes none."""
    begin = behind_parting(word, _extended(word, phrase))
    if word.head.of_people:
        begin = _without_verb(word, begin)
    if _is_none(word, begin):
        return None
    period = PERIOD.match(word.text, word.end) if word.head.type == "LegalInstrument" else None
    return word.name(_first(word, begin), period.end() if period else word.end, word.head.use)


def behind_parting(word: HeadWord, begin: int) -> int:
    """Where the name goes on behind the last verb in it that no name holds: 信息采集点设 + 信息员."""
    at = begin
    while at < word.begin:
        end = word.words.end[at]
        if word.text[at:end] in word.cues.parting:
            begin = min(end, word.begin)
        at = end
    return begin


def _without_verb(word: HeadWord, begin: int) -> int:
    """Where people's name begins behind the verbs that stand before it: 派出 + 督导员, 配强 + 网格联络员, 培训 + 新任公务员."""
    words, acts = word.words, word.cues.acts_on_people
    while begin < word.begin and (
        words.tag[begin] not in FIELDS or word.text[begin : words.end[begin]] in acts
    ):
        begin = words.end[begin]
    return min(begin, word.begin)


def _extended(word: HeadWord, phrase: Phrase) -> int:
    """Where the phrase begins with all that belongs to it: a quotation that ends so is the name (“无证明系统”); what is joined
    to it shares the head, but each meeting of several has its own name."""
    text, words = word.text, word.words
    opening = _opening(text, word.begin) if text.startswith("”", word.end) else -1
    if opening >= 0:
        verb = text[opening + 1 : words.end[opening + 1]]
        if verb not in word.cues.verbs or phrase.begin != opening + 1 + len(verb):
            phrase = phrase._replace(begin=opening + 1)
    if word.head.type != "Event" and not word.head.of_people:
        phrase = coordinated(word, phrase)
    return series(word, phrase.begin) if word.head.each else phrase.begin


def _opening(text: str, at: int) -> int:
    """Where the quotation opens that ends with the head at ``at``, or its last part when those before end with that head too
    (“首问负责制度、限时办结制度”); -1 when it lies in none, or in a long one."""
    opening = text.rfind("“", max(0, at - LONGEST), at)
    pause = text.rfind(PAUSE, opening, at)
    shared = 0 <= opening < pause and text.endswith(text[at : text.index("”", at)], opening, pause)
    return -1 if "”" in text[opening:at] else pause if shared else opening


def _is_none(word: HeadWord, begin: int) -> bool:
    """Whether ``text[begin:end]`` names nothing: an ordinary word, one that does not tell which, meetings that are counted but
    for a body's regular ones, one of which only its state is told (协同机制更完善), one that nothing is done with or that is
    not counted where the head needs that, what is done on a platform (学法考法平台 + 考试), or a sector (政法系统)."""
    text, cues = word.text, word.cues
    if word.head.each and text.endswith(cues.platforms, begin, word.begin):
        return True
    if text.startswith(cues.taught, word.end) and word.boundaries.trigger.fullmatch(
        text, word.begin, word.end
    ):
        return True  # 深入校园 + 宣讲《民法典》
    if text.endswith(cues.no_names, begin, word.end) or text[begin : word.end] in cues.plain:
        return True
    if cues.counts_before.search(text, begin, word.end):
        return True  # 人民调解员 + 两支队伍
    if text[begin : word.begin] in cues.roles and text[word.begin : word.end] in cues.acts_of_roles:
        return True  # 调解员 + 排查
    if not _tells_which(word, begin):
        return True
    if word.head.type == "Event" and cues.times.match(text, word.end):
        return not text.endswith(cues.regular, begin, word.end)
    if word.head.use == "phrase" and not word.governed[begin] and cues.state.match(text, word.end):
        return True
    if word.head.use == "counted" and not cues.counts[word.head.type].beside(text, begin, word.end):
        return True
    if word.head.use == "object" and not (word.governed[begin] or _is_topic(word, begin)):
        return True
    sector = text.endswith(cues.sectors, begin, word.begin)
    return sector and text.startswith(cues.system, word.begin)


def _tells_which(word: HeadWord, begin: int) -> bool:
    """Whether the words before the head say which one is meant, or the head needs none."""
    size = word.begin - begin
    if size < SHORTEST_MODIFIER:
        scoped = word.head.type == "LegalInstrument" and word.cues.scopes.longest(word.text, begin)
        named_next = word.text.startswith("“", word.end)  # 微信公众号 + “赵庄夜话”
        return (word.end - word.begin >= WHOLE_NAME and not named_next) or bool(scoped)  # 镇域 + 发展规划
    if word.head.type == "LegalInstrument" and OF_A_YEAR.fullmatch(word.text, begin, word.begin):
        return True
    if word.head.any_modifier and size >= LONG_MODIFIER:
        return True  # 执法业务 + 培训班
    return not word.boundaries.is_noise(word.text, word.words, begin, word.begin)


def _is_topic(word: HeadWord, begin: int) -> bool:
    """Whether a phrase opens its clause, or goes on a list, and what is done with it follows: 年度学法计划 + 已制定,
    甲路改造项目 + 召开听证会."""
    text, cues = word.text, word.cues
    opens = text[begin - 1 : begin] in TOPIC_AFTER
    if opens and cues.announced.match(text, word.end):
        return True
    follows = opens or text.endswith(cues.before_a_project, 0, begin)
    return word.head.kind in cues.decided_on and follows and cues.decided.match(text, word.end) is not None


def _first(word: HeadWord, begin: int) -> int:
    """Where the name begins: a campaign's with a verb of its own, a meeting's after the verb of holding it or of being there
    (所长列席 + 主任办公会), both with their scope (全区)."""
    text, head = word.text, word.head
    if head.each:
        begin = _with_verb(word, begin)
    if head.type == "Event":
        act = word.boundaries.trigger.match(text, begin, word.begin)
        begin = act.end() if act and word.begin - act.end() >= SHORTEST_MODIFIER else begin
        for verb in word.cues.attending.finditer(text, begin, word.begin - SHORTEST_MODIFIER):
            begin = verb.end()
    if head.type == "Event" or head.each or word.begin - begin < SHORTEST_MODIFIER:
        begin -= len(word.cues.scopes.longest(text, begin))
    return begin


def _with_verb(word: HeadWord, begin: int) -> int:
    """Where a campaign's name begins that opens with a verb of its own: a verb directly after one of holding it
    (开展 + 规范涉企行政执法专项行动)."""
    text, cues = word.text, word.cues
    start = word.words.begin[begin - 1] if begin else 0
    own = text[start:begin] in cues.verbs and not text.endswith(cues.holding, 0, begin)
    return start if own and text.endswith(cues.holding, 0, start) else begin
