"""Which verbs govern a mention: the nearest before it, a frame around it, or what its own name implies."""

import re

from kg.extraction.adjuncts import only_named, only_names_a_place
from kg.extraction.clauses import CLAUSE_END
from kg.extraction.frames import framed
from kg.extraction.grammar import REACH, Grammar
from kg.extraction.joints import SIGNS
from kg.extraction.lists import LISTING
from kg.extraction.sentence import NOUN_TAGS, Governor, Sentence, Trigger
from kg.extraction.topics import LONGEST_TITLE, of_topic
from kg.model.rules import ISSUED, VILLAGE

LONGEST_RELATIVE = 120
"""Characters of a relative clause between a verb of founding and what is founded."""
BUILDING_REACH = 12
PARENTS = 4
"""So many mentions may a village's name be that it begins with its parents'."""
NORMATIVE = ("studies", "publicises", "follows")
"""Relations to a norm that nouns after it may state."""
APART = (*LISTING, "并")
JOINED = re.compile(rf"的[\u4e00-\u9fff]{{2,6}}[{SIGNS}]$")
"""The end of what is said of another object, to which the next is joined: 关于法治建设的部署和《纲要》."""
OWNED = re.compile(
    rf"等?(?:\d+[^，。；{SIGNS}的由以]{{1,8}})?(?:[{SIGNS}]\d+[^，。；{SIGNS}的由以]{{1,8}})*的"
)
"""What makes bodies those whose something is the object: 调整区体育局 + 等11个部门、27个街镇的 + 职权."""
SAYING = re.compile("[，、；]")
"""What parts the clauses of a quotation."""
OF, PERFECT = "的", "了"
ACTS = NOUN_TAGS | {"v"}
"""Parts of speech of what a body does, and of what is said to be its own."""


