"""Which relations a verb before a mention states of it: those of the verb's that the words around the mention leave."""

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Trigger
from kg.extraction.relations.fitting_documents import OF_DOCUMENTS
from kg.extraction.relations.governed import DONE_OR_OWNED, Governed, Narrowing
from kg.model.rules import PATTERN, REPORTER

GOALS = frozenset(f"{PATTERN}pattern/{name}" for name in ("development-goal", "rule-of-law-of-a-place"))
"""Rules of names of what a place says that it is to become."""


def fitting(thing: Governed, verb: Trigger) -> list[str]:
    """The relations that the verb states of the mention."""
    found = [p for p in _of_its_kind(thing, verb) if p not in thing.barred]
    for narrowed in NARROWINGS:
        found = narrowed(thing, verb, found)
    return found


def _of_its_kind(thing: Governed, verb: Trigger) -> list[str]:
    """Those of the verb's relations that hold of things of the mention's class and kind.

    A verb that may both carry out and set up (加强, 推进) carries out what can be carried out; of the rest it sets
    up only what is said to be built (加强法律明白人队伍建设).
    """
    grammar, mention = thing.grammar, thing.mention
    found = [p for p in verb.predicates if mention.type in grammar.range[p]]
    if mention.kind == grammar.parts.campaign:  # 开设 + 普法讲座: it is held, not set up
        return list(dict.fromkeys("implements" if p == "establishes" else p for p in found))
    if "establishes" not in found:
        return found
    building = grammar.founding.building
    if mention.kind == grammar.place.venue and thing.after.startswith(building):
        return [p for p in found if p != "implements"]  # 推进 + 法治文化广场 + 建设
    if "implements" not in verb.predicates:
        return found
    if "implements" in found or not any(word in thing.after for word in building):
        return [p for p in found if p != "establishes"]
    return found


def _made_something_of(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """把宣传《民法典》列为 + 法治政府建设 + 的头等事: what something else is taken for is not what is done."""
    taken_for = thing.grammar.learning.taken_for
    return [] if taken_for.search(thing.sentence.text, verb.end, thing.mention.begin) else found


def _beside_it(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """开展宣传宣讲、+ 法治培训: the act before a pause is one of a list, and makes no campaign known that is listed with it."""
    campaign = thing.mention.kind == thing.grammar.parts.campaign
    listed = campaign and any(sign in SIGNS for sign in thing.sentence.text[verb.end : thing.mention.begin])
    return [p for p in found if p != "publicises"] if listed else found


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


def _aimed_at(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """为打造 + “三区一城” + 提供保障, 建设 + 法治青浦: what a place is to become is pursued, it does not stand yet."""
    if thing.mention.type != "Programme" or "establishes" not in found:
        return found
    place = thing.grammar.place
    built = thing.mention.kind in (place.venue, place.platform)
    goal = thing.mention.rule in GOALS or (not built and _is_aim(thing, verb))
    return ["implements"] if goal else found


def _is_aim(thing: Governed, verb: Trigger) -> bool:
    """Whether the clause only says what for something is given: 为 + 打造“三区一城” + 提供保障."""
    modality, sentence = thing.grammar.modality, thing.sentence
    clause = sentence.clause(verb.begin, verb.end)
    opened = modality.aim.match(sentence.text, clause.begin, verb.begin)
    return opened is not None and modality.given.search(sentence.text, thing.end, clause.end) is not None


def _reported(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """通报 + 负责人出庭应诉 + 情况: how it is carried out is told, the public is not taught it."""
    text, told = thing.sentence.text, thing.sentence.text[verb.begin : verb.end]
    reported = thing.mention.type == "Programme" and told in thing.grammar.learning.reporting
    return (
        [p for p in found if p != "publicises"]
        if reported and text.startswith(thing.grammar.told, thing.end)
        else found
    )


def _held(thing: Governed, _verb: Trigger, found: list[str]) -> list[str]:
    """举办 + 宣传贯彻党的二十大精神 + 培训班: a course is held, it is not what the public is told of."""
    text, end = thing.sentence.text, thing.mention.end
    course = thing.mention.type == "Programme" and text.endswith(thing.grammar.learning.courses, 0, end)
    return [p for p in found if p != "publicises"] if course else found


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


NARROWINGS: tuple[Narrowing, ...] = (
    _made_something_of,
    _beside_it,
    _posted,
    _of_equals,
    _aimed_at,
    _held,
    _reported,
    _serving,
    _appointed,
    _launched,
    *OF_DOCUMENTS,
    _joined_in,
    _nominated,
)
"""What a verb may state of a mention, narrowed by what stands around both."""
