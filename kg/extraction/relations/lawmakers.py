"""Who made an instrument: the place that its title opens with; never a local body a statute, nor a national one what is local."""

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar


def may_make(sentence: Sentence, k: int | None, object_: int, grammar: Grammar) -> bool:
    """Whether mention ``k``, or who reports, may have made the instrument: 国务院印发的《A》、+ 《上海市B》, and 《民法典》+ 颁布
    are made by neither."""
    lawmaking, title = grammar.lawmaking, sentence.mentions[object_]
    if k is None and lawmaking.of_a_village.fullmatch(sentence.text, title.begin, title.end):
        return False  # 村民代表会议表决通过《练东村村规民约》
    if k is None or sentence.mentions[k].rule not in lawmaking.national:
        return title.kind not in lawmaking.statutes
    return lawmaking.local_title.match(sentence.text, title.begin) is None


def named_in_title(sentence: Sentence, object_: int, verb: Trigger) -> int | None:
    """The place that opens a title, of which a verb behind it says that it was made, and that is none like the reporting one:
    《上海市信访条例》+ 出台."""
    title = sentence.mentions[object_]
    if object_ == sentence.inside[-1] or sentence.host(object_ + 1) != title or verb.begin < title.end:
        return None
    place = sentence.mentions[object_ + 1]
    own = sentence.text.endswith(tuple(sentence.levels), place.begin, place.end)
    opens = place.type == "Division" and place.begin - title.begin <= 1
    return object_ + 1 if opens and not own else None
