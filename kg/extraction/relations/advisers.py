"""Law firms and lawyers that are engaged without a verb of engaging: 法律顾问 + 正大律师事务所, 律师程海峰任镇法律顾问."""

from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.apposed import apposed
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.posts import of_a_firm
from kg.model import RelationMention


def advisers(sentence: Sentence, position: int, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """Whom the firm or lawyer at ``position`` of the sentence advises: the body before what it is to that (镇政府法律顾问 + 硒谷
    律师事务所), else who reports."""
    k = sentence.inside[position]
    mention = sentence.mentions[k]
    if sentence.host(k):
        return
    said = ""
    if mention.kind in grammar.partnership.hired:
        words = grammar.partnership.advisers
        said = next((w for w in words if sentence.text.endswith(w, 0, mention.begin)), "")
        bodies = (j for j in sentence.inside[:position] if sentence.mentions[j].type == "Organization")
        at = mention.begin - len(said)
        employer = next((j for j in bodies if said and sentence.mentions[j].end == at), None)
        firm = mention.kind == grammar.offices.firm
        if said or (firm and _serves(sentence, position, grammar)):
            yield apposed(employer, "engages", k, roles.status(mention.begin), at, mention.end)
    elif mention.type == "Person" and _advises(sentence, k, grammar):
        yield apposed(None, "engages", k, roles.status(mention.begin), mention.begin, mention.end)


def _serves(sentence: Sentence, position: int, grammar: Grammar) -> bool:
    """Whether a firm is said to send lawyers, or its lawyer, named next, to advise: 正大律师事务所 + 派出9名律师."""
    k = sentence.inside[position]
    firm = sentence.mentions[k]
    if grammar.partnership.sends.match(sentence.text, firm.end):
        return True
    later = (j for j in sentence.inside[position + 1 :] if not sentence.host(j))
    person = next((j for j in later if sentence.mentions[j].type == "Person"), None)
    if person is None or sentence.broken(firm.end, sentence.mentions[person].begin):
        return False
    return grammar.partnership.advises.match(sentence.text, sentence.mentions[person].end) is not None


def _advises(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a person is said to be an adviser, or the lawyer of a firm engaged before to sit there: 陈立新 + 律师每周二坐班."""
    end = sentence.mentions[k].end
    if grammar.partnership.advises.match(sentence.text, end):
        return True
    sits = grammar.partnership.sits.match(sentence.text, end)
    return sits is not None and of_a_firm(sentence, k, grammar) is not None
