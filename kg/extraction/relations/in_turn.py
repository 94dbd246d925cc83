"""Two lists of which each member has its own: 甲村、乙村 + 分别 + 获评A和B."""

from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.grammar import Grammar


def in_turn(sentence: Sentence, subjects: list[int], object_: int, grammar: Grammar) -> list[int | None]:
    """Of ``subjects``, the last first, the one whose object this is where each of two lists has its own: 甲村、乙村 + 分别 +
    获评A和B; all where the lists are not of one length."""
    listed = range(sentence.lists.first[object_], sentence.lists.last[object_] + 1)
    objects = [k for k in listed if not sentence.host(k)]
    if object_ not in objects or not len(subjects) == len(objects) > 1:
        return [*subjects]
    between = sentence.text[sentence.mentions[subjects[0]].end : sentence.mentions[objects[0]].begin]
    if not grammar.agency.each.search(between):
        return [*subjects]
    return [subjects[-1 - objects.index(object_)]]
