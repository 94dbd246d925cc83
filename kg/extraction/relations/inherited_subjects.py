"""Who the clauses before a verb's are about, and so its own that names nobody: 司法所办案6件，+ 建立联调机制."""

from kg.extraction.common.clauses import clause_begin
from kg.extraction.common.fillers import THINGS
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.bearers import is_village, place_acts
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.helping import joins_in
from kg.extraction.relations.own_subjects import may_be
from kg.extraction.relations.prepositions import governed


def inherited(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> int | None:
    """The body that opens a clause is the subject of the later ones too, until a body or place opens another."""
    if is_topic(sentence, object_, verb, grammar):
        return None
    near = next((k for k in reversed(sentence.inside) if _opens_before(sentence, k, verb, grammar)), None)
    if near is None or near == object_:
        return None
    mention = sentence.mentions[near]
    if predicate != "receives" and _begins_with_thing(sentence, mention.end, verb, grammar):
        return None  # of an honour ``is_another`` tells it
    places = near in sentence.own or mention.rule in grammar.learning.groups
    may_act = predicate == "receives" or is_village(mention)
    acts = (mention.type == "Organization" and not places) or (may_act and place_acts(sentence, near))
    goes_on = sentence.text[mention.end : mention.end + 1] not in (*JOINTS, OF, "")
    goes_on = goes_on or joins_in(sentence, mention.end)
    acting = grammar.agency.acting.match(sentence.text, mention.end)
    follows = goes_on and (acting is not None or not sentence.describes(mention.end, THINGS))
    if grammar.agency.leaders.match(sentence.text, mention.end):
        return None
    if grammar.founding.passive.match(sentence.text, mention.end):
        return None  # 领导小组成立，《要点》随之制定: it did not make them
    fits = is_village(mention) or may_be(mention.type, predicate, grammar)
    return near if acts and follows and fits and not governed(sentence, near, grammar) else None


def is_topic(sentence: Sentence, object_: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a clause opens with the object, with a verb behind it or none: 司法所办案6件，+ 行政调解制度 + 更加完善."""
    named = verb.begin == verb.end and grammar.heads.opens(sentence, object_)
    return named or sentence.mentions[object_].end <= verb.begin


def _begins_with_thing(sentence: Sentence, end: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether the verb's clause, a later one than what ends at ``end`` stands in, begins with a noun, which acts in it or is
    acted on: 城运中心用好系统，+ 街面场所 + 全面布设…; but not 严格 + 执行, which is one word to the segmenter."""
    head = clause_begin(sentence.text, end, verb.begin)
    if head == end or sentence.words.tag[head] not in THINGS or sentence.words.end[head] > verb.begin:
        return False
    if sentence.text.startswith(grammar.agency.prepositions, head):
        return False  # 会同 + 镇司法所 + 开展, a noun to the segmenter
    return not grammar.heads.leads(sentence.text, sentence.words, head, verb.begin)


def _opens_before(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a body or place opens a clause before the verb."""
    mention = sentence.mentions[k]
    may_act = mention.type in ("Organization", "Division") and not sentence.host(k)
    first = sentence.lists.first[k] if is_village(mention) else k  # 东厍村、+ 练东村建成…
    return may_act and mention.end <= verb.begin and grammar.heads.opens(sentence, first)
