"""Villages and communities, which no list has: what stands around them, and their lists, tells that they are named."""

import re
from itertools import chain

import rjieba

from kg.extraction.bodies.village_names import PROPER_TAGS
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.clauses import BEFORE_A_CLAUSE, PASSIVE
from kg.extraction.common.joints import PAUSE, SIGNS
from kg.extraction.common.particles import AT
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.model.rules import VILLAGE, VILLAGE_IN, VILLAGE_LISTED
from kg.reading.numerals import CHINESE

OF_NAMES = PROPER_TAGS | {"t"}
"""Parts of speech of words of more than one character in a village's name (西秦 is a time to the segmenter)."""
NO_PIECE = frozenset(("r", "m", "p", "c"))
"""Those of characters that are no piece of one: 我, 各, 三, 在, 和."""
OPENS = BEFORE_A_CLAUSE | {""}
BREAK = re.compile(rf"[{CLAUSE}\n“”《》（）]")
JOINT = re.compile(f"[{SIGNS}]")
DONE = ("implements", "enacts", "studies", "publicises")
"""Relations whose verbs tell what a village does."""
SHORTEST_VERB = 2
LONGEST_LIST = 40
SHORTEST_ITEM, LONGEST_ITEM = 2, 4
"""Characters of a village's name without 村 or 社区."""
LONGEST_AGENT = 16
"""Characters of who bestows an honour: 被 + 司法部、民政部 + 命名为."""


class VillageSigns:
    """What stands around a village and tells that it is named, where its own words do not."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        mediation = vocabulary.concepts["kind/mediation"].label
        institutions = (c for c in vocabulary.of("InstitutionKind") if c.kind == mediation)
        self.plain = frozenset(vocabulary.words("boundary/word-of-no-village"))
        self.themes = vocabulary.words("boundary/theme-of-a-venue")
        self.its_own = ("“", *(label for c in institutions for label in c.labels))
        self.bodies = vocabulary.words("boundary/body-of-every-village")
        adverbs = any_of(vocabulary.words("boundary/adverb-before-verb"))
        received, founded = (vocabulary.properties[p].triggers for p in ("receives", "establishes"))
        by = rf"(?:{PASSIVE}[^{CLAUSE}]{{1,{LONGEST_AGENT}}}?)?"
        self.honoured = re.compile(rf"{adverbs}?{by}{any_of(received)}")
        at_a_place = (vocabulary.words(f"boundary/{of}") for of in ("holding-verb", "verb-after-a-place"))
        done = (w for p in DONE for w in vocabulary.properties[p].triggers if len(w) >= SHORTEST_VERB)
        acts = any_of((*done, *vocabulary.words("boundary/convening")))
        self.acting = re.compile(rf"(?:{adverbs}){{0,2}}{acts}")
        self.placed = re.compile(rf"{adverbs}?{any_of((*founded, *chain.from_iterable(at_a_place)))}")

    def tell(self, text: str, words: Words, village: Candidate) -> bool:
        """Whether ``village`` is one: 湾底村 + 获评, 在 + 碧土村 + 设立, 地罗村 + “法治大院”, 嘉园社区 + 人民调解委员会; behind
        its town (练塘镇 + 同心村), and for a proper noun that opens a clause (龚村 + 开办), the one or the other is enough, and
        so is a body of villages (好义村党支部)."""
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
        in_town = village.rule.startswith(VILLAGE_IN)
        opens = in_town or text[village.begin - 1 : village.begin] in OPENS
        if opens and (text.startswith(self.its_own, village.end) or self.honoured.match(text, village.end)):
            return True
        if in_town and text.startswith(self.bodies, village.end):
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
        if begin is None or begin < 0 or not text[begin:end].isalpha():
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


class VillageLists:
    """Lists that say only at their end that their members are villages: 到别通、污生等村, 石板河、坝溪河等5个村,
    在金鼎、滨涯社区."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.kinds = {label: c for c in vocabulary.of("PlaceHead") for label in c.labels}
        sorts = any_of(vocabulary.words("boundary/sort-of-village"))
        heads = any_of(self.kinds)
        self.together = re.compile(rf"等(?P<count>[\d{CHINESE}]{{1,3}}个)?{sorts}?(?P<head>{heads})")
        self.place = compiled(vocabulary.words("boundary/before-a-list-of-villages"))
        self.others = vocabulary.words("boundary/ending-of-no-village")
        self.boundaries = Boundaries(vocabulary)

    def find(self, text: str, words: Words, villages: list[Candidate]) -> list[Candidate]:
        """The members of such lists but the last of 金鼎、滨涯社区, which is among ``villages``."""
        found = []
        for match in self.together.finditer(text):
            if self.kinds[match["head"]].runs_on(text, match.end()):
                continue
            found += self._members(text, words, match.start(), match["head"], counted=bool(match["count"]))
        for village in villages:
            head = next((h for h in self.kinds if text.endswith(h, village.begin, village.end)), "")
            if head and JOINT.match(text, village.begin - 1):
                found += self._members(text, words, village.begin - 1, head, counted=False, least=1)
        return found

    def _members(
        self, text: str, words: Words, end: int, head: str, *, counted: bool, least: int = 2
    ) -> list[Candidate]:
        """The members of a list that ends at ``end``, none if one of them is no village's name. Its first is told by a
        preposition before it, and in a list that is ``counted`` by the words alone."""
        start = max((m.end() for m in BREAK.finditer(text, max(0, end - LONGEST_LIST), end)), default=end)
        joints = list(JOINT.finditer(text, start, end))
        first = joints[0].start() if joints else end
        opening = [m.end() for m in self.place.finditer(text, start, first)]
        if opening:
            start = opening[-1]
        elif counted:
            start = self.boundaries.left(text, words, first).begin
        else:
            return []
        spans = list(
            zip([start, *(m.end() for m in joints)], [*(m.start() for m in joints), end], strict=True)
        )
        if counted and not self._may_be(text[slice(*spans[0])]):
            spans, least = spans[1:], 1  # 守护 + 开封道, of which the segmenter makes a verb
        if len(spans) < least or not all(self._may_be(text[begin:end]) for begin, end in spans):
            return []
        return [Candidate(*span, "Division", self.kinds[head].kind, VILLAGE_LISTED) for span in spans]

    def _may_be(self, item: str) -> bool:
        """Whether it can be a village's name: short, and no word of the dictionary but a proper noun."""
        if not SHORTEST_ITEM <= len(item) <= LONGEST_ITEM or not item.isalpha() or item.endswith(self.others):
            return False
        known = rjieba.tag(item, False)
        return len(known) > 1 or known[0][1] in PROPER_TAGS


def listed(text: str, unsure: list[Candidate], found: list[Candidate]) -> list[Candidate]:
    """Those of ``unsure`` that are named elsewhere, or that a pause joins to a village: in 王隘社区、白鹤社区 the first is one
    if the second is."""
    named = {text[c.begin : c.end] for c in found if c.rule.startswith(VILLAGE)}
    begins = {c.begin for c in found if c.rule.startswith(VILLAGE)}
    ends = {c.end for c in found if c.rule.startswith(VILLAGE)}
    sure = []
    for one in unsure:
        before, after = text[one.begin - 1 : one.begin] == PAUSE, text[one.end : one.end + 1] == PAUSE
        known = text[one.begin : one.end] in named
        if known or (after and one.end + 1 in begins) or (before and one.begin - 1 in ends):
            sure.append(one)
            ends.add(one.end)
    return sure
