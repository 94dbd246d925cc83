"""Whether what a verb states was done, is planned or is lacking: by the section, and by what the clause says of it."""

from kg.extraction.common.clauses import Roles, Stretch, clause_begin
from kg.extraction.common.sentence import Governor, Sentence, Trigger
from kg.extraction.common.spans import Candidate
from kg.extraction.relations.cues import Modality
from kg.extraction.relations.drafts import is_draft
from kg.extraction.relations.grammar import Grammar
from kg.model import Status

REACH_OF_A_DEMAND = 16
"""Characters before a verb in which it is demanded of many."""
LACKED = ("enacts", "implements")
"""Relations of which a section on what is lacking tells by denying them."""


def status_of(
    sentence: Sentence, k: int, governor: Governor, clause: Stretch, grammar: Grammar, roles: Roles
) -> Status | None:
    """The status of what ``governor`` states of mention ``k``, which stands in ``clause``; None when the clause denies it."""
    verb, predicate = governor
    mention = sentence.mentions[k]
    said = _said(sentence.text, clause, mention, verb, grammar.modality, roles)
    if said is None and predicate in LACKED and roles.status(mention.begin) == "shortcoming":
        return "shortcoming"  # 未能按计划出台: that it is lacking is told
    return "planned" if said == "achieved" and _is_to_come(sentence, k, governor, grammar) else said


def _is_to_come(sentence: Sentence, k: int, governor: Governor, grammar: Grammar) -> bool:
    """Whether what was done leaves the thing itself to come: a draft, or an honour that is only striven for."""
    verb, predicate = governor
    if predicate == "enacts":
        return is_draft(sentence, k, verb, grammar)
    said = verb.frame or sentence.text[verb.begin : verb.end]
    return (
        predicate == "receives"
        and said in grammar.bearing.striving
        and not grammar.bearing.several.match(sentence.text, sentence.mentions[k].end)
    )


def _said(
    text: str, clause: Stretch, mention: Candidate, verb: Trigger, modality: Modality, roles: Roles
) -> Status | None:
    """The section's status, unless the clause speaks of the future, or the verb of what is done (用好已建成的…); None when it
    denies, but of what is lacking only how it is carried out (行政裁决尚未起步)."""
    if verb.begin == verb.end and roles.status(mention.begin) == "shortcoming":
        return "shortcoming"
    if modality.negation.search(text, _where_denied(text, clause, mention, verb), clause.end):
        return None
    if text.endswith(modality.denied, clause.begin, verb.begin) or _is_demanded(text, clause, verb, modality):
        return None
    if text.endswith(modality.done, clause.begin, verb.begin):
        return "achieved"
    status = roles.status(mention.begin)
    if status == "achieved" and (
        modality.future.search(text, *clause)
        or modality.intended.match(text, clause.begin, clause.end)
        or text[verb.begin : verb.end] in modality.not_built
        or (
            text.endswith(modality.to_come, clause.begin, verb.begin)
            and not modality.disposal.search(text, verb.end, clause.end)
        )
    ):
        return "planned"
    return status


def _is_demanded(text: str, clause: Stretch, verb: Trigger, modality: Modality) -> bool:
    """Whether what the verb says is only demanded: 《意见》提出 + 组建…, 要求各镇 + 建立…."""
    if text.endswith(modality.demanded, clause.begin, verb.begin):
        return True
    near = max(clause.begin, verb.begin - REACH_OF_A_DEMAND)
    return modality.demanded_of_many.search(text, near, verb.begin) is not None


def _where_denied(text: str, clause: Stretch, mention: Candidate, verb: Trigger) -> int:
    """Where the part of the clause begins that may deny what it says: behind a colon a verb begins anew (未收到投诉：+ 推行…),
    but not what is only named there (尚未建立以下制度：…)."""
    begin = max(clause.begin, min(verb.begin, mention.begin))
    return clause_begin(text, clause.begin, begin) if verb.end > verb.begin else clause.begin
