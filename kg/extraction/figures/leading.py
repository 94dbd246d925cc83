"""Whom a clause opens with as its subject: the names at its head, not those that only say whose the next word is."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.extraction.common.clause_heads import ClauseHeads
from kg.extraction.common.clauses import Stretch
from kg.extraction.common.fillers import THINGS, Fillers
from kg.extraction.common.joints import JOINTS, LAST, SIGNS, joins
from kg.extraction.common.particles import OF, OTHERS
from kg.extraction.common.spans import Candidate
from kg.extraction.common.words import Words
from kg.lexicon.levels import WHOLE
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled

ACTORS = frozenset(("Division", "Organization", "Role", "Person"))
NOUNS = THINGS | {"b"}
"""Parts of speech of words behind a name that only describes them: 司法所 + 负责人, 县政协 + 提案."""
ACTS = ("system", "mechanism", "campaign")
"""Kinds of programmes that are something done: 法庭 + 巡回审判12次."""
POST = THINGS | {"b", "vn", "m", "q"}
"""Parts of speech of the words of a post: 副 + 主席."""
LONGEST_POST = 8
"""Characters of a post before who holds it."""
LISTS = f"{SIGNS}{OTHERS}"


class Opening(NamedTuple):
    """Whom a clause opens with: the indexes of mentions."""

    actors: list[int]
    area: int | None
    """The area that they are counted in: 全镇 of 全镇42个调委会."""
    several: bool
    """They are more than one, whether each has a name or not: 乡调委会、6个村调委会."""


class Leading:
    """Finds them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers, self._heads = fillers, ClauseHeads(vocabulary, fillers)
        self._leaders = compiled(vocabulary.words("boundary/leader-title"))
        self._times = re.compile(rf"\d+{any_of(vocabulary.measure_words('events'))}")
        self._acts = frozenset(vocabulary.concepts[f"kind/{kind}"].label for kind in ACTS)

    def of(self, text: str, words: Words, mentions: Sequence[Candidate], clause: Stretch) -> Opening:
        """The mentions that a clause opens with as its subject, several of a list."""
        k = bisect_left(mentions, clause.begin, key=attrgetter("begin"))
        found: list[int] = []
        area: int | None = None
        at = clause.begin
        while k < len(mentions) and mentions[k].end <= clause.end:
            mention = mentions[k]
            if mention.begin < at:
                k += 1
                continue
            joined = bool(found) and joins(text, at, mention.begin)
            counted = (
                bool(found) and mentions[found[0]].type == "Division" and text[at].isdigit()
            )  # 全镇 + 42个调委会
            if not joined and not (
                (counted or not found) and self._heads.leads(text, words, at, mention.begin)
            ):
                break
            area = found[0] if counted and not joined else area
            found = [*found, k] if joined else [k]
            at = mention.end
            k += 1
        if found and at < clause.end and text[at] in LISTS:
            return Opening(found, area, True)  # 乡调委会 + 、6个村调委会
        if len(found) == 1 and self._is_act(mentions, found[0]) and self._is_headed(mentions, found[0]):
            return Opening([found[0] + 1], area, False)  # 县政府常务会 + 会前学法2次
        alone = bool(found) and self._stands_alone(text, mentions, found[-1], k)
        if not alone and self._describes(text, words, at, clause.end):
            found = []
        if found and _is_titled(text, words, mentions, found[-1], k):
            return Opening(found, area, True)  # 镇人大 + 副主席金惠、副镇长方敏
        goes_on = bool(found) and text[clause.begin : mentions[found[0]].begin] in LAST  # …，以及 + 派出所
        return Opening(found, area, goes_on or len(found) > 1)

    def _is_act(self, mentions: Sequence[Candidate], k: int) -> bool:
        """Whether a mention is something done."""
        return mentions[k].type == "Programme" and mentions[k].kind in self._acts

    def _is_headed(self, mentions: Sequence[Candidate], k: int) -> bool:
        """Whether the name of who does it opens the name of something done."""
        inner = mentions[k + 1 : k + 2]
        return bool(inner) and inner[0].begin == mentions[k].begin and inner[0].type in ACTORS

    def _stands_alone(self, text: str, mentions: Sequence[Candidate], last: int, next_: int) -> bool:
        """Whether the last mention of an opening is a whole area, or what it does stands right behind it: 法庭 + 巡回审判12次."""
        mention = mentions[last]
        if mention.type == "Division":
            return text.startswith(WHOLE, mention.begin)
        follows = next_ < len(mentions) and mentions[next_].begin == mention.end
        return mention.type in ACTORS and follows and self._is_act(mentions, next_)

    def _describes(self, text: str, words: Words, at: int, end: int) -> bool:
        """Whether what ends at ``at`` says whose or which the next word is and does not act: 县政协 + 提案206件, 镇党委书记."""
        if at >= end:
            return False
        times = self._times.match(text, at, end)
        if times and times.end() < end:
            return False  # 县政府 + 3次召开会议
        if text[at] == OF or text[at].isdigit() or self._leaders.match(text, at):
            return True
        behind = words.end[at]
        noun = words.tag[at] in NOUNS and text[at:behind] not in self._fillers.acts
        return noun and (behind >= end or text[behind].isdigit() or text[behind] in JOINTS)


def _is_titled(text: str, words: Words, mentions: Sequence[Candidate], body: int, next_: int) -> bool:
    """Whether a body is only whose post the first of several people has: 镇人大 + 副主席 + 金惠、."""
    at = mentions[body].end
    while next_ < len(mentions) and mentions[next_].begin <= at:
        next_ += 1
    if next_ == len(mentions) or mentions[next_].type != "Person":
        return False
    first, last = mentions[next_].begin, mentions[next_].end
    return (
        first - at <= LONGEST_POST
        and text[last : last + 1] in JOINTS
        and all(words.tag[offset] in POST for offset in range(at, first))
    )
