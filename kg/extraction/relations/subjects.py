"""Who a relation is said of: the clause's own subject, the sentence's, or nobody named (the reporting division)."""

from kg.extraction.common.clauses import clause_begin
from kg.extraction.common.fillers import THINGS
from kg.extraction.common.joints import JOINTS, PAUSE
from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.bearers import bearer, is_another, is_village, may_bear, place_acts
from kg.extraction.relations.bestowed import given_to
from kg.extraction.relations.causing import causes_another
from kg.extraction.relations.employment import employs
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.helping import is_helped, joins_in
from kg.extraction.relations.in_turn import in_turn
from kg.extraction.relations.lawmakers import made_by, may_make, named_in_title
from kg.extraction.relations.learners import learner, others_learn, studying
from kg.extraction.relations.meetings import listed_before
from kg.extraction.relations.own_subjects import may_be, own_subject
from kg.extraction.relations.prepositions import governed
from kg.extraction.relations.unnamed import opened_by_another
from kg.model.rules import REPORTER

NOBODY: list[int | None] = [None]
LONGEST_POST = 2
"""Characters of the word between being engaged and by whom: 受聘 + 担任 + 镇政府."""


def subjects(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> list[int | None]:
    """Indexes of the mentions that the relation is said of; ``[None]`` means the reporting division."""
    if predicate == "studies" and (group := learner(sentence, object_, grammar)) is not None:
        return [group]
    if verb.frame in grammar.agency.entrusting and (entrusted := _entrusted(sentence, object_, grammar)):
        return entrusted
    if predicate == "engages" and verb.begin >= sentence.mentions[object_].end:
        return _employers(sentence, verb)
    if predicate == "receives" and (given := given_to(sentence, object_, verb, grammar)) is not None:
        return given
    if predicate == "receives" and is_another(sentence, verb, grammar):
        return []
    if causes_another(sentence, verb, predicate, grammar):
        return []
    if predicate == "receives" and _bears_itself(sentence, verb, grammar):
        return NOBODY
    if verb.begin == verb.end and is_helped(sentence, object_, grammar):
        return NOBODY
    near = _nearest(sentence, object_, verb, predicate, grammar)
    if near is not None and predicate == "studies" and verb.begin == verb.end and employs(sentence, near):
        return NOBODY  # 党校教授丁德恒作 + 习近平法治思想专题辅导: whose lecturer it is does not learn
    if predicate == "receives" and not may_bear(sentence, near, object_, grammar):
        return []
    if predicate == "enacts":
        near = named_in_title(sentence, object_, verb) if near is None else near
        if not may_make(sentence, near, object_, grammar):
            return []
    if near is not None and _only_belongs(sentence, near, verb, grammar):
        return NOBODY
    if near is None:
        return NOBODY if _is_reporters(sentence, verb, predicate, grammar) else []
    if predicate == "partOf" and not _stands_before(sentence, near, verb, grammar):
        return []
    found = [near]
    while (near := listed_before(sentence, near, grammar)) is not None:  # 司法所、派出所建立联调机制
        if predicate == "partOf" and sentence.text[sentence.mentions[near].end] != PAUSE:
            break  # 县政府 + 与 + 县法院争议化解中心 + 设在…
        found.append(near)
    if predicate == "cooperatesWith":
        return [found[-1]]  # 司法所、派出所 + 与律所签订协议: ``together`` tells that the others take part
    return in_turn(sentence, found, object_, grammar)


def _only_belongs(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a body, one of several or not the first of its clause, only gives members to what the verb sets up: 聘请 + 正大律师
    事务所 + 等3家组成顾问团, 林业站、国土所抽调8人组成巡查队."""
    if sentence.text[verb.begin : verb.end] not in grammar.founding.of_members:
        return False
    return sentence.lists.first[k] != k or not grammar.heads.opens(sentence, k)


def _stands_before(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a mention stands directly before a verb, or adverbs do: not 市政府 + 联席会议办公室 + 设在…."""
    return grammar.agency.between.fullmatch(sentence.text, sentence.mentions[k].end, verb.begin) is not None


def _entrusted(sentence: Sentence, object_: int, grammar: Grammar) -> list[int | None]:
    """Who acts for the body that the clause names: the one that opens the next (受镇政府委托，+ 上海正大律师事务所 + 出具…)."""
    mention = sentence.mentions[object_]
    following = sentence.clause(mention.begin, mention.end).end + 1
    near = next((k for k in sentence.inside if sentence.mentions[k].begin >= following), None)
    acts = near is not None and sentence.mentions[near].type == "Organization"
    return [near] if near is not None and acts and grammar.heads.opens(sentence, near) else []


def _employers(sentence: Sentence, verb: Trigger) -> list[int | None]:
    """Whose adviser one becomes who is engaged: 律所 + 受聘为 + 镇政府 + 法律顾问; nobody named of 检察官刘文娟 + 受聘."""
    bodies = (k for k in sentence.inside if sentence.mentions[k].type == "Organization")
    near = (k for k in bodies if 0 <= sentence.mentions[k].begin - verb.end <= LONGEST_POST)
    return [next(near, None)]


def _nearest(sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar) -> int | None:
    """Who is named nearest: in the verb's clause, else as who the sentence or a clause before is about."""
    near = own_subject(sentence, object_, verb, predicate, grammar)
    if near is None and not (predicate == "studies" and others_learn(sentence, verb, grammar)):
        if predicate == "studies":
            near = studying(sentence, verb, _is_topic(sentence, object_, verb, grammar), grammar)
        else:
            near = _inherited(sentence, object_, verb, predicate, grammar)
    if near is None and predicate == "enacts":
        near = made_by(sentence, object_, verb, grammar)
    if near is None and predicate == "receives":
        near = bearer(sentence, verb, grammar)
    return near


def _inherited(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> int | None:
    """The body that opens a clause is the subject of the later ones too, until a body or place opens another."""
    if _is_topic(sentence, object_, verb, grammar):
        return None
    near = next((k for k in reversed(sentence.inside) if _opens_before(sentence, k, verb, grammar)), None)
    if near is None or near == object_:
        return None
    mention = sentence.mentions[near]
    if predicate != "receives" and _begins_with_thing(sentence, mention.end, verb, grammar):
        return None  # of an honour ``is_another`` tells it
    places = near in sentence.own or mention.rule == grammar.learning.group
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


def _is_topic(sentence: Sentence, object_: int, verb: Trigger, grammar: Grammar) -> bool:
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


def _bears_itself(sentence: Sentence, verb: Trigger, grammar: Grammar) -> bool:
    """Whether the reporter speaks of itself in the verb's clause (我镇荣获, 街道连续三年获评), whatever went before."""
    clause = sentence.clause(verb.begin, verb.end)
    before = (sentence.mentions[k] for k in sentence.inside if not sentence.host(k))
    named = [m for m in before if clause.begin <= m.begin and m.end <= verb.begin]
    if named:
        return all(m.rule.startswith(REPORTER) for m in named)
    return grammar.bearing.own_level.fullmatch(sentence.text, clause.begin, verb.begin) is not None


def _is_reporters(sentence: Sentence, verb: Trigger, predicate: str, grammar: Grammar) -> bool:
    """Whether what nobody is named for is the reporter's: never what a place cannot do, nor an honour when a demonstrative
    stands for its bearer."""
    if "Division" not in grammar.domain[predicate]:
        return False
    if opened_by_another(sentence, verb, predicate, grammar):
        return False
    if predicate != "receives":
        return True
    clause = sentence.clause(verb.begin, verb.end)
    return not sentence.text.startswith(grammar.agency.demonstratives, clause.begin)
