"""Lists of villages that say only at their end that their members are villages."""

import re

import rjieba

from kg.extraction.bodies.village_names import PROPER_TAGS
from kg.extraction.bodies.village_signs import LONGEST_ITEM, SHORTEST_ITEM
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.model.rules import VILLAGE, VILLAGE_LISTED
from kg.reading.numerals import CHINESE, natural

BREAK = re.compile(rf"[{CLAUSE}\n“”《》（）]")
JOINT = re.compile(f"[{SIGNS}]")
JOINED = frozenset(SIGNS)
LONGEST_LIST = 40
"""Characters of a list of villages."""


class VillageLists:
    """Lists that say only at their end that their members are villages: 到别通、污生等村, 石板河、坝溪河等5个村, 高桥、石坝两村,
    在金鼎、滨涯社区."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.kinds = {label: c for c in vocabulary.of("PlaceHead") for label in c.labels}
        sorts = any_of(vocabulary.words("boundary/sort-of-village"))
        heads = any_of(self.kinds)
        number = rf"[\d{CHINESE}]{{1,3}}"
        self.together = re.compile(
            rf"(?:等(?P<count>{number}个?)?|(?P<all>{number})个?){sorts}?(?P<head>{heads})"
        )
        self.place = compiled(vocabulary.words("boundary/before-a-list-of-villages"))
        self.plain = frozenset(vocabulary.words("boundary/word-of-no-village"))
        self.usual = frozenset(vocabulary.words("boundary/usual-village"))
        self.others = vocabulary.words("boundary/ending-of-no-village")
        self.boundaries = Boundaries(vocabulary)
        self.bodies = vocabulary.words("boundary/body-of-every-village")

    def find(self, text: str, words: Words, villages: list[Candidate]) -> list[Candidate]:
        """The members of such lists but the last of 金鼎、滨涯社区, which is among ``villages``."""
        found = []
        for match in self.together.finditer(text):
            at_head = match.start("head")
            runs_on = self.kinds[match["head"]].runs_on(text, match.end())
            if runs_on and not text.startswith(self.bodies, at_head):
                continue  # 3个 + 村级, but 3个 + 村民委员会
            found += self._members(
                text,
                words,
                match.start(),
                match["head"],
                counted=bool(match["count"] or match["all"]),
                number=natural(match["all"]) if match["all"] else None,
            )
        begins = {member.begin for member in found}
        for village in villages:
            if village.begin in begins:
                continue
            head = next((h for h in self.kinds if text.endswith(h, village.begin, village.end)), "")
            if head and JOINT.match(text, village.begin - 1):
                found += self._members(text, words, village.begin - 1, head, counted=False, least=1)
        return found

    def _members(
        self,
        text: str,
        words: Words,
        end: int,
        head: str,
        *,
        counted: bool,
        number: int | None = None,
        least: int = 2,
    ) -> list[Candidate]:
        """The members of a list that ends at ``end``, none if one of them is no village's name. Its first is told by a
        preposition before it, by the ``number`` of them all, and in a list that is ``counted`` by the words alone."""
        start = max((m.end() for m in BREAK.finditer(text, max(0, end - LONGEST_LIST), end)), default=end)
        joints = list(JOINT.finditer(text, start, end))
        first = joints[0].start() if joints else end
        opening = [m.end() for m in self.place.finditer(text, start, first)]
        if opening:
            start = opening[-1]
        elif counted:
            start = self.boundaries.left(text, words, first).begin
            start = _behind_verb(text, start, first)
        else:
            return []
        spans = list(
            zip([start, *(m.end() for m in joints)], [*(m.start() for m in joints), end], strict=True)
        )
        if number is not None:
            spans = spans[-number:] if 0 < number <= len(spans) else []
        elif counted and not self._may_be(text[slice(*spans[0])]):
            spans, least = spans[1:], 1  # 守护 + 开封道, of which the segmenter makes a verb
        items = [text[slice(*span)] for span in spans]
        sure = list(map(self._may_be, items))
        if number is not None and any(sure):
            sure = list(
                map(self._fits, items)
            )  # 新松 is a noun, but 新松、金坪2个村 are as many as are named
        if len(spans) < least or not all(sure):
            return []
        return [Candidate(*span, "Division", self.kinds[head].kind, VILLAGE_LISTED) for span in spans]

    def _may_be(self, item: str) -> bool:
        """Whether it can be a village's name: short, and no word of the dictionary but a proper noun."""
        if not self._fits(item):
            return False
        known = rjieba.tag(item, False)
        return len(known) > 1 or known[0][1] in PROPER_TAGS or item in self.usual

    def _fits(self, item: str) -> bool:
        """Whether it is as short as one, and no word that tells another thing."""
        short = SHORTEST_ITEM <= len(item) <= LONGEST_ITEM and item.isalpha()
        return short and not item.endswith(self.others) and item not in self.plain


def _behind_verb(text: str, begin: int, end: int) -> int:
    """Where the first item goes on behind a verb that opens it: 化解 + 河东、河西两村."""
    first, tag = next(iter(rjieba.tag(text[begin:end], False)), ("", ""))
    verb = tag.startswith("v") and SHORTEST_ITEM <= len(first) <= end - begin - SHORTEST_ITEM
    return begin + len(first) if verb else begin


def listed(
    text: str,
    unsure: list[Candidate],
    found: list[Candidate],
    members: list[Candidate],
    heads: tuple[str, ...],
) -> list[Candidate]:
    """Those of ``unsure`` that are named elsewhere, also as one of the ``members`` of a list that share one of ``heads``, or
    that a pause or a conjunction joins to a village: in 王隘社区、白鹤社区 the first is one if the second is."""
    named = {text[c.begin : c.end] for c in found if c.rule.startswith(VILLAGE)}
    named.update(text[c.begin : c.end] + head for c in members for head in heads)
    begins = {c.begin for c in found if c.rule.startswith(VILLAGE)}
    ends = {c.end for c in found if c.rule.startswith(VILLAGE)}
    sure = []
    for one in unsure:
        before, after = text[one.begin - 1 : one.begin] in JOINED, text[one.end : one.end + 1] in JOINED
        known = text[one.begin : one.end] in named
        if known or (after and one.end + 1 in begins) or (before and one.begin - 1 in ends):
            sure.append(one)
            ends.add(one.end)
    return sure
