"""Villages and communities, which no list has: what stands around them tells that they are named."""

import re
from itertools import chain

import rjieba

from kg.extraction.bodies.village_names import NO_PIECE, OF_NO_PLACE, PROPER_TAGS
from kg.extraction.common.clauses import BEFORE_A_CLAUSE, PASSIVE
from kg.extraction.common.particles import AT, OTHERS
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.rules import VILLAGE_IN

OF_NAMES = PROPER_TAGS | {"t"}
"""Parts of speech of words of more than one character in a village's name (西秦 is a time to the segmenter)."""
OPENS = BEFORE_A_CLAUSE | {""}
DONE = ("implements", "enacts", "studies", "publicises")
"""Relations whose verbs tell what a village does."""
SHORTEST_VERB = 2
"""Characters of a verb that tells that a village acts; one character may be of the name."""
SHORTEST_ITEM, LONGEST_ITEM = 2, 4
"""Characters of a village's name without 村 or 社区."""
LONGEST_PROPER = 4
"""Characters of what a village's own body is called by: 廊桥 + 调解点."""
LONGEST_AGENT = 16
"""Characters of who bestows an honour: 被 + 司法部、民政部 + 命名为."""


class VillageSigns:
    """What stands around a village and tells that it is named, where its own words do not."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        mediation = vocabulary.concepts["kind/mediation"].label
        institutions = (c for c in vocabulary.of("InstitutionKind") if c.kind == mediation)
        self.plain = frozenset(
            w for of in ("word-of-no-village", *OF_NO_PLACE) for w in vocabulary.words(f"boundary/{of}")
        )
        self.themes = vocabulary.words("boundary/theme-of-a-venue")
        labels = [label for c in institutions for label in c.labels]
        self.its_own = ("“", *labels)
        named = rf"[\u4e00-\u9fff]{{1,{LONGEST_PROPER}}}?{any_of(labels)}"
        members, surnames = (
            any_of(vocabulary.words(f"boundary/{of}")) for of in ("member-of-a-village", "surname")
        )
        self.known_by = re.compile(named)
        self.member = re.compile(rf"{members}{surnames}")
        self.means = vocabulary.words("boundary/verb-before-means")
        self.bodies = vocabulary.words("boundary/body-of-every-village")
        adverbs = any_of(vocabulary.words("boundary/adverb-before-verb"))
        received, founded = (vocabulary.properties[p].triggers for p in ("receives", "establishes"))
        by = rf"(?:{PASSIVE}[^{CLAUSE}]{{1,{LONGEST_AGENT}}}?)?"
        self.honoured = re.compile(rf"{adverbs}?{by}{any_of(received)}")
        at_a_place = (vocabulary.words(f"boundary/{of}") for of in ("holding-verb", "verb-after-a-place"))
        done = (w for p in DONE for w in vocabulary.properties[p].triggers if len(w) >= SHORTEST_VERB)
        acts = any_of((*done, *vocabulary.words("boundary/convening")))
        self.lying = vocabulary.words("boundary/lying-in")
        self.done_to = vocabulary.words("boundary/done-to-villages")
        self.acting = re.compile(rf"(?:{adverbs}){{0,2}}{acts}")
        self.placed = re.compile(rf"{adverbs}?{any_of((*founded, *chain.from_iterable(at_a_place)))}")

    def tell(self, text: str, words: Words, village: Candidate) -> bool:
        """Whether ``village`` is one: 湾底村 + 获评, 在 + 碧土村 + 设立, 地罗村 + “法治大院”, 嘉园社区 + 人民调解委员会; behind
        its town (练塘镇 + 同心村), and for a proper noun that opens a clause (龚村 + 开办), the one or the other is enough, and
        so is a body of villages (好义村党支部); so are a venue of its own (围场村 + 桥头调解点) and who lives there (围场村 +
        村民李明)."""
        at = village.begin
        torn = len(rjieba.cut(text[words.begin[village.end - 1] : village.end], False)) > 1
        while at < village.end:
            word = text[at : words.end[at]]
            if (word in self.plain and not torn) or (
                words.tag[at].startswith("v") and len(rjieba.cut(word, False)) == 1
            ):
                return False  # 省级示范村获评, 培育社区法治文化; but 平安 + 堡村, and 赞工社区, to the segmenter a verb
            at = words.end[at]
        if text.startswith(self.themes, village.end):
            return True
        if text.endswith(self.lying, 0, village.begin):
            return True
        in_town = village.rule.startswith(VILLAGE_IN)
        opens = in_town or text[village.begin - 1 : village.begin] in OPENS
        if opens and (text.startswith(self.its_own, village.end) or self.honoured.match(text, village.end)):
            return True
        if in_town and text.startswith(self.bodies, village.end):
            return True
        if (opens or text.endswith(self.means, 0, village.begin)) and self.known_by.match(text, village.end):
            return True
        if self.member.match(text, village.end):
            return True
        alone = opens and words.tag[village.begin] in PROPER_TAGS and words.end[village.begin] == village.end
        placed = in_town or alone or text.endswith(AT, 0, village.begin)
        return placed and self.placed.match(text, village.end) is not None

    def opening(self, text: str, head: int, end: int) -> int | None:
        """Where a village's name begins that fills the clause up to its ``head``, before what it received, set up or did,
        whatever the segmenter makes of it (西秦村 + 被命名为, 联农村 + 建成, 北埭村 + 修订): no plain word of the dictionary;
        None for others."""
        begin = next(
            (
                at
                for at in range(head - SHORTEST_ITEM, head - LONGEST_ITEM - 1, -1)
                if text[at - 1 : at] in OPENS
            ),
            None,
        )
        if begin is None or begin < 0 or not text[begin:end].isalpha() or text.endswith(OTHERS, 0, head):
            return None
        if text.startswith(self.done_to, end):
            return None
        signs = (self.honoured, self.placed, self.acting)
        if not any(sign.match(text, end) for sign in signs):
            return None
        at = begin
        for word, tag in rjieba.tag(text[begin:end], False):
            plain = word in self.plain or tag in NO_PIECE or (len(word) > 1 and tag not in OF_NAMES)
            if plain and at + len(word) <= head:
                return None
            at += len(word)
        return None if text[begin:head] in self.plain else begin
