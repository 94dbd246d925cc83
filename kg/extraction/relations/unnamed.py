"""Where a clause names who acts, or who is honoured, with words that are no mention: 张建国 + 被授予, 指导高湖村 + 成立."""

from kg.extraction.common.clauses import PASSIVE, YEAR, clause_begin
from kg.extraction.common.joints import WITH
from kg.extraction.common.particles import AT
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar

OWN_WORK = ("establishes", "enacts")
"""Relations of which people and firms are the subject alone, and not the place that they are in."""
ENDS_OF_NAMES = "”》"
GOVERNING = ("p", "v")
"""Parts of speech of words behind which no subject stands."""


def unnamed(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """Where the words end that stand before a verb, or before the mark of who bestows an honour; None when there are none, when
    they are a mention, or when a demonstrative stands for one."""
    clause = sentence.clause(verb.begin, verb.end)
    if sentence.text.startswith(grammar.agency.demonstratives, clause.begin):
        return None
    at = sentence.text.rfind(PASSIVE, clause.begin, verb.begin)
    at = at if at >= 0 else verb.begin
    adverbs = grammar.agency.adverbs
    while sentence.text.endswith(adverbs, clause.begin, at):
        at -= len(next(a for a in adverbs if sentence.text.endswith(a, clause.begin, at)))
    at = _before_a_scope(sentence, clause.begin, at, grammar)
    ends = {at, _before_a_noun(sentence.text, clause.begin, at, grammar)}
    ends |= {end - 1 for end in ends if sentence.text[end - 1] in ENDS_OF_NAMES}
    named = any(sentence.mentions[k].end in ends for k in sentence.inside)
    return None if named or at <= clause.begin or YEAR.fullmatch(sentence.text, clause.begin, at) else at


def _before_a_noun(text: str, begin: int, at: int, grammar: Grammar) -> int:
    """``at``, or where the noun begins that calls what stands before it so: “一杯茶”调解法 + 做法."""
    practices = grammar.bearing.practices
    if not text.endswith(practices, begin, at):
        return at
    return at - next(len(word) for word in practices if text.endswith(word, begin, at))


def _before_a_scope(sentence: Sentence, begin: int, at: int, grammar: Grammar) -> int:
    """``at``, or where what ends there tells only among what it was (2份案卷 + 在全市案卷评查中)."""
    if not sentence.text.endswith(grammar.agency.enclosed, begin, at):
        return at
    scope = sentence.text.rfind(AT, begin, at)
    return scope if scope > begin else at


def opened_by_another(sentence: Sentence, verb: Trigger, predicate: str, grammar: Grammar) -> bool:
    """Whether a body that is no mention, and none of many, opens the verb's clause (一体化示范区执委会 + 出台), or those who set
    something up for themselves (辖区企业 + 建立合规制度)."""
    at = unnamed(sentence, verb, grammar) if verb.end > verb.begin else None
    if at is None:
        return False
    theirs = predicate in OWN_WORK and sentence.text.endswith(grammar.agency.private, 0, at)
    if not theirs and not sentence.text.endswith(grammar.agency.bodies, 0, at):
        return False
    clause = sentence.clause(verb.begin, verb.end)
    begin = clause_begin(sentence.text, clause.begin, at)
    joined = begin + 1
    if any(
        sentence.words.tag[k] in GOVERNING and not (k > joined and sentence.text[k] in WITH)
        for k in range(begin, at)
    ):
        return False  # 深入学校 + 开展, but 物业公司与业主委员会 + 建立
    return theirs or grammar.agency.many.search(sentence.text, begin, at) is None
