"""What the name of a mention states alone, or the name that it is part of: a programme is one that its town implements, a law
in the name of a lecture is taught."""

from kg.extraction.common.particles import AT
from kg.extraction.common.sentence import Governor, Sentence, Trigger
from kg.extraction.common.spans import Candidate
from kg.extraction.relations.adjuncts import only_named
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.helping import is_helped
from kg.model.rules import VILLAGE

TEACHING = frozenset(("Programme", "Event"))
PARENTS = 4
"""So many mentions may a village's name be that it begins with its parents'."""


def taught(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """A law or doctrine inside the name of a lecture or a month is taught (民法典知识讲座), inside a training's it is learned, as
    in a name that opens with learning (学习贯彻…主题教育); in that of a venue it is only seen."""
    mention, host = sentence.mentions[k], sentence.host(k) or _directly_behind(sentence, k)
    if host is None or host.type not in TEACHING or mention.type not in ("LegalInstrument", "Doctrine"):
        return []
    if host.kind == grammar.place.venue:
        return []
    opening, tail = sentence.text[host.begin : mention.begin], sentence.text[mention.end : host.end]
    within = min(host.begin, mention.begin)
    if "studies" in grammar.triggers.predicates(opening):
        return [(Trigger(within, within, ()), "studies")]
    for words, predicate in (
        (grammar.learning.courses, "studies"),
        (grammar.learning.lectures, "publicises"),
    ):
        if any(word in tail for word in words):
            return [(Trigger(within, within, ()), predicate)]
    return []


def _directly_behind(sentence: Sentence, k: int) -> Candidate | None:
    """The programme directly behind a title, or behind the row of titles that it is in (《水法》《防洪法》+ “五进”活动)."""
    mentions, text = sentence.mentions, sentence.text
    while k + 1 < len(mentions) and text[mentions[k].end : mentions[k + 1].begin] in ("", "“"):
        k += 1
        if mentions[k].type != "LegalInstrument":
            return mentions[k]
    return None


def trained(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """People in the name of the project that makes them such are established: “法律明白人” + 培养工程."""
    mention, host = sentence.mentions[k], sentence.host(k)
    if host is None or host.type != "Programme" or mention.type != "Role":
        return []
    behind = mention.end + sentence.text.startswith("”", mention.end)
    raised = behind < host.end and sentence.text.startswith(grammar.founding.raising, behind)
    return [(Trigger(host.begin, host.begin, ()), "establishes")] if raised else []


def implied(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What the mention alone states: a programme that a report names is one that its town implements. A name that
    only describes the noun after it (人民调解协议书, 法律援助1件) states nothing, nor does one beside another body; but a
    hotline is one that its town answers (12345热线 + 工单), and some names tell what was done (向党委 + 书面述法)."""
    mention = sentence.mentions[k]
    predicate = grammar.implied.get(mention.type)
    serving = mention.kind in (grammar.place.platform, grammar.place.venue)
    taken = serving and grammar.taken_in.match(sentence.text, mention.end)
    clause = sentence.clause(mention.begin, mention.end)
    taken_into = grammar.taken_into.search(sentence.text, clause.begin, mention.begin)
    appraised = taken_into and grammar.appraisal.search(sentence.text, mention.begin, mention.end)
    acts = appraised or grammar.adjuncts.is_act(sentence.text, mention)
    if predicate is None or (not acts and _others(sentence, k) and not is_helped(sentence, k, grammar)):
        return []
    runs = grammar.runs.match(sentence.text, mention.end)  # “三调联动”机制 + 运转顺畅
    done = taken or runs or _is_counted(sentence, mention, grammar) or _is_duty(sentence, mention, grammar)
    if sentence.describes(mention.end) and not (done or acts):
        return []
    if taken_into and not appraised:
        return []  # 纳入三会一课: there already, and not what is done; but 纳入 + 年度考核
    opening = mention.begin - sentence.text.endswith("“", 0, mention.begin)
    if sentence.text.endswith((*grammar.occasions, *grammar.stopping), 0, opening):
        return []  # 根据机构改革和人员变动, 结合“八五”普法, 暂停“法律夜市”活动
    if _is_another_name(sentence, k, grammar) or _is_among_others(sentence, k, grammar):
        return []  # 在全区法治建设考核中排名第3
    if sentence.heading:
        return []  # 优化法治化营商环境: named over a part, and no more
    if (mention.kind == grammar.place.venue and not taken) or _villages(sentence, k):
        return []  # 在法治公园的基础上: a place is no work; 华川村“板凳会” is the village's
    return [(Trigger(mention.begin, mention.begin, ()), predicate)]


def lacking(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What a clause on what is lacking states of the programme that opens it, whatever follows (联动机制 + 运转不畅): that it is
    carried out so; of one that only tells whose people are meant (人民调解 + 员) nothing."""
    mention = sentence.mentions[k]
    predicate = grammar.implied.get(mention.type)
    if predicate is None or sentence.host(k) or mention.kind == grammar.place.venue:
        return []
    if sentence.text.startswith(grammar.people, mention.end) or only_named(sentence, k, grammar):
        return []
    if not grammar.heads.opens(sentence, k):
        return []
    return [(Trigger(mention.begin, mention.begin, ()), predicate)]


def _is_counted(sentence: Sentence, mention: Candidate, grammar: Grammar) -> bool:
    """Whether a clause opens with the mention and tells how often it was done, or what share of it (公平竞争审查 + 4件,
    一村一法律顾问 + 签约率达100%)."""
    clause = sentence.clause(mention.begin, mention.end)
    opens = mention.begin - clause.begin <= 1 and mention.kind != grammar.place.platform
    return opens and grammar.counted.match(sentence.text, mention.end, clause.end) is not None


def _is_duty(sentence: Sentence, mention: Candidate, grammar: Grammar) -> bool:
    """Whether the name of a duty tells that it is carried out, and what follows that this is reported:
    党政主要负责人履行…职责 + 情况."""
    carried = grammar.duty.search(sentence.text, mention.begin, mention.end)
    return carried is not None and sentence.text.startswith(grammar.told, mention.end)


def _villages(sentence: Sentence, k: int) -> bool:
    """Whether a quoted name stands directly after a village."""
    begin = sentence.mentions[k].begin
    near = sentence.mentions[max(0, k - PARENTS) : k]
    return any(m.rule.startswith(VILLAGE) and sentence.text[m.end : begin] == "“" for m in near)


def _others(sentence: Sentence, k: int) -> bool:
    """Whether a body stands before the mention in its clause: what is named may be that body's. Who is invited only speaks
    there (邀请 + 县检察院 + 检察官作专题讲座)."""
    clause = sentence.clause(sentence.mentions[k].begin, sentence.mentions[k].end)
    invited = {verb.end for verb in sentence.verbs if "engages" in verb.predicates}
    return any(
        sentence.mentions[other].type == "Organization" and sentence.mentions[other].begin not in invited
        for other in sentence.inside
        if other < k and sentence.mentions[other].begin >= clause.begin
    )


def _is_among_others(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether the mention is an appraisal in which others were held against each other (在全市行政执法案卷评查 + 中)."""
    mention = sentence.mentions[k]
    clause = sentence.clause(mention.begin, mention.end)
    held = grammar.appraisal.search(sentence.text, mention.begin, mention.end)
    within = sentence.text.rfind(AT, clause.begin, mention.begin) >= 0
    return held is not None and within and sentence.text.startswith(grammar.agency.enclosed, mention.end)


def _is_another_name(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether the mention only begins the name of a contest that others take part in: 参加全省 + 法治政府建设 + 优秀案例评选."""
    mention = sentence.mentions[k]
    clause = sentence.clause(mention.begin, mention.end)
    taken = grammar.taken_part_in.search(sentence.text, clause.begin, mention.begin)
    return taken is not None and grammar.contest.match(sentence.text, mention.end) is not None
