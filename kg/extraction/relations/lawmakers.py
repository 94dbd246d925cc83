"""Who made an instrument: the place that its title opens with; never a local body a statute, nor a national one what is local."""

from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.meetings import adopting


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


def made_by(sentence: Sentence, object_: int, verb: Trigger, grammar: Grammar) -> int | None:
    """Who made what the verb says is made, where its clause has no subject: whose meeting adopts it, by whom it is said to be
    passed (《…方案》经 + 区政府 + 常务会议审议通过), or who is said before to lead those who made it."""
    found = adopting(sentence, verb, grammar)
    if found is None:
        found = _passed_by(sentence, object_, verb, grammar)
    return _leader(sentence, verb, grammar) if found is None else found


def _passed_by(sentence: Sentence, object_: int, verb: Trigger, grammar: Grammar) -> int | None:
    """The body between a title and the verb behind a mark of who does it; none where it is the reporter's own."""
    end = sentence.mentions[object_].end
    for k in sentence.inside:
        body = sentence.mentions[k]
        between = end <= body.begin and body.end <= verb.begin and body.type == "Organization"
        if between and sentence.text.endswith(grammar.agency.agents, end, body.begin):
            return None if k in sentence.own else k
    return None


def _leader(sentence: Sentence, verb: Trigger, grammar: Grammar) -> int | None:
    """The body that leads others in the clause before (由区司法局牵头，+ 会同区财政局印发…), where no place acts in this."""
    clause = sentence.clause(verb.begin, verb.end)
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if mention.end > verb.begin or sentence.host(k):
            continue
        if mention.begin >= clause.begin:
            if mention.type == "Division":
                return None
        elif mention.type == "Organization" and k not in sentence.own:
            leads = grammar.partnership.leads.match(sentence.text, mention.end)
            return k if leads and leads.end() == clause.begin else None
    return None
