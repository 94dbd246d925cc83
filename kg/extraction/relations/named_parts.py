"""What is a part of another by how both are named (``partOf``): 综治中心 + “红团茶室”, “莲心”品牌 + “莲心”工作室."""

from collections.abc import Iterator

from kg.extraction.common.clauses import Roles
from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Sentence
from kg.extraction.common.spans import Candidate
from kg.extraction.relations.apposed import apposed
from kg.extraction.relations.grammar import Grammar
from kg.model import RelationMention

OPENINGS = ("“", f"{OF}“")
"""Between a body and what is quoted as its own."""


def named_parts(
    sentence: Sentence, position: int, grammar: Grammar, roles: Roles
) -> Iterator[RelationMention]:
    """What is a part of the mention at ``position`` of the sentence, which lies in no other."""
    k = sentence.inside[position]
    whole = sentence.mentions[k]
    later = [j for j in sentence.inside[position + 1 :] if not sentence.host(j)]
    if whole.type == "Organization":
        found = _its_own(sentence, whole, later[:1], grammar) or _set_up(sentence, whole, later[:1], grammar)
    elif whole.kind == grammar.place.brand:
        found = [j for j in later if _same_quotation(sentence.text, whole, sentence.mentions[j])]
    else:
        return
    for part in found:
        begin, end = whole.begin, sentence.mentions[part].end
        planned = roles.status(begin) == "planned"
        yield apposed(part, "partOf", k, "planned" if planned else "achieved", begin, end)


def _its_own(sentence: Sentence, whole: Candidate, following: list[int], grammar: Grammar) -> list[int]:
    """The room, platform or brand that is quoted directly behind a body: 区综治中心 + “红团茶室”."""
    kinds = (grammar.place.venue, grammar.place.platform, grammar.place.brand, *grammar.offices.served)
    own = (j for j in following if sentence.mentions[j].kind in kinds)
    return [
        j for j in own if sentence.text[whole.end : _opening(sentence.text, sentence.mentions[j])] in OPENINGS
    ]


def _opening(text: str, mention: Candidate) -> int:
    """Where what a quotation names begins, behind its mark."""
    return mention.begin + text.startswith("“", mention.begin)


def _set_up(sentence: Sentence, whole: Candidate, following: list[int], grammar: Grammar) -> list[int]:
    """The group that another sets up within it: 区防控指挥部 + 设立 + 法律服务组."""
    group = grammar.offices.coordination
    if whole.kind != group:
        return []
    verbs = [v for v in sentence.verbs if v.begin == whole.end and "establishes" in v.predicates]
    within = (j for j in following if sentence.mentions[j].kind == group)
    return [j for j in within if any(v.end == sentence.mentions[j].begin for v in verbs)]


def _same_quotation(text: str, brand: Candidate, other: Candidate) -> bool:
    """Whether a body bears the quoted name of a brand: “莲心”调解品牌 and “莲心”调解工作室."""
    name, mark, _ = text[_opening(text, brand) : brand.end].partition("”")
    return bool(mark) and other.type == "Organization" and text.startswith(f"{name}”", _opening(text, other))
