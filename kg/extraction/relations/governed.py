"""A mention that verbs before it may govern, and what stands around it that bars relations."""

import re
from collections.abc import Callable
from functools import cached_property

from kg.extraction.common.clauses import CLAUSE_END
from kg.extraction.common.joints import SIGNS, WITH
from kg.extraction.common.particles import BY, MEANS, OF, OTHERS
from kg.extraction.common.sentence import NOUN_TAGS, Sentence, Trigger
from kg.extraction.relations.employment import employs
from kg.extraction.relations.grammar import Grammar

BUILDING_REACH = 12
"""Characters behind a mention in which a noun of building counts (加强 + 法律明白人 + 队伍建设)."""
OWNED = re.compile(
    rf"{OTHERS}?(?:\d+[^，。；{SIGNS}{OF}{BY}{MEANS}]{{1,8}})?(?:[{SIGNS}]\d+[^，。；{SIGNS}{OF}{BY}{MEANS}]{{1,8}})*{OF}"
)
"""What makes bodies those whose something is the object: 调整区体育局 + 等11个部门、27个街镇的 + 职权."""
DONE_OR_OWNED = NOUN_TAGS | {"v"}
"""Parts of speech of what a body does, and of what is said to be its own."""


class Governed:
    """A mention that verbs before it may govern, with the list that it is in."""

    def __init__(self, sentence: Sentence, k: int, grammar: Grammar) -> None:
        self.sentence, self.k, self.grammar = sentence, k, grammar
        self.mention = sentence.mentions[sentence.lists.first[k]]
        """The first of the list."""
        self.end = sentence.mentions[sentence.lists.last[k]].end
        """Where the list ends."""

    @cached_property
    def after(self) -> str:
        """What follows the first of the list in its clause."""
        text, end = self.sentence.text, self.mention.end
        stop = CLAUSE_END.search(text, end, end + BUILDING_REACH)
        return text[end : stop.start() if stop else end + BUILDING_REACH]

    @property
    def _is_joined(self) -> bool:
        """Whether a conjunction stands before the list."""
        return self.sentence.text.endswith(WITH, 0, self.mention.begin)

    @cached_property
    def barred(self) -> list[str]:
        """Relations that no verb states of the mention, for what follows it."""
        sentence, partnership, barred = self.sentence, self.grammar.partnership, []
        if partnership.merged.match(sentence.text, self.end):
            barred.append("cooperatesWith")  # 联合两局的职能: what is joined is no partner
        if self.grammar.founding.made_of.match(sentence.text, self.end):
            barred += ["establishes", "engages"]  # 成立调解员、楼门组长 + 为骨干的队伍
        if self.grammar.learning.combined.match(sentence.text, self.end) and self._is_joined:
            barred += ["studies", "publicises", "follows"]  # 把学习宣传贯彻…与 + 党史学习教育 + 紧密结合
        if self.mention.type != "Organization":
            return barred
        if _owns(sentence, self.k, self.grammar):
            barred += ["establishes", "engages", "cooperatesWith"]
        if self.mention.kind not in partnership.hired and employs(sentence, self.k):
            barred.append("engages")  # 聘请法庭庭长林少芬: it is she who is engaged
        founding = self.grammar.founding
        if sentence.text.endswith(founding.done_to, 0, self.mention.begin):
            barred.append("establishes")  # 成立巡查组对 + 区水务局 + 开展检查
        anew = self.mention.kind == founding.groups and sentence.text.startswith(founding.members, self.end)
        if not anew and (_acts(sentence, self.end, self.grammar) or OWNED.match(sentence.text, self.end)):
            barred.append("establishes")
        return barred


def _owns(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether what stands behind a body and its government is theirs (组建县委 + 县政府法律顾问团)."""
    pair = grammar.partnership.pair.match(sentence.text, sentence.mentions[k].end)
    following = (sentence.mentions[j] for j in sentence.inside if j > k)
    return pair is not None and any(
        other.begin <= pair.start("government") and pair.end() < other.end for other in following
    )


def _acts(sentence: Sentence, end: int, grammar: Grammar) -> bool:
    """Whether a body goes on to do something (构建党工委统筹的机制): then it is not what is set up."""
    if sentence.text[end : end + 1].isdigit():
        return False  # 建成公共法律服务中心1个
    if grammar.agency.together.match(sentence.text, end):
        return True  # 建立司法所、派出所 + 共同参与的机制
    return sentence.describes(end, DONE_OR_OWNED) and not sentence.text.startswith(
        grammar.founding.building, end
    )


Narrowing = Callable[[Governed, Trigger, list[str]], list[str]]
"""What a verb may state of a mention, of the relations given: those that the words around both leave."""