def governors(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verbs that govern mention ``k``, each with the relation that it states."""
    found = _governors(sentence, k, grammar)
    if not found or sentence.mentions[k].type != "Programme":
        return found
    if only_named(sentence, k, grammar):
        return [(v, p) for v, p in found if p not in ("implements", "establishes")]
    if only_names_a_place(sentence, k, grammar):
        return [(v, p) for v, p in found if p != "establishes"]
    return found


def _governors(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    if sentence.mentions[k].rule == ISSUED:  # what a notice issues is followed as the notice is
        outer = next(j for j in range(k - 1, -1, -1) if sentence.mentions[j] == sentence.host(k))
        return _governors(sentence, outer, grammar)
    if sentence.host(k):
        return _inner(sentence, k, grammar)
    mention = sentence.mentions[k]
    around = framed(sentence, k, grammar)
    before = [] if _in_saying(sentence, mention.begin) else _before(sentence, k, grammar)
    before = before or _founded(sentence, k, grammar)
    if around:
        opening = min(verb.begin for verb, _ in around)
        stated = {predicate for _, predicate in around}
        return around + [(v, p) for v, p in before if v.begin > opening and p not in stated]
    found = before + _nominal(sentence, k, {predicate for _, predicate in before}, grammar)
    return found or of_topic(sentence, k, grammar) or _implied(sentence, k, grammar)


def _founded(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verb that sets up a body which a relative clause describes, however many commas that has: 成立由镇长任组长，…为成员的 +
    领导小组."""
    mention = sentence.mentions[k]
    if mention.type != "Organization" or not sentence.text.endswith(OF, 0, mention.begin):
        return []
    for verb in reversed(sentence.verbs):
        opening = verb.end + sentence.text.startswith(PERFECT, verb.end)
        founds = sentence.text[verb.begin : verb.end] in grammar.founding.verbs
        if verb.end <= mention.begin and founds:
            described = sentence.text.startswith(grammar.founding.relative, opening)
            return (
                [(verb, "establishes")] if described and mention.begin - verb.end <= LONGEST_RELATIVE else []
            )
    return []


def _in_saying(sentence: Sentence, at: int) -> bool:
    """Whether a quotation is open at ``at`` and has a pause before it: in “领导干部带头学、执法人员重点学” nobody is set up.
    A quotation that begins with a list of names is none (“法律顾问、公职律师”队伍)."""
    opening = sentence.text.rfind("“", max(sentence.span.begin, at - REACH), at)
    inside = sentence.text[opening:at]
    if opening < 0 or "”" in inside or not SAYING.search(inside):
        return False
    inner = (sentence.mentions[k] for k in sentence.inside)
    return not any(m.begin == opening + 1 and m.end < at for m in inner)


def _before(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The nearest verb before the mention in its clause, and those joined to it (学习宣传贯彻). Of a list it is the verb
    before the first."""
    text, mention = sentence.text, sentence.mentions[sentence.lists.first[k]]
    reach = mention.end + BUILDING_REACH
    stop = CLAUSE_END.search(text, mention.end, reach)
    after = text[mention.end : stop.start() if stop else reach]
    chain: list[Governor] = []
    edge, relative = mention.begin, False
    end_of_list = sentence.mentions[sentence.lists.last[k]].end
    for verb in reversed(sentence.verbs):
        if verb.end > mention.begin:
            continue
        if mention.begin - verb.end > REACH or sentence.broken(verb.end, mention.begin):
            break
        between = grammar.intervener.search(text, verb.end, mention.begin)
        if between and not JOINED.search(text, between.end(), mention.begin):
            break  # 落实关于法治政府建设的部署: what is carried out is the deployment
        opening = verb.end + text.startswith(PERFECT, verb.end)
        if text.startswith(grammar.founding.relative, opening) and text.rfind(OF, opening, mention.begin) < 0:
            break  # 组建由律师组成的小组: what is set up is the group
        apart = text[verb.end : edge] not in APART or "implements" in verb.predicates
        if chain and apart and not relative:
            break  # 坚持学习: only verbs of learning, teaching and following share an object
        fitting = grammar.fitting(verb, mention, after)
        if (
            mention.type == "Organization"
            and mention.kind not in grammar.partnership.hired
            and _employs(sentence, k)
        ):
            fitting = [p for p in fitting if p != "engages"]  # 聘请法庭庭长林少芬: it is she who is engaged
        if chain or grammar.partnership.merged.match(text, end_of_list):
            fitting = [p for p in fitting if p != "cooperatesWith"]  # 联合 + 打造: what is made is no partner
        if grammar.partnership.posting.search(text, verb.end, mention.begin):
            # 邀请法官到 + 兴江中学, 联合派出所在 + 兴江中学
            fitting = [p for p in fitting if p not in ("engages", "cooperatesWith")]
        if mention.type == "Role" and text[verb.begin : verb.end] in grammar.founding.appointing:
            fitting = ["establishes"]  # 选聘专职人民调解员46名
        if mention.type == "LegalInstrument" and grammar.lawmaking.nouns.match(sentence.text, end_of_list):
            fitting = [p for p in fitting if p == "enacts"]  # 推进《…条例》立法: it is made, not followed
        if mention.type == "LegalInstrument" and _drafts(sentence, verb, end_of_list, grammar):
            fitting = ["enacts"]
        if mention.type == "Organization" and (
            _acts(sentence, end_of_list, grammar) or OWNED.match(text, end_of_list)
        ):
            fitting = [p for p in fitting if p != "establishes"]
        if fitting:
            chain += [(verb, p) for p in fitting if p not in [q for _, q in chain]]
            edge = verb.begin
            # 落实 + 省委印发的《方案》: it is followed too
            relative = "enacts" in fitting and text[verb.end : mention.begin] == OF
        elif chain:
            break
    return chain


def _drafts(sentence: Sentence, verb: Trigger, end: int, grammar: Grammar) -> bool:
    """Whether the verb undertakes to draw up or revise what ends at ``end``: 启动《…规划》+ 编制."""
    undertakes = sentence.text[verb.begin : verb.end] in grammar.lawmaking.undertaking
    return undertakes and grammar.lawmaking.undertaken.match(sentence.text, end) is not None


def _nominal(sentence: Sentence, k: int, stated: set[str], grammar: Grammar) -> list[Governor]:
    """What nouns of learning and teaching directly after a norm say is done with it, but for what is ``stated`` already:
    习近平法治思想 + 学习宣传贯彻 (走深走实)."""
    mention = sentence.mentions[k]
    if mention.type not in ("LegalInstrument", "Doctrine"):
        return []
    found: list[Governor] = []
    at = mention.end + sentence.text.startswith("”", mention.end)
    at += sentence.text.startswith(OF, at)
    taught = grammar.learning.taught.match(sentence.text, at)
    while taught and at < sentence.span.end:
        verb = Trigger(at, taught.end(), grammar.triggers.predicates(taught.group()))
        said = {predicate for _, predicate in found} | stated
        found += [(verb, p) for p in verb.predicates if p in NORMATIVE and p not in said]
        at = taught.end()
        taught = grammar.learning.acts.match(sentence.text, at)
    return found


def _inner(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """A law or doctrine inside the name of a lecture is taught, inside a training's it is learned (民法典知识讲座)."""
    mention, host = sentence.mentions[k], sentence.host(k)
    if host is None or host.type != "Programme" or mention.type not in ("LegalInstrument", "Doctrine"):
        return []
    tail = sentence.text[mention.end : host.end]
    for words, predicate in (
        (grammar.learning.courses, "studies"),
        (grammar.learning.lectures, "publicises"),
    ):
        if any(word in tail for word in words):
            return [(Trigger(host.begin, host.begin, ()), predicate)]
    return []


def _implied(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What the mention alone states: a programme that a report names is one that its town implements. A name that
    only describes the noun after it (人民调解协议书, 法律援助1件) states nothing, nor does one beside another body."""
    mention = sentence.mentions[k]
    predicate = grammar.implied.get(mention.type)
    if predicate is None or sentence.describes(mention.end) or _others(sentence, k):
        return []
    if sentence.text.endswith(grammar.occasions, 0, mention.begin):
        return []  # 根据机构改革和人员变动, 结合“八五”普法
    if sentence.heading:
        return []  # 优化法治化营商环境: named over a part, and no more
    if mention.kind == grammar.place.venue or _villages(sentence, k):
        return []  # 在法治公园的基础上: a place is no work; 华川村“板凳会” is the village's
    return [(Trigger(mention.begin, mention.begin, ()), predicate)]


def _employs(sentence: Sentence, k: int) -> bool:
    """Whether a body stands before the title of a person named after it."""
    person = next((m for m in sentence.mentions[k + 1 : k + 3] if m.type == "Person"), None)
    end = sentence.mentions[k].end
    return (
        person is not None and person.begin - end <= LONGEST_TITLE and not sentence.broken(end, person.begin)
    )


def _villages(sentence: Sentence, k: int) -> bool:
    """Whether a quoted name stands directly after a village."""
    begin = sentence.mentions[k].begin
    near = sentence.mentions[max(0, k - PARENTS) : k]
    return any(m.rule.startswith(VILLAGE) and sentence.text[m.end : begin] == "“" for m in near)


def _acts(sentence: Sentence, end: int, grammar: Grammar) -> bool:
    """Whether a body goes on to do something (构建党工委统筹的机制): then it is not what is set up."""
    if sentence.text[end : end + 1].isdigit():
        return False  # 建成公共法律服务中心1个
    if grammar.agency.together.match(sentence.text, end):
        return True  # 建立司法所、派出所 + 共同参与的机制
    return sentence.describes(end, ACTS) and not sentence.text.startswith(grammar.founding.building, end)


def _others(sentence: Sentence, k: int) -> bool:
    """Whether a body stands before the mention in its clause: what is named may be that body's."""
    clause = sentence.clause(sentence.mentions[k].begin, sentence.mentions[k].end)
    return any(
        sentence.mentions[other].type == "Organization"
        for other in sentence.inside
        if other < k and sentence.mentions[other].begin >= clause.begin
    )
