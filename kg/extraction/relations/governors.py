"""Which verbs govern a mention: the nearest before it, a frame around it, or what its own name implies."""

from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Governor, Sentence, Trigger
from kg.extraction.relations.adjuncts import only_named, only_names_a_place
from kg.extraction.relations.clause_topics import IN_A_ROW, of_topic
from kg.extraction.relations.focused import focused
from kg.extraction.relations.frames import framed
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.implied import implied, taught, trained
from kg.extraction.relations.raised import raised
from kg.extraction.relations.verbs_before import verbs_before
from kg.model.rules import CARRIED_OUT, ISSUED

NORMATIVE = ("studies", "publicises", "follows")
"""Relations to a norm that nouns after it may state."""


def governors(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verbs that govern mention ``k``, each with the relation that it states; of a list that mixes types only what each
    may be (国务院印发的《纲要》、习近平法治思想)."""
    type_ = sentence.mentions[k].type
    found = [(v, p) for v, p in _governors(sentence, k, grammar) if type_ in grammar.range[p]]
    if not found or type_ != "Programme":
        return found
    if _is_taught(sentence, k, grammar):
        return [(v, "publicises" if p == "implements" else p) for v, p in found]
    if only_named(sentence, k, grammar):
        return [(v, p) for v, p in found if p not in ("implements", "establishes")]
    if only_names_a_place(sentence, k, grammar):
        return [(v, p) for v, p in found if p != "establishes"]
    return found


def _is_taught(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a campaign is only a topic of what the public is taught: 围绕扫黑除恶、+ 禁毒 + 等，开展普法宣传."""
    mention, learning = sentence.mentions[k], grammar.learning
    clause = sentence.clause(mention.begin, mention.end)
    opened = learning.topic_opens.match(sentence.text, clause.begin, mention.begin)
    if mention.kind != grammar.parts.campaign or opened is None:
        return False
    if any(opened.end() <= verb.begin < mention.begin for verb in sentence.verbs):
        return False  # 围绕禁毒开展 + 宣传月活动: it is held
    return learning.topic_taught.match(sentence.text, mention.end) is not None


def _governors(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The same for any type. A name inside another has the verbs of that one only where it says so; a frame comes before the
    verbs in front of it (以…为指导，落实…: both), any verb before nouns behind the mention (学习贯彻), these before what opens
    the clause and what the name itself implies."""
    if sentence.mentions[k].rule == ISSUED:  # what a notice issues is followed as the notice is
        outer = next(j for j in range(k - 1, -1, -1) if sentence.mentions[j] == sentence.host(k))
        return _governors(sentence, outer, grammar)
    if sentence.mentions[k].rule == CARRIED_OUT:
        begin = sentence.mentions[k].begin
        return [(Trigger(begin, begin, ()), "follows")]
    if sentence.host(k):
        return taught(sentence, k, grammar) or trained(sentence, k, grammar)
    if shown := taught(sentence, k, grammar):
        return shown  # 《水法》《防洪法》+ “五进”活动
    around = framed(sentence, k, grammar)
    before = focused(sentence, k, verbs_before(sentence, k, grammar), grammar)
    if around:
        opening = min(verb.begin for verb, _ in around)
        stated = {predicate for _, predicate in around}
        return around + [(v, p) for v, p in before if v.begin > opening and p not in stated]
    found = before + _nominal(sentence, k, {predicate for _, predicate in before}, grammar)
    return (
        found
        or raised(sentence, k, grammar)
        or _recorded(sentence, k, grammar)
        or _of_its_year(sentence, k, grammar)
        or of_topic(sentence, k, grammar)
        or implied(sentence, k, grammar)
    )


def _recorded(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """The verb before an honour by which none is named: one too short to be looked for anywhere (司法所 + 记 + 集体三等功), or
    that others than honours are the object of, too (创建 + 示范县, 保住 + 示范村牌子)."""
    mention = sentence.mentions[k]
    if mention.type != "Honour":
        return []
    begin = mention.begin
    verb = next((v for v in grammar.bearing.recording if sentence.text.endswith(v, 0, begin)), "")
    striven = grammar.bearing.striven.search(sentence.text, sentence.clause(begin, begin).begin, begin)
    if not verb and striven is None:
        return []
    span = striven.span("verb") if striven else (begin - len(verb), begin)
    return [(Trigger(*span, ("receives",)), "receives")]


def _of_its_year(sentence: Sentence, k: int, grammar: Grammar) -> list[Governor]:
    """What a year in the course of a document says: that it is acted by (2020年是《…纲要》+ 收官之年)."""
    mention = sentence.mentions[k]
    in_course = grammar.lawmaking.in_its_course.match(sentence.text, mention.end)
    if mention.type != "LegalInstrument" or not in_course:
        return []
    return [(Trigger(mention.begin, mention.begin, ()), "follows")]


def _nominal(sentence: Sentence, k: int, stated: set[str], grammar: Grammar) -> list[Governor]:
    """What nouns of learning and teaching directly after a norm say is done with it, but for what is ``stated`` already:
    习近平法治思想 + 学习宣传贯彻 (走深走实), 学习好、+ 贯彻好."""
    mention = sentence.mentions[k]
    if mention.type not in ("LegalInstrument", "Doctrine"):
        return []
    found: list[Governor] = []
    end = sentence.mentions[sentence.lists.last[k]].end  # 《甲》《乙》+ 的学习贯彻
    at = end + sentence.text.startswith("”", end)
    at += sentence.text.startswith(OF, at)
    taught = grammar.learning.taught.match(sentence.text, at)
    while taught and at < sentence.span.end:
        verb = Trigger(taught.start(), taught.end(), grammar.triggers.predicates(taught.group()))
        said = {predicate for _, predicate in found} | stated
        found += [(verb, p) for p in verb.predicates if p in NORMATIVE and p not in said]
        if mention.kind == grammar.learning.work:
            found = [(v, p) for v, p in found if p != "publicises"]  # 《法治练塘》+ 宣传片
        at = taught.end()
        row = IN_A_ROW.match(sentence.text, at)
        acts = grammar.learning.acts
        taught = acts.match(sentence.text, at) or (acts.match(sentence.text, row.end()) if row else None)
    return found
