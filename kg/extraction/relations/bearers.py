"""Who bears an honour and who bestows it: 该村被评为, 居民杨文学编唱山歌，被评为, 被司法部命名为."""

import re

from kg.extraction.common.joints import joins
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import PEOPLE
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.unnamed import unnamed
from kg.model.rules import NAMED_PLACES, VILLAGE

NAMES = PEOPLE | {"ns", "nt"}
"""Parts of speech of names of people, places and bodies."""
LONGEST_TITLE = 5
"""Characters of a title behind a person's name (人民调解员)."""
LONGEST_COUNT = 6
"""Characters of how many of several were honoured (推荐案例3个，+ 1个 + 获二等奖)."""
LONGEST_ASIDE = 8
"""Characters of an aside, its brackets included."""
ASIDE = re.compile(rf"（[^（）]{{1,{LONGEST_ASIDE - 2}}}）$")
"""A bracket behind who is honoured: 村（社区）."""
ACTING = ("v", "p")
"""Parts of speech of what tells that who stands before it does something: 双圳村 + 建成, 东厍村 + 针对…推行."""
BEINGS = ("Person", "Role")


def bearer(sentence: Sentence, honour: int, verb: Trigger, grammar: Grammar) -> int | None:
    """Who bears an honour whose clause names nobody: the village or programme that it means, the practice that the clause before
    says is honoured, or the person named last."""
    meant = _meant(sentence, verb, grammar)
    if meant is None:
        meant = _honoured_before(sentence, honour, verb, grammar)
    return _person(sentence, verb) if meant is None else meant


def bestows(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a mark of the agent stands before the body, or before the first of those that it is listed with."""
    while not sentence.text.endswith(grammar.agency.agents, 0, sentence.mentions[k].begin):
        before = sentence.before(k)
        if before is None or sentence.mentions[before].type != "Organization":
            return False
        if not joins(sentence.text, sentence.mentions[before].end, sentence.mentions[k].begin):
            return False
        k = before
    return True


def is_another(sentence: Sentence, verb: Trigger, grammar: Grammar) -> bool:
    """Whether what the verb says is received by something that stands directly before it, or before the mark of who bestows
    it, and is no mention: 小店区综合行政执法队 + 张建国 + 被省司法厅授予, 静游镇 + 峰岭底村等3个村 + 被命名为."""
    at = unnamed(sentence, verb, grammar)
    if at is not None and _is_title(sentence, at):
        return False
    if at is not None and (aside := ASIDE.search(sentence.text, max(0, at - LONGEST_ASIDE), at)):
        at = aside.start()  # 3个村 + （社区）
    return at is not None and (
        sentence.text.endswith(grammar.agency.subject_ends, 0, at)
        or sentence.words.tag[at - 1] in NAMES
        or grammar.bearing.counted.search(sentence.text, max(0, at - LONGEST_COUNT), at) is not None
    )


def may_bear(sentence: Sentence, k: int | None, honour: int, grammar: Grammar) -> bool:
    """Whether mention ``k``, or the reporter, can bear the honour: what is given to people is given to nobody else."""
    mention = sentence.mentions[honour]
    called = sentence.text[mention.begin : mention.end].removesuffix("”")
    return not called.endswith(grammar.bearing.personal) or (
        k is not None and sentence.mentions[k].type in BEINGS
    )


def is_village(mention: Candidate) -> bool:
    """Whether a division is a village or another part of the reporting one, and not the one itself."""
    return mention.rule.startswith(VILLAGE)


def place_acts(sentence: Sentence, k: int) -> bool:
    """Whether a village, or another place named, does something: 双圳村 + 建成, 东厍村 + 针对…, but not 苏海社区 + 居民."""
    place = sentence.mentions[k]
    goes_on = place.end < sentence.span.end and sentence.words.tag[place.end].startswith(ACTING)
    return goes_on and (is_village(place) or place.rule.startswith(NAMED_PLACES))


def _is_title(sentence: Sentence, end: int) -> bool:
    """Whether no more than a title stands between a person and ``end``: 杨金花 + 调解员 + 被评为."""
    people = (sentence.mentions[k] for k in sentence.inside if sentence.mentions[k].type == "Person")
    titles = (sentence.text[p.end : end] for p in people if p.end < end <= p.end + LONGEST_TITLE)
    return any(title.isalpha() for title in titles)


def _meant(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """The village or programme of this sentence that a demonstrative at the head of the clause means: 该村 + 被评为, 该做法 +
    入选."""
    clause = sentence.clause(verb.begin, verb.end)
    word = next((d for d in grammar.agency.demonstratives if sentence.text.startswith(d, clause.begin)), "")
    at = clause.begin + len(word)
    practice = sentence.text.startswith(grammar.bearing.practices, at)
    for k in reversed(sentence.inside if word else ()):
        mention = sentence.mentions[k]
        if mention.end > clause.begin:
            continue
        if practice and mention.type == "Programme" and not sentence.host(k):
            return k
        if not practice and is_village(mention):
            ends = (sentence.text[mention.end - size : mention.end] for size in (1, 2))
            return k if sentence.text.startswith(tuple(ends), at) else None
    return None


def _honoured_before(sentence: Sentence, honour: int, verb: Trigger, grammar: Grammar) -> int | None:
    """The practice of which a clause before says that it was honoured, where the verb's goes on about it: “茶馆说事”工作法获评A，
    并 + 获评B. What is given to bodies and places only is given to none."""
    clause, given = sentence.clause(verb.begin, verb.end), sentence.mentions[honour]
    if not grammar.bearing.goes_on.fullmatch(sentence.text, clause.begin, verb.begin):
        return None
    if sentence.text[given.begin : given.end].removesuffix("”").endswith(grammar.bearing.of_bodies):
        return None
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if mention.type == "Programme" and mention.end <= clause.begin and not sentence.host(k):
            said = (t for t in sentence.verbs if "receives" in t.predicates and t.begin >= mention.end)
            first = next(said, None)
            between = first and grammar.agency.between.fullmatch(sentence.text, mention.end, first.begin)
            return k if first and first.begin < clause.begin and between else None
    return None


def _person(sentence: Sentence, verb: Trigger) -> int | None:
    """The person named last before an honour of which nobody else is said to be the bearer: 居民杨文学编唱山歌，+ 被评为."""
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if mention.end <= verb.begin and not sentence.host(k):
            return k if mention.type == "Person" else None
    return None
