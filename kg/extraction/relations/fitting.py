"""Which relations a verb before a mention states of it: those of the verb's that the words around the mention leave."""

import re
from collections.abc import Callable
from functools import cached_property

from kg.extraction.common.clauses import CLAUSE_END
from kg.extraction.common.joints import SIGNS, WITH
from kg.extraction.common.particles import BY, MEANS, OF, OTHERS
from kg.extraction.common.sentence import NOUN_TAGS, Sentence, Trigger
from kg.extraction.relations.employment import employs
from kg.extraction.relations.grammar import Grammar
from kg.model.rules import PATTERN, REPORTER

GOALS = frozenset(f"{PATTERN}pattern/{name}" for name in ("development-goal", "rule-of-law-of-a-place"))
"""Rules of names of what a place says that it is to become."""
BUILDING_REACH = 12
OWNED = re.compile(
    rf"{OTHERS}?(?:\d+[^，。；{SIGNS}{OF}{BY}{MEANS}]{{1,8}})?(?:[{SIGNS}]\d+[^，。；{SIGNS}{OF}{BY}{MEANS}]{{1,8}})*{OF}"
)
"""What makes bodies those whose something is the object: 调整区体育局 + 等11个部门、27个街镇的 + 职权."""
DONE_OR_OWNED = NOUN_TAGS | {"v"}
"""Parts of speech of what a body does, and of what is said to be its own."""


class Governed:
    """A mention that verbs before it may govern, with the list that it is in."""

    def __init__(self, sentence: Sentence, k: int, grammar: Grammar) -> None:
        self.sentence, self.k, self.grammar = sentence, k, grammar
        self.mention = sentence.mentions[sentence.lists.first[k]]
        """The first of the list."""
        self.end = sentence.mentions[sentence.lists.last[k]].end
        """Where the list ends."""

    def fitting(self, verb: Trigger) -> list[str]:
        """The relations that the verb states of the mention."""
        found = self.grammar.fitting(verb, self.mention, self._after)
        found = [p for p in found if p not in self._barred]
        for narrowed in FILTERS:
            found = narrowed(self, verb, found)
        return found

    @cached_property
    def _after(self) -> str:
        """What follows the first of the list in its clause."""
        text, end = self.sentence.text, self.mention.end
        stop = CLAUSE_END.search(text, end, end + BUILDING_REACH)
        return text[end : stop.start() if stop else end + BUILDING_REACH]

    @property
    def _is_joined(self) -> bool:
        """Whether a conjunction stands before the list."""
        return self.sentence.text.endswith(WITH, 0, self.mention.begin)

    @cached_property
    def _barred(self) -> list[str]:
        """Relations that no verb states of the mention, for what follows it."""
        sentence, partnership, barred = self.sentence, self.grammar.partnership, []
        if partnership.merged.match(sentence.text, self.end):
            barred.append("cooperatesWith")  # 联合两局的职能: what is joined is no partner
        if self.grammar.founding.made_of.match(sentence.text, self.end):
            barred += ["establishes", "engages"]  # 成立调解员、楼门组长 + 为骨干的队伍
        if self.grammar.learning.combined.match(sentence.text, self.end) and self._is_joined:
            barred += ["studies", "publicises", "follows"]  # 把学习宣传贯彻…与 + 党史学习教育 + 紧密结合
        if self.mention.type != "Organization":
            return barred
        if _owns(sentence, self.k, self.grammar):
            barred += ["establishes", "engages", "cooperatesWith"]
        if self.mention.kind not in partnership.hired and employs(sentence, self.k):
            barred.append("engages")  # 聘请法庭庭长林少芬: it is she who is engaged
        founding = self.grammar.founding
        anew = self.mention.kind == founding.groups and sentence.text.startswith(founding.members, self.end)
        if not anew and (_acts(sentence, self.end, self.grammar) or OWNED.match(sentence.text, self.end)):
            barred.append("establishes")
        return barred


