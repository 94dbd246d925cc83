"""Which relations a verb states of what its clause opens with: 《办法》+ 已出台, 律所 + 受聘, but not 党工委 + 建立…."""

from kg.extraction.common.particles import OF
from kg.extraction.common.sentence import Sentence, Trigger
from kg.extraction.relations.employment import employs
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.lawmakers import named_in_title

STATED = frozenset(("implements", "enacts", "follows", "studies", "establishes", "engages"))
"""Relations that a clause may state with the object before the verb."""


def fitting_topic(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> list[str]:
    """The relations that a verb states of mention ``k``, with which its clause opens."""
    text, mention, founding = sentence.text, sentence.mentions[k], grammar.founding
    said = text[verb.begin : verb.end]
    if said in grammar.lawmaking.consulting and not _is_own_draft(sentence, k, verb):
        return []
    shown = said in grammar.lawmaking.showing and "enacts" not in verb.predicates
    if shown and mention.kind == grammar.learning.work:
        return ["publicises"]  # 《反诈段子》+ 巡演 + 66场
    fitting = [p for p in verb.predicates if p in STATED and mention.type in grammar.range[p]]
    if not _is_engaged(sentence, k, verb, grammar):
        fitting = [p for p in fitting if p != "engages"]
    closed = founding.closed.match(text, verb.end)
    if (
        "implements" in verb.predicates  # 加强, 推进: it need not be new
        or (said in founding.launching and not closed)  # 微信公众号 + 推出 + 长图文
        or said in founding.of_members  # 委员会由律师 + 组成
    ):
        fitting = [p for p in fitting if p != "establishes"]
    if mention.type == "Organization" and (not closed or _is_maker(sentence, k, verb, grammar)):
        fitting = [p for p in fitting if p == "engages"]  # 党工委建立…: it founds, it is not founded
    return fitting


def _is_own_draft(sentence: Sentence, k: int, verb: Trigger) -> bool:
    """Whether a title is none of a document of another place, on which others ask: 《上海市…条例（草案）》+ 征求意见."""
    return (
        sentence.text.startswith("《", sentence.mentions[k].begin)
        and named_in_title(sentence, k, verb) is None
    )


def _is_maker(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a body, or the list that it is in, made what the clause is about: 由区法院、镇政府 + 共建的站 + 揭牌."""
    begin = sentence.mentions[sentence.lists.first[k]].begin
    end = sentence.mentions[sentence.lists.last[k]].end
    described = sentence.describes(end) and not sentence.text[end].isdigit()  # 区法院 + 巡回审判站揭牌
    by_it = sentence.text.endswith(grammar.agency.agents, 0, begin)
    return by_it or described or OF in sentence.text[end : verb.begin]


def _is_engaged(sentence: Sentence, k: int, verb: Trigger, grammar: Grammar) -> bool:
    """Whether a verb says of what its clause opens with that it is engaged: 律所 + 受聘, but 镇政府 + 聘请; by 担任 a law firm
    alone; and not whose person it is (党校 + 教授丁德恒受聘)."""
    mention, word = sentence.mentions[k], sentence.text[verb.begin : verb.end]
    partnership = grammar.partnership
    if word not in partnership.engaged or (mention.type == "Organization" and employs(sentence, k)):
        return False
    return word not in partnership.serving or mention.kind in partnership.hired
