"""Which verbs govern a mention: the nearest before it, a frame around it, or what its own name implies."""

import re

from kg.extraction.clauses import Stretch
from kg.extraction.grammar import BREAK, NOUN_TAGS, Grammar, Sentence, Trigger
from kg.extraction.spans import Candidate

REACH = 60
"""A verb governs objects that begin at most this many characters after it."""
FRAME_REACH = 24
"""The second half of a frame begins at most this many characters after the object."""
BUILDING_REACH = 12
PASSIVE = frozenset(("implements", "enacts", "follows", "studies", "establishes"))
"""Relations that a clause may state with the object before the verb."""
NORMATIVE = ("studies", "publicises", "follows")
"""Relations to a norm that nouns after it may state."""
JOINTS = ("、", "和", "与", "并", "")
SAYING = re.compile("[，、；]")
"""What parts the clauses of a quotation."""
LISTING = ("、", "和", "与", "及", "以及", "")
OF, PERFECT = "的", "了"
ACTS = NOUN_TAGS | {"v"}
"""Parts of speech of what a body does, and of what is said to be its own."""
Governor = tuple[Trigger, str]


def governors(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verbs that govern mention ``k``, each with the relation that it states."""
    if sentence.host(k):
        return _inner(sentence, k, grammar)
    mention = sentence.mentions[k]
    framed = _framed(sentence, k, grammar)
    before = [] if _in_saying(sentence, mention.begin) else _before(sentence, k, grammar)
    if framed:
        opening = min(verb.begin for verb, _ in framed)
        stated = {predicate for _, predicate in framed}
        return framed + [(v, p) for v, p in before if v.begin > opening and p not in stated]
    found = before + _nominal(sentence, k, {predicate for _, predicate in before}, grammar)
    return found or _after(sentence, k, grammar) or _implied(sentence, k, grammar)


def _in_saying(sentence: Sentence, at: int) -> bool:
    """Whether a quotation is open at ``at`` and has a pause before it: in “领导干部带头学、执法人员重点学” nobody is set up.
    A quotation that begins with a list of names is none (“法律顾问、公职律师”队伍)."""
    opening = sentence.text.rfind("“", max(sentence.span.begin, at - REACH), at)
    inside = sentence.text[opening:at]
    if opening < 0 or "”" in inside or not SAYING.search(inside):
        return False
    return not any(m.begin == opening + 1 and m.end < at for m in sentence.mentions)


def _framed(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """Frames around the mention or the list that it is in (以…为指导); one that begins with a verb of carrying out
    (开展…宣传) says nothing of a programme but that it is carried out."""
    if not sentence.frames:
        return []
    mention = sentence.mentions[k]
    first = sentence.mentions[_first_of_list(sentence, k)].begin
    last = sentence.mentions[_last_of_list(sentence, k)].end
    found: dict[str, Governor] = {}
    for before, after, predicate, carries_out in sentence.frames:
        if mention.type not in grammar.range[predicate] or (carries_out and mention.type == "Programme"):
            continue
        head = (
            mention.begin if before in LISTING else first
        )  # 与县法院建立: 与 opens the frame, it joins no list
        start = sentence.text.rfind(before, max(sentence.span.begin, head - REACH), head)
        stop = sentence.text.find(after, last, last + FRAME_REACH)
        if min(start, stop) < 0 or sentence.broken(start, head) or sentence.broken(last, stop):
            continue
        if (
            predicate == "studies"
            and after in grammar.taking_as
            and not _learned(sentence, start, stop, grammar)
        ):
            continue
        found[predicate] = (Trigger(start, start + len(before), (), f"{before}…{after}"), predicate)
    return list(found.values())


def _learned(sentence: Sentence, start: int, stop: int, grammar: Grammar) -> bool:
    """Whether the clauses of a frame and the one after speak of learning (将…纳入培训计划, 将…作为重点内容)."""
    clause = sentence.clause(start, stop)
    following = sentence.clause(
        min(clause.end + 1, sentence.span.end), min(clause.end + 1, sentence.span.end)
    )
    return grammar.learns.search(sentence.text, clause.begin, max(clause.end, following.end)) is not None


def _before(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The nearest verb before the mention in its clause, and those joined to it (学习宣传贯彻). Of a list it is the verb
    before the first."""
    text, mention = sentence.text, sentence.mentions[_first_of_list(sentence, k)]
    reach = mention.end + BUILDING_REACH
    stop = BREAK.search(text, mention.end, reach)
    after = text[mention.end : stop.start() if stop else reach]
    chain: list[Governor] = []
    edge = mention.begin
    end_of_list = sentence.mentions[_last_of_list(sentence, k)].end
    for verb in reversed(sentence.verbs):
        if verb.end > mention.begin:
            continue
        if mention.begin - verb.end > REACH or sentence.broken(verb.end, mention.begin):
            break
        if grammar.intervener.search(text, verb.end, mention.begin):
            break  # 落实关于法治政府建设的部署: what is carried out is the deployment
        opening = verb.end + text.startswith(PERFECT, verb.end)
        if text.startswith(grammar.relative, opening) and text.rfind(OF, opening, mention.begin) < 0:
            break  # 组建由律师组成的小组: what is set up is the group
        if chain and (text[verb.end : edge] not in JOINTS or "implements" in verb.predicates):
            break  # 坚持学习: only verbs of learning, teaching and following share an object
        fitting = grammar.fitting(verb, mention, after)
        if mention.type == "LegalInstrument" and grammar.lawmaking.match(sentence.text, end_of_list):
            fitting = [p for p in fitting if p == "enacts"]  # 推进《…条例》立法: it is made, not followed
        if mention.type == "Organization" and _acts(sentence, mention.end, grammar):
            fitting = [p for p in fitting if p != "establishes"]
        if fitting:
            chain += [(verb, p) for p in fitting if p not in [q for _, q in chain]]
            edge = verb.begin
        elif chain:
            break
    return chain


def _first_of_list(sentence: Sentence, k: int) -> int:
    """The first mention of the list of mentions of one type that mention ``k`` is in: 《A》《B》、区委《C》和《D》."""
    first = k
    for other in range(k - 1, sentence.inside[0] - 1, -1):
        if sentence.host(other) or _issues(sentence, other, first):
            continue
        if not _listed(sentence, other, first):
            break
        first = other
    return first


def _last_of_list(sentence: Sentence, k: int) -> int:
    """The last mention of that list."""
    last = k
    for other in range(k + 1, sentence.inside[-1] + 1):
        if sentence.host(other) or (other < sentence.inside[-1] and _issues(sentence, other, other + 1)):
            continue
        if not _listed(sentence, last, other):
            break
        last = other
    return last


def _issues(sentence: Sentence, body: int, title: int) -> bool:
    """Whether a body stands directly before a title, as who issued it: 区委《意见》."""
    issuer, instrument = sentence.mentions[body], sentence.mentions[title]
    return (
        issuer.type == "Organization"
        and instrument.type == "LegalInstrument"
        and issuer.end == instrument.begin
    )


def _listed(sentence: Sentence, one: int, other: int) -> bool:
    """Whether a list goes on from one mention to the ``other``, which follows it."""
    before, after = sentence.mentions[one], sentence.mentions[other]
    edge = sentence.mentions[other - 1].begin if _issues(sentence, other - 1, other) else after.begin
    return before.type == after.type and sentence.text[before.end : edge].strip("“”") in LISTING


def _after(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What stands at the head of its clause is the object of a verb after it that has no other (沟通机制完善,
    《办法》也修订到位); so is what fills a clause, of the next one's (《纲要》和各项安排，都逐条对照落实)."""
    mention = sentence.mentions[k]
    if not sentence.verbs or sentence.verbs[-1].begin < mention.end:
        return []
    clause = sentence.clause(mention.begin, mention.end)
    if not _at_head(sentence, k, clause, grammar) or _names_another(sentence, mention, grammar):
        return []
    if learned := _topic_of_learning(sentence, k, clause.end, grammar):
        return learned
    found = _passive(sentence, k, mention.end, clause.end, grammar)
    if found or any(mention.end <= verb.begin < clause.end for verb in sentence.verbs):
        return found
    following = sentence.clause(clause.end + 1, clause.end + 1)
    if clause.end < sentence.span.end and sentence.text.startswith(grammar.resuming, following.begin):
        return _passive(sentence, k, following.begin, following.end, grammar)
    return []


def _topic_of_learning(sentence: Sentence, k: int, end: int, grammar: Grammar) -> list[Governor]:
    """A norm that its clause makes a matter of learning: 习近平法治思想是中心组的核心内容, 《民法典》等法律法规学习5次."""
    if sentence.mentions[k].type not in ("LegalInstrument", "Doctrine"):
        return []
    last = sentence.mentions[_last_of_list(sentence, k)].end
    match = grammar.topic_of_learning.match(sentence.text, last, end)
    made = match and match["taken"] and not grammar.learns.search(sentence.text, match.end(), end)
    return [(Trigger(match.start(), match.end(), ("studies",)), "studies")] if match and not made else []


def _names_another(sentence: Sentence, mention: Candidate, grammar: Grammar) -> bool:
    """Whether a body or a team only describes the noun after it (行政执法人员 + 信息库建成)."""
    if mention.type not in ("Organization", "Role") or sentence.text.startswith(grammar.building, mention.end):
        return False
    return _describes(sentence, mention.end) and not sentence.text[mention.end].isdigit()


def _passive(sentence: Sentence, k: int, begin: int, end: int, grammar: Grammar) -> list[Governor]:
    """The first fitting verb of a stretch, when nothing named after it is its object."""
    mention = sentence.mentions[k]
    if mention.type == "LegalInstrument" and grammar.lawmaking.match(
        sentence.text, sentence.mentions[_last_of_list(sentence, k)].end
    ):
        return []
    for verb in sentence.verbs:
        fitting = [p for p in verb.predicates if p in PASSIVE and mention.type in grammar.range[p]]
        if len(verb.predicates) > 1:
            fitting = [p for p in fitting if p != "establishes"]  # 加强, 推进: it need not be new
        if mention.type == "Organization" and not grammar.founded.match(sentence.text, verb.end):
            fitting = []  # 党工委建立…: it founds, it is not founded
        if begin <= verb.begin < end and fitting:
            rest = sentence.mentions[k + 1 : k + 12]
            alone = not any(m.begin >= verb.end and m.end <= end for m in rest)
            return [(verb, fitting[0])] if alone else []
    return []


def _at_head(sentence: Sentence, k: int, clause: Stretch, grammar: Grammar) -> bool:
    """Whether the mention begins its clause, or goes on a list that does."""
    mention = sentence.mentions[k]
    head = max(clause.begin, *(m.end() for m in BREAK.finditer(sentence.text, clause.begin, mention.begin)), 0)
    if mention.begin - head <= 1 or grammar.opening.fullmatch(sentence.text, head, mention.begin):
        return True
    before = sentence.mentions[k - 1] if k else None
    if before and before.type == "Division" and sentence.text[before.end : mention.begin].strip("“") == "":
        return before.begin - clause.begin <= 1  # 练塘镇 + “法官工作室”
    if (
        before is None
        or before.begin < clause.begin
        or sentence.text[before.end : mention.begin] not in LISTING
    ):
        return False
    return before.type == mention.type and _at_head(sentence, k - 1, clause, grammar)


def _nominal(sentence: Sentence, k: int, stated: set[str], grammar: Grammar) -> list[Governor]:
    """What nouns of learning and teaching directly after a norm say is done with it, but for what is ``stated`` already:
    习近平法治思想 + 学习宣传贯彻 (走深走实)."""
    mention = sentence.mentions[k]
    if mention.type not in ("LegalInstrument", "Doctrine"):
        return []
    found: list[Governor] = []
    at = mention.end + sentence.text.startswith("”", mention.end)
    taught = grammar.taught.match(sentence.text, at)
    while taught and at < sentence.span.end:
        verb = Trigger(at, taught.end(), grammar.predicates_of(taught.group()))
        said = {predicate for _, predicate in found} | stated
        found += [(verb, p) for p in verb.predicates if p in NORMATIVE and p not in said]
        at = taught.end()
        taught = grammar.acts.match(sentence.text, at)
    return found


def _inner(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """A law or doctrine inside the name of a lecture is taught, inside a training's it is learned (民法典知识讲座)."""
    mention, host = sentence.mentions[k], sentence.host(k)
    if host is None or host.type != "Programme" or mention.type not in ("LegalInstrument", "Doctrine"):
        return []
    tail = sentence.text[mention.end : host.end]
    for words, predicate in ((grammar.learning, "studies"), (grammar.teaching, "publicises")):
        if any(word in tail for word in words):
            return [(Trigger(host.begin, host.begin, ()), predicate)]
    return []


def _implied(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What the mention alone states: a programme that a report names is one that its town implements. A name that
    only describes the noun after it (人民调解协议书, 法律援助1件) states nothing, nor does one beside another body."""
    mention = sentence.mentions[k]
    predicate = grammar.implied.get(mention.type)
    if predicate is None or _describes(sentence, mention.end) or _others(sentence, k):
        return []
    if mention.kind == grammar.venue:
        return []  # 在法治公园的基础上: a place is no work
    return [(Trigger(mention.begin, mention.begin, ()), predicate)]


def _acts(sentence: Sentence, end: int, grammar: Grammar) -> bool:
    """Whether a body goes on to do something (构建党工委统筹的机制): then it is not what is set up."""
    if sentence.text[end : end + 1].isdigit():
        return False  # 建成公共法律服务中心1个
    return _describes(sentence, end, ACTS) and not sentence.text.startswith(grammar.building, end)


def _describes(sentence: Sentence, end: int, tags: frozenset[str] = NOUN_TAGS) -> bool:
    """Whether a noun (a word of ``tags``) or a number follows directly."""
    if end >= sentence.span.end:
        return False
    return sentence.text[end].isdigit() or sentence.words.tag[end] in tags


def _others(sentence: Sentence, k: int) -> bool:
    """Whether a body stands before the mention in its clause: what is named may be that body's."""
    clause = sentence.clause(sentence.mentions[k].begin, sentence.mentions[k].end)
    return any(
        sentence.mentions[other].type == "Organization"
        for other in sentence.inside
        if other < k and sentence.mentions[other].begin >= clause.begin
    )
