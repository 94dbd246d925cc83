"""Who learns: the group for which a norm is set, the body that studied in the clause before; or those whom it makes learn."""

from collections.abc import Iterator

from kg.extraction.common.joints import JOINTS, PAUSE
from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.meetings import first_listed, meets
from kg.extraction.relations.prepositions import governed

LEARNERS = ("Organization", "Role")


def others_learn(sentence: Sentence, verb: Trigger, grammar: Grammar) -> bool:
    """Whether somebody else is made to learn in the verb's clause: 组织 + 干部职工 + 学习."""
    clause = sentence.clause(verb.begin, verb.end)
    return grammar.learning.others.search(sentence.text, clause.begin, verb.begin) is not None


def learner(sentence: Sentence, object_: int, grammar: Grammar) -> int | None:
    """The group for whose learning a clause sets the object: 习近平法治思想列入 + 党委理论学习中心组 + 学习计划."""
    last = sentence.lists.last[object_]
    end = sentence.clause(sentence.mentions[last].begin, sentence.mentions[last].end).end
    for k in range(last + 1, sentence.inside[-1] + 1):
        mention = sentence.mentions[k]
        if mention.end > end:
            return None
        host = sentence.host(k)
        if mention.rule in grammar.learning.groups and (host is None or host.begin == mention.begin):
            return k
    return None


def studying(sentence: Sentence, verb: Trigger, topic: bool, grammar: Grammar) -> int | None:
    """The body that opens a clause before, the nearest, studies on in the next: 落实学法制度，局党组 + 学法12次，深入学习…, also
    where a name begins with it (区政府常务会议会前学法11次，学习《宪法》). The last of a list, or any where what is learned is
    the ``topic`` of the verb's clause, must be said to learn before (镇党委学法4次，+ 《宪法》得到深入学习)."""
    for k in reversed(sentence.inside):
        mention, host = sentence.mentions[k], sentence.host(k)
        if mention.type != "Organization" or mention.end > verb.begin:
            continue
        if _has_a_system(sentence, k, grammar):
            return k
        if host is None and k in sentence.own and not _convenes(sentence, k):
            continue  # what a government does is its place's
        first = first_listed(sentence, k, grammar)
        opens = grammar.heads.opens(sentence, first) and (host is None or host.begin == mention.begin)
        convened = _is_convened(sentence, k, first, grammar)
        acts = (opens or convened) and sentence.text[mention.end : mention.end + 1] not in (*JOINTS, OF, "")
        if (topic or first != k) and not _learns(sentence, k, grammar):
            continue
        if acts and not grammar.agency.leaders.match(sentence.text, mention.end):
            aside = governed(sentence, k, grammar) and not convened
            return None if aside or _is_one_of_many(sentence, k, grammar) else k
    return None


def _has_a_system(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether the system of learning of a group, or of a body's meetings, is spoken of, whose name begins with the body's or
    stands behind it: 落实 + 镇党委理论学习中心组 + 学法制度, 坚持 + 县政府 + 常务会议会前学法制度."""
    body, host = sentence.mentions[k], sentence.host(k)
    named = host or body
    after = next((m for m in map(sentence.mentions.__getitem__, _later_in_clause(sentence, k))), None)
    system = host if named.type == "Programme" else after
    if system is None or system.type != "Programme" or system.begin not in (body.begin, named.end):
        return False
    convenes = meets(sentence, k) or grammar.learning.meeting.search(sentence.text, body.end, system.end)
    if body.rule not in grammar.learning.groups and not convenes:
        return False
    words_begin = max(system.begin, body.end)
    return grammar.learning.context.search(sentence.text, words_begin, system.end) is not None


def _convenes(sentence: Sentence, k: int) -> bool:
    """Whether a body meets in its clause: 县政府 + 召开常务会议，学习…."""
    return any(sentence.mentions[j].type == "Event" for j in _later_in_clause(sentence, k))


def _is_convened(sentence: Sentence, k: int, first: int, grammar: Grammar) -> bool:
    """Whether a study group, or a body by its meeting, stands behind a word of convening it, or the ``first`` of its list does:
    组织 + 镇党委中心组 + 开展研学, 召开 + 区政府 + 常务会议."""
    meeting = sentence.mentions[k].rule in grammar.learning.groups or meets(sentence, k)
    return meeting and sentence.text.endswith(grammar.learning.convening, 0, sentence.mentions[first].begin)


def _learns(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a body meets by name, or its clause speaks of learning."""
    end = sentence.clause(sentence.mentions[k].begin, sentence.mentions[k].end).end
    spoken = grammar.learning.context.search(sentence.text, sentence.mentions[k].begin, end)
    return meets(sentence, k) or spoken is not None


def _is_one_of_many(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether the clause counts behind a pause what others learn: 中心组学习6次、+ 行政执法人员培训4次，学习内容有…."""
    for j in _later_in_clause(sentence, k):
        mention = sentence.mentions[j]
        pause = mention.begin - len(PAUSE)
        behind = sentence.text.startswith(PAUSE, pause) and mention.type in LEARNERS
        if behind and grammar.heads.counts(sentence, sentence.mentions[k].end, pause):
            return True
    return False


def _later_in_clause(sentence: Sentence, k: int) -> Iterator[int]:
    """What is named behind mention ``k`` in its clause."""
    end = sentence.clause(sentence.mentions[k].begin, sentence.mentions[k].end).end
    return (j for j in sentence.inside if j > k and sentence.mentions[j].end <= end)