def _posted(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """邀请法官到 + 兴江中学, 联合派出所在 + 兴江中学: where it is done is not who does it."""
    if "engages" not in found and "cooperatesWith" not in found:
        return found
    post = thing.grammar.partnership.posting.search(thing.sentence.text, verb.end, thing.mention.begin)
    return [p for p in found if p not in ("engages", "cooperatesWith")] if post else found


def _of_equals(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """联合 + 黎里镇 + 开展: a place is the partner of who joins with it; but 配合郑州市创建, 联合泖甸村 + 党支部, 联合全镇."""
    if thing.mention.type != "Division" or "cooperatesWith" not in found:
        return found
    text, words = thing.sentence.text, thing.sentence.words
    joined = (
        text[verb.begin : verb.end] in thing.grammar.partnership.equals and verb.end == thing.mention.begin
    )
    behind = thing.end < thing.sentence.span.end
    acts = behind and (words.tag[thing.end].startswith("v") or text[thing.end] in SIGNS)
    named = not thing.mention.rule.startswith(REPORTER)
    return found if joined and acts and named else [p for p in found if p != "cooperatesWith"]


def _aimed_at(thing: Governed, _verb: Trigger, found: list[str]) -> list[str]:
    """为建设 + 先行区 + 提供保障, 建设 + 法治青浦: what a place is to become is pursued, it does not stand yet."""
    if thing.mention.rule not in GOALS or "establishes" not in found:
        return found
    return ["implements"]


def _serving(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """律师应邀到 + 司法所授课, 担任 + 委员会主任: what stands behind is not who is engaged."""
    engaged = thing.sentence.text[verb.begin : verb.end] in thing.grammar.partnership.engaged
    return [p for p in found if p != "engages"] if engaged else found


def _appointed(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """选聘 + 专职人民调解员46名: there are such people now; but 建立 + 法律顾问 + 参与决策机制, 配齐 + 执法人员."""
    if thing.mention.type != "Role":
        return found
    text, founding = thing.sentence.text, thing.grammar.founding
    said = text[verb.begin : verb.end]
    goes_on = thing.sentence.describes(thing.end, DONE_OR_OWNED) and not text[thing.end].isdigit()
    of_a_system = said in founding.systems and goes_on and not text.startswith(founding.building, thing.end)
    if of_a_system or thing.mention.rule == founding.officers:
        return [p for p in found if p != "establishes"]
    return ["establishes"] if said in founding.appointing else found


def _launched(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """推出 + “一件事”改革, 上线 + “豫冷链”系统 + 的经营户: only a platform, brand or venue is new, and where it is the object."""
    text, mention, place = thing.sentence.text, thing.mention, thing.grammar.place
    if text[verb.begin : verb.end] not in thing.grammar.founding.launching or mention.type != "Programme":
        return found
    described = text.startswith(OF, thing.end + text.startswith("”", thing.end))
    new = mention.kind in (place.platform, place.venue, place.brand) and not described
    return ["establishes" if new else "implements"]


def _made(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """启动《…规划》+ 编制, 推进《…条例》立法: it is made, not followed."""
    if thing.mention.type != "LegalInstrument":
        return found
    text, lawmaking = thing.sentence.text, thing.grammar.lawmaking
    if text[verb.begin : verb.end] in lawmaking.undertaking and lawmaking.undertaken.match(text, thing.end):
        return ["enacts"]
    return [p for p in found if p == "enacts"] if lawmaking.nouns.match(text, thing.end) else found


def _adopted(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """常务会议研究并通过 +《…工作要点》, 县人大常委会 + 通过《…条例》: it is adopted; but 通过《民法典》+ 宣传."""
    text, lawmaking = thing.sentence.text, thing.grammar.lawmaking
    if thing.mention.type != "LegalInstrument" or text[verb.begin : verb.end] not in lawmaking.adopting:
        return found
    met = lawmaking.deliberating.search(text, thing.sentence.span.begin, verb.begin) or any(
        body.end == verb.begin and body.type == "Organization"
        for body in (thing.sentence.mentions[k] for k in thing.sentence.inside)
    )
    return ["enacts"] if met and lawmaking.settled.match(text, thing.end) else found


def _deliberated(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """委员会会议审议 +《…工作要点》: it is that body's; but 审议 +《…工作报告》, 审议《…办法》+ 落实情况."""
    text, lawmaking = thing.sentence.text, thing.grammar.lawmaking
    if text[verb.begin : verb.end] not in lawmaking.deliberated:
        return found
    title = text[thing.mention.begin : thing.mention.end].rstrip("》”")
    return found if lawmaking.settled.match(text, thing.end) and not title.endswith(lawmaking.reports) else []


def _shown(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """制作 + 短视频《…》, 发放 +《民法典读本》: a work is made, or made known by handing it out; of no other are these said."""
    lawmaking, said = thing.grammar.lawmaking, thing.sentence.text[verb.begin : verb.end]
    work = thing.mention.kind == thing.grammar.learning.work
    if said in lawmaking.showing:
        return ["publicises"] if work else [p for p in found if p != "publicises"]
    return found if work or said not in lawmaking.making else [p for p in found if p != "enacts"]


def _joined_in(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """参与 + 起草《…办法》: others make it; 参加法治建设 + 优秀案例评选: what a contest is about is not taken part in."""
    text = thing.sentence.text
    if text.endswith(thing.grammar.taking_part, 0, verb.begin):
        return [p for p in found if p != "enacts"]
    if text[verb.begin : verb.end] in thing.grammar.taking_part and thing.mention.type == "Programme":
        return [] if thing.grammar.contest.match(text, thing.end) else found
    return found


def _nominated(thing: Governed, _verb: Trigger, found: list[str]) -> list[str]:
    """入选“民主法治示范村” + 候选名单: it is not given yet."""
    candidate = thing.mention.type == "Honour" and thing.grammar.bearing.to_candidates.match(
        thing.sentence.text, thing.mention.end
    )
    return [] if candidate else found


FILTERS: tuple[Callable[[Governed, Trigger, list[str]], list[str]], ...] = (
    _posted,
    _of_equals,
    _aimed_at,
    _serving,
    _appointed,
    _launched,
    _made,
    _adopted,
    _deliberated,
    _shown,
    _joined_in,
    _nominated,
)
"""What a verb may state of a mention, narrowed by what stands around both."""


def _owns(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether what stands behind a body and its government is theirs (组建县委 + 县政府法律顾问团)."""
    pair = grammar.partnership.pair.match(sentence.text, sentence.mentions[k].end)
    following = (sentence.mentions[j] for j in sentence.inside if j > k)
    return pair is not None and any(
        other.begin <= pair.start("government") and pair.end() < other.end for other in following
    )


def _acts(sentence: Sentence, end: int, grammar: Grammar) -> bool:
    """Whether a body goes on to do something (构建党工委统筹的机制): then it is not what is set up."""
    if sentence.text[end : end + 1].isdigit():
        return False  # 建成公共法律服务中心1个
    if grammar.agency.together.match(sentence.text, end):
        return True  # 建立司法所、派出所 + 共同参与的机制
    return sentence.describes(end, DONE_OR_OWNED) and not sentence.text.startswith(
        grammar.founding.building, end
    )
